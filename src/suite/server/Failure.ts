/**
 * A clause seen broken by a server: the exchange that shows it, and the case that led there.
 */
import type { TestCase } from '../../generators/TestCase.js'
import type { Exchange } from '../../laws/server/Exchange.js'
import type { Law } from '../../laws/server/Law.js'
import { enter, simpler as simplerBy, type Tally, type Weight } from '../shared/Tally.js'
import type { PlannedCase } from './plan.js'
import type { CaseResult } from './runCase.js'
import { symptomOf } from './symptomOf.js'

export interface Failure {
  readonly law: Law
  readonly exchange: Exchange
  readonly steps: TestCase
  readonly planned: PlannedCase | undefined
}

/** How many constraints the request breaks at once, and the case as JSON. */
const weigh = ({ exchange: { expected }, steps }: Failure): Weight => ({
  faults: expected._tag === 'Refusal' ? expected.violations.length : 0,
  text: JSON.stringify(steps)
})

export const simpler = simplerBy(weigh)

/** Enters the exchanges of a case. The tally grows in place. */
export const enterCase = (
  tally: Tally<Failure>,
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
      const failure = law.holds(exchange)
        ? undefined
        : // what comes after the List that failed is no part of the counterexample
          { law, exchange, steps: ran.steps.slice(0, at + 1), planned: ran.planned }
      enter(tally, law.clause, failure, ran.requests, weigh, failure && symptomOf(law.clause, exchange))
    }
  }
}
