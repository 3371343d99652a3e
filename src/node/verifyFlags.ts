/**
 * The flags of `verify`, and the options of a run that they stand for.
 */
import { randomInt } from 'node:crypto'
import { isLeft } from '../contract/Either.js'
import { type Fixtures, type GivenIds, type VerifyOptions } from '../conformance.js'
import { usageProblem } from '../suite/server/usageProblem.js'
import { readBaseline } from './baselineFile.js'
import type { ChosenTarget, TargetFlags } from './chooseTarget.js'
import { isAws } from './isAws.js'
import { loadModule } from './loadModule.js'
import { readReplay } from './readReplay.js'

/** As the command line gives them. */
export interface VerifyFlags extends TargetFlags {
  readonly reference?: boolean
  /** Nothing at all was asked for: the reference is judged to show what a run looks like. */
  readonly demo?: boolean
  readonly only?: ReadonlyArray<string>
  readonly skip?: ReadonlyArray<string>
  readonly list?: boolean
  readonly strict?: boolean
  readonly bail?: boolean
  readonly settle?: number
  readonly quiet?: boolean
  readonly seed?: number
  readonly runs: number
  readonly concurrency: number
  readonly rateLimit?: number
  readonly timeout: number
  readonly maxTime?: number
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly replay?: string
  readonly keep?: boolean
  readonly report?: ReadonlyArray<string>
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
  return { userPoolId, clientId }
}

/** The fixtures of a module, none, or what is wrong with them. */
const readFixtures = async (file: string | undefined): Promise<Fixtures | undefined | string> => {
  if (file === undefined) return undefined
  const module = await loadModule('--fixtures', file)
  if (typeof module === 'string') return module
  return typeof module['default'] === 'function'
    ? (module['default'] as Fixtures)
    : `--fixtures ${file}: its default export is to be a function (operation, input) => output`
}

/** The options of a run, or what is wrong with the flags. */
export const optionsOf = async (
  { url, credentials, secrets }: ChosenTarget,
  flags: VerifyFlags
): Promise<VerifyOptions | string> => {
  const given = givenIds(flags)
  if (typeof given === 'string') return given
  const baseline = readBaseline(flags.baseline)
  if (typeof baseline === 'string') return baseline
  const fixtures = await readFixtures(flags.fixtures)
  if (typeof fixtures === 'string') return fixtures
  const replay = flags.replay === undefined ? undefined : readReplay(flags.replay)
  if (replay !== undefined && isLeft(replay)) return `--replay: ${replay.left}`
  if (flags.keep && (replay === undefined || url === undefined)) return '--keep goes with a URL and --replay'
  const misuse = usageProblem({ given, baseline })
  if (misuse !== undefined) return misuse
  return {
    seed: flags.seed ?? randomInt(-(2 ** 31), 2 ** 31),
    runs: flags.runs,
    concurrency: flags.concurrency,
    timeoutMs: flags.timeout,
    provision:
      flags.provision && (url === undefined || fixtures !== undefined || !isAws(url) || flags.provisionAws === true),
    strict: flags.strict ?? false,
    bail: flags.bail ?? false,
    settleMs: flags.settle ?? 0,
    keep: flags.keep ?? false,
    ...(flags.maxTime === undefined ? {} : { maxTimeMs: flags.maxTime * 1000 }),
    ...(flags.rateLimit === undefined ? {} : { rateLimit: flags.rateLimit }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(flags.only === undefined ? {} : { only: flags.only }),
    ...(flags.skip === undefined ? {} : { skip: flags.skip }),
    ...(url === undefined ? { name: 'the embedded reference' } : { url: url.href }),
    ...(credentials === undefined ? {} : { credentials }),
    credentialSecrets: secrets,
    ...(given === undefined ? {} : { given }),
    ...(fixtures === undefined ? {} : { fixtures }),
    ...(replay === undefined ? {} : { replay: replay.right })
  }
}
