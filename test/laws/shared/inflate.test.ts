import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
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
