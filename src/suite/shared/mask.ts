/**
 * Messages as reports show them: without secrets, even those that a target gave away.
 */
import { MASK, sanitize } from '../../contract/sanitize.js'
import { emptyLeakIndex, type LeakIndex, plant } from '../../laws/shared/LeakIndex.js'
import { findLeaks } from '../../laws/shared/Leaks.js'
import type { Headers, HttpResponse } from '../../protocol/index.js'
import { maskLabelled } from '../../protocol/maskLabelled.js'
import type { ShownMessage } from './Report.js'
import { number } from './text.js'

const MAX_SHOWN = 4000

/** Longer than any secret, and what may stand around it. */
const MARGIN = 1000

/** Of a signed request that a target repeats. */
const SIGNATURE = /(Signature=)[0-9a-f]{16,}/gi

/** A JSON member that is called like a secret: a target may hold secrets that nobody told us. */
const SECRET_MEMBER = /("(?:[\w-]*client[-_]?secret(?:[-_]?value)?|secret[-_]?hash)"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi

/** What texts are searched by for these secrets. */
export const leakIndexOf = (secrets: ReadonlyArray<string>): LeakIndex => {
  const index = emptyLeakIndex()
  secrets.forEach((secret) => plant(index, secret))
  return index
}

/**
 * Masks the secrets it is told of, and members that are named like one; a text that still gives one away (encoded,
 * reversed, in part) is withheld as a whole. `indexes` are what texts are searched by, where a run has them already.
 */
export const masker = (
  secrets: ReadonlyArray<string>,
  most = MAX_SHOWN,
  indexes = (): ReadonlyArray<LeakIndex> => [leakIndexOf(secrets)]
): ((text: string) => string) => {
  // often there is nothing to mask; each masker has as much time to decode as the others
  let own: ReadonlyArray<LeakIndex> | undefined
  const leaks = (text: string): boolean => {
    own ??= indexes().map((index) => ({ ...index, lastLong: undefined, decodedBeyond: 0 }))
    return own.some((index) => findLeaks(index, { status: 200, headers: {}, body: text }).length > 0)
  }
  return (text) => {
    const part = text.slice(0, most + MARGIN)
    // of hundreds, few are in one text
    const masked = String(
      sanitize(maskLabelled(part).replace(SIGNATURE, '$1[signature]').replace(SECRET_MEMBER, `$1"${MASK}"`), {
        secrets: secrets.filter((secret) => part.includes(secret))
      })
    )
    if (leaks(masked)) return '[withheld: it gives a secret away]'
    return text.length <= most ? masked : `${masked.slice(0, most)}… (${number(text.length)} characters in all)`
  }
}

const textOf = (body: Uint8Array | string): string =>
  typeof body === 'string' ? body : new TextDecoder('utf-8').decode(body)

const shownHeaders = (headers: Headers, mask: (text: string) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name, value]) => value !== undefined && !/^(?:authorization|x-amz-security-token)$/i.test(name))
      .map(([name, value]) => [mask(name), mask(String(value))])
  )

export const shownMessage = (
  start: string,
  { headers, body }: Pick<HttpResponse, 'headers' | 'body'>,
  mask: (text: string) => string
): ShownMessage => ({ start, headers: shownHeaders(headers, mask), body: mask(textOf(body)) })
