/**
 * Waiting: for what does not come, and while this process itself is busy.
 */
import { describe, expect, test } from 'vitest'
import { parseResponse } from '../../../../src/laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import { breather, isTransient, within } from '../../../../src/suite/server/target/pace.js'
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
