/**
 * Encodings that Node does not have, written digit by digit from the bytes of the whole text.
 */
import { Buffer } from 'node:buffer'

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)).join('')

const [DIGITS, UPPER, LOWER] = [range(48, 57), range(65, 90), range(97, 122)]

export const ALPHABETS = {
  ascii85: range(33, 117),
  z85: `${DIGITS}${LOWER}${UPPER}.-:+=^!/*?&<>()[]{}@%$#`,
  rfc1924: `${DIGITS}${UPPER}${LOWER}!#$%&()*+-;<=>?@^_\`{|}~`,
  base58: `${DIGITS.slice(1)}${UPPER.replace(/[IO]/g, '')}${LOWER.replace('l', '')}`,
  base62: `${DIGITS}${UPPER}${LOWER}`,
  crockford: `${DIGITS}${UPPER.replace(/[ILOU]/g, '')}`
} as const

/** A big-endian number in the digits of an alphabet, as many as are asked for at least. */
const digitsOf = (bytes: Uint8Array, alphabet: string, length = 0): string => {
  const digits: Array<string> = []
  let value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  for (; value > 0n || digits.length < length; value /= BigInt(alphabet.length)) {
    digits.unshift(alphabet.charAt(Number(value % BigInt(alphabet.length))))
  }
  return digits.join('')
}

export const inNumerals = (text: string, alphabet: string): string => digitsOf(Buffer.from(text), alphabet)

/** Blocks of 4 bytes in 5 characters, or of 5 in 8; the last block is filled with NULs. */
export const inBlocks = (text: string, alphabet: string, size: 4 | 5 = 4): string => {
  const bytes = Buffer.from(text)
  const padded = Buffer.concat([bytes, Buffer.alloc((size - (bytes.length % size)) % size)])
  return Array.from({ length: padded.length / size }, (_, i) =>
    digitsOf(padded.subarray(i * size, (i + 1) * size), alphabet, size === 4 ? 5 : 8)
  ).join('')
}

/** Lines of up to 45 bytes behind a character that tells their length. */
export const uuencoded = (text: string): string =>
  (text.match(/[^]{1,45}/g) ?? [])
    .map((line) => {
      const padded = line.padEnd(Math.ceil(line.length / 3) * 3, '\0')
      const sixes = [...Buffer.from(padded)]
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('')
        .match(/.{6}/g)
      const characters = (sixes ?? []).map((six) => String.fromCharCode(32 + parseInt(six, 2))).join('')
      return `${String.fromCharCode(32 + line.length)}${characters}\n`
    })
    .join('')

/** Letters moved on in the alphabet, each case in its own. */
export const shifted = (text: string, by: number): string =>
  text.replace(/[a-z]/gi, (c) => {
    const first = c < 'a' ? 65 : 97
    return String.fromCharCode(first + ((c.charCodeAt(0) - first + by) % 26))
  })
