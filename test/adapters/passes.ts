/**
 * The whole suite against a handler behind an adapter and its real framework.
 */
import { expect } from 'vitest'
import { type Report, type Target, verify } from '../../src/conformance.js'
import { httpTarget } from '../../src/node/index.js'
import { inMemory } from '../../src/reference/index.js'

export const reference = (): ReturnType<typeof inMemory> => inMemory({ now: () => new Date(), seed: 11 })

/** Clauses that a report shows broken or that no request exercised, beside those to be judged only when seen. */
const open = ({ clauses }: Report): ReadonlyArray<string> =>
  clauses.filter(({ status, excused }) => status !== 'passed' && !excused).map(({ id, status }) => `${id}: ${status}`)

export const passesTheSuite = async (target: Target): Promise<void> => {
  const report = await verify(target, { seed: 5, runs: 4 })
  expect(open(report)).toEqual([])
  expect(report.verdict).toBe('passed')
}

export const passesTheSuiteAt = async (url: string): Promise<void> => {
  const { target, close } = httpTarget(url)
  await passesTheSuite(target)
  close()
}
