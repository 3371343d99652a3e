/**
 * `verify`: a server, judged.
 */
import { decodeReplay, type Fixtures, type GivenIds, verify, type VerifyOptions } from '../../conformance.js'
import { isLeft, right } from '../../contract/Either.js'
import { problemOfIds } from '../../suite/server/scene/scene.js'
import { type ChosenTarget, chooseTarget, embeddedReference, type TargetFlags } from './chooseTarget.js'
import { given } from '../../suite/shared/given.js'
import { isAws } from '../aws/isAws.js'
import { judging } from './judging.js'
import type { JudgingFlags } from './judgingOptions.js'
import { loadModule } from '../loadModule.js'
import { misused } from './running.js'

/** As the command line gives them. */
export interface VerifyFlags extends TargetFlags, JudgingFlags {
  readonly reference?: boolean
  /** The command line is empty: the reference is judged to show what a run looks like. */
  readonly demo?: boolean
  readonly settle?: number
  readonly concurrency: number
  readonly rateLimit?: number
  readonly keep?: boolean
  readonly fixtures?: string
  readonly userPoolId?: string
  readonly clientId?: string
  readonly provision: boolean
  readonly provisionAws?: boolean
}

/** The ids given, none, or what is wrong with them. */
const givenIds = ({ userPoolId, clientId }: VerifyFlags): GivenIds | undefined | string => {
  if (userPoolId === undefined && clientId === undefined) return undefined
  if (userPoolId === undefined || clientId === undefined) return '--user-pool-id and --client-id go together'
  const good = { userPoolId: 'us-east-1_Example12', clientId: '1example23456789' }
  const problem = problemOfIds({ userPoolId, clientId })
  const options = [
    ...(problemOfIds({ ...good, userPoolId }) === undefined ? [] : ['--user-pool-id']),
    ...(problemOfIds({ ...good, clientId }) === undefined ? [] : ['--client-id'])
  ]
  return problem === undefined ? { userPoolId, clientId } : `${options.join(' and ')}: ${problem}`
}

/** The fixtures of a module, none, or what is wrong with them. */
const readFixtures = async (file: string | undefined): Promise<Fixtures | undefined | string> => {
  if (file === undefined) return undefined
  const module = await loadModule('--fixtures', file)
  if (typeof module === 'string') return module
  return typeof module['default'] === 'function'
    ? (module['default'] as Fixtures)
    : `--fixtures ${file}: its default export must be a function (operation, input) => output`
}

/** The options that other suites do not have, or what is wrong with the flags. */
const serverOptions = async (
  { url, credentials, secrets }: ChosenTarget,
  flags: VerifyFlags
): Promise<Partial<VerifyOptions> | string> => {
  const ids = givenIds(flags)
  if (typeof ids === 'string') return ids
  if (flags.keep && (flags.replay === undefined || url === undefined)) return '--keep goes with a URL and --replay'
  const fixtures = await readFixtures(flags.fixtures)
  if (typeof fixtures === 'string') return fixtures
  const { concurrency, timeout, rateLimit, maxTime, settle, keep, provision, provisionAws } = flags
  return given({
    ...(url === undefined ? { name: 'the embedded reference' } : { url: url.href }),
    concurrency,
    rateLimit,
    timeoutMs: timeout,
    maxTimeMs: maxTime && maxTime * 1000,
    settleMs: settle,
    keep,
    provision: provision && (url === undefined || fixtures !== undefined || !isAws(url) || provisionAws === true),
    given: ids,
    fixtures,
    credentials,
    credentialSecrets: secrets
  })
}

/** Says which target it is where the command line did not. */
const introduce = ({ url, source }: ChosenTarget, isDemo = false): void => {
  if (source !== undefined) process.stderr.write(`target: ${url?.href} (${source})\n`)
  if (isDemo) {
    process.stderr.write(
      'This is a demonstration against the embedded reference. To judge a server: npx cognito-secrets-contract verify URL\n'
    )
  }
}

export const verifyCommand = async (argument: string | undefined, flags: VerifyFlags): Promise<number> => {
  if (flags.reference && argument !== undefined) return misused('--reference is a target already; leave out the URL')
  const needsNone = (flags.reference || flags.list) && argument === undefined
  const chosen = needsNone ? right(embeddedReference) : chooseTarget(argument, flags, process.env)
  if (isLeft(chosen)) return misused(chosen.left)
  return judging('server', flags, decodeReplay, async (options) => {
    const own = await serverOptions(chosen.right, flags)
    if (typeof own === 'string') return own
    introduce(chosen.right, flags.demo)
    const { target, close } = chosen.right.open(flags.timeout)
    try {
      return await verify(target, { ...options, ...own })
    } finally {
      close()
    }
  })
}
