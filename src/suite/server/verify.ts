/**
 * The suite: laws against a target, to a report.
 */
import { serverLaws } from '../../laws/server/serverLaws.js'
import { applyBaseline, type Baseline } from '../shared/Baseline.js'
import { cleanUpAll } from './cleanUp.js'
import { guardProgress } from './guardProgress.js'
import { preflight } from './preflight.js'
import { usageProblem } from './usageProblem.js'
import { idsOf } from './sceneSteps.js'
import { reportOf } from '../shared/judge.js'
import type { Fixtures } from './Fixtures.js'
import { enterCase, type Failure } from './Failure.js'
import type { Tally } from '../shared/Tally.js'
import { planProbe, planReplay, probesFor } from './plan.js'
import type { Replay } from './replay.js'
import type { ClauseResult, Report } from '../shared/Report.js'
import { serverResult } from './results.js'
import { type Progress, runCases } from './run.js'
import { type GivenIds, sceneCase, setScene } from './scene.js'
import { keepScene } from './sceneKeeper.js'
import { openSession, type Session } from './Session.js'
import { select, type Selection } from '../shared/selection.js'
import type { Target } from './Target.js'

export interface VerifyOptions extends Selection {
  /** The target's name in reports. Default: its address. */
  readonly name?: string
  /** The target's address, for `curl` lines. */
  readonly url?: string
  readonly seed: number
  /** Generated cases for each probe, beside its examples. Default 100. */
  readonly runs?: number
  /** Cases at a time. What is sent does not depend on it. Default 4. */
  readonly concurrency?: number
  /** The most requests a second. Default: no limit. */
  readonly rateLimit?: number
  /** Milliseconds until an answer must be complete. Default 5000. */
  readonly timeoutMs?: number
  readonly given?: GivenIds
  /** Sets the scene in place of the target. */
  readonly fixtures?: Fixtures
  /** Whether pools and clients may be created. Default true. */
  readonly provision?: boolean
  /** Whether a broken SHOULD fails the run. Default false. */
  readonly strict?: boolean
  /** Clauses known to fail. */
  readonly baseline?: Baseline
  /** Sends this counterexample and nothing else. */
  readonly replay?: Replay
  /** Which credentials sign the requests, for a target that refuses them: `those of AWS_PROFILE`, never a credential itself. */
  readonly credentials?: string
  /** Whether what is made stays on the target, to be looked at. Default false. */
  readonly keep?: boolean
  /** What it throws ends the run, and is thrown again once what was created is deleted. */
  readonly onProgress?: (progress: Progress) => void
  /** Ends the run early; what was reached is judged, what was created is deleted. Its reason is told. */
  readonly signal?: AbortSignal
}

/**
 * The defaults of `VerifyOptions`, and what retries may cost: a throttled call is tried again up to 10 times (a documented
 * 500 twice), waiting up to 25 ms, 50 ms, 100 ms and so on (full jitter), 2,000 times in a run.
 */
export const DEFAULTS = { runs: 100, concurrency: 4, timeoutMs: 5000, retries: 10, retryBudget: 2000 } as const

/** Whether the case to be replayed starts from nothing, as the scene itself does. */
const makesItsOwnScene = ({ replay }: VerifyOptions): boolean =>
  replay?.steps.some((step) => step.op === 'createUserPool' && step.pool === 'main') ?? false

/** What kept a run from saying all that it could. */
const problemOf = (session: Session, signal: AbortSignal): string | undefined => {
  const { answered, responses, starved } = session.stats()
  if (signal.aborted) return typeof signal.reason === 'string' ? signal.reason : 'interrupted'
  if (responses === 0) return `unreachable: ${session.lost() ?? 'no request was answered'}`
  if (session.lost() !== undefined) return session.lost()
  if (answered === 0) return 'the target only ever throttled or failed'
  const calls = starved === 1 ? '1 call was' : `${starved} calls were`
  return starved > 0 ? `${calls} throttled to the end; fewer requests a second may help (--rate-limit)` : undefined
}

/**
 * Runs the suite. Resolves to a report whatever the target does. Rejects, before the first request, for a selection that
 * matches nothing, for given ids that are ill-formed and for a baseline with an unknown clause; otherwise only with what
 * `onProgress` threw.
 */
export const verify = async (target: Target, options: VerifyOptions): Promise<Report> => {
  const { seed, replay, runs = DEFAULTS.runs } = options
  const { selected, unmatched } = select(replay === undefined ? options : { only: [replay.clause] })
  if (unmatched.length > 0 || selected.size === 0) {
    throw new RangeError(`no clause matches ${unmatched.join(', ') || 'the selection'}`)
  }
  const misuse = usageProblem(options)
  if (misuse !== undefined) throw new RangeError(misuse)
  const started = Date.now()
  const { signal, onProgress, rethrow } = guardProgress(options.onProgress, options.signal)
  const session = openSession(target, { ...DEFAULTS, ...options })
  const laws = serverLaws.filter((law) => selected.has(law.clause))
  const tally: Tally<Failure> = new Map()

  const first = await setScene(session, options.given, (options.provision ?? true) && !makesItsOwnScene(options))
  const { scene, world, made, because } = first
  const keeper = keepScene(session, first, options.given)
  if (replay === undefined) {
    const requests = session.stats().requests
    enterCase(tally, laws, { steps: sceneCase, planned: undefined, exchanges: made.exchanges, requests })
  }

  const succeeded = made.exchanges.some(({ exchange }) => exchange.answer?.status === 200)
  const existing = made.stuck === undefined ? idsOf(world, 'one') : undefined
  const absent =
    succeeded || session.lost() !== undefined
      ? undefined
      : await preflight(session, {
          existing,
          isGiven: options.given !== undefined,
          credentials: options.credentials
        })
  if (absent !== undefined) tally.clear()
  const jobs =
    absent !== undefined
      ? []
      : replay
        ? planReplay(replay.steps)
        : probesFor(selected, scene).flatMap((probe) => planProbe(probe, scene, seed, runs))
  const concurrency = options.concurrency ?? DEFAULTS.concurrency
  await runCases({ session, laws, world: keeper.current, tally, concurrency, signal, onProgress }, jobs)

  // where nothing but throttling and failures ever came there is nothing to judge
  if (session.stats().answered === 0) tally.clear()
  const mask = session.mask()
  const found = absent ?? problemOf(session, signal)
  const problem = found === undefined ? undefined : mask(found)
  const isHurried = (): boolean => session.lost() !== undefined || signal.aborted
  const url = options.url ?? 'http://127.0.0.1'
  const ran = { session, tally, world: keeper.current, scene, seed, url, strict: options.strict ?? false, isHurried }
  const results: Array<ClauseResult> = []
  for (const id of selected)
    results.push(await serverResult({ ...ran, because: problem ?? (because && mask(because)) }, id))
  const leftBehind = await cleanUpAll(session, keeper.made())
  rethrow()

  const { clauses, baselineProblems } = applyBaseline(results, options.baseline, new Date(started))
  const { requests, retries, notes } = session.stats()
  return reportOf({
    target: options.name ?? options.url ?? 'in-process handler',
    clauses,
    problem,
    all: select({}).selected.size,
    started,
    seed,
    runs,
    requests,
    retries,
    notes: notes.map(mask),
    leftBehind: leftBehind.map(mask),
    baselineProblems
  })
}
