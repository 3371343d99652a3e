/**
 * Over real sockets: what is right passes, however unusual.
 */
import { describe, expect, it } from 'vitest'
import { rightButUnusual } from './rightButUnusual.js'
import { runOverSocket } from './run.js'

describe('over sockets, every MUST is tested and held by', () => {
  for (const [i, variant] of rightButUnusual.entries()) {
    it(`${variant.name}: ${variant.description}`, async () => {
      // few generated cases: the kill matrix runs all of them, at many seeds
      const report = await runOverSocket(variant, { seed: 20260800 + i, runs: 5 })
      expect(report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual([])
      expect(report.verdict).toBe('passed')
    })
  }
})
