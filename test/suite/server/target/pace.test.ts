/**
 * Waiting: for what does not come, and while this process itself is busy.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseResponse } from '../../../../src/laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import { breather, isTransient, sleep, within } from '../../../../src/suite/server/target/pace.js'
import { refusal } from '../../../node/support/handlers.js'

const later = <A>(ms: number, value: A): Promise<A> => new Promise((resolve) => setTimeout(() => resolve(value), ms))

const keepBusy = (ms: number): void => {
  const end = Date.now() + ms
  while (Date.now() < end);
}

describe('within', () => {
  test('hands over what comes in time, and what goes wrong', async () => {
    expect(await within(1000, () => later(1, 'here'))).toBe('here')
    await expect(within(1000, () => Promise.reject(new Error('reset')))).rejects.toThrow('reset')
  })

  test('gives up on what does not come, and says so to whom it asked', async () => {
    let asked: AbortSignal | undefined
    const never = within(20, (signal) => {
      asked = signal
      return new Promise(() => undefined)
    })
    await expect(never).rejects.toThrow('no complete answer within 20 ms')
    expect(asked?.aborted).toBe(true)
  })

  test('does not take its own work for slowness of what it waits for', async () => {
    const answer = within(30, () => later(60, 'here'))
    await later(1, undefined)
    keepBusy(200)
    expect(await answer).toBe('here')
  })
})

const transience = (response: HttpResponse): string | undefined => isTransient(parseResponse(response))

describe('isTransient', () => {
  test.each(['TooManyRequestsException', 'ThrottlingException', 'Throttling', 'RequestLimitExceeded', 'SlowDown'])(
    'takes %s for throttling, whatever its status',
    (name) => expect(transience(refusal(name, 'slower', 400))).toBe('throttled')
  )

  test.each([429, 503])('takes HTTP %i for throttling, whatever its name', (status) => {
    expect(transience({ status, headers: {}, body: 'busy' })).toBe('throttled')
  })

  test('takes only the documented 500 for a failure that may pass', () => {
    expect(transience(refusal('InternalServerException', 'no', 500))).toBe('failed')
    expect(transience(refusal('InternalServerException', 'no', 400))).toBeUndefined()
    expect(transience(refusal('InternalFailure', 'no', 500))).toBeUndefined()
    expect(transience({ status: 200, headers: {}, body: '{"__type":"SlowDown"}' })).toBeUndefined()
  })
})

describe('on a clock of the test', () => {
  const START = 1_000_000
  /** How much later it is than the timers know. */
  let late = 0

  beforeEach(() => {
    vi.useFakeTimers({ now: START })
    late = 0
    const now = Date.now
    Date.now = () => now() + late
  })
  afterEach(() => void vi.useRealTimers())

  const isOver = (work: Promise<unknown> | undefined) => {
    const state = { isOver: false }
    const end = () => (state.isOver = true)
    work?.then(end, end)
    return state
  }

  test.each([0, -1])('a sleep of %i ms is none', async (ms) => {
    const sleeping = isOver(sleep(ms))
    await Promise.resolve()
    expect(sleeping.isOver).toBe(true)
  })

  test('a sleep ends when its time is over', async () => {
    const sleeping = isOver(sleep(5))
    await vi.advanceTimersByTimeAsync(4)
    expect(sleeping.isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(sleeping.isOver).toBe(true)
  })

  test('the event loop turns after 15 ms of work', async () => {
    const breathe = breather()
    late = 14
    expect(breathe()).toBeUndefined()
    late = 15
    const turned = isOver(breathe())
    await Promise.resolve()
    expect(turned.isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(turned.isOver).toBe(true)
    // counted from when it has turned
    late = 28
    expect(breathe()).toBeUndefined()
    late = 31
    expect(breathe()).toBeDefined()
  })

  const never = (): Promise<never> => new Promise(() => undefined)

  test('an end of a wait that comes up to 20 ms late is one', async () => {
    const waiting = isOver(within(100, never))
    late = 20
    await vi.advanceTimersByTimeAsync(99)
    expect(waiting.isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(waiting.isOver).toBe(true)
  })

  test('an end of a wait that comes later is put off by 20 ms', async () => {
    const waiting = isOver(within(100, never))
    late = 21
    await vi.advanceTimersByTimeAsync(119)
    expect(waiting.isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(waiting.isOver).toBe(true)
  })
})

describe('breather', () => {
  test('lets timers run while this process works without waiting for anything', async () => {
    const breathe = breather()
    const timer = { isDue: false }
    setTimeout(() => (timer.isDue = true), 1)
    for (let i = 0; i < 100 && !timer.isDue; i++) {
      keepBusy(5)
      await breathe()
    }
    expect(timer.isDue).toBe(true)
  })
})
