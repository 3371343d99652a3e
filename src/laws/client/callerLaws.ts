/**
 * The clauses on what a client sends, as predicates on one input of a call.
 */
import { isLeft } from '../../contract/Either.js'
import { CONTENT_TYPE, header, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../protocol/index.js'
import { decodeObject } from '../../protocol/Json.js'
import { mediaType } from '../../protocol/Http.js'
import { memberOf } from '../shared/ParsedResponse.js'
import type { ClauseId } from '../../clauses/index.js'
import { independentViolations } from '../shared/independentCheck.js'

export interface CallerLaw {
  readonly clause: ClauseId
  readonly applies: (input: unknown) => boolean
  /** `request` is what the client sent for the input, `undefined` where it sent nothing. */
  readonly holds: (request: HttpRequest | undefined, input: unknown) => boolean
}

const isWellMade = (request: HttpRequest, input: unknown): boolean => {
  const { method, headers, body } = request
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
    applies: (input) => independentViolations(input).length > 0,
    holds: (request) => request === undefined
  },
  {
    clause: 'client.request.wire',
    applies: (input) => independentViolations(input).length === 0,
    holds: (request, input) => request !== undefined && isWellMade(request, input)
  }
]
