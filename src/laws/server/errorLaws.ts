/**
 * `error.*` as predicates: which error, with which status, in which form.
 */
import { CONTENT_TYPE } from '../../protocol/index.js'
import type { ClauseId } from '../../clauses/index.js'
import type { Expectation } from './expectation.js'
import { type Answered, type Law, onAnswer } from './Law.js'
import { namesOf } from './namesOf.js'
import { isEmpty, messageOf } from './refusals.js'

const isSuccess = (status: number): boolean => status >= 200 && status <= 299

/** An error in answer to a call that reached the operation. */
const isError = (e: Answered): boolean =>
  !isSuccess(e.answer.status) && e.expected._tag !== 'NoOperation' && e.expected._tag !== 'Silent'

const isText = (u: unknown): boolean => u === undefined || u === null || typeof u === 'string'

const isMissing = ({ expected }: Answered, what: Extract<Expectation, { _tag: 'NotFound' }>['what']): boolean =>
  expected._tag === 'NotFound' && expected.what === what

const notFound = (clause: ClauseId, what: Extract<Expectation, { _tag: 'NotFound' }>['what']): Law =>
  onAnswer(
    clause,
    (e) => isMissing(e, what),
    ({ answer }) => answer.errorType === 'ResourceNotFoundException',
    'ResourceNotFoundException'
  )

const status = (clause: ClauseId, errorType: string, documented: number): Law =>
  onAnswer(
    clause,
    ({ answer }) => answer.errorType === errorType,
    ({ answer }) => answer.status === documented,
    `HTTP ${documented}`
  )

export const errorLaws: ReadonlyArray<Law> = [
  notFound('error.notFound.pool', 'pool'),
  notFound('error.notFound.client', 'client'),
  notFound('error.notFound.otherPool', 'otherPool'),
  notFound('error.notFound.deletedClient', 'deletedClient'),
  notFound('error.notFound.deletedPool', 'deletedPool'),
  status('error.notFound.status', 'ResourceNotFoundException', 400),
  status('error.invalidParameter.status', 'InvalidParameterException', 400),
  status('error.internalServer.status', 'InternalServerException', 500),
  status('error.limitExceeded.status', 'LimitExceededException', 400),
  status('error.tooManyRequests.status', 'TooManyRequestsException', 400),
  onAnswer('error.body.object', isError, (e) => e.answer.body !== undefined || isEmpty(e), 'a JSON object, or nothing'),
  onAnswer(
    'error.contentType',
    (e) => isError(e) && !isEmpty(e),
    ({ answer }) => answer.mediaType === CONTENT_TYPE,
    CONTENT_TYPE
  ),
  onAnswer(
    'error.type.present',
    isError,
    ({ answer }) => answer.errorType !== undefined,
    "the error's name in the header x-amzn-errortype, or in code or __type of the body"
  ),
  onAnswer(
    'error.type.consistent',
    (e) => isError(e) && namesOf(e).length > 1,
    (e) => new Set(namesOf(e).map(({ name }) => name)).size === 1,
    'one name, wherever it stands'
  ),
  onAnswer(
    'error.message.string',
    (e) => isError(e) && e.answer.body !== undefined,
    ({ answer }) => ['message', 'Message', 'reasonCode'].every((name) => isText(answer.body?.[name])),
    'strings for message and reasonCode'
  ),
  onAnswer('error.message.present', isError, (e) => messageOf(e) !== undefined, 'a message'),
  onAnswer(
    'error.notFound.wording',
    ({ answer, expected }) => expected._tag === 'NotFound' && answer.errorType === 'ResourceNotFoundException',
    (e) => e.expected._tag === 'NotFound' && messageOf(e) === e.expected.message,
    (e) => (e.expected._tag === 'NotFound' ? e.expected.message : '')
  )
]
