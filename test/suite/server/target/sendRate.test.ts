/**
 * The send rate, on a clock of the test's own.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lower, raise, type SendRate, sendRate, takeTurn } from '../../../../src/suite/server/target/sendRate.js'

/** A target that lets `limit` requests through in a second, and throttles the others. */
const bucket = (limit: number): ((now: number) => boolean) => {
  let [tokens, at] = [limit, 0]
  return (now) => {
    tokens = Math.min(limit, tokens + ((now - at) * limit) / 1000)
    at = now
    if (tokens < 1) return false
    tokens--
    return true
  }
}

/** One sender that always has something to send, answered after `latency`: how many went through, and how many did not. */
const play = (
  limit: number,
  seconds: number,
  latency: number
): { readonly passed: number; readonly throttled: number } => {
  const isPassed = bucket(limit)
  const count = { passed: 0, throttled: 0 }
  let rate: SendRate = sendRate()
  for (let now = 0; now < seconds * 1000;) {
    if (count.passed + count.throttled > seconds * 1000) expect.fail('no time passes')
    const turn = takeTurn(rate, now)
    rate = turn.rate
    now = turn.at + latency
    if (isPassed(turn.at)) {
      count.passed++
      rate = raise(rate)
    } else {
      count.throttled++
      rate = lower(rate, turn.at, now)
    }
  }
  return count
}

describe('the send rate', () => {
  test('finds the rate of a target that throttles: most of what it lets through is used, and not many more calls are throttled than every third', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 200 }), (limit) => {
        const { passed, throttled } = play(limit, 60, 1)
        expect(passed).toBeGreaterThan(limit * 60 * 0.6)
        expect(throttled).toBeLessThan(passed * 0.6)
      }),
      { seed: 1 }
    )
  })

  test('is not lowered for good by a target that throttles every third call, whatever the rate', () => {
    let rate = sendRate()
    let now = 0
    for (let i = 1; i <= 3000; i++) {
      const turn = takeTurn(rate, now)
      now = turn.at
      rate = i % 3 === 0 ? lower(turn.rate, now, now + 1) : raise(turn.rate)
    }
    expect(rate.perSecond).toBeGreaterThan(50)
  })

  test('keeps no distance between requests before anything was throttled', () => {
    const { at, rate } = takeTurn(sendRate(), 1000)
    expect([at, takeTurn(rate, 1000).at]).toEqual([1000, 1000])
  })

  test('never exceeds its ceiling, whatever happens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(fc.boolean()), (ceiling, events) => {
        let rate = sendRate(ceiling)
        for (const [i, isThrottled] of events.entries()) {
          rate = isThrottled ? lower(rate, i, i + 1) : raise(rate)
          expect(rate.perSecond).toBeLessThanOrEqual(ceiling)
          expect(rate.perSecond).toBeGreaterThanOrEqual(Math.min(2, ceiling))
        }
      }),
      { seed: 1 }
    )
  })

  test('makes every sender wait when one was throttled', () => {
    const before = sendRate()
    const after = lower(before, 0, 1000)
    expect(takeTurn(after, 1000).at).toBeGreaterThan(1000)
  })

  test('does not give away turns that others have taken', () => {
    const ahead = Array.from({ length: 10 }).reduce<SendRate>((rate) => takeTurn(rate, 0).rate, sendRate(10))
    expect(takeTurn(lower(ahead, 0, 1), 1).at).toBe(1000)
  })

  test('is lowered once by requests that were on their way together', () => {
    const once = lower(sendRate(), 10, 20)
    expect(lower(once, 15, 25)).toBe(once)
    expect(lower(once, 20, 30).perSecond).toBeLessThan(once.perSecond)
  })
})
