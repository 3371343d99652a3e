/**
 * Every clause on servers finds a fault.
 */
import { describe, expect, it } from 'vitest'
import { clausesThatBind } from '../../src/clauses/index.js'
import { found, inProcess } from './found.js'

describe('a clause finds a fault', () => {
  it.each(clausesThatBind('server'))('%s', async (id) => {
    for (const fault of inProcess.filter(({ kills }) => kills.includes(id))) {
      if ((await found(fault, [id])).includes(id)) return
    }
    expect.fail(`no fault breaks ${id}`)
  })
})
