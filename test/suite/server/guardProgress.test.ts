/**
 * A callback of the caller that throws ends the run, and its error is thrown again when the run has cleaned up.
 */
import { describe, expect, test } from 'vitest'
import { guardProgress } from '../../../src/suite/server/guardProgress.js'
import type { Progress } from '../../../src/suite/shared/Progress.js'

const progress: Progress = { done: 1, total: 2, requests: 3, broken: [] }

const thrownBy = (f: () => void): ReadonlyArray<unknown> => {
  try {
    f()
    return []
  } catch (error) {
    return [error]
  }
}

describe('a callback', () => {
  test('is called with each progress, and nothing is thrown', () => {
    const seen: Array<Progress> = []
    const { onProgress, signal, rethrow } = guardProgress((one) => void seen.push(one), undefined)
    onProgress?.(progress)
    onProgress?.({ ...progress, done: 2 })
    expect(seen).toEqual([progress, { ...progress, done: 2 }])
    expect(signal.aborted).toBe(false)
    expect(thrownBy(rethrow)).toEqual([])
  })

  test.each([[new Error('my own bug')], [undefined]])('that throws ends the run and is not called again', (bug) => {
    let calls = 0
    const { onProgress, signal, rethrow } = guardProgress(() => {
      calls++
      throw bug
    }, undefined)
    onProgress?.(progress)
    onProgress?.(progress)
    expect(calls).toBe(1)
    expect([signal.aborted, signal.reason]).toEqual([true, 'onProgress threw'])
    expect(thrownBy(rethrow)).toEqual([bug])
  })

  test('need not be there', () => {
    const { onProgress, rethrow } = guardProgress(undefined, undefined)
    expect(onProgress).toBeUndefined()
    expect(thrownBy(rethrow)).toEqual([])
  })
})

describe("the caller's signal", () => {
  test('ends the run with its reason', () => {
    const controller = new AbortController()
    const { signal } = guardProgress(undefined, controller.signal)
    expect(signal.aborted).toBe(false)
    controller.abort('enough')
    expect([signal.aborted, signal.reason]).toEqual([true, 'enough'])
  })

  test('is not needed for a callback to end it', () => {
    const { onProgress, signal } = guardProgress(() => {
      throw new Error('my own bug')
    }, new AbortController().signal)
    onProgress?.(progress)
    expect([signal.aborted, signal.reason]).toEqual([true, 'onProgress threw'])
  })
})
