/**
 * The suite: laws against a target, to a report.
 */
import { clause, type ClauseId, emptyWorld, type Law, type Scene, serverLaws, type World } from '../laws/index.js'
import { curl } from './curl.js'
import { enter, type Entry, type Failure, type Ledger } from './Ledger.js'
import { masker, shownMessage } from './mask.js'
import { minimise } from './minimise.js'
import { type PlannedCase, planProbe, planReplay, probesFor } from './plan.js'
import { encodeReplay, type Replay } from './replay.js'
import { type ClauseResult, type Counterexample, judge, type Report } from './Report.js'
import { cleanUp, runCase } from './runCase.js'
import { type GivenIds, sceneCase, setScene } from './scene.js'
import { openSession, type Session } from './Session.js'
import { select, type Selection } from './selection.js'
import type { Target } from './Target.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
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
  readonly given?: GivenIds
  /** Whether pools and clients may be created. Default true. */
  readonly provision?: boolean
  /** Whether a broken SHOULD fails the run. Default false. */
  readonly strict?: boolean
  /** Sends this counterexample and nothing else. */
  readonly replay?: Replay
  readonly onProgress?: (progress: Progress) => void
  /** Ends the run early; what was reached is judged, what was created is deleted. */
  readonly signal?: AbortSignal
}

/**
 * @since 0.1.0
 */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly requests: number
  /** Clauses seen broken so far. */
  readonly broken: ReadonlyArray<ClauseId>
}

interface Context {
  readonly session: Session
  readonly laws: ReadonlyArray<Law>
  readonly ledger: Ledger
  readonly world: World
  readonly scene: Scene
  readonly leftBehind: Array<string>
}

const DEFAULT_RUNS = 100
const DEFAULT_CONCURRENCY = 4
const RETRIES = 6
const RETRY_BUDGET = 300

// ------------------------------------------------------------------------------------
// running
// ------------------------------------------------------------------------------------

/** Works through `jobs`, some at a time. */
const pool = async <A>(jobs: ReadonlyArray<A>, width: number, work: (job: A) => Promise<void>): Promise<void> => {
  const queue = jobs.values()
  const worker = async (): Promise<void> => {
    for (const job of queue) await work(job)
  }
  await Promise.all(Array.from({ length: width }, worker))
}

const runPlanned = async (context: Context, planned: PlannedCase): Promise<void> => {
  const { session, world, ledger, laws } = context
  const { exchanges, world: after } = await runCase(session, world, planned.steps, planned.key)
  enter(ledger, laws, { steps: planned.steps, planned, exchanges, requests: session.stats().requests })
  context.leftBehind.push(...(await cleanUp(session, after, world)))
}

// ------------------------------------------------------------------------------------
// results
// ------------------------------------------------------------------------------------

const describeAnswer = ({ exchange: { answer, failure } }: Failure, mask: (text: string) => string): string => {
  if (answer === undefined) return mask(failure ?? 'no answer')
  const type = answer.errorType === undefined ? '' : ` ${answer.errorType}`
  const body = mask(answer.text ?? 'a body that is not UTF-8')
  return `HTTP ${answer.status}${type}${body === '' ? ', no body' : `: ${body.length > 600 ? `${body.slice(0, 600)}…` : body}`}`
}

const counterexample = async (
  { session, world, scene }: Context,
  options: VerifyOptions,
  found: Failure
): Promise<Counterexample> => {
  // the scene is a case that starts from nothing
  const base = found.planned === undefined ? emptyWorld : world
  const { failure, again } = await minimise(session, base, scene, options.seed, found)
  const { exchange, law, steps } = failure
  const mask = masker(session.secrets())
  return {
    probe: found.planned?.probe.name ?? 'setting the scene',
    expected: mask(law.expected(exchange)),
    received: describeAnswer(failure, mask),
    steps,
    request: shownMessage(`${exchange.request.method} ${exchange.request.path}`, exchange.request, mask),
    response: exchange.response && shownMessage(`HTTP ${exchange.response.status}`, exchange.response, mask),
    curl: mask(curl(options.url ?? 'http://127.0.0.1', exchange.request)),
    replay: encodeReplay({ clause: law.clause, steps }),
    again: { ...again, kind: again.failed === again.runs ? 'deterministic' : 'flaky' }
  }
}

const untested = (id: ClauseId, because: string | undefined): Pick<ClauseResult, 'reason' | 'excused'> => {
  const { onlyWhenSeen } = clause(id)
  return onlyWhenSeen === undefined
    ? { reason: because ?? 'no exchange said anything about it', excused: false }
    : { reason: `${onlyWhenSeen}; judged only when seen`, excused: true }
}

