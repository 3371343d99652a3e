/**
 * Tests that what is right passes, however unusual: in-process, and over real sockets where the wire is what is unusual.
 */
import { describe, expect, it } from 'vitest'
import { rightButUnusual } from './rightButUnusual.js'
import { runInProcess, runOverSocket } from './run.js'

/** What a handler says of it, a server does. */
const OF_THE_WIRE: ReadonlyArray<string> = ['bodies as bytes', 'more headers', 'connections closed', 'chunks']

/** Makes a test of every `of`-th variant, beginning with the one at `first`: several files share them. */
export const testEvery = (of: number, first: number): void => {
  describe('every MUST is tested and held by', () => {
    for (const [i, variant] of rightButUnusual.entries()) {
      if (i % of !== first) continue
      const isOfTheWire = variant.listen !== undefined || OF_THE_WIRE.includes(variant.name)
      it(`${variant.name}${isOfTheWire ? ', over sockets' : ''}: ${variant.description}`, async () => {
        // few generated cases: the kill matrix runs all of them, over sockets, at many seeds
        const run = isOfTheWire ? runOverSocket : runInProcess
        const report = await run(variant, { seed: 20260800 + i, runs: 5 })
        expect(report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual([])
        expect(report.verdict).toBe('passed')
      })
    }
  })
}
