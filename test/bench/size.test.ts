/**
 * What a browser pays stays within the goals, and no bundle has a package in it that it must not have.
 */
import { expect, test } from 'vitest'
import { bundleSize } from './bundle.js'
import { bundleBudgets } from './sizeBudgets.js'

const titled = bundleBudgets.map((budget) => ({ ...budget, names: Object.values(budget.imports).flat().join(', ') }))

test.each(titled)('the bundle of $names is at most $goal bytes after gzip', async ({ imports, goal, packages }) => {
  const { gzipped, parts } = await bundleSize(imports)
  expect(gzipped).toBeGreaterThan(500)
  expect(gzipped).toBeLessThanOrEqual(goal)
  expect(Object.keys(parts).sort()).toEqual(packages)
})
