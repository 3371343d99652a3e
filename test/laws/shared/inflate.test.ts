import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../../src/laws/shared/inflate.js'

const MOST = 100_000

const sample = fc.tuple(fc.uint8Array({ maxLength: 2000 }), fc.boolean()).map(([bytes, isRepeated]) =>
  // what comes again is written as a reference to the first time
  isRepeated ? Uint8Array.from([...bytes, ...bytes.subarray(3), ...bytes]) : bytes
)

it('what zlib compressed is unpacked, at every level and strategy, with a header of gzip or zlib', () => {
  fc.assert(
    fc.property(
      sample,
      fc.constantFrom(gzipSync, deflateSync),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 4 }),
      (bytes, compress, level, strategy) => {
        expect(Buffer.from(inflate(compress(bytes, { level, strategy }), MOST)).equals(bytes)).toBe(true)
      }
    ),
    { seed: 20261127 }
  )
})

const lengths = [
  ...Array.from({ length: 40 }, (_, i) => i + 3),
  50,
  51,
  66,
  67,
  82,
  83,
  114,
  115,
  130,
  131,
  162,
  163,
  257,
  258
]
const words = lengths.map((length, i) => `${'abcdefghij'.repeat(26).slice(0, length)}${i}`).join()
const every = Array.from({ length: 2000 }, (_, i) => String.fromCharCode((i * i + (i >> 3)) % 256)).join('')

it.each([
  ['repetitions of every length', words, 9],
  ['bytes of every value', every, 9],
  ['far repetitions', `${words}${'-'.repeat(25_000)}${words}`, 9],
  ['two stored blocks', '-'.repeat(70_000), 0]
] as const)('%s are unpacked, in every strategy', (_, text, level) => {
  const bytes = Buffer.from(text, 'latin1')
  for (const strategy of [0, 2, 3, 4]) {
    expect(Buffer.from(inflate(gzipSync(bytes, { level, strategy }), MOST)).equals(bytes)).toBe(true)
  }
})

