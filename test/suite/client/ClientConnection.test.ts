/**
 * The connection to a client: what it counts, and what it asks twice.
 */
import { describe, expect, test } from 'vitest'
import { plainCase } from '../../../src/suite/client/ClientCase.js'
import { type ClientConnection, connectClient } from '../../../src/suite/client/ClientConnection.js'
import type { CallResult } from '../../../src/suite/client/RemoteClient.js'

const request = { method: 'POST', path: '/', headers: {}, body: '{}' }

const reported: CallResult = { requests: [request], output: 'out', reported: { secrets: [] } }
const silent = (more: Partial<CallResult> = {}): CallResult => ({
  requests: [],
  output: '',
  problem: 'it reported nothing',
  ...more
})

/** A connection to a client of which these are the results, one for each call, and then the last again. */
const connected = (...results: ReadonlyArray<CallResult>): ClientConnection => {
  let n = 0
  return connectClient(() => Promise.resolve(results[Math.min(n++, results.length - 1)] ?? reported))
}

const zero = {
  requests: 0,
  calls: 0,
  reports: 0,
  waited: 0,
  ends: new Map<string, number>(),
  restarting: 0,
  afterRestart: 0,
  last: undefined
}

describe('connectClient', () => {
  test('has counted nothing at first', () => {
    expect(connected().stats()).toEqual(zero)
  })

  test('counts calls, reports and requests, and gives back the case with its result', async () => {
    const { send, stats } = connected({ ...reported, requests: [request, request] }, reported, silent())
    expect(await send(plainCase)).toEqual({ one: plainCase, result: { ...reported, requests: [request, request] } })
    await send(plainCase)
    await send(plainCase)
    expect(stats()).toEqual({ ...zero, requests: 3, calls: 3, reports: 2, last: silent() })
  })

  test('waiting for a client that runs, and starting one that ended, are counted apart', async () => {
    const { send, stats } = connected(
      { ...reported, waited: 1, isLate: false },
      silent({ waited: 20 }),
      silent({ waited: 300, isLate: false }),
      silent({ waited: 4000, isLate: false }),
      silent({ isLate: false, problem: 'it broke' })
    )
    for (let i = 0; i < 5; i++) await send(plainCase)
    expect(stats()).toMatchObject({
      calls: 5,
      reports: 1,
      waited: 21,
      restarting: 4300,
      ends: new Map([
        ['it reported nothing', 2],
        ['it broke', 1]
      ])
    })
  })

  test('who was late is asked once more, if it has reported before', async () => {
    const late = silent({ waited: 5, isLate: true })
    const first = connected(late, reported)
    expect((await first.send(plainCase)).result).toBe(late)
    expect(first.stats()).toMatchObject({ calls: 1, reports: 0, afterRestart: 0 })

    const later = connected(reported, late, reported, late, late)
    await later.send(plainCase)
    expect((await later.send(plainCase)).result).toBe(reported)
    expect(later.stats()).toMatchObject({ calls: 3, reports: 2, afterRestart: 1, waited: 5 })
    expect((await later.send(plainCase)).result).toBe(late)
    expect(later.stats()).toMatchObject({ calls: 5, reports: 2, afterRestart: 1, waited: 15 })
  })

  test('a client that throws has reported nothing, and its error is dropped', async () => {
    const { send, stats } = connectClient(() => Promise.reject(new Error('S3cretS3cretS3cret')))
    const result = { requests: [], output: '', problem: 'the client threw, or its promise was rejected' }
    expect(await send(plainCase)).toEqual({ one: plainCase, result })
    expect(stats()).toEqual({ ...zero, calls: 1, last: result })
  })
})
