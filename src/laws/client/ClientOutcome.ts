/**
 * What a client makes of an answer, and whether that is what the answer means.
 */
import { type Either, isLeft } from '../../contract/Either.js'
import { documentedExceptions } from '../../contract/DocumentedException.js'
import type { ListUserPoolClientSecretsResponse } from '../../contract/ListUserPoolClientSecretsResponse.js'
import type { HttpResponse, ListUserPoolClientSecretsFailure } from '../../protocol/index.js'
import { memberOf } from '../shared/ParsedResponse.js'
import type { ResponseSample, ExpectedError, ExpectedOutcome } from './ResponseSample.js'
import { latin1 } from '../shared/decodings.js'
import { emptyLeakIndex, findLeaks, plant } from '../shared/Leaks.js'

export type Client = (
  response: HttpResponse
) => Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse>

export type ClientOutcome = ReturnType<Client>

export const attempt = <A>(f: () => A): A | undefined => {
  try {
    return f()
  } catch {
    return undefined
  }
}

/** `undefined` where the client throws. */
export const read = (client: Client, { response }: ResponseSample): ClientOutcome | undefined =>
  attempt(() => client(response))

export const failure = (reading: ClientOutcome | undefined): ListUserPoolClientSecretsFailure | undefined =>
  reading !== undefined && isLeft(reading) ? reading.left : undefined

export const isDocumented = (type: string | undefined): boolean =>
  type !== undefined && Object.hasOwn(documentedExceptions, type)

const sorted = (all: ReadonlyArray<{ readonly id: unknown; readonly time: unknown }>): string =>
  all
    .map(({ id, time }) => JSON.stringify([id, time]))
    .sort()
    .join()

/** The descriptors of a success as text, in no order. */
const listing = (reading: ClientOutcome | undefined): string | undefined =>
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

const CASES = [...Object.keys(documentedExceptions), 'CommonError', 'ContractViolation']

/** Whether it is a list of secrets, or one of the failures that there are. */
export const isOfKnownForm = (reading: ClientOutcome): boolean =>
  isLeft(reading) ? CASES.includes(reading.left._tag) : listing(reading) !== undefined

export const isNamed = (reading: ClientOutcome | undefined, type: string | undefined): boolean => {
  const error = failure(reading)
  return isDocumented(type)
    ? error?._tag === type
    : error?._tag === 'CommonError' && (type === undefined || error.type === type)
}

/** Where an answer has no text, clients put one of their own. */
export const isExplained = (reading: ClientOutcome | undefined, { message = '' }: ExpectedError): boolean =>
  message === '' || memberOf(failure(reading), 'message') === message

/** Whether the reading is what the answer means. */
export const isUnderstood = (reading: ClientOutcome | undefined, means: ExpectedOutcome): boolean => {
  switch (means._tag) {
    case 'Listing':
      return listing(reading) === sorted(means.descriptors)
    case 'Error':
      return isNamed(reading, means.type) && isExplained(reading, means)
    case 'Violation':
      return failure(reading)?._tag === 'ContractViolation'
  }
}

/** Every string in a value, hidden members of errors and bytes included. */
const textIn = (u: unknown, seen = new Set<unknown>()): string => {
  if (typeof u === 'function' || typeof u === 'symbol') return ''
  if (typeof u !== 'object' || u === null) return String(u)
  if (seen.has(u)) return ''
  seen.add(u)
  if (u instanceof Uint8Array) return latin1(u)
  const inside: ReadonlyArray<unknown> = u instanceof Map || u instanceof Set ? [...u] : []
  const own = Object.getOwnPropertyNames(u).flatMap((key) => [key, attempt(() => Reflect.get(u, key) as unknown)])
  return [...inside, ...own].map((part) => textIn(part, seen)).join('\n')
}

export const holdsSecret = (u: unknown, secrets: ReadonlyArray<string>): boolean => {
  const index = emptyLeakIndex()
  secrets.forEach((secret) => plant(index, secret))
  return findLeaks(index, { status: 200, headers: {}, body: textIn(u) }).length > 0
}
