/**
 * A clause as a pure predicate on one exchange. Laws know nothing of fast-check, of HTTP clients, or of each other.
 */
import type { ParsedResponse } from '../shared/ParsedResponse.js'
import type { ClauseId } from '../../clauses/index.js'
import type { Exchange } from './Exchange.js'

export interface Law {
  readonly clause: ClauseId
  /** Whether this exchange says anything about the clause. Where it does not, nothing is passed and nothing failed. */
  readonly applies: (exchange: Exchange) => boolean
  readonly holds: (exchange: Exchange) => boolean
  /** What a right answer would have been, for people. */
  readonly expected: (exchange: Exchange) => string
}

/** An exchange that brought an answer. */
export interface Answered extends Exchange {
  readonly answer: ParsedResponse
}

export const isAnswered = (e: Exchange): e is Answered => e.answer !== undefined

/** A law that speaks of answers only. */
export const onAnswer = (
  clause: ClauseId,
  applies: (exchange: Answered) => boolean,
  holds: (exchange: Answered) => boolean,
  expected: string | ((exchange: Exchange) => string)
): Law => ({
  clause,
  applies: (e) => isAnswered(e) && applies(e),
  holds: (e) => isAnswered(e) && holds(e),
  expected: typeof expected === 'string' ? () => expected : expected
})

/** A law that speaks of answers with HTTP status 200. */
export const onSuccess = (
  clause: ClauseId,
  applies: (exchange: Answered) => boolean,
  holds: (exchange: Answered) => boolean,
  expected: string | ((exchange: Exchange) => string)
): Law => onAnswer(clause, (e) => e.answer.status === 200 && applies(e), holds, expected)
