/**
 * The size budget of the validator.
 */
import { expect, test } from 'vitest'
import { LIMIT, sizeOf } from './size.js'

test('validateRequest, with io-ts and fp-ts inside, stays within its budget', async () => {
  const { gzipped, parts } = await sizeOf(['validateRequest'])
  expect(gzipped).toBeGreaterThan(500)
  expect(gzipped).toBeLessThanOrEqual(LIMIT)
  expect(Object.keys(parts).sort()).toEqual(['.', 'fp-ts', 'io-ts'])
})
