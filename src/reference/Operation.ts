/**
 * What an operation is, and what all of them share: `(state, input, now) -> [state, result]`.
 */
import type { Codec } from '../contract/Codec.js'
import { type Either, isLeft, left, right } from '../contract/Either.js'
import type { ListUserPoolClientSecretsError } from '../contract/ListUserPoolClientSecretsError.js'
import { invalidRequest } from '../contract/validateRequest.js'
import { serializationError } from '../protocol/index.js'
import type { AppClient, State, UserPool } from './State.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/** An error, or the JSON object of a success; `undefined` where a success has no body. */
export type Result = Either<ListUserPoolClientSecretsError, object | undefined>

/**
 * @since 0.1.0
 */
export type Operation = (state: State, input: unknown, now: Date) => readonly [State, Result]

type Handler<A, Found> = (state: State, request: A, found: Found, now: Date) => readonly [State, Result]

// ------------------------------------------------------------------------------------
// errors
// ------------------------------------------------------------------------------------

export const notFound = (message: string): Either<ListUserPoolClientSecretsError, never> =>
  left({ _tag: 'ResourceNotFoundException', status: 400, message })

export const invalid = (message: string): Either<ListUserPoolClientSecretsError, never> =>
  left({ _tag: 'InvalidParameterException', status: 400, message })

// ------------------------------------------------------------------------------------
// constructors
// ------------------------------------------------------------------------------------

/** An operation on a valid input. */
export const onInput =
  <A>(codec: Codec<A, unknown>, handler: Handler<A, undefined>): Operation =>
  (state, input, now) => {
    const decoded = codec.decode(input)
    if (!isLeft(decoded)) return handler(state, decoded.right, undefined, now)
    const refusal = invalidRequest(decoded.left)
    const wrongType = refusal.violations.some((v) => v.constraint === 'type')
    return [state, left(wrongType ? serializationError(refusal.message) : refusal)]
  }

/** An operation on a pool that exists. */
export const onPool = <A extends { readonly UserPoolId: string }>(
  codec: Codec<A, unknown>,
  handler: Handler<A, UserPool>
): Operation =>
  onInput(codec, (state, request, _, now) => {
    const pool = state.pools.get(request.UserPoolId)
    return pool === undefined
      ? [state, notFound(`User pool ${request.UserPoolId} does not exist.`)]
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
      ? [state, notFound(`User pool client ${request.ClientId} does not exist.`)]
      : handler(state, request, { pool, client }, now)
  })

export const success = (state: State, body?: object): readonly [State, Result] => [state, right(body)]
