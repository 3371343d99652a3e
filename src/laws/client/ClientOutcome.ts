/**
 * What a client makes of an answer, and whether that is what the answer means. Nothing here is taken for well formed: a
 * client may report anything.
 */
import { documentedExceptions } from '../../contract/DocumentedException.js'
import { latin1 } from '../shared/decodings.js'
import { emptyLeakIndex, plant } from '../shared/LeakIndex.js'
import { findLeaks } from '../shared/Leaks.js'
import type { ExpectedError, ExpectedOutcome } from './ResponseSample.js'

/** `kept` is everything that the client has afterwards: all of it is searched for secrets. */
export type ClientOutcome =
  /** `time` in epoch milliseconds. */
  (
    | { readonly _tag: 'Listing'; readonly secrets: ReadonlyArray<{ readonly id: unknown; readonly time: unknown }> }
    | {
        readonly _tag: 'Error'
        readonly type: unknown
        readonly message: unknown
        readonly reasonCode: unknown
        /** The HTTP status, where the client tells it. */
        readonly status: unknown
      }
    /** The client did not accept the answer. */
    | { readonly _tag: 'Refusal' }
  ) & { readonly kept: unknown }

const attempt = <A>(f: () => A): A | undefined => {
  try {
    return f()
  } catch {
    return undefined
  }
}

export const isDocumented = (type: unknown): boolean =>
  typeof type === 'string' && Object.hasOwn(documentedExceptions, type)

/** The secrets as text, in an order of their own. */
const sorted = (all: ReadonlyArray<{ readonly id: unknown; readonly time: unknown }>): string =>
  all
    .map(({ id, time }) => JSON.stringify([id, time]))
    .sort()
    .join()

/** An answer that names no error may be given any name but a documented one. */
export const isNamed = (outcome: ClientOutcome, type: string | undefined): boolean =>
  outcome._tag === 'Error' && (type === undefined ? !isDocumented(outcome.type) : outcome.type === type)

/** A client may put a text of its own where an answer has none. */
export const isExplained = (outcome: ClientOutcome, { message = '' }: ExpectedError): boolean =>
  outcome._tag === 'Error' && (message === '' || outcome.message === message)

/** Whether the client read what the answer means. */
export const isUnderstood = (outcome: ClientOutcome, means: ExpectedOutcome): boolean => {
  switch (means._tag) {
    case 'Listing':
      return outcome._tag === 'Listing' && sorted(outcome.secrets) === sorted(means.descriptors)
    case 'Error':
      return isNamed(outcome, means.type) && isExplained(outcome, means)
    case 'Violation':
      return outcome._tag === 'Refusal'
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
