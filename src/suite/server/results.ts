/**
 * From the tally of a run to the result of each clause, counterexamples made small and tried again.
 */
import { clause, type ClauseId } from '../../clauses/index.js'
import { emptyWorld } from '../../laws/server/World.js'
import type { TestCase } from '../../generators/TestCase.js'
import { type Scene } from '../../generators/probes/Probe.js'
import { curl } from './counterexample/curl.js'
import { describeReceived } from './counterexample/describe.js'
import { exchangeOf, type Failure } from './Failure.js'
import { resultOf } from '../shared/result.js'
import type { Progress } from '../shared/Progress.js'
import { shownMessage } from '../shared/mask.js'
import { minimise } from './counterexample/shrink.js'
import { encodeReplay } from './counterexample/replay.js'
import type { ClauseResult, Counterexample } from '../shared/Report.js'
import { brokenIn } from '../shared/Tally.js'
import { explained, wasBroken } from './ServerTally.js'
import { inParallel, type Run } from './run.js'

/** What a run knows when its cases are through. */
export interface FinishedRun extends Run {
  readonly scene: Scene
  /** How many cases were carried out, and how many there were. */
  readonly cases: Pick<Progress, 'done' | 'total'>
  /** `undefined` for a target without an address. */
  readonly url: string | undefined
  readonly strict: boolean
  /** Why clauses may have gone untested. */
  readonly because: string | undefined
}

/** Whether what the last request names is there after the run. */
const isSendable = ({ session, scene, url }: FinishedRun, steps: TestCase): boolean =>
  url !== undefined && (session.keep || scene === 'given' || !JSON.stringify(steps.at(-1)).includes('{{'))

const counterexample = async (run: FinishedRun, found: Failure, tried: () => void): Promise<Counterexample> => {
  // the scene is a case that starts from nothing
  const base = found.planned === undefined ? { ...emptyWorld, restarts: run.session.restarts() } : await run.world()
  const { failure, again } = await minimise(run.session, base, run.scene, found, tried)
  const { law, steps } = failure
  const exchange = exchangeOf(failure)
  const { request, response, answer } = exchange
  const mask = run.session.mask()
  return {
    probe: found.planned?.probe.name ?? 'setting the scene',
    expected: mask(law.expected(exchange)),
    received: describeReceived(law.clause, exchange, mask),
    steps,
    request: shownMessage(`${request.method} ${request.path}`, request, mask),
    ...(response === undefined
      ? {}
      : {
          response: shownMessage(
            `HTTP ${response.status} ${mask(response.statusText ?? '')}`.trim(),
            // what cannot be read could not be masked either
            answer?.hiddenBy === undefined ? response : { ...response, body: `[${response.body.length} bytes]` },
            mask
          )
        }),
    curl: run.session.mask(Infinity)(curl(run.url ?? 'http://127.0.0.1', request)),
    ...(isSendable(run, steps) ? {} : { curlIsStale: true }),
    replay: encodeReplay({ clause: law.clause, steps }),
    again
  }
}

/** Why a clause is not judged where each answer that it is about is wrong for the reason of another clause. */
const EXPLAINED = 'every answer that broke it is explained by another broken clause'

/** They give secrets to clients of which there are more than the run starts with. */
const adding = ['AddUserPoolClientSecret', 'CreateUserPoolClient']

/** The operations that a clause takes besides those that every run starts with. */
const operations: Partial<Readonly<Record<ClauseId, ReadonlyArray<string>>>> = {
  'response.clientSecretId.unique': ['AddUserPoolClientSecret'],
  'list.generatedSecret': adding,
  'list.callerSecret': adding,
  'list.afterRefusedAdd': adding,
  'list.createDate': adding,
  'list.duringChanges': adding,
  'list.afterConcurrentChanges': adding,
  'list.deletedSecret': ['DeleteUserPoolClientSecret', ...adding],
  'error.notFound.deletedClient': ['DeleteUserPoolClient', 'CreateUserPoolClient'],
  'error.notFound.deletedPool': ['DeleteUserPool', 'CreateUserPool']
}

const untested = (run: FinishedRun, id: ClauseId): Required<Pick<ClauseResult, 'reason' | 'excused'>> => {
  const { onlyWhenSeen } = clause(id)
  const starts = (operations[id] ?? []).map((operation) => `${operation} failed`)
  const refused = run.session.notes().find((note) => starts.some((start) => note.startsWith(start)))
  const explainedAway = wasBroken(run.tally, id) ? EXPLAINED : undefined
  const known = explainedAway ?? run.because ?? (refused && run.session.mask()(refused))
  return onlyWhenSeen === undefined
    ? { reason: known ?? 'not exercised by any request', excused: false }
    : { reason: `${onlyWhenSeen}; judged only when seen`, excused: true }
}

/** The result of each clause. Counterexamples are shrunk side by side. */
export const serverResults = async (
  run: FinishedRun,
  ids: ReadonlyArray<ClauseId>
): Promise<ReadonlyArray<ClauseResult>> => {
  const { session, concurrency, onProgress, strict } = run
  const tally = explained(run.tally)
  const broken = brokenIn(tally)
  const results: Array<ClauseResult> = []
  let done = 0
  const report = (): void => {
    const { requests } = session.stats()
    onProgress?.({ ...run.cases, requests, broken, shrunk: { done, total: broken.length } })
  }
  const shrink = async (failure: Failure): Promise<Counterexample> => {
    const shown = await counterexample(run, failure, report)
    done++
    report()
    return shown
  }
  await inParallel(ids.values(), concurrency, async (id) => {
    const judging = {
      subject: 'server',
      strict,
      tally,
      untested: (one: ClauseId) => untested(run, one),
      counterexample: shrink
    } as const
    results.push(await resultOf(judging, id))
  })
  return results.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
