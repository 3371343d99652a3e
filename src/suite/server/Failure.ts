/**
 * A clause seen broken by a server: the exchange that shows it, and the case that led there.
 */
import type { TestCase } from '../../generators/TestCase.js'
import { aspectsOf } from '../../laws/server/aspects.js'
import type { Exchange } from '../../laws/server/Exchange.js'
import type { Law } from '../../laws/server/Law.js'
import { parseResponse } from '../../laws/shared/ParsedResponse.js'
import { simpler as simplerBy, type Weight } from '../shared/Tally.js'
import type { PlannedCase } from './plan.js'
import type { CaseResult } from './scene/runCase.js'

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

/** How much is wrong or unusual about the request, the case as JSON, and where it comes from: examples first. */
export const weigh = ({ exchange, steps, planned }: Failure): Weight => {
  const { wrong, unusual } = aspectsOf(exchange)
  const origin = planned && `${Number(planned.sample !== undefined)} ${planned.key}`
  return { faults: wrong.length + unusual.length, text: JSON.stringify(steps), ...(origin && { origin }) }
}

export const simpler = simplerBy(weigh)
