/**
 * Every fault is found, and every clause on servers finds one. In-process; sockets.test.ts has the wire.
 */
import { describe, expect, it } from 'vitest'
import { type ClauseId, clausesThatBind } from '../../src/laws/index.js'
import { faults } from './broken/index.js'
import { rightButUnusual } from './rightButUnusual.js'
import { broken, runInProcess, until } from './run.js'
import type { Fault } from './Variant.js'

const SEED = 20260701

const brokenClauses = async (fault: Fault, only: ReadonlyArray<ClauseId>): Promise<ReadonlyArray<ClauseId>> => {
  const report = await runInProcess(fault, { seed: SEED, only, ...until(fault.kills) })
  return broken(report).map(({ id }) => id)
}

describe('the collection', () => {
  it('has at least 120 faults and 20 implementations that are right but unusual', () => {
    expect(faults.length).toBeGreaterThanOrEqual(120)
    expect(rightButUnusual.length).toBeGreaterThanOrEqual(20)
  })

  it('has unique names', () => {
    expect(faults.filter(({ name }, i) => faults.findIndex((f) => f.name === name) !== i)).toEqual([])
    expect(rightButUnusual.filter(({ name }, i) => rightButUnusual.findIndex((v) => v.name === name) !== i)).toEqual([])
  })

  it.each(clausesThatBind('server'))('%s is to be broken by some fault', (id) => {
    expect(faults.some(({ kills }) => kills.includes(id))).toBe(true)
  })
})

describe('a fault is found', () => {
  for (const fault of faults.filter(({ onlyOverSockets }) => onlyOverSockets !== true)) {
    it(`${fault.name}: breaks ${fault.kills.join(' or ')}`, async () => {
      const own = await brokenClauses(fault, fault.kills)
      // what the probes of its own clauses do not show, those of others may
      const found = own.length > 0 ? own : await brokenClauses(fault, [])
      expect(found.filter((id) => fault.kills.includes(id))).not.toEqual([])
    })
  }
})
