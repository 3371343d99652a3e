/**
 * The run loop: sends the planned cases, some at a time, and enters what they show in the tally.
 */
import type { ClauseId } from '../../clauses/index.js'
import type { Law } from '../../laws/server/Law.js'
import type { World } from '../../laws/server/World.js'
import type { Progress } from '../shared/Progress.js'
import { cleanUpCase } from './scene/cleanUp.js'
import type { PlannedCase } from './plan.js'
import { runCase } from './scene/runCase.js'
import { enterCase, type ServerTally } from './ServerTally.js'
import type { Session } from './target/Session.js'

export interface Run {
  readonly session: Session
  readonly laws: ReadonlyArray<Law>
  /** The pools and clients that every case starts from. */
  readonly world: () => Promise<World>
  readonly tally: ServerTally
  readonly concurrency: number
  readonly onProgress: ((progress: Progress) => void) | undefined
  /** Whether what is broken is enough to stop at. */
  readonly isEnough: () => boolean
}

/** Works through `jobs`, `width` at a time. */
export const inParallel = async <A>(
  jobs: IterableIterator<A>,
  width: number,
  work: (job: A) => Promise<void>
): Promise<void> => {
  const worker = async (): Promise<void> => {
    for (const job of jobs) await work(job)
  }
  await Promise.all(Array.from({ length: width }, worker))
}

/** What is surely broken; nothing as long as the target has answered nothing. */
export const brokenByTarget = ({ surelyBroken }: ServerTally, session: Session): ReadonlyArray<ClauseId> =>
  session.stats().answered === 0 ? [] : [...surelyBroken]

/** Sends `cases`, `total` of them, until they are through or the session has ended. The tally grows in place. Returns how far it came. */
export const runCases = async (
  run: Run,
  cases: IterableIterator<PlannedCase>,
  total: number
): Promise<Pick<Progress, 'done' | 'total'>> => {
  const { session, laws, tally } = run
  let done = 0
  const untilTheEnd = function* (): Generator<PlannedCase, void, undefined> {
    for (const planned of cases) {
      if (session.ended() !== undefined || run.isEnough()) return
      yield planned
    }
  }
  await inParallel(untilTheEnd(), run.concurrency, async (planned) => {
    const world = await run.world()
    const { exchanges, world: after } = await runCase(session, world, planned.steps, planned.key)
    enterCase(tally, laws, { steps: planned.steps, planned, exchanges, requests: session.stats().requests })
    await cleanUpCase(session, after, world)
    done++
    run.onProgress?.({ done, total, requests: session.stats().requests, broken: brokenByTarget(tally, session) })
  })
  return { done, total }
}
