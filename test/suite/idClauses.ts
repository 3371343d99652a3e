/**
 * The clauses on the form of each id, in the order of the catalogue.
 */
import type { ClauseId } from '../../src/clauses/index.js'

export const clientIdClauses: ReadonlyArray<ClauseId> = [
  'request.clientId.required',
  'request.clientId.type',
  'request.clientId.minLength',
  'request.clientId.maxLength',
  'request.clientId.pattern',
  'request.clientId.accepted'
]

export const userPoolIdClauses: ReadonlyArray<ClauseId> = [
  'request.userPoolId.required',
  'request.userPoolId.type',
  'request.userPoolId.minLength',
  'request.userPoolId.maxLength',
  'request.userPoolId.pattern',
  'request.userPoolId.accepted'
]
