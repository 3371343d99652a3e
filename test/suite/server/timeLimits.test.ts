/**
 * When a run ends before it is through. Time is the test's own.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stopper, tooSlow } from '../../../src/suite/server/timeLimits.js'

const START = 1_000_000

beforeEach(() => void vi.useFakeTimers({ now: START }))
afterEach(() => void vi.useRealTimers())

describe('a run', () => {
  test('ends at its time limit, and the reason says so', () => {
    const stop = stopper(new AbortController().signal, 2000, START)
    vi.setSystemTime(START + 1999)
    expect(stop()).toBeUndefined()
    vi.setSystemTime(START + 2000)
    expect(stop()).toBe('the time limit of 2 s was reached')
  })

  test('ends at a signal, whatever the time', () => {
    const controller = new AbortController()
    const stop = stopper(controller.signal, 2000, START)
    controller.abort('the lights went out')
    expect(stop()).toBe('the lights went out')
  })
})

describe('a target', () => {
  const options = { seed: 1, concurrency: 4 }

  test('is too slow once its cases take more than ten minutes, a few at a time', () => {
    const because = tooSlow(options, 3000, START)
    vi.setSystemTime(START + 15_000)
    // 3000 cases of 0.8 s, four at a time, are 600 s
    expect(because(800)).toBeUndefined()
    expect(because(801)).toMatch(/^the target takes 0\.8 s for a call, so that 3000 cases .*--max-time/)
  })

  test('is not called too slow in the first 15 s', () => {
    const because = tooSlow(options, 3000, START)
    vi.setSystemTime(START + 14_999)
    expect(because(60_000)).toBeUndefined()
  })

  test('has all the time that the user gives it', () => {
    const because = tooSlow({ ...options, maxTimeMs: 60_000 }, 3000, START)
    vi.setSystemTime(START + 15_000)
    expect(because(60_000)).toBeUndefined()
  })
})
