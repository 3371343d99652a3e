/**
 * What the kill matrix says of how soon faults are found.
 */
import { describe, expect, test } from 'vitest'
import type { ClauseId } from '../../src/clauses/index.js'
import { type Matrix, type Outcome, speedOf } from './matrix.js'

const KILLS: ClauseId = 'response.status.ok'

/** At each seed the number of requests until the clause was seen broken; `undefined` where it was not. */
const fault = (...after: ReadonlyArray<number | undefined>): Matrix['faults'][number] => ({
  fault: {
    name: 'a fault',
    description: 'does harm',
    kills: [KILLS],
    make: () => () => Promise.resolve({ status: 500, headers: {}, body: '' })
  },
  outcomes: after.map((n, seed): Outcome => ({
    of: 'fault',
    name: 'a fault',
    seed,
    verdict: 'failed',
    because: 'a clause is broken',
    requests: 1000,
    broken: [
      // another clause says nothing of this fault, however soon it is broken
      { id: 'response.contentType', status: 'warned', after: 1 },
      ...(n === undefined ? [] : [{ id: KILLS, status: 'failed', after: n } as const])
    ]
  }))
})

const speed = (...faults: Matrix['faults']): ReturnType<typeof speedOf> => speedOf({ faults, variants: [] })

describe('speedOf', () => {
  test('counts a fault by its slowest seed', () => {
    expect(speed(fault(10, 30, 20))).toEqual({ faults: 1, median: 30, worst: 30 })
  })

  test('has the middle of an odd number of faults as its median, in whatever order they come', () => {
    expect(speed(fault(100), fault(9), fault(20))).toEqual({ faults: 3, median: 20, worst: 100 })
  })

  test('has the mean of the two in the middle of an even number', () => {
    expect(speed(fault(100), fault(9), fault(20), fault(30))).toEqual({ faults: 4, median: 25, worst: 100 })
  })

  test('leaves out a fault that was not found at every seed', () => {
    expect(speed(fault(10, undefined), fault(7, 5))).toEqual({ faults: 1, median: 7, worst: 7 })
  })

  test('is zero where nothing was found', () => {
    expect(speed(fault(undefined))).toEqual({ faults: 0, median: 0, worst: 0 })
    expect(speed()).toEqual({ faults: 0, median: 0, worst: 0 })
  })
})
