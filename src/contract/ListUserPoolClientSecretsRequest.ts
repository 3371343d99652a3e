/**
 * The input of ListUserPoolClientSecrets.
 */
import { ClientId } from './ClientId.js'
import type { Codec } from './Codec.js'
import { structure } from './Structure.js'
import { UserPoolId } from './UserPoolId.js'

export interface ListUserPoolClientSecretsRequest {
  readonly ClientId: ClientId
  readonly UserPoolId: UserPoolId
}

/**
 * Both members are required; others (NextToken among them) are ignored and do not survive decoding. Clauses `request.*`
 * (page, Request Parameters).
 */
export const ListUserPoolClientSecretsRequest: Codec<
  ListUserPoolClientSecretsRequest,
  { readonly ClientId: string; readonly UserPoolId: string }
> = structure('ListUserPoolClientSecretsRequest', { ClientId, UserPoolId })
