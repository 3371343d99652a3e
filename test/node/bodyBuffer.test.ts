/**
 * Bodies in chunks.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyBuffer } from '../../src/node/bodyBuffer.js'

test('holds all chunks one after another, up to the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 8 }), fc.nat(9000), (chunks, limit) => {
      const { push, bytes } = bodyBuffer(limit)
      const whole = Buffer.concat(chunks)
      const fitted = chunks.map(push)
      expect(Buffer.compare(bytes(), whole.subarray(0, limit))).toBe(0)
      expect(fitted.every(Boolean)).toBe(whole.length <= limit)
    }),
    { seed: 9 }
  )
})

test('no chunk is changed', () => {
  const first = Buffer.from('abc')
  const { push, bytes } = bodyBuffer(10)
  for (const chunk of [first, Buffer.from('def'), Buffer.from('g')]) push(chunk)
  expect(first.toString()).toBe('abc')
  expect(Buffer.from(bytes()).toString()).toBe('abcdefg')
})
