/**
 * The input of ListUserPoolClientSecrets.
 */
import { ClientId } from './ClientId.js'
import type { Codec } from './Codec.js'
import { structure } from './Structure.js'
import { UserPoolId } from './UserPoolId.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface ListUserPoolClientSecretsRequest {
  readonly ClientId: ClientId
  readonly UserPoolId: UserPoolId
}

// ------------------------------------------------------------------------------------
// codec
// ------------------------------------------------------------------------------------

/**
 * Both members are required; others (NextToken among them) are ignored and do not survive decoding. Clauses `request.*`
 * (page, Request Parameters).
 *
 * @since 0.1.0
 */
export const ListUserPoolClientSecretsRequest: Codec<
  ListUserPoolClientSecretsRequest,
  { readonly ClientId: string; readonly UserPoolId: string }
> = structure('ListUserPoolClientSecretsRequest', { ClientId, UserPoolId })
