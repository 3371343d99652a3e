/**
 * `request.*` as predicates: what must be refused is refused by the right name, what must be accepted is.
 */
import type { Constraint } from '../../contract/Violation.js'
import type { ClauseId } from '../../clauses/index.js'
import type { Exchange } from './Exchange.js'
import { type Answered, isAnswered, type Law, onAnswer } from './Law.js'
import { isCalledInvalid, isNamed400, isRefused, messageOf } from './refusals.js'
import {
  breaks,
  hasNextToken,
  hasUnusualContentType,
  hasUnknownMember,
  hasUnusualHeaderCase,
  hasWrongType,
  isEmptyBody,
  isWellFormed
} from './requestTraits.js'
import { saysAll } from '../shared/wording.js'
import type { Member } from '../shared/independentCheck.js'

const refusal = (clause: ClauseId, member: Member, constraint: Constraint): Law =>
  onAnswer(
    clause,
    (e) => breaks(e, member, constraint) && !isEmptyBody(e),
    isRefused,
    'InvalidParameterException (any message)'
  )

const wrongType = (clause: ClauseId, member: Member): Law =>
  onAnswer(
    clause,
    (e) => breaks(e, member, 'type'),
    (e) => e.answer.status === 400 && isRefused(e),
    'HTTP 400, SerializationException or InvalidParameterException'
  )

/** An id that servers which expect what Cognito usually makes would refuse. */
const isUnusual: Readonly<Record<Member, (id: string) => boolean>> = {
  ClientId: (id) => !/^[a-z0-9]{20,32}$/.test(id),
  UserPoolId: (id) => !/^[a-z]{2}(?:-[a-z]+)+-\d_[A-Za-z0-9]{9}$/.test(id)
}

const accepted = (clause: ClauseId, member: Member, other: Member): Law =>
  onAnswer(
    clause,
    (e) => {
      const ids = e.input as Readonly<Record<Member, string>> // of a request that is well-formed
      return isWellFormed(e) && (isUnusual[member](ids[member]) || !isUnusual[other](ids[other]))
    },
    (e) => !isCalledInvalid(e),
    `anything but a complaint about the form of ${member}: it is well-formed`
  )

const reasonOf = ({ expected }: Exchange): string | undefined => ('reason' in expected ? expected.reason : undefined)

/** A List whose plain form was answered with a list, as far as anybody knows. */
const isListed = ({ expected }: Exchange): boolean =>
  expected._tag === 'Listing' && (expected.client.secrets === undefined || expected.client.listed !== undefined)

/** As many as there are, or as many as a plain call listed. More than there are is for other clauses. */
const listsAsMany = ({ answer, expected }: Answered): boolean => {
  if (expected._tag !== 'Listing') return true
  const { secrets, listed } = expected.client
  const count = answer.descriptors?.length ?? -1
  if (secrets === undefined) return listed === undefined || count === listed.length
  return secrets.length > 2 || count >= secrets.length || count === listed?.length
}

const listsAnyway = (clause: ClauseId, applies: (e: Exchange) => boolean): Law =>
  onAnswer(
    clause,
    (e) => isListed(e) && applies(e),
    (e) => e.answer.status === 200 && listsAsMany(e),
    'HTTP 200 and the same list, as without it'
  )

export const requestLaws: ReadonlyArray<Law> = [
  refusal('request.clientId.required', 'ClientId', 'required'),
  wrongType('request.clientId.type', 'ClientId'),
  refusal('request.clientId.minLength', 'ClientId', 'minLength'),
  refusal('request.clientId.maxLength', 'ClientId', 'maxLength'),
  refusal('request.clientId.pattern', 'ClientId', 'pattern'),
  accepted('request.clientId.accepted', 'ClientId', 'UserPoolId'),
  refusal('request.userPoolId.required', 'UserPoolId', 'required'),
  wrongType('request.userPoolId.type', 'UserPoolId'),
  refusal('request.userPoolId.minLength', 'UserPoolId', 'minLength'),
  refusal('request.userPoolId.maxLength', 'UserPoolId', 'maxLength'),
  refusal('request.userPoolId.pattern', 'UserPoolId', 'pattern'),
  accepted('request.userPoolId.accepted', 'UserPoolId', 'ClientId'),
  listsAnyway('request.unknownMembers.ignored', (e) => hasUnknownMember(e) && !hasNextToken(e)),
  listsAnyway('request.nextToken.tolerated', (e) => hasNextToken(e) && !hasUnknownMember(e)),
  listsAnyway('request.headers.caseInsensitive', hasUnusualHeaderCase),
  listsAnyway('request.contentType.parametersIgnored', hasUnusualContentType),
  {
    clause: 'request.body.chunked',
    // HTTP/1.0 knows no chunks
    applies: (e) => isListed(e) && e.isChunked && e.response?.httpVersion !== '1.0',
    holds: (e) =>
      isAnswered(e) &&
      // a server may ask for a length, or know no coding: of that no form is prescribed
      (e.answer.status === 411 || e.answer.status === 501 || (e.answer.status === 200 && listsAsMany(e))),
    expected: () => 'HTTP 200 and the same list as without chunks, or 411 or 501'
  },
  onAnswer(
    'request.body.empty',
    (e) => e.expected._tag === 'Refusal' && isEmptyBody(e),
    isRefused,
    'InvalidParameterException (any message)'
  ),
  onAnswer(
    'request.body.malformed',
    (e) => reasonOf(e) === 'not JSON',
    isNamed400,
    'HTTP 400 and the name of an error'
  ),
  onAnswer(
    'request.body.notObject',
    (e) => reasonOf(e) === 'not an object',
    isNamed400,
    'HTTP 400 and the name of an error'
  ),
  {
    clause: 'request.body.hostile',
    applies: (e) => e.expected._tag === 'Silent',
    holds: ({ answer }) =>
      answer !== undefined && (answer.status === 200 || (answer.status >= 400 && answer.status < 500)),
    expected: () => 'HTTP 200 or a status between 400 and 499'
  },
  onAnswer(
    'request.body.serializationException',
    (e) => e.expected._tag === 'Unreadable' || (hasWrongType(e) && e.answer.status !== 200),
    (e) => e.answer.errorType === 'SerializationException',
    'SerializationException'
  ),
  onAnswer(
    'request.operation.unknown',
    (e) => reasonOf(e) === 'target',
    ({ answer }) => answer.errorType === 'UnknownOperationException' && answer.status < 500,
    'UnknownOperationException, with a status below 500'
  ),
  onAnswer(
    'request.method.post',
    (e) => reasonOf(e) === 'method',
    ({ answer: { status, errorType } }) =>
      ((status >= 400 && status < 500) || status === 501) && errorType !== 'InvalidParameterException',
    'a status between 400 and 499, or 501, and not for its input'
  ),
  onAnswer(
    'error.invalidParameter.wording',
    (e) => e.expected._tag === 'Refusal' && !hasWrongType(e) && e.answer.errorType === 'InvalidParameterException',
    (e) => e.expected._tag === 'Refusal' && saysAll(messageOf(e), e.expected.violations),
    (e) => (e.expected._tag === 'Refusal' ? e.expected.descriptions : '')
  )
]
