/**
 * The leak oracle: finds a planted secret, or any run of 12 characters of it, in the bytes of an answer: plain in any
 * case, reversed, base64 and base64url at any alignment, hex, percent-encoded, JSON-escaped.
 */
import type { HttpResponse } from '../protocol/index.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface Leak {
  readonly where: 'status line' | 'header' | 'body'
  readonly form: 'plain' | 'reversed' | 'base64' | 'hex'
  /** The text that gave it away, so that reports can mask it. Never printed. */
  readonly window: string
}

/** The windows of all planted secrets: what to look for, by form. */
export interface LeakIndex {
  readonly plain: Set<string>
  readonly reversed: Set<string>
  readonly base64: Set<string>
  readonly hex: Set<string>
}

/** The shortest run of a secret's characters that counts as a leak. */
const RUN = 12

const LENGTH = { plain: RUN, reversed: RUN, base64: (RUN / 3) * 4, hex: RUN * 2 } as const

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

const windows = (text: string, length: number): ReadonlyArray<string> =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length))

const base64 = (bytes: ReadonlyArray<number>): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const bits = bytes.map((b) => b.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{6}/g) ?? []).map((six) => alphabet.charAt(parseInt(six, 2))).join('')
}

/**
 * @since 0.1.0
 */
export const emptyLeakIndex = (): LeakIndex => ({
  plain: new Set(),
  reversed: new Set(),
  base64: new Set(),
  hex: new Set()
})

/**
 * Adds a secret to what is looked for. The index grows in place: a run plants hundreds.
 *
 * @since 0.1.0
 */
export const plant = (index: LeakIndex, secret: string): void => {
  const plain = secret.toLowerCase()
  const bytes = [...secret].map((c) => c.charCodeAt(0) & 0xff)
  windows(plain, LENGTH.plain).forEach((w) => index.plain.add(w))
  windows([...plain].reverse().join(''), LENGTH.reversed).forEach((w) => index.reversed.add(w))
  windows(bytes.map((b) => b.toString(16).padStart(2, '0')).join(''), LENGTH.hex).forEach((w) => index.hex.add(w))
  for (const skip of [0, 1, 2]) windows(base64(bytes.slice(skip)), LENGTH.base64).forEach((w) => index.base64.add(w))
}

const latin1 = (body: Uint8Array): string => {
  const chunks = Array.from({ length: Math.ceil(body.length / 8192) }, (_, i) =>
    body.subarray(i * 8192, (i + 1) * 8192)
  )
  return chunks.map((chunk) => String.fromCharCode(...chunk)).join('')
}

const unescape = (text: string): string =>
  text.replace(/%([0-9a-f]{2})|\\u00([0-9a-f]{2})|&#x([0-9a-f]{2});/gi, (_, a?: string, b?: string, c?: string) =>
    String.fromCharCode(parseInt(a ?? b ?? c ?? '0', 16))
  )

const searchText = (index: LeakIndex, text: string, where: Leak['where']): ReadonlyArray<Leak> => {
  const lower = text.toLowerCase()
  const unescaped = unescape(text).toLowerCase()
  const search = (form: Leak['form'], ...haystacks: ReadonlyArray<string>): ReadonlyArray<Leak> =>
    [...new Set(haystacks)].flatMap((haystack) =>
      windows(haystack, LENGTH[form]).flatMap((window) => (index[form].has(window) ? [{ where, form, window }] : []))
    )
  return [
    ...search('plain', lower, unescaped),
    ...search('reversed', lower, unescaped),
    ...search('base64', text.replaceAll('-', '+').replaceAll('_', '/')),
    ...search('hex', lower)
  ]
}

/**
 * Every leak in the status line, the headers and the body of an answer.
 *
 * @since 0.1.0
 */
export const findLeaks = (index: LeakIndex, { statusText, headers, body }: HttpResponse): ReadonlyArray<Leak> => [
  ...searchText(index, statusText ?? '', 'status line'),
  ...searchText(index, typeof body === 'string' ? body : latin1(body), 'body'),
  ...Object.entries(headers).flatMap(([name, value]) => searchText(index, `${name}: ${String(value)}`, 'header'))
]
