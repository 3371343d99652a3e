/**
 * The suite against a handler behind an adapter and its real framework: the whole of it once for each adapter.
 */
import { expect } from 'vitest'
import { type Report, type Target, verify } from '../../src/conformance.js'
import { httpTarget } from '../../src/node/index.js'
import { inMemory } from '../../src/reference/index.js'
import { TRANSFER } from '../transferClauses.js'

export const reference = (): ReturnType<typeof inMemory> => inMemory({ now: () => new Date(), seed: 11 })

/** Clauses that a report shows broken or that no request exercised, beside those to be judged only when seen. */
const open = ({ clauses }: Report): ReadonlyArray<string> =>
  clauses.filter(({ status, excused }) => status !== 'passed' && !excused).map(({ id, status }) => `${id}: ${status}`)

const passes = async (target: Target, only: ReadonlyArray<string>): Promise<void> => {
  const report = await verify(target, { seed: 5, runs: 4, only })
  expect(open(report)).toEqual([])
  expect(report.verdict).toBe('passed')
}

export const passesTheSuite = (target: Target): Promise<void> => passes(target, [])

/** For another framework around an adapter that has passed the whole suite: it only transfers messages. */
export const passesTransfer = (target: Target): Promise<void> => passes(target, TRANSFER)

/** The same of a server. */
export const at =
  (passing: (target: Target) => Promise<void>) =>
  async (url: string): Promise<void> => {
    const { target, close } = httpTarget(url)
    await passing(target)
    close()
  }
