/**
 * The leak oracle: finds a planted secret, or any run of 12 characters of it, in the bytes of an answer: plain in any
 * case, reversed, in base64 or base64url at any alignment (of UTF-16 as well), in hex with and without separators, as a
 * list of bytes, percent-encoded, in the escapes of JSON or HTML, and, but for long texts, any two of these one inside
 * the other.
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
  readonly form: 'plain' | 'reversed' | 'escaped' | 'base64' | 'hex' | 'bytes'
  /** The text that gave it away, so that reports can mask it. Never printed. */
  readonly window: string
}

/** The windows of all planted secrets, and the pieces that such a window is found by. */
export interface LeakIndex {
  readonly plain: Set<string>
  readonly reversed: Set<string>
  readonly pieces: Set<string>
}

/** The shortest run of a secret's characters that counts as a leak. */
const RUN = 12

/** Wherever a run starts, one of its pieces of this length starts at a multiple of `STRIDE`: the others need no look. */
const PIECE = 6

const STRIDE = RUN - PIECE + 1

/** How many encodings are looked through, and how many in a long text: who encodes twice does not send pages. */
const DEPTH = 2
const DEPTH_IN_LONG = 1
const LONG = 8192

// ------------------------------------------------------------------------------------
// decodings
// ------------------------------------------------------------------------------------

/** The six bits of each character of base64, by its number. */
const SIXES = new Uint8Array(128)
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('').forEach((c, i) => {
  SIXES[c.charCodeAt(0)] = i
})

/** Every byte as the character with its number. */
export const latin1 = (bytes: Uint8Array): string => {
  const chunks = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, i) =>
    bytes.subarray(i * 8192, (i + 1) * 8192)
  )
  return chunks.map((chunk) => String.fromCharCode(...chunk)).join('')
}

/** Bytes as text; NULs, which UTF-16 puts between ASCII characters, are dropped. */
const toText = (bytes: ArrayLike<number>): string => latin1(Uint8Array.from(bytes).filter((byte) => byte !== 0))

const fromBase64 = (text: string): string => {
  const six = (i: number): number => SIXES[text.charCodeAt(i)] ?? 0
  const bytes = new Uint8Array(Math.floor(text.length / 4) * 3)
  for (let i = 0, at = 0; at < bytes.length; i += 4) {
    const three = (six(i) << 18) | (six(i + 1) << 12) | (six(i + 2) << 6) | six(i + 3)
    bytes[at++] = three >> 16
    bytes[at++] = (three >> 8) & 0xff
    bytes[at++] = three & 0xff
  }
  return toText(bytes)
}

const fromHex = (text: string): string => toText((text.match(/../g) ?? []).map((pair) => parseInt(pair, 16)))

const all = (text: string, pattern: RegExp): ReadonlyArray<string> => text.match(pattern) ?? []

const unescape = (text: string): string =>
  /[\\%&]/.test(text)
    ? text
        .replaceAll('\\/', '/')
        .replace(/(?:%|\\u00|\\?\\x|&#x)([0-9a-f]{2});?/gi, (_, code: string) => toText([parseInt(code, 16)]))
        .replace(/&#(\d{2,3});/g, (_, code: string) => String.fromCharCode(Number(code)))
    : text

/** What a text may stand for, by the name of the encoding. */
const decodings = (text: string): ReadonlyArray<readonly [Leak['form'], string]> => {
  const plain = unescape(text)
  const base64 = all(plain, /[\w+/-]{16,}/g).map((run) => run.replaceAll('-', '+').replaceAll('_', '/'))
  const hex = all(plain, /(?:(?:0x)?[0-9a-f]{2}[\s:,-]*){12,}/gi).map((run) => run.replace(/0x|[\s:,-]/gi, ''))
  const bytes = all(plain, /\d{1,3}(?:[\s,]+\d{1,3}){11,}/g).map((run) => run.split(/[\s,]+/).map(Number))
  return [
    ...(plain === text ? [] : [['escaped', plain] as const]),
    // an encoded text may stand behind characters that look like a part of it
    ...base64.flatMap((run) => [0, 1, 2, 3].map((skip) => ['base64', fromBase64(run.slice(skip))] as const)),
    ...hex.flatMap((run) => [0, 1].map((skip) => ['hex', fromHex(run.slice(skip))] as const)),
    ...bytes.map((run) => ['bytes', toText(run.map((byte) => byte & 0xff))] as const)
  ]
}

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/** All runs of `length` characters. */
const runs = (text: string, length: number): ReadonlyArray<string> =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length))

/**
 * @since 0.1.0
 */
export const emptyLeakIndex = (): LeakIndex => ({
  plain: new Set(),
  reversed: new Set(),
  pieces: new Set()
})

/**
 * Adds a secret to what is looked for. The index grows in place: a run plants hundreds.
 *
 * @since 0.1.0
 */
export const plant = (index: LeakIndex, secret: string): void => {
  const plain = secret.toLowerCase()
  const reversed = [...plain].reverse().join('')
  runs(plain, RUN).forEach((window) => index.plain.add(window))
  runs(reversed, RUN).forEach((window) => index.reversed.add(window))
  for (const text of [plain, reversed]) runs(text, PIECE).forEach((piece) => index.pieces.add(piece))
}

/** The windows of planted secrets in a text, as they stand there. */
const findWindows = (index: LeakIndex, text: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  for (let at = 0; at + PIECE <= text.length; at += STRIDE) {
    if (!index.pieces.has(text.slice(at, at + PIECE))) continue
    for (let start = Math.max(0, at - STRIDE + 1); start <= at; start++) {
      const window = text.slice(start, start + RUN)
      if (index.plain.has(window) || index.reversed.has(window)) found.push(window)
    }
  }
  return found
}

const searchText = (
  index: LeakIndex,
  text: string,
  where: Leak['where'],
  form: Leak['form'] = 'plain',
  depth = text.length > LONG ? DEPTH_IN_LONG : DEPTH
): ReadonlyArray<Leak> => [
  ...findWindows(index, text.toLowerCase()).map((window): Leak => ({
    where,
    form: form === 'plain' && !index.plain.has(window) ? 'reversed' : form,
    window
  })),
  ...(depth === 0
    ? []
    : decodings(text).flatMap(([decoded, other]) =>
        searchText(index, other, where, form === 'plain' ? decoded : form, depth - 1)
      ))
]

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
