/**
 * `verify`: from flags to a report and an exit code.
 */
import { randomInt } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { isLeft } from '../contract/Either.js'
import {
  type Baseline,
  baselineOf,
  decodeReplay,
  type Fixtures,
  type GivenIds,
  parseBaseline,
  printBaseline,
  type Report,
  select,
  type Target,
  verify,
  type VerifyOptions
} from '../conformance/index.js'
import { clause } from '../laws/index.js'
import { inMemory } from '../reference/index.js'
import { credentialsFrom, httpTarget } from './httpTarget.js'
import { isAws } from './isAws.js'
import { loadModule } from './loadModule.js'
import { showProgress } from './progress.js'
import { complain, INCONCLUSIVE, interruptible, publish, reportsAsked, USAGE } from './running.js'
import { verifyValidatorCommand } from './verifyValidatorCommand.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * As the command line gives them.
 *
 * @since 0.1.0
 */
export interface VerifyFlags {
  readonly only?: ReadonlyArray<string>
  readonly skip?: ReadonlyArray<string>
  readonly list?: boolean
  readonly strict?: boolean
  readonly seed?: number
  readonly runs: number
  readonly concurrency: number
  readonly rateLimit?: number
  readonly timeout: number
  readonly maxTime?: number
  readonly validator?: string
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly replay?: string
  readonly report?: ReadonlyArray<string>
  readonly fixtures?: string
  readonly userPoolId?: string
  readonly clientId?: string
  readonly provision: boolean
  readonly provisionAws?: boolean
  readonly region: string
}

// ------------------------------------------------------------------------------------
// flags
// ------------------------------------------------------------------------------------

/** The ids given, none, or what is wrong with them. */
const givenIds = ({ userPoolId, clientId }: VerifyFlags): GivenIds | undefined | string => {
  if (userPoolId === undefined && clientId === undefined) return undefined
  if (userPoolId === undefined || clientId === undefined) return '--user-pool-id and --client-id go together'
  return { userPoolId, clientId }
}

/** The baseline in a file, none, or what is wrong with it. */
const readBaseline = (file: string | undefined): Baseline | undefined | string => {
  if (file === undefined) return undefined
  try {
    const parsed = parseBaseline(readFileSync(file, 'utf8'))
    return isLeft(parsed) ? `--baseline ${file}: ${parsed.left}` : parsed.right
  } catch (error) {
    return `--baseline ${file} could not be read: ${(error as Error).message}`
  }
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
const optionsOf = async (url: URL | undefined, flags: VerifyFlags): Promise<VerifyOptions | string> => {
  const given = givenIds(flags)
  if (typeof given === 'string') return given
  const baseline = readBaseline(flags.baseline)
  if (typeof baseline === 'string') return baseline
  const fixtures = await readFixtures(flags.fixtures)
  if (typeof fixtures === 'string') return fixtures
  const replay = flags.replay === undefined ? undefined : decodeReplay(flags.replay)
  if (replay !== undefined && isLeft(replay)) return `--replay: ${replay.left}`
  return {
    seed: flags.seed ?? randomInt(-(2 ** 31), 2 ** 31),
    runs: flags.runs,
    concurrency: flags.concurrency,
    timeoutMs: flags.timeout,
    provision:
      flags.provision && (url === undefined || fixtures !== undefined || !isAws(url) || flags.provisionAws === true),
    strict: flags.strict ?? false,
    ...(flags.rateLimit === undefined ? {} : { rateLimit: flags.rateLimit }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(flags.only === undefined ? {} : { only: flags.only }),
    ...(flags.skip === undefined ? {} : { skip: flags.skip }),
    ...(url === undefined ? { name: 'the embedded reference' } : { url: url.href }),
    ...(given === undefined ? {} : { given }),
    ...(fixtures === undefined ? {} : { fixtures }),
    ...(replay === undefined ? {} : { replay: replay.right })
  }
}

// ------------------------------------------------------------------------------------
// doing it
// ------------------------------------------------------------------------------------

const listClauses = (ids: ReadonlyArray<Parameters<typeof clause>[0]>): void => {
  for (const id of ids) {
    const { level, evidence, sentence } = clause(id)
    process.stdout.write(`${id.padEnd(46)} ${level.padEnd(6)} ${evidence.padEnd(8)} ${sentence}\n`)
  }
}

const open = (url: URL | undefined, flags: VerifyFlags): { readonly target: Target; readonly close: () => void } =>
  url === undefined
    ? { target: inMemory({ now: () => new Date(), seed: randomInt(2 ** 31) }), close: () => undefined }
    : httpTarget(url, { region: flags.region, credentials: credentialsFrom(process.env), timeoutMs: flags.timeout })

const run = async (url: URL | undefined, flags: VerifyFlags, options: VerifyOptions): Promise<Report> => {
  const progress = showProgress(process.stderr)
  const { target, close } = open(url, flags)
  try {
    return await interruptible(flags.maxTime, (signal) =>
      verify(target, { ...options, signal, onProgress: progress.update })
    )
  } finally {
    progress.done()
    close()
  }
}

/** The problems that it met. */
const writeBaseline = (
  report: Report,
  { baseline }: VerifyOptions,
  file: string | undefined
): ReadonlyArray<string> => {
  if (file === undefined) return []
  const written = baselineOf(report, baseline)
  try {
    writeFileSync(file, printBaseline(written))
    process.stderr.write(`wrote ${file} with ${written.knownFailures.length} known failures; give each its reason\n`)
    return []
  } catch (error) {
    return [`the baseline could not be written to ${file}: ${(error as Error).message}`]
  }
}

/**
 * @since 0.1.0
 */
export const verifyCommand = async (url: URL | undefined, flags: VerifyFlags): Promise<number> => {
  if (flags.validator !== undefined) {
    if (url === undefined) return verifyValidatorCommand(flags.validator, flags)
    complain('--validator judges a module in this process; leave out the URL')
    return USAGE
  }
  const requests = reportsAsked(flags.report)
  if (requests === undefined) return USAGE
  const options = await optionsOf(url, flags)
  if (typeof options === 'string') {
    complain(options)
    return USAGE
  }
  const { selected, unmatched } = select(options)
  if (unmatched.length > 0) complain(`no clause matches ${unmatched.join(' or ')}; --list shows them all`)
  else if (selected.size === 0) complain('--only and --skip leave no clause to judge')
  if (unmatched.length > 0 || selected.size === 0) return INCONCLUSIVE
  if (flags.list) {
    listClauses([...selected])
    return 0
  }
  const report = await run(url, flags, options)
  const problems = writeBaseline(report, options, flags.writeBaseline)
  const code = await publish(report, requests)
  problems.forEach(complain)
  return problems.length > 0 ? INCONCLUSIVE : code
}
