/**
 * The input of ListUserPoolClientSecrets.
 */
import { type ClientId, clientId } from './ClientId.js'
import { Codec } from './Codec.js'
import { type Description, type Wire, withFastPath } from './Description.js'
import { isObject, structure } from './Structure.js'
import { type UserPoolId, userPoolId } from './UserPoolId.js'

/** The two ids that name an app client. Clauses `request.*`. */
export interface ListUserPoolClientSecretsRequest {
  /** Required. */
  readonly ClientId: ClientId
  /** Required. */
  readonly UserPoolId: UserPoolId
}

const accept = (u: unknown): ListUserPoolClientSecretsRequest | undefined => {
  if (!isObject(u) || !Object.hasOwn(u, 'ClientId') || !Object.hasOwn(u, 'UserPoolId')) return undefined
  const { ClientId, UserPoolId } = u as Record<'ClientId' | 'UserPoolId', unknown> // it has both
  return clientId.is(ClientId) && userPoolId.is(UserPoolId) ? { ClientId, UserPoolId } : undefined
}

export const listUserPoolClientSecretsRequest: Description<ListUserPoolClientSecretsRequest> = {
  .../* @__PURE__ */ withFastPath(
    /* @__PURE__ */ structure('ListUserPoolClientSecretsRequest', { ClientId: clientId, UserPoolId: userPoolId }),
    accept
  ),
  is: (u): u is ListUserPoolClientSecretsRequest => accept(u) !== undefined
}

/**
 * Both members are required; others (NextToken among them) are ignored and do not survive decoding. Clauses `request.*`
 * (page, Request Parameters).
 */
export const ListUserPoolClientSecretsRequest: Codec<
  ListUserPoolClientSecretsRequest,
  Wire<ListUserPoolClientSecretsRequest>
> = /* @__PURE__ */ new Codec(listUserPoolClientSecretsRequest)