/** Bits, the first one in the lowest place of the first byte, behind the header of zlib. */
const zlib = (bits: string): Uint8Array =>
  Uint8Array.from([
    0x78,
    0x9c,
    ...(bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((byte) =>
      parseInt([...byte].reverse().join(''), 2)
    )
  ])

describe('blocks in the fixed codes of RFC 1951', () => {
  const [LAST, MORE, FIXED] = ['1', '0', '10']
  const literal = (c: string): string => (0x30 + c.charCodeAt(0)).toString(2).padStart(8, '0')
  const [END, THREE] = ['0000000', '0000001']
  const distance = (code: number): string => code.toString(2).padStart(5, '0')
  const a = literal('a')

  it.each([
    ['a literal', `${LAST}${FIXED}${a}${END}`, 'a'],
    ['two blocks', `${MORE}${FIXED}${a}${END}${LAST}${FIXED}${literal('b')}${END}`, 'ab'],
    ['a block behind the last one', `${LAST}${FIXED}${a}${END}${LAST}${FIXED}${literal('b')}${END}`, 'a'],
    ['a copy from as far back as there is', `${LAST}${FIXED}${a}${THREE}${distance(0)}${END}`, 'aaaa'],
    ['a copy from farther back', `${LAST}${FIXED}${a}${THREE}${distance(1)}${literal('b')}${END}`, 'a'],
    [
      'no block behind a wrong copy',
      `${MORE}${FIXED}${a}${THREE}${distance(1)}${LAST}${FIXED}${literal('b')}${END}`,
      'a'
    ],
    ['a symbol that is none', `${LAST}${FIXED}${a}11000110${distance(0)}${literal('b')}${END}`, 'a'],
    ['no block behind such a symbol', `${MORE}${FIXED}${a}11000110${LAST}${FIXED}${literal('b')}${END}`, 'a'],
    ['a distance that is none', `${LAST}${FIXED}${a}${THREE}${distance(30)}${literal('b')}${END}`, 'a'],
    [
      'no block behind such a distance',
      `${MORE}${FIXED}${a}${THREE}${distance(31)}${LAST}${FIXED}${literal('b')}${END}`,
      'a'
    ],
    ['a kind of block that is none', `${LAST}11${a}${END}`, ''],
    ['no block behind such a kind', `${MORE}11${LAST}${FIXED}${a}${END}`, '']
  ])('%s', (_, bits, text) => {
    expect(Buffer.from(inflate(zlib(bits), MOST)).toString()).toBe(text)
  })

  it('end in the middle of a symbol with the symbol before it', () => {
    expect(Buffer.from(inflate(zlib(`${LAST}${FIXED}${a}10010`), MOST)).toString()).toBe('a')
    expect(inflate(zlib(`${LAST}${FIXED}${'1'.repeat(54)}1001000`), MOST)).toEqual(new Uint8Array(6).fill(255))
  })

  it('end at the limit, also in the middle of a copy and of stored bytes', () => {
    const copy = `${LAST}${FIXED}${a}${THREE}${distance(0)}${a}${END}`
    const stored = deflateSync('abcdef', { level: 0 })
    for (let most = 0; most < 6; most++) {
      expect(Buffer.from(inflate(zlib(copy), most)).toString()).toBe('aaaaa'.slice(0, most))
      expect(Buffer.from(inflate(stored, most)).toString()).toBe('abcdef'.slice(0, most))
    }
  })
})

describe('blocks that bring their own codes', () => {
  const [LAST, MORE, FIXED, DYNAMIC] = ['1', '0', '10', '01']
  /** A number, the lowest bit first. */
  const number = (value: number, count: number): string =>
    [...value.toString(2).padStart(count, '0')].reverse().join('')
  /** What orders the lengths of the codes for lengths. */
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  /** The head of a block: how many codes there are, and the lengths of the codes for their lengths. */
  const head = (literals: number, distances: number, lengthOf: (symbol: number) => number): string =>
    [
      DYNAMIC,
      number(literals - 257, 5),
      number(distances - 1, 5),
      number(15, 4),
      ...ORDER.map((symbol) => number(lengthOf(symbol), 3))
    ].join('')
  /** A head in which the lengths of 0 to 15 are numbers of four bits. */
  const codes = (literals: Readonly<Record<number, number>>, distances: Readonly<Record<number, number>>): string => {
    const lengths = [
      ...Array.from({ length: 286 }, (_, i) => literals[i]),
      ...Array.from({ length: 31 }, (_, i) => distances[i])
    ]
    const written = lengths.map((length = 0) => length.toString(2).padStart(4, '0'))
    return `${head(286, 31, (symbol) => (symbol < 16 ? 4 : 0))}${written.join('')}`
  }
  const [A, END, THREE] = [97, 256, 257]
  /** A last block in the fixed codes, which holds a z. */
  const z = `${LAST}${FIXED}101010100000000`
  const text = (bits: string): string => Buffer.from(inflate(zlib(bits), MOST)).toString()

  it('have codes of up to 15 bits', () => {
    const letters = Array.from({ length: 15 }, (_, i) => i)
    const lengths = Object.fromEntries(letters.map((i) => [A + i, i + 1]))
    const codeOf = (i: number): string => `${'1'.repeat(i)}0`
    const written = [...letters.map(codeOf), codeOf(14), codeOf(0), '1'.repeat(15)].join('')
    expect(text(`${MORE}${codes({ ...lengths, [END]: 15 }, {})}${written}${z}`)).toBe('abcdefghijklmnooaz')
  })

  it('end at bits that are no code', () => {
    const literals = codes({ [A]: 2, [END]: 2, [THREE]: 2 }, { 0: 1 })
    expect(text(`${LAST}${literals}00001000001`)).toBe('aaaaaa')
    expect(text(`${LAST}${literals}00${'1'.repeat(15)}00000001`)).toBe('a')
  })

  it('end at a distance that is none, and no block behind it is read', () => {
    const literals = codes({ [A]: 2, [END]: 2, [THREE]: 2 }, { 0: 2, 29: 2, 30: 2 })
    expect(text(`${MORE}${literals}00100001${z}`)).toBe('aaaaz')
    expect(text(`${MORE}${literals}0010100001${z}`)).toBe('a')
    expect(text(`${MORE}${literals}001010${z}`)).toBe('a')
  })

  it('hold nothing where the length of a code cannot be read', () => {
    // 18, which is written as 0, stands for 11 zeros and as many as the seven bits behind it say; 10 is a length of 1
    const start = head(257, 1, (symbol) => ({ 1: 2, 18: 1 })[symbol] ?? 0)
    const a = `0${number(A - 11, 7)}10`
    expect(text(`${LAST}${start}${a}0${number(127, 7)}0${number(9, 7)}101000001`)).toBe('aaaa')
    expect(text(`${LAST}${start}${a}${'1'.repeat(15)}${number(127, 7)}${'1'.repeat(15)}${number(9, 7)}101000001`)).toBe(
      ''
    )
  })
})

it('stored blocks are unpacked one behind the other, and as far as there is something of them', () => {
  const [b, c] = [
    [1, 0, 0xfe, 0xff, 0x62],
    [2, 0, 0xfd, 0xff, 0x63]
  ]
  const unpacked = (...bytes: ReadonlyArray<number>): string =>
    Buffer.from(inflate(Uint8Array.from([0x78, 0x9c, ...bytes]), MOST)).toString()
  expect(unpacked(0, ...b, 1, ...b)).toBe('bb')
  expect(unpacked(1, ...b, 1, ...b)).toBe('b')
  expect(unpacked(0, ...b, 1, ...c)).toBe('bc')
})

it('a header that is nearly one of gzip or zlib is none', () => {
  const data = deflateRawSync('the data')
  for (const header of [
    [0x78, 0x9d],
    [0x77, 0x9c],
    [0x1f, 0x8c, 8, 0, 0, 0, 0, 0, 0, 3],
    [0x1e, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
  ]) {
    expect(inflate(Buffer.concat([Uint8Array.from(header), data]), MOST)).toHaveLength(0)
  }
})

it('an extra field of gzip may be longer than 255 bytes', () => {
  const header = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 3, 0x2c, 1, ...Array.from({ length: 300 }, () => 7)]
  const packed = Buffer.concat([Uint8Array.from(header), deflateRawSync('the data')])
  expect(Buffer.from(inflate(packed, MOST)).toString()).toBe('the data')
})

it('a part of compressed bytes gives a part of the text, and never more than was asked for', () => {
  fc.assert(
    fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 500 }), (bytes, share, most) => {
      const whole = gzipSync(bytes)
      const unpacked = inflate(whole.subarray(0, Math.floor(whole.length * share)), most)
      expect(unpacked.length).toBeLessThanOrEqual(most)
      expect(Buffer.from(bytes).subarray(0, unpacked.length).equals(unpacked)).toBe(true)
    }),
    { seed: 20261127 }
  )
})

