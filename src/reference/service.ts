/**
 * The reference service on HTTP messages: pure, and an in-memory handler around it.
 */
import { isLeft } from '../contract/Either.js'
import { decodeOperation, type EncodedResponse, type HttpRequest, unknownOperation } from '../protocol/index.js'
import { type Outcome, refuse } from './Operation.js'
import { operations } from './operations.js'
import { initialState, type Limits, type State } from './State.js'

/** One step of the service: the state after the request, and the response to it. Pure and total. */
export const step = (state: State, request: HttpRequest, now: Date): Outcome => {
  const call = decodeOperation(request)
  if (isLeft(call)) return refuse(state, call.left)
  const operation = operations.get(call.right.operation)
  return operation === undefined
    ? refuse(state, unknownOperation('No such operation'))
    : operation(state, call.right.input, now)
}

/** What a service in memory is told. */
export interface HandlerOptions {
  /** The clock; the reference itself reads none. */
  readonly now: () => Date
  /** Decides all names and secrets that the service makes. */
  readonly seed: number
  /** How many pools and clients it keeps, 100,000 of each unless given. More are a LimitExceededException. */
  readonly limits?: Partial<Limits>
}

/** A service of your own in memory, as a function. */
export const inMemory = ({
  now,
  seed,
  limits
}: HandlerOptions): ((request: HttpRequest) => Promise<EncodedResponse>) => {
  let state = initialState(seed, limits)
  return (request) => {
    const [next, response] = step(state, request, now())
    state = next
    return Promise.resolve(response)
  }
}
