/**
 * The leak oracle's work grows with the text and no faster: its look-ups are counted, so no clock is needed.
 */
import { describe, expect, it } from 'vitest'
import { emptyLeakIndex, type LeakIndex, plant } from '../../../src/laws/shared/LeakIndex.js'
import { findLeaks } from '../../../src/laws/shared/Leaks.js'
import { hardTexts } from './hardTexts.js'

const SECRET = '0q8xkz3vfp7s1n5wj4tr9ydmbgch2ael6u0q8xkz3vfp7s1n5wj4'

class CountingMap<K, V> extends Map<K, V> {
  lookups = 0
  override get(key: K): V | undefined {
    this.lookups++
    return super.get(key)
  }
}

const lookupsIn = (body: string): number => {
  const pieces: LeakIndex['pieces'] & { lookups: number } = new CountingMap()
  const index = { ...emptyLeakIndex(), pieces }
  plant(index, SECRET)
  pieces.lookups = 0
  findLeaks(index, { status: 200, headers: {}, body })
  return pieces.lookups
}

/** Both sizes are of a long text, in which everything is looked through. */
const [SMALL, LARGE] = [16_384, 65_536]

describe('four times the text has at most five times the look-ups', () => {
  it.each(Object.entries(hardTexts))('%s', (_, make) => {
    const [few, many] = [lookupsIn(make(SMALL)), lookupsIn(make(LARGE))]
    expect(few).toBeGreaterThan(0)
    expect(many).toBeLessThanOrEqual(5 * few)
  })
})

it('one secret in a long text is found, so the look-ups that were counted are those that find it', () => {
  const index = emptyLeakIndex()
  plant(index, SECRET)
  const body = `${'a-'.repeat(LARGE / 2)} ${SECRET}`
  expect(findLeaks(index, { status: 200, headers: {}, body })).not.toHaveLength(0)
})

it('long texts together are looked through for encodings up to a limit, and no further', () => {
  const index = emptyLeakIndex()
  plant(index, SECRET)
  const megabyte = 'YWJjZGVm'.repeat(131_072)
  const beyond = Array.from({ length: 12 }, (_, i) => {
    findLeaks(index, { status: 200, headers: {}, body: `${i}${megabyte}` })
    return index.decodedBeyond
  })
  expect(beyond.at(-1)).toBe(beyond.at(-2))
  expect(beyond[0]).toBeGreaterThan(0)
})