it('a bomb is unpacked to the limit', () => {
  expect(inflate(gzipSync(Buffer.alloc(5_000_000)), MOST)).toHaveLength(MOST)
})

it('bytes that are not compressed give nothing, and bytes that only begin like it do not throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(inflate(Uint8Array.from([0x41, ...bytes]), MOST)).toHaveLength(0)
      expect(inflate(Uint8Array.from([0x78, 0x9c, ...bytes]), 50).length).toBeLessThanOrEqual(50)
    }),
    { seed: 20261127, numRuns: 1000 }
  )
})

/** The header of RFC 1952 with an extra field, a name, a comment and a check of itself, each where its flag says so. */
const gzipHeader = (flags: number): Buffer =>
  Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]),
    flags & 4 ? Buffer.from([3, 0, 1, 2, 3]) : Buffer.alloc(0),
    flags & 8 ? Buffer.from('name\0') : Buffer.alloc(0),
    flags & 16 ? Buffer.from('a comment\0') : Buffer.alloc(0),
    flags & 2 ? Buffer.from([0, 0]) : Buffer.alloc(0)
  ])

it('whatever the header of gzip has in it, the data behind it is unpacked', () => {
  for (let flags = 0; flags < 32; flags++) {
    const packed = Buffer.concat([gzipHeader(flags), deflateRawSync('the data')])
    expect(Buffer.from(inflate(packed, MOST)).toString()).toBe('the data')
  }
})

it('a header of gzip that ends in its middle holds nothing', () => {
  const whole = gzipHeader(31)
  for (let length = 0; length <= whole.length; length++) {
    expect(inflate(whole.subarray(0, length), MOST)).toHaveLength(0)
  }
})
