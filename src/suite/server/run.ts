/**
 * The run loop: sends the planned cases, some at a time, and enters what they show in the tally.
 */
import type { ClauseId } from '../../clauses/index.js'
import type { Law } from '../../laws/server/Law.js'
import type { World } from '../../laws/server/World.js'
import { enterCase, type Failure } from './Failure.js'
import type { Tally } from '../shared/Tally.js'
import { cleanUpCase } from './cleanUp.js'
import type { PlannedCase } from './plan.js'
import { runCase } from './runCase.js'
import type { Session } from './Session.js'

export interface Progress {
  readonly done: number
  readonly total: number
  readonly requests: number
  /** Clauses seen broken so far. */
  readonly broken: ReadonlyArray<ClauseId>
}

export interface Run {
  readonly session: Session
  readonly laws: ReadonlyArray<Law>
  /** The pools and clients that every case starts from. */
  readonly world: () => Promise<World>
  readonly tally: Tally<Failure>
  readonly concurrency: number
  readonly signal: AbortSignal | undefined
  readonly onProgress: ((progress: Progress) => void) | undefined
}

/** Works through `jobs`, some at a time. */
const inParallel = async <A>(
  jobs: IterableIterator<A>,
  width: number,
  work: (job: A) => Promise<void>
): Promise<void> => {
  const worker = async (): Promise<void> => {
    for (const job of jobs) await work(job)
  }
  await Promise.all(Array.from({ length: width }, worker))
}

/** Sends `cases` until they are through, the target is given up or `signal` ends the run. The tally grows in place. */
export const runCases = async (run: Run, cases: ReadonlyArray<PlannedCase>): Promise<void> => {
  const { session, laws, tally, signal } = run
  let done = 0
  await inParallel(cases.values(), run.concurrency, async (planned) => {
    if (signal?.aborted || session.lost() !== undefined) return
    const world = await run.world()
    const { exchanges, world: after } = await runCase(session, world, planned.steps, planned.key)
    enterCase(tally, laws, { steps: planned.steps, planned, exchanges, requests: session.stats().requests })
    await cleanUpCase(session, after, world)
    done++
    const { requests, answered } = session.stats()
    const broken = answered === 0 ? [] : [...tally].filter(([, entry]) => entry.failed > 0).map(([id]) => id)
    run.onProgress?.({ done, total: cases.length, requests, broken })
  })
}
