/**
 * The id of a user pool.
 */
import type * as t from 'io-ts'
import { type ConstrainedStringC, stringCodec } from './Codec.js'
import { constrainedString } from './ConstrainedString.js'

/** Keeps a string that nobody validated from passing for a UserPoolId. */
export interface UserPoolIdBrand {
  /** Exists in types only. */
  readonly UserPoolId: unique symbol
}

/**
 * 1 to 55 code points: ASCII letters, digits, `_` and `-`, then a `_`, then only ASCII letters and digits to the end.
 * The pattern asks for no region in front: `a_0` is a UserPoolId.
 */
export type UserPoolId = t.Branded<string, UserPoolIdBrand>

export const userPoolId = /* @__PURE__ */ constrainedString<UserPoolId>(
  'UserPoolId',
  { minLength: 1, maxLength: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' },
  { echo: true }
)

/** Clauses `request.userPoolId.*` (page, Request Parameters, UserPoolId). */
export const UserPoolId: ConstrainedStringC<UserPoolId> = /* @__PURE__ */ stringCodec(userPoolId)
