/**
 * The clauses on what a client sends, as predicates on one input of a call.
 */
import { type Either, isLeft } from '../../contract/Either.js'
import { CONTENT_TYPE, header, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../protocol/index.js'
import { decodeObject } from '../../protocol/Json.js'
import { mediaType } from '../../protocol/Http.js'
import { memberOf } from '../shared/ParsedResponse.js'
import type { ClauseId } from '../../clauses/index.js'
import { attempt } from './ClientOutcome.js'
import { wrongs } from '../shared/independentCheck.js'

/** What a client sends for an input, or why it sends nothing. */
export type Caller = (input: unknown) => Either<unknown, HttpRequest>

export interface CallerLaw {
  readonly clause: ClauseId
  readonly applies: (input: unknown) => boolean
  readonly holds: (call: Caller, input: unknown) => boolean
}

const isWellMade = (called: Either<unknown, HttpRequest>, input: unknown): boolean => {
  if (isLeft(called)) return false
  const { method, headers, body } = called.right
  const sent = decodeObject(body, Infinity)
  return (
    method === 'POST' &&
    header(headers, 'x-amz-target') === `${TARGET_PREFIX}${OPERATION}` &&
    mediaType(header(headers, 'content-type')) === CONTENT_TYPE &&
    !isLeft(sent) &&
    ['ClientId', 'UserPoolId'].every((name) => memberOf(sent.right, name) === memberOf(input, name))
  )
}

export const callerLaws: ReadonlyArray<CallerLaw> = [
  {
    clause: 'client.request.refused',
    applies: (input) => wrongs(input).length > 0,
    holds: (call, input) => attempt(() => isLeft(call(input))) ?? false
  },
  {
    clause: 'client.request.wire',
    applies: (input) => wrongs(input).length === 0,
    holds: (call, input) => attempt(() => isWellMade(call(input), input)) ?? false
  }
]
