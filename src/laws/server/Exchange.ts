/**
 * One request, what came back, and what the suite knew when it sent it: all that a law may look at.
 */
import { isLeft } from '../../contract/Either.js'
import { header, type HttpRequest, type HttpResponse } from '../../protocol/index.js'
import { decodeObject } from '../../protocol/Json.js'
import type { ParsedResponse } from '../shared/ParsedResponse.js'
import { type Expectation, expectation } from './expectation.js'
import type { Leak } from '../shared/Leaks.js'
import type { World } from './World.js'

export interface Exchange {
  readonly world: World
  readonly request: HttpRequest
  /** The members of the request's body; none where it is not a JSON object. */
  readonly input: object
  readonly expected: Expectation
  /** Whether the request's body is sent in chunks. */
  readonly isChunked: boolean
  /** `undefined` where no complete HTTP response came. */
  readonly response: HttpResponse | undefined
  readonly answer: ParsedResponse | undefined
  /** Why there is no response. */
  readonly failure: string | undefined
  /** How many secrets the suite had planted. */
  readonly planted: number
  readonly leaks: ReadonlyArray<Leak>
}

export const exchange = (
  world: World,
  request: HttpRequest,
  outcome: Partial<Pick<Exchange, 'response' | 'answer' | 'failure'>>,
  leaks: { readonly planted: number; readonly found: ReadonlyArray<Leak> },
  expected: Expectation = expectation(world, request)
): Exchange => {
  const input = decodeObject(request.body, Infinity)
  return {
    world,
    request,
    input: isLeft(input) ? {} : input.right,
    expected,
    isChunked: header(request.headers, 'transfer-encoding') === 'chunked',
    response: outcome.response,
    answer: outcome.answer,
    failure: outcome.failure,
    planted: leaks.planted,
    leaks: leaks.found
  }
}

/** The same request and answer, where the suite knows something else about the target. */
export const inWorld = (world: World, seen: Exchange): Exchange => ({
  ...seen,
  world,
  expected: expectation(world, seen.request)
})
