/**
 * The validator's bundle has no package in it that it must not have. `npm run size` holds it against its goal.
 */
import { expect, test } from 'vitest'
import { bundleSize } from './bundle.js'
import { validatorBudget } from './sizeBudgets.js'

/** Above the goal until the contract reaches it. */
const LIMIT = 8000

test('validateRequest, with io-ts and fp-ts inside, stays within its limit', async () => {
  const { gzipped, parts } = await bundleSize(validatorBudget.imports)
  expect(gzipped).toBeGreaterThan(500)
  expect(gzipped).toBeLessThanOrEqual(LIMIT)
  expect(Object.keys(parts).sort()).toEqual(['.', 'fp-ts', 'io-ts'])
})
