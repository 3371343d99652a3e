/**
 * What a text may stand for: base64 or base64url at any alignment (of UTF-16 as well), base32, hex with and without
 * separators, a list of bytes in decimal, octal or binary, any of these compressed, percent-encoding, quoted-printable,
 * the escapes of JSON, C and HTML, the look-alikes of Unicode, and the values of a JSON text one behind the other.
 */
import { isLeft } from '../../contract/Either.js'
import { inflate } from './inflate.js'
import { readJson } from './readJson.js'

/** They stand for nothing else. */
const FINAL = ['in members', 'interleaved', 'XOR'] as const

export type Encoding =
  | 'escaped'
  | 'base64'
  | 'base32'
  | 'hex'
  | 'bytes'
  | 'compressed'
  | 'wide'
  | (typeof FINAL)[number]

export const isFinal = (encoding: Encoding): boolean => FINAL.some((one) => one === encoding)

/** The six bits of each character of base64, by its number. */
const SIXES = new Uint8Array(128)
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('').forEach((c, i) => {
  SIXES[c.charCodeAt(0)] = i
})

/** Whether a character may be one of a secret, by its number. */
const IS_LETTER = Uint8Array.from({ length: 128 }, (_, code) => (/[\w+]/.test(String.fromCharCode(code)) ? 1 : 0))

/** As many arguments as a call may have on any engine. */
const PART = 8192

// `apply` takes any list of numbers, and has a fast way for bytes, unlike spreading; its type asks for an array
const fromBytes = (bytes: Uint8Array): string => String.fromCharCode.apply(null, bytes as unknown as Array<number>)

/** Every byte as the character with its number. */
export const latin1 = (bytes: Uint8Array): string => {
  if (bytes.length <= PART) return fromBytes(bytes)
  const parts = Array.from({ length: Math.ceil(bytes.length / PART) }, (_, i) =>
    bytes.subarray(i * PART, (i + 1) * PART)
  )
  return parts.map(fromBytes).join('')
}

/** Neither a part of a secret nor what one may be encoded in is shorter, or has anything but printable characters. */
const TELLING = 12

/** Whether bytes are a text that may hold a secret; NULs, which UTF-16 puts between ASCII characters, do not count. */
const areTelling = (bytes: ArrayLike<number>): boolean => {
  let run = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0) continue
    run = byte > 0x20 && byte < 0x7f ? run + 1 : 0
    if (run === TELLING) return true
  }
  return false
}

/** Bytes as text, without NULs. */
const toText = (bytes: Uint8Array): string => latin1(bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes)

const fromBase64 = (text: string, start: number): Uint8Array => {
  const six = (i: number): number => SIXES[text.charCodeAt(i)] ?? 0
  const bytes = new Uint8Array(Math.floor(((text.length - start) * 3) / 4))
  for (let i = start, at = 0; at < bytes.length; i += 4) {
    const three = (six(i) << 18) | (six(i + 1) << 12) | (six(i + 2) << 6) | six(i + 3)
    bytes[at++] = three >> 16
    bytes[at++] = (three >> 8) & 0xff
    bytes[at++] = three & 0xff
  }
  return bytes
}

const fromHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))

/** The values of lower-case characters in the alphabets of RFC 4648: the usual one, and that of extended hex. */
const BASE32 = ['abcdefghijklmnopqrstuvwxyz234567', '0123456789abcdefghijklmnopqrstuv'].map((alphabet) =>
  Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, alphabet.indexOf(String.fromCharCode(code))))
)

const fromBase32 = (text: string, values: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let [held, bits, at] = [0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    held = ((held << 5) | (values[text.charCodeAt(i)] ?? 0)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}

/** What hardly anybody writes is looked for where a whole secret may be, of 24 characters at least, and hardly more. */
const isLikely = (length: number): boolean => length >= 24 && length <= 1024

/** So much of a compressed text is unpacked. */
export const MAX_INFLATED = 65_536

/** Each character's difference from the next one: where all are XORed with the same byte it stays what it was. */
const xorNeighbours = (bytes: Uint8Array): Uint8Array => {
  const found = new Uint8Array(Math.max(0, bytes.length - 1))
  for (let i = 0; i < found.length; i++) found[i] = (bytes[i] ?? 0) ^ (bytes[i + 1] ?? 0)
  return found
}

/** The same of a text, whose characters are taken for bytes. */
export const differences = (text: string): string =>
  latin1(xorNeighbours(Uint8Array.from(text, (c) => c.charCodeAt(0))))

/** What bytes may be: a text, one that is XORed with a byte, and a compressed one. */
const readings = (encoding: Encoding, bytes: Uint8Array): ReadonlyArray<readonly [Encoding, string]> => {
  const inflated = inflate(bytes, MAX_INFLATED)
  return [
    ...(isLikely(bytes.length) ? [['XOR', latin1(xorNeighbours(bytes))] as const] : []),
    ...(areTelling(bytes) ? [[encoding, toText(bytes)] as const] : []),
    ...(areTelling(inflated) ? [['compressed', toText(inflated)] as const] : [])
  ]
}

/** The characters that bytes are in UTF-8, with U+FFFD in place of what is no UTF-8. */
const fromUtf8 = (bytes: string): string => new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)))

