/**
 * The output of ListUserPoolClientSecrets.
 */
import type * as t from 'io-ts'
import {
  ClientSecretListDescriptorType,
  type ClientSecretListDescriptorTypeWire
} from './ClientSecretListDescriptorType.js'
import { Codec, contractError, refuse } from './Codec.js'
import { isLeft, left, right } from './Either.js'
import { member, structure } from './Structure.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * A client has no more secrets than this at any time (page, introduction).
 *
 * @since 0.1.0
 */
export const MAX_CLIENT_SECRETS = 2

/**
 * @since 0.1.0
 */
export interface ListUserPoolClientSecretsResponse {
  readonly ClientSecrets: ReadonlyArray<ClientSecretListDescriptorType>
}

/**
 * @since 0.1.0
 */
export interface ListUserPoolClientSecretsResponseWire {
  readonly ClientSecrets: ReadonlyArray<ClientSecretListDescriptorTypeWire>
}

// ------------------------------------------------------------------------------------
// codecs
// ------------------------------------------------------------------------------------

const isArray = (u: unknown): u is ReadonlyArray<unknown> => {
  try {
    return Array.isArray(u)
  } catch {
    return false // a revoked proxy
  }
}

/** The first elements, as many as there may be and one more, each read once. */
const elements = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> => {
  const length = member(list, 'length')
  const count = typeof length === 'number' ? Math.min(length, MAX_CLIENT_SECRETS + 1) : MAX_CLIENT_SECRETS + 1
  return Array.from({ length: count }, (_, i) => member(list, i) as A)
}

/** A list of no more than two. */
export const atMostTwo = <A, O>(element: Codec<A, O>): Codec<ReadonlyArray<A>, ReadonlyArray<O>> => {
  const is = (u: unknown): u is ReadonlyArray<A> => {
    if (!isArray(u)) return false
    const list = elements(u)
    return list.length <= MAX_CLIENT_SECRETS && list.every(element.is)
  }
  const validate = (u: unknown, context: t.Context): t.Validation<ReadonlyArray<A>> => {
    if (u === undefined || u === null) return refuse(context, 'required')
    if (!isArray(u)) return refuse(context, 'type', 'list')
    const list = elements(u)
    const results = list.map((one, i) => element.validate(one, [...context, { key: String(i), type: element }]))
    const errors = results.flatMap((result) => (isLeft(result) ? result.left : []))
    if (list.length > MAX_CLIENT_SECRETS) errors.push(contractError(context, 'maxItems', MAX_CLIENT_SECRETS))
    return errors.length === 0 ? right(results.flatMap((r) => (isLeft(r) ? [] : [r.right]))) : left(errors)
  }
  return new Codec<ReadonlyArray<A>, ReadonlyArray<O>>('ClientSecrets', is, validate, (list) =>
    isArray(list) ? elements(list).map(element.encode) : list
  )
}

/**
 * Refuses more than two descriptors and any secret value. There is no NextToken: unknown members are ignored. Clauses
 * `response.*` (page, Response Elements).
 *
 * @since 0.1.0
 */
export const ListUserPoolClientSecretsResponse: Codec<
  ListUserPoolClientSecretsResponse,
  ListUserPoolClientSecretsResponseWire
> = structure('ListUserPoolClientSecretsResponse', { ClientSecrets: atMostTwo(ClientSecretListDescriptorType) })
