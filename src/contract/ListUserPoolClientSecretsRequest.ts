/**
 * The input of ListUserPoolClientSecrets.
 */
import { ClientId } from './ClientId.js'
import { Codec } from './Codec.js'
import { isObject, structure } from './Structure.js'
import { UserPoolId } from './UserPoolId.js'

export interface ListUserPoolClientSecretsRequest {
  readonly ClientId: ClientId
  readonly UserPoolId: UserPoolId
}

/** A type and no interface, so that it fits libraries of forms, which ask for a record. */
export type ListUserPoolClientSecretsRequestWire = { readonly ClientId: string; readonly UserPoolId: string }

const { description } = structure('ListUserPoolClientSecretsRequest', { ClientId, UserPoolId })

/** Engines are fastest with names that are written out. */
const hasBoth = (u: unknown): u is { readonly ClientId: unknown; readonly UserPoolId: unknown } =>
  isObject(u) && Object.hasOwn(u, 'ClientId') && Object.hasOwn(u, 'UserPoolId')

/** Most requests are good. A request that is refused here is read once more, to say why. */
const accepted = (u: unknown): ListUserPoolClientSecretsRequest | undefined => {
  if (!hasBoth(u)) return undefined
  const { ClientId: client, UserPoolId: pool } = u
  return ClientId.description.is(client) && UserPoolId.description.is(pool)
    ? { ClientId: client, UserPoolId: pool }
    : undefined
}

/**
 * Both members are required; others (NextToken among them) are ignored and do not survive decoding. Clauses `request.*`
 * (page, Request Parameters).
 */
export const ListUserPoolClientSecretsRequest: Codec<
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsRequestWire
> = new Codec({
  ...description,
  checkAt: (path) => {
    const check = description.checkAt(path)
    return (u) => accepted(u) ?? check(u)
  },
  is: (u): u is ListUserPoolClientSecretsRequest =>
    hasBoth(u) && ClientId.description.is(u.ClientId) && UserPoolId.description.is(u.UserPoolId)
})
