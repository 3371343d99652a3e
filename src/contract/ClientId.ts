/**
 * The id of an app client.
 */
import type * as t from 'io-ts'
import { type ConstrainedStringC, stringCodec } from './Codec.js'
import { constrainedString } from './ConstrainedString.js'

/** Keeps a string that nobody validated from passing for a ClientId. */
export interface ClientIdBrand {
  /** Exists in types only. */
  readonly ClientId: unique symbol
}

/** 1 to 128 code points, all of them ASCII letters, digits, `_` or `+`. There is no `-` in a ClientId. */
export type ClientId = t.Branded<string, ClientIdBrand>

export const clientId = /* @__PURE__ */ constrainedString<ClientId>(
  'ClientId',
  { minLength: 1, maxLength: 128, pattern: '[\\w+]+' },
  { echo: true }
)

/** Clauses `request.clientId.*` (page, Request Parameters, ClientId). */
export const ClientId: ConstrainedStringC<ClientId> = /* @__PURE__ */ stringCodec(clientId)
