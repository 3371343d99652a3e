/**
 * Tests that what is right passes, however unusual: in-process, and over real sockets where the wire is what is unusual.
 */
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/conformance.js'
import { answersOf } from './answersOf.js'
import { runInProcess, runOverSocket } from './run.js'
import { TRANSFER } from '../transferClauses.js'
import type { Variant } from './Variant.js'
import { alone, groups, oneOf, withOwnSockets } from './together.js'

/** Few generated cases: the kill matrix has all of them, for each variant on its own, at many seeds. */
const RUNS = 5

/** Headers and bodies that a handler can say, and that only a socket puts to the test. */
const OF_THE_WIRE: ReadonlyArray<string> = ['bodies as bytes', 'more headers', 'connections closed', 'chunks']

const isOfTheWire = (group: ReadonlyArray<Variant>): boolean => group.some(({ name }) => OF_THE_WIRE.includes(name))

const expectRight = (report: Report): void => {
  expect(report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual([])
  expect(report.verdict).toBe('passed')
}

describe('every MUST is tested and held by', () => {
  const all = [...groups.filter((group) => !isOfTheWire(group)).map(oneOf), ...alone]
  it.each(all.map((variant, i) => [variant.name, variant, 20260800 + i] as const))('%s', async (_, variant, seed) => {
    expectRight(await runInProcess(variant, { seed, runs: RUNS }))
  })
})

describe('over sockets, every MUST is tested and held by', () => {
  const ofTheWire = groups.filter(isOfTheWire).map(oneOf)
  it.each(ofTheWire.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
    expectRight(await runOverSocket(variant, { seed: 20260700, runs: RUNS }))
  })
})

describe('over sockets, every MUST about transfer is tested and held by', () => {
  it.each(withOwnSockets.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
    // the kill matrix tests them by every clause
    expectRight(await runOverSocket(variant, { seed: 20260701, runs: RUNS, only: [...TRANSFER, 'list.duringChanges'] }))
  })
})

describe('variants that are tried as one', () => {
  it('are each in one group', () => {
    const names = groups.flat().map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  it.each(groups.map((group) => [oneOf(group).name, group] as const))('are all to be seen: %s', async (_, group) => {
    const whole = await answersOf(oneOf(group).make())
    for (const variant of group) {
      const others = oneOf(group.filter((one) => one !== variant))
      expect((await answersOf(others.make())) === whole, `${variant.name} is hidden by the others`).toBe(false)
    }
  })
})
