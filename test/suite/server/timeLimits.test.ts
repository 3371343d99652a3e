/**
 * When a run ends before it is through. Time is the test's own.
 */
import { describe, expect, test } from 'vitest'
import { stopper, tooSlow } from '../../../src/suite/server/timeLimits.js'
import { withClock } from './withClock.js'

const START = 1_000_000

describe('a run', () => {
  test.each([
    [2000, 2000, 'the time limit of 2 s was reached'],
    [1500, 1500, 'the time limit of 1.5 s was reached'],
    [undefined, 600_000, 'the time limit of 600 s was reached']
  ])('with a limit of %s ms ends after %i ms, and the reason says so', (limit, after, reason) =>
    withClock(START, (pass) => {
      const stop = stopper(new AbortController().signal, limit, START)
      pass(after - 1)
      expect(stop()).toBeUndefined()
      pass(1)
      expect(stop()).toBe(reason)
    })
  )

  test('ends at a signal, whatever the time', () =>
    withClock(START, (pass) => {
      const controller = new AbortController()
      const stop = stopper(controller.signal, 2000, START)
      controller.abort('the lights went out')
      expect(stop()).toBe('the lights went out')
      pass(2000)
      expect(stop()).toBe('the lights went out')
    }))
})

describe('a target', () => {
  const options = { seed: 1, concurrency: 4 }

  test('is too slow once its cases take more than ten minutes, a few at a time', () =>
    withClock(START, (pass) => {
      pass(15_000)
      // 3000 cases of 0.8 s, four at a time, are 600 s
      expect(tooSlow(options, 3000, START)(800)).toBeUndefined()
      expect(tooSlow(options, 3000, START)(801)).toBe(
        'the target takes 0.8 s for a call, so that 3000 cases would take more than 10 min: allow more time ' +
          '(--max-time), or send fewer cases (--runs, --only)'
      )
      // four at a time unless told otherwise
      expect(tooSlow({ seed: 1 }, 3000, START)(800)).toBeUndefined()
      expect(tooSlow({ seed: 1 }, 3000, START)(1600)).toMatch(/^the target takes 1\.6 s .* more than 20 min: /)
      expect(tooSlow({ ...options, concurrency: 1 }, 3000, START)(201)).toMatch(/^the target takes 0\.2 s for a call/)
    }))

  test('is not called too slow in the first 15 s', () =>
    withClock(START, (pass) => {
      const because = tooSlow(options, 3000, START)
      pass(14_999)
      expect(because(60_000)).toBeUndefined()
      pass(1)
      expect(because(60_000)).toMatch(/^the target takes 60\.0 s for a call/)
    }))

  test('has all the time that the user gives it', () =>
    withClock(START, (pass) => {
      const because = tooSlow({ ...options, maxTimeMs: 60_000 }, 3000, START)
      pass(15_000)
      expect(because(60_000)).toBeUndefined()
    }))
})
