/**
 * The reference service on HTTP messages: pure, and an in-memory handler around it.
 */
import { isLeft } from '../contract/Either.js'
import {
  CONTENT_TYPE,
  decodeOperation,
  encodeError,
  type HttpRequest,
  type HttpResponse,
  unknownOperation
} from '../protocol/index.js'
import { operations } from './operations.js'
import { initialState, type State } from './State.js'

/**
 * One step of the service.
 *
 * @since 0.1.0
 */
export const step = (state: State, request: HttpRequest, now: Date): readonly [State, HttpResponse] => {
  const call = decodeOperation(request)
  if (isLeft(call)) return [state, encodeError(call.left)]
  const operation = operations.get(call.right.operation)
  if (operation === undefined) return [state, encodeError(unknownOperation('No such operation'))]
  const [next, result] = operation(state, call.right.input, now)
  if (isLeft(result)) return [next, encodeError(result.left)]
  const body = result.right === undefined ? '' : JSON.stringify(result.right)
  return [next, { status: 200, headers: { 'content-type': CONTENT_TYPE }, body }]
}

/**
 * @since 0.1.0
 */
export interface HandlerOptions {
  /** The clock; the reference itself reads none. */
  readonly now: () => Date
  /** Decides all names and secrets that the service makes. */
  readonly seed: number
}

/**
 * A service of your own in memory, as a function.
 *
 * @since 0.1.0
 */
export const inMemory = ({ now, seed }: HandlerOptions): ((request: HttpRequest) => Promise<HttpResponse>) => {
  let state = initialState(seed)
  return (request) => {
    const [next, response] = step(state, request, now())
    state = next
    return Promise.resolve(response)
  }
}
