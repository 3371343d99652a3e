/**
 * The clauses on how a client reads answers, as predicates on one answer and what the client made of it.
 *
 * An answer that is unusual in several ways at once is judged by no clause on one of them: a client that misreads it
 * would be blamed for all.
 */
import type { ClauseId } from '../../clauses/index.js'
import { type ClientOutcome, holdsSecret, isDocumented, isExplained, isNamed, isUnderstood } from './ClientOutcome.js'
import {
  type ExpectedError,
  type ExpectedListing,
  isPlain,
  isUnusualOnlyIn,
  type ResponseSample,
  type Trait
} from './ResponseSample.js'

export interface ClientLaw {
  readonly clause: ClauseId
  readonly applies: (answer: ResponseSample) => boolean
  /** `outcome` is `undefined` where the client threw, ended or reported nothing that can be read. */
  readonly holds: (outcome: ClientOutcome | undefined, answer: ResponseSample) => boolean
}

/** The client must refuse answers that break the clause; of those that keep it, it must read the ones in `accepted`. */
const mustReject = (clause: ClauseId, accepted: (means: ExpectedListing) => boolean = () => false): ClientLaw => ({
  clause,
  applies: (answer) =>
    answer.means._tag === 'Listing'
      ? isPlain(answer) && accepted(answer.means)
      : answer.means._tag === 'Violation' && answer.means.breaks === clause,
  holds: (outcome, { means }) => outcome !== undefined && isUnderstood(outcome, means)
})

/** The client must read an answer that is unusual in this way alone. */
const mustRead = (clause: ClauseId, trait: Trait): ClientLaw => ({
  clause,
  applies: isUnusualOnlyIn(trait),
  holds: (outcome, { means }) => outcome !== undefined && isUnderstood(outcome, means)
})

/** A clause on errors. */
const onError = (
  clause: ClauseId,
  applies: (error: ExpectedError, answer: ResponseSample) => boolean,
  holds: (outcome: ClientOutcome, error: ExpectedError, answer: ResponseSample) => boolean
): ClientLaw => ({
  clause,
  applies: (answer) => answer.means._tag === 'Error' && applies(answer.means, answer),
  holds: (outcome, answer) =>
    outcome !== undefined && answer.means._tag === 'Error' && holds(outcome, answer.means, answer)
})

const isOne = ({ descriptors }: ExpectedListing): boolean => descriptors.length === 1

const hasId = ({ descriptors }: ExpectedListing): boolean => descriptors.some(({ id }) => id !== undefined)

const hasDate = ({ descriptors }: ExpectedListing): boolean => descriptors.some(({ time }) => time !== undefined)

export const clientLaws: ReadonlyArray<ClientLaw> = [
  mustReject('response.status.ok'),
  mustReject('response.body.object'),
  mustReject('response.clientSecrets.present', ({ descriptors }) => descriptors.length === 0),
  mustReject('response.clientSecrets.atMostTwo', ({ descriptors }) => descriptors.length === 2),
  mustReject('response.secretValue.absent'),
  mustReject('response.names.unique'),
  mustReject('response.clientSecretId.length', (means) => isOne(means) && hasId(means) && !hasDate(means)),
  mustReject('response.clientSecretCreateDate.number'),
  { clause: 'client.total', applies: () => true, holds: (outcome) => outcome !== undefined },
  {
    clause: 'client.secretValue.contained',
    applies: ({ secrets }) => secrets.length > 0,
    holds: (outcome, { secrets }) => outcome !== undefined && !holdsSecret(outcome.kept, secrets)
  },
  mustRead('client.unknownMembers.ignored', 'unknown members'),
  mustRead('client.nullMembers.absent', 'null members'),
  mustRead('client.order.free', 'another order'),
  {
    clause: 'client.createDate.exact',
    applies: (answer) =>
      answer.means._tag === 'Listing' &&
      isOne(answer.means) &&
      hasDate(answer.means) &&
      (isPlain(answer) || isUnusualOnlyIn('date with an exponent')(answer)),
    holds: (outcome, { means }) => outcome !== undefined && isUnderstood(outcome, means)
  },
  onError(
    'client.errorType.anywhere',
    (_, answer) => isUnusualOnlyIn('type elsewhere')(answer),
    (outcome, { type }) => isNamed(outcome, type)
  ),
  onError(
    'client.errorType.precedence',
    (_, answer) => isUnusualOnlyIn('several types')(answer),
    (outcome, { type }) => isNamed(outcome, type)
  ),
  onError(
    'client.errorType.stripped',
    (_, answer) => isUnusualOnlyIn('decorated type')(answer),
    (outcome, { type }) => isNamed(outcome, type)
  ),
  onError('client.errorMessage.spelling', ({ message = '' }, answer) => message !== '' && isPlain(answer), isExplained),
  onError(
    'client.errors.documented',
    ({ type }, answer) => isDocumented(type) && isPlain(answer),
    (outcome, { type }) => isNamed(outcome, type)
  ),
  onError(
    'client.errors.reasonCode',
    ({ reasonCode }, answer) => reasonCode !== undefined && isPlain(answer),
    (outcome, { reasonCode }) => outcome._tag === 'Error' && outcome.reasonCode === reasonCode
  ),
  onError(
    'client.errors.open',
    ({ type }, answer) => !isDocumented(type) && isPlain(answer),
    (outcome, { type }, { response }) =>
      outcome._tag === 'Error'
        ? isNamed(outcome, type) && (outcome.status === undefined || outcome.status === response.status)
        : // a client may refuse a response with an error status that names no error
          outcome._tag === 'Refusal' && type === undefined
  )
]