/** The characters of a text that are bytes of UTF-8, and each look-alike as the character that it looks like. */
const narrow = (text: string): string =>
  (/[^\0-\xff]/.test(text) ? text : fromUtf8(text)).normalize('NFKC').replace(/[\p{Cf}\p{M}]/gu, '')

/** The names and the values of a JSON text, in their order: the names, the values, the values of each name. */
const membersOf = (text: string): ReadonlyArray<string> => {
  const names: Array<string> = []
  const values: Array<string> = []
  const byName = new Map<string, string>()
  const visit = (name: string, value: unknown): void => {
    if (Array.isArray(value)) value.forEach((one, i) => visit(String(i), one))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        names.push(key)
        visit(key, one)
      }
    } else if (typeof value === 'string' || typeof value === 'number') {
      values.push(String(value))
      byName.set(name, `${byName.get(name) ?? ''}${value}`)
    }
  }
  const parsed = readJson(text)
  if (isLeft(parsed)) return []
  visit('', parsed.right)
  return [names.join(''), values.join(''), [...byName.values()].join(' ')]
}

/** One character over and over stands for nothing. */
const isVaried = (run: string): boolean => run.length < 32 || !/^(.)\1*$/s.test(run)

const all = (text: string, pattern: RegExp): ReadonlyArray<string> => (text.match(pattern) ?? []).filter(isVaried)

const countLetters = (text: string): number => {
  let count = 0
  for (let i = 0; i < text.length; i++) if (IS_LETTER[text.charCodeAt(i)] === 1) count++
  return count
}

/** Every second character. */
const everySecond = (text: string, start: 0 | 1): string => {
  let half = ''
  for (let i = start; i < text.length; i += 2) half += text.charAt(i)
  return half
}

const unescape = (text: string): string =>
  /[\\%&=]/.test(text)
    ? text
        .replaceAll('\\/', '/')
        .replace(/=(?:\\r)?(?:\\n|\r?\n)/g, '')
        .replace(/(?:%|=|\\u00|\\?\\x|&#x)([0-9a-f]{2});?/gi, (_, code: string) =>
          code === '00' ? '' : String.fromCharCode(parseInt(code, 16))
        )
        .replace(/\\?\\([0-3][0-7]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)))
        .replace(/&#(\d{2,3});/g, (_, code: string) => String.fromCharCode(Number(code)))
    : text

/** Numbers in a row, read to a base. */
const fromNumbers = (numbers: ReadonlyArray<string>, base: number): string =>
  toText(Uint8Array.from(numbers, (number) => parseInt(number, base)))

/** What a text may stand for, by the name of the encoding. */
export const decodings = (text: string): ReadonlyArray<readonly [Encoding, string]> => {
  const plain = unescape(text)
  const narrowed = /[^\0-\x7f]/.test(text) ? narrow(text) : undefined
  // limits, since a pattern that repeats millions of times runs out of stack
  const base64 = all(plain, /[\w+/-]{16,4194304}/g).map((run) => run.replaceAll('-', '+').replaceAll('_', '/'))
  const base32 = all(plain, /[A-Z2-7]{30,4194304}|[a-z2-7]{30,4194304}|[0-9A-V]{30,4194304}|[0-9a-v]{30,4194304}/g)
  const hex = all(plain, /(?:(?:0x)?[0-9a-f]{2}[\s:,-]*){12,262144}/gi).map((run) => run.replace(/0x|[\s:,-]/gi, ''))
  const bytes = all(plain, /\d{1,3}(?:[\s,]+\d{1,3}){11,262144}/g)
  const zipped = all(plain, /[\w+]{48,4194304}/g).filter(({ length }) => isLikely(length / 2))
  const binary = all(plain, /[01][01\s,]{82,4194304}/g)
  const found: ReadonlyArray<readonly [Encoding, string]> = [
    ...(plain === text ? [] : [['escaped', plain] as const]),
    ...(narrowed === undefined || countLetters(narrowed) === countLetters(text) ? [] : [['wide', narrowed] as const]),
    ...(text.startsWith('{') ? membersOf(text).map((joined) => ['in members', joined] as const) : []),
    // an encoded text may stand behind characters that look like a part of it
    ...base64.flatMap((run) => [0, 1, 2, 3].flatMap((skip) => readings('base64', fromBase64(run, skip)))),
    ...base32.flatMap((run) =>
      BASE32.flatMap((values) =>
        [0, 1, 2, 3, 4, 5, 6, 7].flatMap((skip) =>
          readings('base32', fromBase32(run.slice(skip).toLowerCase(), values))
        )
      )
    ),
    ...hex.flatMap((run) => [0, 1].flatMap((skip) => readings('hex', fromHex(run.slice(skip))))),
    ...bytes.flatMap((run) => [10, 8].map((base) => ['bytes', fromNumbers(run.split(/\D+/), base)] as const)),
    ...zipped.flatMap((run) => ([0, 1] as const).map((start) => ['interleaved', everySecond(run, start)] as const)),
    ...binary.map((run) => ['bytes', fromNumbers(run.match(/[01]{6,8}/g) ?? [], 2)] as const)
  ]
  return found.filter(([encoding, one]) => encoding === 'XOR' || /[!-~]{12}/.test(one))
}
