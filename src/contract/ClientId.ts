/**
 * The id of an app client.
 */
import type * as t from 'io-ts'
import { type ConstrainedStringC, constrainedString } from './ConstrainedString.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface ClientIdBrand {
  readonly ClientId: unique symbol
}

/**
 * 1 to 128 code points, all of them ASCII letters, digits, `_` or `+`. There is no `-` in a ClientId.
 *
 * @since 0.1.0
 */
export type ClientId = t.Branded<string, ClientIdBrand>

// ------------------------------------------------------------------------------------
// codec
// ------------------------------------------------------------------------------------

/**
 * Clauses `request.clientId.*` (page, Request Parameters, ClientId).
 *
 * @since 0.1.0
 */
export const ClientId: ConstrainedStringC<ClientId> = constrainedString(
  'ClientId',
  { minLength: 1, maxLength: 128, pattern: '[\\w+]+' },
  { echo: true }
)
