/**
 * The clauses that bind clients, as predicates on one answer and what it means, or on one input of a call.
 */
import { type Either, isLeft } from '../contract/Either.js'
import { documentedExceptions } from '../contract/errors.js'
import type { ListUserPoolClientSecretsResponse } from '../contract/ListUserPoolClientSecretsResponse.js'
import {
  CONTENT_TYPE,
  decodeObject,
  header,
  type HttpRequest,
  type HttpResponse,
  type ListUserPoolClientSecretsFailure,
  mediaType,
  OPERATION,
  TARGET_PREFIX
} from '../protocol/index.js'
import { memberOf } from './Answer.js'
import type { ClauseId } from './clauses/index.js'
import { emptyLeakIndex, findLeaks, plant } from './Leaks.js'
import { wrongs } from './validatorLaws.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * What an answer says, whichever way it says it.
 *
 * @since 0.1.0
 */
export type Meaning =
  /** A success with these descriptors; `time` in epoch milliseconds. */
  | {
      readonly _tag: 'Listing'
      readonly descriptors: ReadonlyArray<{ readonly id: string | undefined; readonly time: number | undefined }>
    }
  /** An error; `type` is `undefined` where the answer names none. */
  | {
      readonly _tag: 'Error'
      readonly type: string | undefined
      readonly message: string | undefined
      readonly reasonCode: string | undefined
    }
  /** What the contract rules out, and the clause that does. */
  | { readonly _tag: 'Violation'; readonly breaks: ClauseId }
  /** The sources are silent. */
  | { readonly _tag: 'Anything' }

/**
 * What is unusual about an answer.
 *
 * @since 0.1.0
 */
export type Trait =
  | 'unknown members'
  | 'null members'
  | 'another order'
  /** Two places name an error differently. */
  | 'several types'
  /** With a namespace before the name, or something behind it. */
  | 'decorated type'
  /** The name is not in `__type`. */
  | 'type elsewhere'
  /** An error whose body is no JSON object. */
  | 'unreadable body'

/**
 * @since 0.1.0
 */
