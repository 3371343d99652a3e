/**
 * The count of a run: for each clause how often it applied, how often it failed, and the smallest case that showed it.
 */
import type { TestCase } from '../../generators/TestCase.js'
import type { ClauseId } from '../../clauses/index.js'
import type { Exchange } from '../../laws/server/Exchange.js'
import type { Law } from '../../laws/server/Law.js'
import type { PlannedCase } from '../server/plan.js'
import type { CaseResult } from '../server/runCase.js'

export interface Failure {
  readonly law: Law
  readonly exchange: Exchange
  readonly steps: TestCase
  readonly planned: PlannedCase | undefined
}

export interface Entry {
  /** Exchanges that said something about the clause. */
  readonly exercised: number
  /** Those of them that broke it. */
  readonly failed: number
  /** The number of the request by which it had failed first. */
  readonly firstFailure: number | undefined
  readonly smallest: Failure | undefined
}

export type Tally = Map<ClauseId, Entry>

const none: Entry = { exercised: 0, failed: 0, firstFailure: undefined, smallest: undefined }

/** How many things are wrong with a request at once. */
const wrongs = ({ expected }: Exchange): number => (expected._tag === 'Refusal' ? expected.violations.length : 0)

/** How much there is to read: ids of the scene say nothing, and a character often repeated says no more than a word. */
const size = (json: string): number => {
  const text = json.replace(/\{\{(?:client|pool):\w+\}\}/g, '')
  // of two that read alike, the shorter one
  return text.replace(/(.)\1{8,}/gu, (run) => run.slice(0, 8)).length + text.length / 1e9
}

/** The one of the two that shows less beside the failure itself; of equals the same one, whichever came first. */
export const simpler = (a: Failure | undefined, b: Failure): Failure => {
  if (a === undefined) return b
  const [before, after] = [JSON.stringify(a.steps), JSON.stringify(b.steps)]
  const fewer = wrongs(a.exchange) - wrongs(b.exchange) || size(before) - size(after)
  return fewer > 0 || (fewer === 0 && after < before) ? b : a
}

/** Enters a case's exchanges. The tally grows in place. */
export const enter = (
  tally: Tally,
  laws: ReadonlyArray<Law>,
  ran: {
    readonly steps: TestCase
    readonly planned: PlannedCase | undefined
    readonly exchanges: CaseResult['exchanges']
    /** The number of requests sent so far. */
    readonly requests: number
  }
): void => {
  for (const { exchange, at } of ran.exchanges) {
    for (const law of laws) {
      if (!law.applies(exchange)) continue
      const entry = tally.get(law.clause) ?? none
      const exercised = entry.exercised + 1
      tally.set(
        law.clause,
        law.holds(exchange)
          ? { ...entry, exercised }
          : {
              exercised,
              failed: entry.failed + 1,
              firstFailure: entry.firstFailure ?? ran.requests,
              smallest: simpler(entry.smallest, {
                law,
                exchange,
                // what comes after the List that failed is no part of the counterexample
                steps: ran.steps.slice(0, at + 1),
                planned: ran.planned
              })
            }
      )
    }
  }
}
