/**
 * What a consumer gets with the package is small, and comes without a script or a warning.
 */
import { expect, test } from 'vitest'
import { LIMITS, measureFootprint } from './measureFootprint.js'

test('an installed tarball is within its limits, runs no script and draws no warning', async ({ skip }) => {
  const footprint = await measureFootprint()
  if (footprint === undefined) return skip('the registry cannot be reached')
  expect(footprint.packages.length).toBeGreaterThan(2)
  expect(footprint.packages.length).toBeLessThanOrEqual(LIMITS.packages)
  expect(footprint.packageBytes).toBeLessThan(LIMITS.packageBytes)
  expect(footprint.diskBytes).toBeLessThanOrEqual(LIMITS.installedBytes)
  expect(footprint.scripts).toEqual([])
  expect(footprint.printed.trim()).toMatch(/^added \d+ packages in \d+m?s$/)
})