export interface AnswerCase {
  readonly response: HttpResponse
  readonly means: Meaning
  readonly traits: ReadonlyArray<Trait>
  /** What it gives away and a client must not keep. */
  readonly secrets: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 */
export type Client = (
  response: HttpResponse
) => Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse>

/**
 * @since 0.1.0
 */
export interface ClientLaw {
  readonly clause: ClauseId
  readonly applies: (answer: AnswerCase) => boolean
  readonly holds: (client: Client, answer: AnswerCase) => boolean
}

/**
 * What a client sends for an input, or why it sends nothing.
 *
 * @since 0.1.0
 */
export type Caller = (input: unknown) => Either<unknown, HttpRequest>

/**
 * @since 0.1.0
 */
export interface CallerLaw {
  readonly clause: ClauseId
  readonly applies: (input: unknown) => boolean
  readonly holds: (call: Caller, input: unknown) => boolean
}

// ------------------------------------------------------------------------------------
// readings
// ------------------------------------------------------------------------------------

type Reading = ReturnType<Client>

type ErrorMeaning = Extract<Meaning, { readonly _tag: 'Error' }>

const attempt = <A>(f: () => A): A | undefined => {
  try {
    return f()
  } catch {
    return undefined
  }
}

const read = (client: Client, { response }: AnswerCase): Reading | undefined => attempt(() => client(response))

const failure = (reading: Reading | undefined): ListUserPoolClientSecretsFailure | undefined =>
  reading !== undefined && isLeft(reading) ? reading.left : undefined

const isDocumented = (type: string | undefined): boolean =>
  type !== undefined && Object.hasOwn(documentedExceptions, type)

const sorted = (all: ReadonlyArray<{ readonly id: unknown; readonly time: unknown }>): string =>
  all
    .map(({ id, time }) => JSON.stringify([id, time]))
    .sort()
    .join()

const listing = (reading: Reading | undefined): string | undefined =>
  reading === undefined || isLeft(reading)
    ? undefined
    : attempt(() =>
        sorted(
          reading.right.ClientSecrets.map(({ ClientSecretId, ClientSecretCreateDate }) => ({
            id: ClientSecretId,
            time: ClientSecretCreateDate?.getTime()
          }))
        )
      )

const isNamed = (reading: Reading | undefined, type: string | undefined): boolean => {
  const error = failure(reading)
  return isDocumented(type)
    ? error?._tag === type
    : error?._tag === 'CommonError' && (type === undefined || error.type === type)
}

/** Where an answer has no text, clients put one of their own. */
const isExplained = (reading: Reading | undefined, { message = '' }: ErrorMeaning): boolean =>
  message === '' || memberOf(failure(reading), 'message') === message

/** Unusual ways to name an error, each with a clause of its own. */
const NAMING: ReadonlyArray<Trait> = ['several types', 'decorated type', 'type elsewhere', 'unreadable body']

const isPlainlyNamed = ({ traits }: AnswerCase): boolean => !traits.some((trait) => NAMING.includes(trait))

/** Whether this is the only unusual way in which the error is named. */
const isNamedBy =
  (trait: Trait) =>
  ({ traits }: AnswerCase): boolean =>
    traits.includes(trait) && NAMING.every((other) => other === trait || !traits.includes(other))

/** Whether the reading is what the answer means. */
const isUnderstood = (reading: Reading | undefined, means: Meaning): boolean => {
  switch (means._tag) {
    case 'Listing':
      return listing(reading) === sorted(means.descriptors)
    case 'Error':
      return isNamed(reading, means.type) && isExplained(reading, means)
    case 'Violation':
      return failure(reading)?._tag === 'ContractViolation'
    case 'Anything':
      return reading !== undefined
  }
}

/** Every string in a value, hidden members of errors and bytes included. */
const textIn = (u: unknown, seen = new Set<unknown>()): string => {
  if (typeof u === 'function' || typeof u === 'symbol') return ''
  if (typeof u !== 'object' || u === null) return String(u)
  if (seen.has(u)) return ''
  seen.add(u)
  if (u instanceof Uint8Array) return String.fromCharCode(...u)
  const inside: ReadonlyArray<unknown> = u instanceof Map || u instanceof Set ? [...u] : []
  const own = Object.getOwnPropertyNames(u).flatMap((key) => [key, attempt(() => Reflect.get(u, key) as unknown)])
  return [...inside, ...own].map((part) => textIn(part, seen)).join('\n')
}

const holdsSecret = (u: unknown, secrets: ReadonlyArray<string>): boolean => {
  const index = emptyLeakIndex()
  secrets.forEach((secret) => plant(index, secret))
  return findLeaks(index, { status: 200, headers: {}, body: textIn(u) }).length > 0
}

const CASES = [...Object.keys(documentedExceptions), 'CommonError', 'ContractViolation']

// ------------------------------------------------------------------------------------
// laws
// ------------------------------------------------------------------------------------

/** What breaks the clause is refused, and no listing that keeps it is. */
const told = (clause: ClauseId, keeps: (means: Extract<Meaning, { _tag: 'Listing' }>) => boolean): ClientLaw => ({
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
  applies: (error: ErrorMeaning, answer: AnswerCase) => boolean,
  holds: (reading: Reading | undefined, error: ErrorMeaning, answer: AnswerCase) => boolean
): ClientLaw => ({
  clause,
  applies: (answer) => answer.means._tag === 'Error' && applies(answer.means, answer),
  holds: (client, answer) => answer.means._tag === 'Error' && holds(read(client, answer), answer.means, answer)
})

const always = (): boolean => true

/**
 * @since 0.1.0
 */
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
      return (
        reading !== undefined && (isLeft(reading) ? CASES.includes(reading.left._tag) : listing(reading) !== undefined)
      )
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
  onError(
    'client.errorMessage.spelling',
    ({ message = '' }) => message !== '',
    (reading, means) => isExplained(reading, means)
  ),
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

/**
 * The clauses on what a client sends.
 *
 * @since 0.1.0
 */
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
