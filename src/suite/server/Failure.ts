/**
 * A clause seen broken by a server: the exchange that shows it, and the case that led there.
 */
import type { TestCase } from '../../generators/TestCase.js'
import type { Exchange } from '../../laws/server/Exchange.js'
import type { Law } from '../../laws/server/Law.js'
import { parseResponse } from '../../laws/shared/ParsedResponse.js'
import { enter, simpler as simplerBy, type Tally, type Weight } from '../shared/Tally.js'
import type { PlannedCase } from './plan.js'
import type { CaseResult } from './scene/runCase.js'
import { symptomOf } from './symptomOf.js'

export interface Failure {
  readonly law: Law
  /** Without the parsed answer, which may take a hundred times the memory of its bytes. */
  readonly exchange: Exchange & { readonly answer: undefined }
  readonly steps: TestCase
  readonly planned: PlannedCase | undefined
}

/** The exchange that shows a failure, as the law saw it. */
export const exchangeOf = ({ exchange }: Failure): Exchange => ({
  ...exchange,
  answer: exchange.response && parseResponse(exchange.response)
})

/** What is kept of an exchange that broke a law; what comes after its step is no part of the counterexample. */
export const failureOf = (
  law: Law,
  { exchange, at }: CaseResult['exchanges'][number],
  steps: TestCase,
  planned?: PlannedCase
): Failure => ({
  law,
  exchange: { ...exchange, answer: undefined },
  steps: steps.slice(0, at + 1),
  planned
})

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
  for (const seen of ran.exchanges) {
    const { exchange } = seen
    for (const law of laws) {
      if (!law.applies(exchange)) continue
      const failure = law.holds(exchange) ? undefined : failureOf(law, seen, ran.steps, ran.planned)
      enter(tally, law.clause, failure, ran.requests, weigh, failure && symptomOf(law.clause, exchange))
    }
  }
}
