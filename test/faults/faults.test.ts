/**
 * Every fault is found, and every clause on servers finds one. In-process; sockets.test.ts has the wire.
 */
import { describe, expect, it } from 'vitest'
import { type ClauseId, clausesThatBind } from '../../src/clauses/index.js'
import { faults } from './broken/index.js'
import { rightButUnusual } from './rightButUnusual.js'
import { broken, runInProcess, until } from './run.js'
import type { Fault } from './Variant.js'

const inProcess = faults.filter(({ onlyOverSockets }) => onlyOverSockets !== true)

/** Those of `clauses` that a fault is seen to break. What their own probes do not show, all probes may. */
const found = async (fault: Fault, clauses: ReadonlyArray<ClauseId>): Promise<ReadonlyArray<ClauseId>> => {
  for (const only of [clauses, []]) {
    const report = await runInProcess(fault, { seed: 20260701, only, ...until(clauses) })
    const ids = broken(report).map(({ id }) => id)
    if (ids.some((id) => clauses.includes(id))) return ids
  }
  return []
}

const twice = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name, i) => names.indexOf(name) !== i)

describe('the collection', () => {
  it('has at least 120 faults and 20 implementations that are right but unusual', () => {
    expect(faults.length).toBeGreaterThanOrEqual(120)
    expect(rightButUnusual.length).toBeGreaterThanOrEqual(20)
  })

  it('has unique names', () => {
    expect(twice(faults.map(({ name }) => name))).toEqual([])
    expect(twice(rightButUnusual.map(({ name }) => name))).toEqual([])
  })
})

describe('a clause finds a fault', () => {
  it.each(clausesThatBind('server'))('%s', async (id) => {
    for (const fault of inProcess.filter(({ kills }) => kills.includes(id))) {
      if ((await found(fault, [id])).includes(id)) return
    }
    expect.fail(`no fault breaks ${id}`)
  })
})

describe('a fault is found', () => {
  it.each(inProcess.map((fault) => [fault.name, fault.kills.join(' or '), fault] as const))(
    '%s: breaks %s',
    async (_, __, fault) => {
      expect((await found(fault, fault.kills)).filter((id) => fault.kills.includes(id))).not.toEqual([])
    }
  )
})
