/**
 * Every fault is found in process; sockets.test.ts has the wire, clauses.test.ts that every clause finds one.
 */
import { describe, expect, it } from 'vitest'
import { faults } from './broken/index.js'
import { found, inProcess } from './found.js'
import { rightButUnusual } from './rightButUnusual.js'

const twice = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name, i) => names.indexOf(name) !== i)

describe('the collection', () => {
  it('has unique names', () => {
    expect(twice(faults.map(({ name }) => name))).toEqual([])
    expect(twice(rightButUnusual.map(({ name }) => name))).toEqual([])
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
