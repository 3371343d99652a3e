/**
 * The id of one secret of an app client.
 */
import type * as t from 'io-ts'
import { type ConstrainedStringC, constrainedString } from './ConstrainedString.js'

export interface ClientSecretIdBrand {
  readonly ClientSecretId: unique symbol
}

/**
 * 1 to 128 code points, no pattern. Cognito makes it of the client's id and the time of creation; treat it as opaque.
 */
export type ClientSecretId = t.Branded<string, ClientSecretIdBrand>

/**
 * Clause `response.clientSecretId.length` (type page of ClientSecretListDescriptorType).
 */
export const ClientSecretId: ConstrainedStringC<ClientSecretId> = constrainedString('ClientSecretId', {
  minLength: 1,
  maxLength: 128
})
