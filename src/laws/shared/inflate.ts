/**
 * Decompression of gzip, zlib and bare DEFLATE (RFC 1950 to 1952), as far as the leak oracle needs it: no checksum is
 * compared, and no more than a limit is unpacked.
 */

/** Lengths and distances by their symbol: what they start at, and how many bits are added to that. */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258
]
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCES = Array.from({ length: 30 }, (_, i) => (i < 4 ? i + 1 : (2 + (i % 2)) * 2 ** ((i >> 1) - 1) + 1))
const DISTANCE_BITS = Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1))
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** A prefix code: the symbol of each code, by its length and bits. */
type Code = ReadonlyMap<number, number>

/** One number for a code's length and bits: the bits behind a 1. */
const codeOf = (lengths: ReadonlyArray<number>): Code => {
  const code = new Map<number, number>()
  let next = 0
  for (let length = 1; length <= 15; length++) {
    lengths.forEach((l, symbol) => {
      if (l === length) code.set((1 << length) | next++, symbol)
    })
    next <<= 1
  }
  return code
}

const FIXED_LENGTHS = codeOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)))
const FIXED_DISTANCES = codeOf(Array.from({ length: 30 }, () => 5))

/** Where the compressed data starts, by the header in front of it. */
const startOf = (bytes: Uint8Array): number | undefined => {
  const [first = 0, second = 0, , flags = 0] = bytes
  if (first === 0x78 && ((first << 8) | second) % 31 === 0) return 2
  if (first !== 0x1f || second !== 0x8b) return undefined
  let at = 10
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8)
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    while (at < bytes.length && bytes[at] !== 0) at++
    at++
  }
  return flags & 2 ? at + 2 : at
}

/** What the bytes hold, up to `most` of it, also where they end too soon; nothing for what is not compressed. */
export const inflate = (bytes: Uint8Array, most: number): Uint8Array => {
  const start = startOf(bytes)
  return start === undefined ? new Uint8Array() : unpack(bytes, start, most)
}

const unpack = (bytes: Uint8Array, start: number, most: number): Uint8Array => {
  const out: Array<number> = []
  const cursor = { at: start * 8 }
  const end = bytes.length * 8
  const bits = (count: number): number => {
    let value = 0
    for (let i = 0; i < count; i++, cursor.at++) value |= (((bytes[cursor.at >> 3] ?? 0) >> (cursor.at & 7)) & 1) << i
    return value
  }
  /** `undefined` where no symbol has such a code. */
  const symbol = (code: Code): number | undefined => {
    let read = 1
    for (let length = 1; length <= 15 && cursor.at < end; length++) {
      read = (read << 1) | bits(1)
      const found = code.get(read)
      if (found !== undefined) return found
    }
    return undefined
  }
  const dynamicCodes = (): readonly [Code, Code] | undefined => {
    const [literals, distances, count] = [bits(5) + 257, bits(5) + 1, bits(4) + 4]
    const ofLengths = Array.from({ length: 19 }, () => 0)
    for (let i = 0; i < count; i++) ofLengths[CODE_ORDER[i] ?? 0] = bits(3)
    const code = codeOf(ofLengths)
    const lengths: Array<number> = []
    while (lengths.length < literals + distances) {
      const read = symbol(code)
      if (read === undefined) return undefined
      const repeated = read === 16 ? (lengths.at(-1) ?? 0) : 0
      const times = read < 16 ? 1 : read === 16 ? bits(2) + 3 : read === 17 ? bits(3) + 3 : bits(7) + 11
      for (let i = 0; i < times; i++) lengths.push(read < 16 ? read : repeated)
    }
    return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))]
  }
  /** Whether the block came to its end. */
  const block = (literals: Code, distances: Code): boolean => {
    while (out.length < most) {
      const read = symbol(literals)
      if (read === undefined || read > 285) return false
      if (read === 256) return true
      if (read < 256) {
        out.push(read)
        continue
      }
      const length = (LENGTHS[read - 257] ?? 0) + bits(LENGTH_BITS[read - 257] ?? 0)
      const far = symbol(distances)
      if (far === undefined || far > 29) return false
      const distance = (DISTANCES[far] ?? 1) + bits(DISTANCE_BITS[far] ?? 0)
      if (distance > out.length) return false
      for (let i = 0; i < length; i++) out.push(out[out.length - distance] ?? 0)
    }
    return false
  }
  /** Always comes to its end, if only to that of the bytes. */
  const stored = (): true => {
    cursor.at = (cursor.at + 7) & ~7
    const length = bits(16)
    cursor.at += 16
    for (let i = 0; i < length && cursor.at < end && out.length < most; i++) out.push(bits(8))
    return true
  }
  while (cursor.at < end) {
    const isLast = bits(1) === 1
    const kind = bits(2)
    const codes = kind === 1 ? ([FIXED_LENGTHS, FIXED_DISTANCES] as const) : kind === 2 ? dynamicCodes() : undefined
    const isDone = kind === 0 ? stored() : codes !== undefined && block(...codes)
    if (!isDone || isLast) break
  }
  return Uint8Array.from(out.slice(0, most))
}
