/**
 * The id of one secret of an app client.
 */
import type * as t from 'io-ts'
import { type ConstrainedStringC, stringCodec } from './Codec.js'
import { constrainedString } from './ConstrainedString.js'

/** Keeps a string that nobody validated from passing for a ClientSecretId. */
export interface ClientSecretIdBrand {
  /** Exists in types only. */
  readonly ClientSecretId: unique symbol
}

/**
 * 1 to 128 code points, no pattern. Cognito makes it of the client's id and the time of creation; treat it as opaque.
 */
export type ClientSecretId = t.Branded<string, ClientSecretIdBrand>

export const clientSecretId = /* @__PURE__ */ constrainedString<ClientSecretId>('ClientSecretId', {
  minLength: 1,
  maxLength: 128
})

/** Clause `response.clientSecretId.length` (type page of ClientSecretListDescriptorType). */
export const ClientSecretId: ConstrainedStringC<ClientSecretId> = /* @__PURE__ */ stringCodec(clientSecretId)
