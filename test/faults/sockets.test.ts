/**
 * Over real sockets: some faults of every kind are found.
 */
import { describe, expect, it } from 'vitest'
import { faults } from './broken/index.js'
import { chunkFaults } from './broken/chunks.js'
import { connectionFaults } from './broken/connections.js'
import { transportFaults } from './broken/transport.js'
import { found } from './found.js'
import { runOverSocket } from './run.js'
import type { Fault } from './Variant.js'

const some: ReadonlyArray<string> = [
  'ClientId of any length',
  'UserPoolId before a newline',
  'ids trimmed',
  'missing members crash',
  'a stack trace for malformed JSON',
  'parameters of a content type refused',
  'any method',
  'a client through any pool',
  'the newest only',
  'a variable for all callers',
  'application/x-amz-json-1.0',
  'not UTF-8',
  'dates in ISO 8601',
  'ClientSecretValue',
  'a value in a cookie',
  'errors as HTML',
  '422',
  'throttling with 429'
]

const ofTheWire: ReadonlyArray<Fault> = [...transportFaults, ...chunkFaults, ...connectionFaults]

describe('over sockets, a fault is found', () => {
  const chosen = faults.filter((fault) => some.includes(fault.name) || ofTheWire.includes(fault))

  it('and all that are named here exist', () => {
    expect(chosen.length).toBe(some.length + ofTheWire.length)
  })

  it.each(chosen.map((fault) => [fault.name, fault.kills.join(' or '), fault] as const))(
    '%s: breaks %s',
    async (_, __, fault) => {
      const ids = await found(fault, fault.kills, runOverSocket)
      expect(ids.filter((id) => fault.kills.includes(id))).not.toEqual([])
    }
  )
})
