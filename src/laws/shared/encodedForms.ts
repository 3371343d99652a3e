/**
 * How a secret looks in encodings that answers are not decoded from, since few answers could be in them and every text
 * could: numbers to a base, base85, Crockford's base32, uuencode, rotated alphabets, and encodings written backwards.
 */

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'

/** The characters with these codes, in their order. */
const range = (from: number, to: number): string =>
  String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i))

/** An encoding of so many bytes at a time in so many characters. */
interface BlockCode {
  readonly name: EncodedForm
  readonly bytes: number
  readonly characters: number
  readonly alphabet: string
}

const base85 = (alphabet: string): BlockCode => ({ name: 'base85', bytes: 4, characters: 5, alphabet })

const BLOCK_CODES: ReadonlyArray<BlockCode> = [
  base85(range(0x21, 0x75)), // ASCII85 of Adobe
  base85(`${DIGITS}${LOWER}${UPPER}.-:+=^!/*?&<>()[]{}@%$#`), // Z85 of ZeroMQ
  base85(`${DIGITS}${UPPER}${LOWER}!#$%&()*+-;<=>?@^_\`{|}~`), // RFC 1924, as Python and Git have it
  { name: 'base32', bytes: 5, characters: 8, alphabet: `${DIGITS}ABCDEFGHJKMNPQRSTVWXYZ` }, // Crockford
  { name: 'uuencode', bytes: 3, characters: 4, alphabet: range(0x20, 0x5f) }
]

/** These are decoded where they are read forwards. */
const DECODED_CODES: ReadonlyArray<Omit<BlockCode, 'name'>> = [
  { bytes: 3, characters: 4, alphabet: `${UPPER}${LOWER}${DIGITS}+/` },
  { bytes: 5, characters: 8, alphabet: `${UPPER}234567` }
]

/** A secret read as one number is written to these bases: decimal, base36, base58 of Bitcoin, base62. */
const NUMERALS: ReadonlyArray<string> = [
  DIGITS,
  `${DIGITS}${LOWER}`,
  '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  `${DIGITS}${UPPER}${LOWER}`
]

const inBlocks = (text: string, { bytes, characters, alphabet }: Omit<BlockCode, 'name'>): string => {
  let written = ''
  for (let at = 0; at + bytes <= text.length; at += bytes) {
    let value = 0
    for (let i = at; i < at + bytes; i++) value = value * 256 + text.charCodeAt(i)
    let block = ''
    for (let i = 0; i < characters; i++) {
      block = alphabet.charAt(value % alphabet.length) + block
      value = Math.floor(value / alphabet.length)
    }
    written += block
  }
  return written
}

/** At every alignment: what stands before a secret in a block is not known. */
const atEveryAlignment = (text: string, code: Omit<BlockCode, 'name'>): ReadonlyArray<string> =>
  Array.from({ length: code.bytes }, (_, skip) => inBlocks(text.slice(skip), code))

/** The codes of printable characters have two digits. */
const inHex = (text: string): string => [...text].map((c) => c.charCodeAt(0).toString(16)).join('')

/** So many digits are taken off a number at a time, since dividing a large one costs the most. */
const DIGITS_AT_A_TIME = 5

const inNumerals = (text: string, alphabet: string): string => {
  const base = alphabet.length
  const many = BigInt(base ** DIGITS_AT_A_TIME)
  let written = ''
  for (let value = BigInt(`0x${inHex(text)}`); value > 0n; value /= many) {
    let part = Number(value % many)
    for (let i = 0; i < DIGITS_AT_A_TIME; i++) {
      written = alphabet.charAt(part % base) + written
      part = Math.floor(part / base)
    }
  }
  return written.slice(Math.max(0, written.search(new RegExp(`[^${alphabet.charAt(0)}]`))))
}

/** A text whose characters are replaced by those `by` places further on in a ring of codes. */
const rotate = (text: string, first: number, size: number, by: number): string => {
  let rotated = ''
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i) - first
    rotated += at < 0 || at >= size ? text.charAt(i) : String.fromCharCode(first + ((at + by) % size))
  }
  return rotated
}

/** In lower case: the Caesar ciphers but ROT13, which is looked for whole; ROT18; Atbash. */
const ciphered = (text: string): ReadonlyArray<string> => [
  ...Array.from({ length: 25 }, (_, i) => rotate(text, 0x61, 26, i + 1)).filter((_, i) => i !== 12),
  rotate(rotate(text, 0x61, 26, 13), 0x30, 10, 5),
  text.replace(/[a-z]/g, (c) => String.fromCharCode(0x61 + 0x7a - c.charCodeAt(0)))
]

export const reverse = (text: string): string => [...text].reverse().join('')

/** The fewest characters that have a window in every code, at every alignment. */
const PART = 17

/** By the name that people know. */
export type EncodedForm = 'base85' | 'base32' | 'uuencode' | 'a cipher' | 'a number' | 'reversed'

/** In lower case, how a text starts in each of these encodings. */
const forwards = (text: string): ReadonlyArray<readonly [EncodedForm, string]> => {
  const start = text.slice(0, PART)
  return [
    ...BLOCK_CODES.flatMap((code) => atEveryAlignment(start, code).map((one) => [code.name, one] as const)),
    ...[...ciphered(start.toLowerCase()), rotate(start, 0x21, 94, 47)].map((one) => ['a cipher', one] as const),
    ...NUMERALS.map((alphabet) => ['a number', inNumerals(text, alphabet)] as const)
  ]
}

/**
 * How a secret, or what it begins with, starts in each of these encodings, in lower case. Of those that are written
 * backwards it is the end of the secret. One that is not ASCII is written in none of them.
 */
export const encodedForms = (secret: string): ReadonlyArray<readonly [EncodedForm, string]> => {
  if (!/^[\x21-\x7e]+$/.test(secret)) return []
  const end = secret.slice(-PART)
  const decoded = [...DECODED_CODES.flatMap((code) => atEveryAlignment(end, code)), inHex(end)]
  const backwards = [...BLOCK_CODES.flatMap((code) => atEveryAlignment(end, code)), ...decoded]
  const numerals = NUMERALS.map((alphabet) => inNumerals(secret, alphabet))
  const all = [
    ...forwards(secret),
    ...forwards(reverse(secret)),
    ...[...backwards, ...numerals].map((text) => ['reversed', reverse(text)] as const)
  ]
  return all.map(([form, text]) => [form, text.toLowerCase()] as const)
}
