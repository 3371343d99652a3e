/**
 * What an operation is, and what all of them share: `(state, input, now) -> [state, response]`.
 */
import type { Codec } from '../contract/Codec.js'
import { isLeft } from '../contract/Either.js'
import type { ListUserPoolClientSecretsError } from '../contract/ListUserPoolClientSecretsError.js'
import { invalidRequest } from '../contract/validateRequest.js'
import { inputError } from '../protocol/decodeRequest.js'
import { CONTENT_TYPE, type EncodedResponse, encodeError } from '../protocol/index.js'
import type { AppClient, State, UserPool } from './State.js'

/** The state after the call, and what is answered. The state of a refused call is the one that was given. */
export type Outcome = readonly [State, EncodedResponse]

/** `input` is the JSON value of the body, which nobody has checked. */
export type Operation = (state: State, input: unknown, now: Date) => Outcome

type Handler<A, Found> = (state: State, request: A, found: Found, now: Date) => Outcome

export const refuse = (state: State, error: ListUserPoolClientSecretsError): Outcome => [state, encodeError(error)]

export const refuseNotFound = (state: State, message: string): Outcome =>
  refuse(state, { _tag: 'ResourceNotFoundException', status: 400, message })

export const refuseInvalid = (state: State, message: string): Outcome =>
  refuse(state, { _tag: 'InvalidParameterException', status: 400, message })

export const refuseTooMany = (state: State, message: string): Outcome =>
  refuse(state, { _tag: 'LimitExceededException', status: 400, message })

/** Some operations answer a success with an empty body. */
export const succeed = (state: State, body?: object): Outcome => [
  state,
  {
    status: 200,
    headers: { 'content-type': CONTENT_TYPE },
    body: body === undefined ? '' : JSON.stringify(body)
  }
]

/** An operation on a valid input. Invalid ones are answered by the rule of `inputError`, as List's are. */
export const onInput =
  <A>(codec: Codec<A, unknown>, handler: Handler<A, undefined>): Operation =>
  (state, input, now) => {
    const decoded = codec.decode(input)
    return isLeft(decoded)
      ? refuse(state, inputError(invalidRequest(decoded.left)))
      : handler(state, decoded.right, undefined, now)
  }

/** An operation on a pool that exists. */
export const onPool = <A extends { readonly UserPoolId: string }>(
  codec: Codec<A, unknown>,
  handler: Handler<A, UserPool>
): Operation =>
  onInput(codec, (state, request, _, now) => {
    const pool = state.pools.get(request.UserPoolId)
    return pool === undefined
      ? refuseNotFound(state, `User pool ${request.UserPoolId} does not exist.`)
      : handler(state, request, pool, now)
  })

/** An operation on a client that exists, in the pool that it was asked for in. */
export const onClient = <A extends { readonly UserPoolId: string; readonly ClientId: string }>(
  codec: Codec<A, unknown>,
  handler: Handler<A, { readonly pool: UserPool; readonly client: AppClient }>
): Operation =>
  onPool(codec, (state, request, pool, now) => {
    const client = pool.clients.get(request.ClientId)
    return client === undefined
      ? refuseNotFound(state, `User pool client ${request.ClientId} does not exist.`)
      : handler(state, request, { pool, client }, now)
  })
