/**
 * What a request is about: which clauses it exercises, and what is unusual about it.
 */
import type { Constraint } from '../../contract/Violation.js'
import { CONTENT_TYPE, header } from '../../protocol/index.js'
import { keysIn } from '../shared/ParsedResponse.js'
import type { Exchange } from './Exchange.js'
import type { Member } from '../shared/independentCheck.js'

export const breaks = (e: Exchange, member: Member, constraint: Constraint): boolean =>
  e.expected._tag === 'Refusal' &&
  e.expected.violations.some((v) => v.path[0] === member && v.constraint === constraint)

export const hasWrongType = (e: Exchange): boolean =>
  e.expected._tag === 'Refusal' && e.expected.violations.some((v) => v.constraint === 'type')

export const isWellFormed = ({ expected }: Exchange): boolean =>
  expected._tag === 'Listing' || expected._tag === 'NotFound'

export const hasUnknownMember = (e: Exchange): boolean =>
  keysIn(e.input).some((key) => key !== 'ClientId' && key !== 'UserPoolId' && key !== 'NextToken')

export const hasNextToken = (e: Exchange): boolean => keysIn(e.input).includes('NextToken')

export const hasUnusualHeaderCase = ({ request }: Exchange): boolean =>
  Object.keys(request.headers).some((name) => name !== name.toLowerCase())

export const hasUnusualContentType = ({ request }: Exchange): boolean =>
  header(request.headers, 'content-type') !== CONTENT_TYPE

export const isEmptyBody = ({ request }: Exchange): boolean => request.body.length === 0

/** A JSON escape that stands for no character: some parsers refuse the whole text. */
export const hasLoneSurrogate = (e: Exchange): boolean =>
  Object.values(e.input).some((u) => typeof u === 'string' && /\p{Surrogate}/u.test(u))

/** An ordinary call of a client that exists, nothing about it that a server could trip over. */
export const isPlainListing = (e: Exchange): boolean =>
  e.expected._tag === 'Listing' &&
  !hasUnknownMember(e) &&
  !hasNextToken(e) &&
  !hasUnusualHeaderCase(e) &&
  !hasUnusualContentType(e)
