/**
 * Replay tokens of clients and validators: JSON in base64url behind a prefix that names the subject and the version.
 */
import * as t from 'io-ts'
import type { Binds } from '../../clauses/Clause.js'
import { type ClauseId, clausesThatBind } from '../../clauses/index.js'
import { type Either, isLeft, left } from '../../contract/Either.js'

const prefixOf = (subject: Binds): string => `${subject}.1.`

/** A clause that binds `subject`. */
export const clauseIdOf = (subject: Binds): t.Type<ClauseId, ClauseId, unknown> => {
  const is = (u: unknown): u is ClauseId => clausesThatBind(subject).some((id) => id === u)
  return new t.Type('ClauseId', is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity)
}

export const encodeToken = (subject: Binds, content: object): string =>
  `${prefixOf(subject)}${Buffer.from(JSON.stringify(content)).toString('base64url')}`

/** What a token holds, or why it cannot be used. */
export const decodeToken = <A>(subject: Binds, codec: t.Decoder<unknown, A>, token: string): Either<string, A> => {
  const prefix = prefixOf(subject)
  if (!token.startsWith(prefix)) return left(`a replay token of a ${subject} starts with "${prefix}"; copy it whole`)
  let content: unknown
  try {
    content = JSON.parse(Buffer.from(token.slice(prefix.length), 'base64url').toString())
  } catch {
    return left('the token is damaged; copy it whole from the report')
  }
  const decoded = codec.decode(content)
  return isLeft(decoded)
    ? left('the token holds something that is not known here; it may be of another version')
    : decoded
}
