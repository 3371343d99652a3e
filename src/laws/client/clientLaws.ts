/**
 * The clauses that bind clients, as predicates on one answer and what it means.
 */
import { isLeft } from '../../contract/Either.js'
import { memberOf } from '../shared/ParsedResponse.js'
import {
  type ResponseSample,
  type ExpectedError,
  isNamedBy,
  isPlainlyNamed,
  type ExpectedOutcome,
  type Trait
} from './ResponseSample.js'
import type { ClauseId } from '../../clauses/index.js'
import {
  type Client,
  failure,
  holdsSecret,
  isDocumented,
  isExplained,
  isNamed,
  isOfKnownForm,
  isUnderstood,
  read,
  type ClientOutcome
} from './ClientOutcome.js'

export interface ClientLaw {
  readonly clause: ClauseId
  readonly applies: (answer: ResponseSample) => boolean
  readonly holds: (client: Client, answer: ResponseSample) => boolean
}

/** What breaks the clause is refused, and no listing that keeps it is. */
const told = (
  clause: ClauseId,
  keeps: (means: Extract<ExpectedOutcome, { _tag: 'Listing' }>) => boolean
): ClientLaw => ({
  clause,
  applies: ({ means }) =>
    means._tag === 'Listing' ? keeps(means) : means._tag === 'Violation' && means.breaks === clause,
  holds: (client, answer) => {
    const reading = read(client, answer)
    return answer.means._tag === 'Listing'
      ? reading !== undefined && !isLeft(reading)
      : failure(reading)?._tag === 'ContractViolation'
  }
})

/** An answer that says what it says in this unusual way. */
const understood = (clause: ClauseId, trait: Trait): ClientLaw => ({
  clause,
  applies: (answer) => answer.traits.includes(trait) && isPlainlyNamed(answer),
  holds: (client, answer) => isUnderstood(read(client, answer), answer.means)
})

/** Something about an error. */
const onError = (
  clause: ClauseId,
  applies: (error: ExpectedError, answer: ResponseSample) => boolean,
  holds: (reading: ClientOutcome | undefined, error: ExpectedError, answer: ResponseSample) => boolean
): ClientLaw => ({
  clause,
  applies: (answer) => answer.means._tag === 'Error' && applies(answer.means, answer),
  holds: (client, answer) => answer.means._tag === 'Error' && holds(read(client, answer), answer.means, answer)
})

const always = (): boolean => true

export const clientLaws: ReadonlyArray<ClientLaw> = [
  told('response.status.ok', always),
  told('response.body.object', always),
  told('response.clientSecrets.present', ({ descriptors }) => descriptors.length === 0),
  told('response.clientSecrets.atMostTwo', ({ descriptors }) => descriptors.length === 2),
  told('response.secretValue.absent', always),
  told('response.names.unique', always),
  told('response.clientSecretId.length', ({ descriptors }) => descriptors.some(({ id }) => id !== undefined)),
  told('response.clientSecretCreateDate.number', ({ descriptors }) =>
    descriptors.some(({ time }) => time !== undefined)
  ),
  {
    clause: 'client.total',
    applies: always,
    holds: (client, answer) => {
      const reading = read(client, answer)
      return reading !== undefined && isOfKnownForm(reading)
    }
  },
  {
    clause: 'client.secretValue.contained',
    applies: ({ secrets }) => secrets.length > 0,
    holds: (client, answer) => {
      const reading = read(client, answer)
      return reading !== undefined && !holdsSecret(reading, answer.secrets)
    }
  },
  understood('client.unknownMembers.ignored', 'unknown members'),
  understood('client.nullMembers.absent', 'null members'),
  understood('client.order.free', 'another order'),
  {
    clause: 'client.createDate.exact',
    applies: ({ means }) => means._tag === 'Listing' && means.descriptors.some(({ time }) => time !== undefined),
    holds: (client, answer) => isUnderstood(read(client, answer), answer.means)
  },
  onError(
    'client.errorType.anywhere',
    (_, answer) => isNamedBy('type elsewhere')(answer),
    (reading, { type }) => isNamed(reading, type)
  ),
  onError(
    'client.errorType.precedence',
    (_, { traits }) => traits.includes('several types'),
    (reading, { type }) => isNamed(reading, type)
  ),
  onError(
    'client.errorType.stripped',
    (_, answer) => isNamedBy('decorated type')(answer),
    (reading, { type }) => isNamed(reading, type)
  ),
  onError('client.errorMessage.spelling', ({ message = '' }) => message !== '', isExplained),
  onError(
    'client.errors.documented',
    ({ type }, answer) => isDocumented(type) && isPlainlyNamed(answer),
    (reading, { type }) => isNamed(reading, type)
  ),
  onError(
    'client.errors.reasonCode',
    ({ reasonCode }, answer) => reasonCode !== undefined && isPlainlyNamed(answer),
    (reading, { reasonCode }) => memberOf(failure(reading), 'reasonCode') === reasonCode
  ),
  onError(
    'client.errors.open',
    ({ type }, answer) => !isDocumented(type) && isPlainlyNamed(answer),
    (reading, { type }, { response }) =>
      isNamed(reading, type) && memberOf(failure(reading), 'status') === response.status
  )
]