const resultOf = async (
  context: Context,
  options: VerifyOptions,
  id: ClauseId,
  because: string | undefined
): Promise<ClauseResult> => {
  const { sentence, level, evidence, section } = clause(id)
  const entry: Entry | undefined = context.ledger.get(id)
  const about = { id, sentence, level, evidence, section, exercised: entry?.exercised ?? 0, broken: entry?.failed ?? 0 }
  if (entry === undefined) return { ...about, status: 'untested', ...untested(id, because) }
  if (entry.smallest === undefined) return { ...about, status: 'passed' }
  return {
    ...about,
    status: level === 'MUST' || options.strict ? 'failed' : 'warned',
    foundAfter: entry.firstFailure ?? 0,
    counterexample: await counterexample(context, options, entry.smallest)
  }
}

// ------------------------------------------------------------------------------------
// the suite
// ------------------------------------------------------------------------------------

/** Whether the case to be replayed starts from nothing, as the scene itself does. */
const makesItsOwnScene = ({ replay }: VerifyOptions): boolean =>
  replay?.steps.some((step) => step.op === 'createUserPool' && step.pool === 'main') ?? false

/** What kept a run from saying all that it could. */
const problemOf = (session: Session, interrupted: boolean): string | undefined => {
  const { answered, responses, starved, requests } = session.stats()
  if (responses === 0) return `unreachable: ${session.lost() ?? 'no request was answered'}`
  if (session.lost() !== undefined) return session.lost()
  if (interrupted) return 'interrupted'
  if (requests > 0 && answered === 0) return 'the target only ever throttled or failed'
  return starved > 0 ? `${starved} calls were throttled to the end` : undefined
}

/**
 * Runs the suite. Resolves to a report whatever the target does; rejects only for a selection that matches nothing.
 *
 * @since 0.1.0
 */
export const verify = async (target: Target, options: VerifyOptions): Promise<Report> => {
  const { selected, unmatched } = select(options.replay === undefined ? options : { only: [options.replay.clause] })
  if (unmatched.length > 0 || selected.size === 0) {
    throw new RangeError(`no clause matches ${unmatched.join(', ') || 'the selection'}`)
  }
  const { seed, runs = DEFAULT_RUNS, concurrency = DEFAULT_CONCURRENCY, signal } = options
  const started = Date.now()
  const session = openSession(target, { seed, retries: RETRIES, retryBudget: RETRY_BUDGET })
  const laws = serverLaws.filter((law) => selected.has(law.clause))
  const ledger: Ledger = new Map()
  const set = await setScene(session, options.given, (options.provision ?? true) && !makesItsOwnScene(options))
  const { scene, world, result, because } = set
  if (result !== undefined && options.replay === undefined) {
    enter(ledger, laws, {
      steps: sceneCase,
      planned: undefined,
      exchanges: result.exchanges,
      requests: session.stats().requests
    })
  }
  const context: Context = { session, laws, ledger, world, scene, leftBehind: [] }
  const jobs =
    options.replay === undefined
      ? probesFor(selected, scene).flatMap((probe) => planProbe(probe, scene, seed, runs))
      : planReplay(options.replay.steps)
  let done = 0
  await pool(jobs, concurrency, async (planned) => {
    if (signal?.aborted || session.lost() !== undefined) return
    await runPlanned(context, planned)
    done++
    const { requests, answered } = session.stats()
    const broken = answered === 0 ? [] : [...ledger].filter(([, entry]) => entry.failed > 0).map(([id]) => id)
    options.onProgress?.({ done, total: jobs.length, requests, broken })
  })
  const interrupted = signal?.aborted ?? false
  // where nothing but throttling and failures ever came there is nothing to judge
  if (session.stats().answered === 0) ledger.clear()
  const clauses: Array<ClauseResult> = []
  for (const id of selected) clauses.push(await resultOf(context, options, id, because))
  const provisioned = result === undefined ? emptyWorld : result.world
  context.leftBehind.push(...(await cleanUp(session, provisioned, emptyWorld)))
  const { requests, retries, notes } = session.stats()
  return {
    tool: 'cognito-secrets-contract',
    formatVersion: 1,
    target: options.name ?? options.url ?? 'in-process handler',
    ...judge(clauses, problemOf(session, interrupted)),
    clauses,
    seed,
    runs,
    requests,
    retries,
    durationMs: Date.now() - started,
    notes,
    leftBehind: context.leftBehind
  }
}
