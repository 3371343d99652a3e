/**
 * A body that arrives in pieces.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChunks } from '../../src/adapters/readChunks.js'

/** The chunks, and how many of them were taken. */
const counted = (chunks: ReadonlyArray<Uint8Array | string>) => {
  const taken = { count: 0 }
  const iterable = async function* () {
    for (const chunk of chunks) {
      taken.count++
      yield Promise.resolve(chunk)
    }
  }
  return { taken, chunks: iterable() }
}

describe('readChunks', () => {
  test('gives the bytes of all chunks, text as UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.uint8Array({ maxLength: 700 }), fc.string())), async (chunks) => {
        const all = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)))
        const read = await readChunks(counted(chunks).chunks, all.length)
        expect(Buffer.from(read ?? 'too long')).toEqual(all)
      })
    )
  })

  test.each([
    ['one byte at a time', Array.from({ length: 5000 }, (_, i) => Uint8Array.of(i % 256))],
    ['in one chunk that is larger than any buffer', [Uint8Array.from({ length: 5000 }, (_, i) => i % 256)]],
    ['a little and then much', [Uint8Array.of(0, 1), Uint8Array.from({ length: 4998 }, (_, i) => (i + 2) % 256)]]
  ])('reads 5000 bytes %s', async (_, chunks) => {
    const read = await readChunks(counted(chunks).chunks, 5000)
    expect([...(read ?? [])]).toEqual(Array.from({ length: 5000 }, (__, i) => i % 256))
  })

  test('keeps no buffer that is much larger than what was read', async () => {
    const read = await readChunks(counted(Array.from({ length: 1100 }, () => Uint8Array.of(1))).chunks, 5000)
    expect([read?.length, read?.buffer.byteLength]).toEqual([1100, 2048])
    const full = await readChunks(counted([new Uint8Array(1000), new Uint8Array(24)]).chunks, 5000)
    expect([full?.length, full?.buffer.byteLength]).toEqual([1024, 1024])
  })

  test('stops at the chunk that is over the limit', async () => {
    const { chunks, taken } = counted(['ab', 'cd', 'ef', 'gh'])
    expect([await readChunks(chunks, 5), taken.count]).toEqual([undefined, 3])
    expect(Buffer.from((await readChunks(counted(['ab', 'cd']).chunks, 4)) ?? '').toString()).toBe('abcd')
    expect(await readChunks(counted(['é']).chunks, 1)).toBe(undefined)
  })
})
