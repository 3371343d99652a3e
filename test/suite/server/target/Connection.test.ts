/**
 * The connection: what it sends again, and when it gives up. Time is the test's own.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type HttpRequest, type HttpResponse, TARGET_PREFIX } from '../../../../src/protocol/index.js'
import { type Connection, openConnection } from '../../../../src/suite/server/target/Connection.js'
import type { Target } from '../../../../src/suite/server/target/Target.js'
import { operationOf, refusal } from '../../../node/support/handlers.js'
import { played } from './played.js'

const LIST = 'ListUserPoolClientSecrets'
const OPTIONS = { retries: 10, timeoutMs: 1000 }

const call = (operation: string): HttpRequest => ({
  method: 'POST',
  path: '/',
  headers: { 'x-amz-target': `${TARGET_PREFIX}${operation}` },
  body: '{}'
})

const good: HttpResponse = { status: 200, headers: {}, body: '{}' }
const throttling = refusal('TooManyRequestsException', 'Rate exceeded')

/** One List after the other. */
const sendMany = async (send: Connection['send'], times: number): Promise<void> => {
  for (let i = 0; i < times; i++) await send(call(LIST))
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

describe('a target that throttles', () => {
  test.each([50, 10])('%i requests a second: every call is answered in the end', async (limit) => {
    let [tokens, at] = [limit, Date.now()]
    const target: Target = () => {
      tokens = Math.min(limit, tokens + ((Date.now() - at) * limit) / 1000)
      at = Date.now()
      if (tokens < 1) return Promise.resolve(throttling)
      tokens--
      return Promise.resolve(good)
    }
    const { send, stats } = openConnection(target, OPTIONS)
    const worker = async (): Promise<void> => {
      for (let i = 0; i < 100; i++) await send(call(LIST))
    }
    const started = Date.now()
    await played(Promise.all([worker(), worker(), worker(), worker()]))
    expect(stats()).toMatchObject({ answered: 400, starved: 0 })
    expect(400 / ((Date.now() - started) / 1000)).toBeGreaterThan(limit / 2)
  })

  test('List only: the target is given up in bounded time, and the reason says what helps', async () => {
    const target: Target = (request) => Promise.resolve(operationOf(request) === LIST ? throttling : good)
    const { send, lost, stats } = openConnection(target, OPTIONS)
    const started = Date.now()
    await played(
      (async () => {
        await send(call('CreateUserPool'))
        while (lost() === undefined) await send(call(LIST))
      })()
    )
    expect(lost()).toMatch(/throttled 30 calls of ListUserPoolClientSecrets in a row; .*--rate-limit/)
    expect(stats().requests).toBe(31)
    expect(Date.now() - started).toBeLessThan(30_000)
  })

  test('another operation only: that operation is given up, and List goes on', async () => {
    const target: Target = (request) => Promise.resolve(operationOf(request) === LIST ? good : throttling)
    const { send, lost } = openConnection(target, OPTIONS)
    await played(
      (async () => {
        await send(call(LIST))
        for (let i = 0; i < 5; i++) await send(call('AddUserPoolClientSecret'))
      })()
    )
    const refused = await played(send(call('AddUserPoolClientSecret')))
    expect(refused.outcome).toMatchObject({ failure: expect.stringContaining('AddUserPoolClientSecret in a row') })
    expect((await played(send(call(LIST)))).outcome).toMatchObject({ response: good })
    expect(lost()).toBeUndefined()
  })

  test.each([0, 1, 3])(
    'always: a call is sent %i times more and then counts as throttled to the end',
    async (retries) => {
      let n = 0
      const target: Target = () => Promise.resolve(++n === 1 ? good : throttling)
      const { send, stats } = openConnection(target, { ...OPTIONS, retries })
      await played(send(call(LIST)))
      expect(await played(send(call(LIST)))).toMatchObject({ outcome: { response: throttling }, throttled: true })
      expect(stats()).toMatchObject({ requests: 2 + retries, retries, starved: 1, answered: 1 })
    }
  )

  test('now and then: no operation is given up for what is not in a row', async () => {
    let n = 0
    const target: Target = () => Promise.resolve(++n % 2 === 0 ? throttling : good)
    const { send, lost, stats } = openConnection(target, OPTIONS)
    await played(sendMany(send, 60))
    expect(lost()).toBeUndefined()
    expect(stats()).toMatchObject({ answered: 60, retries: 59 })
  })
})

describe('a target that does not answer', () => {
  const failing = (isFailure: (n: number) => boolean): Target => {
    let n = 0
    return () => (isFailure(++n) ? Promise.reject(new Error('socket hang up')) : Promise.resolve(good))
  }

  test('is not given up where it breaks all that is under way at once, and goes on', async () => {
    let fall: () => void = () => undefined
    const hasFallen = new Promise<void>((resolve) => (fall = resolve))
    let isUp = false
    const target: Target = async () => {
      if (isUp) return good
      await hasFallen
      throw new Error('read ECONNRESET')
    }
    const { send, lost, stats } = openConnection(target, OPTIONS)
    const underWay = Promise.all(Array.from({ length: 12 }, async () => send(call(LIST))))
    await vi.advanceTimersByTimeAsync(10)
    fall()
    await played(underWay)
    isUp = true
    const { outcome } = await played(send(call(LIST)))
    expect(outcome).toMatchObject({ response: good })
    expect(lost()).toBeUndefined()
    expect(stats().requests).toBe(13)
  })

  test('is given up after five requests in a row', async () => {
    const { send, lost, stats } = openConnection(
      failing((n) => n > 3),
      OPTIONS
    )
    await played(sendMany(send, 20))
    expect(lost()).toBe('gave up after 5 requests without a complete answer (socket hang up)')
    expect(stats().requests).toBe(8)
  })

  test('is given up after 25 requests in all, though others were answered between them', async () => {
    const { send, lost, stats } = openConnection(
      failing((n) => n % 2 === 0),
      OPTIONS
    )
    await played(sendMany(send, 100))
    expect(lost()).toBe('gave up after 25 requests without a complete answer (socket hang up)')
    expect(stats().requests).toBe(50)
  })

  test('has one last chance after a recall', async () => {
    const { send, lost, recall, stats } = openConnection(
      failing((n) => n > 3),
      OPTIONS
    )
    await played(sendMany(send, 20))
    recall()
    await played(send(call(LIST)))
    await played(send(call(LIST)))
    expect(lost()).toMatch(/^gave up/)
    expect(stats().requests).toBe(9)
  })

  test('is not given up for requests that it had when it died: it may be started again', async () => {
    const failure = 'the connection was closed without an answer (socket hang up), and then connect ECONNREFUSED'
    const { send, lost } = openConnection(() => Promise.reject(new Error(failure)), OPTIONS)
    for (let i = 0; i < 30; i++) await played(send(call(LIST)))
    expect(lost()).toBeUndefined()
  })
})

test('a slow target that was recalled is asked to the end: what was made is deleted', async () => {
  const { send, lost, recall } = openConnection(() => Promise.resolve(good), { ...OPTIONS, tooSlow: () => 'too slow' })
  await played(send(call(LIST)))
  expect(lost()).toBe('too slow')
  recall()
  await played(send(call(LIST)))
  expect(lost()).toBeUndefined()
})

test('throttling is followed by no longer pause than that of the rate', async () => {
  const sentAt: Array<number> = []
  // every answer that is not throttled raises the rate
  const answers = [throttling, ...Array.from({ length: 20 }, () => good), throttling]
  const { send } = openConnection(() => {
    sentAt.push(Date.now())
    return answers.shift() ?? good
  }, OPTIONS)
  await played(sendMany(send, 21))
  const [throttledAt = 0, againAt = 0] = sentAt.slice(-2)
  expect([sentAt.length, againAt - throttledAt < 10]).toEqual([23, true])
})

describe('a recall after throttling', () => {
  const throttledOut = async () => {
    const answers: { next: () => Promise<HttpResponse> } = { next: () => Promise.resolve(good) }
    const connection = openConnection(() => answers.next(), OPTIONS)
    await played(connection.send(call(LIST)))
    answers.next = () => Promise.resolve(throttling)
    await played(
      (async () => {
        while (connection.lost() === undefined) await connection.send(call(LIST))
      })()
    )
    connection.recall()
    return { ...connection, answers }
  }

  test('lets the operation be sent again', async () => {
    const { send, answers } = await throttledOut()
    answers.next = () => Promise.resolve(good)
    expect((await played(send(call(LIST)))).outcome).toMatchObject({ response: good })
  })

  test('ends with the first request that is not answered', async () => {
    const { send, stats, answers } = await throttledOut()
    const before = stats().requests
    answers.next = () => Promise.reject(new Error('socket hang up'))
    await played(send(call(LIST)))
    await played(send(call(LIST)))
    expect(stats().requests).toBe(before + 1)
  })
})

describe('a documented failure', () => {
  test('is sent again four times, then it is the answer', async () => {
    const failure = refusal('InternalServerException', 'no', 500)
    let n = 0
    const { send, stats } = openConnection(() => Promise.resolve(++n === 1 ? good : failure), OPTIONS)
    await played(send(call(LIST)))
    expect(await played(send(call(LIST)))).toMatchObject({ outcome: { response: failure }, throttled: false })
    expect(stats().requests).toBe(6)
  })

  test('is sent again after a pause, and then after pauses that are each twice as long', async () => {
    const sentAt: Array<number> = []
    const failure = refusal('InternalServerException', 'no', 500)
    const { send } = openConnection(() => {
      sentAt.push(Date.now())
      return Promise.resolve(failure)
    }, OPTIONS)
    await played(send(call(LIST)))
    const pauses = sentAt.slice(1).map((ms, i) => ms - (sentAt[i] ?? 0))
    expect(pauses.map((ms) => Math.floor(ms / 10))).toEqual([1, 2, 4, 8])
  })

  test('is sent again as often where the call was throttled before', async () => {
    const failure = refusal('InternalServerException', 'no', 500)
    const answers = [throttling, throttling, throttling, failure, throttling, failure, failure, failure]
    const { send, stats } = openConnection(() => answers.shift() ?? good, OPTIONS)
    expect(await played(send(call(LIST)))).toMatchObject({ outcome: { response: good } })
    expect(stats().requests).toBe(9)
  })

  test('is sent again only twice where 400 have been', async () => {
    const failure = refusal('InternalServerException', 'no', 500)
    const four = [failure, failure, failure, failure, good]
    const answers = [good, ...Array.from({ length: 99 }, () => four).flat(), failure, failure, good]
    const { send, stats } = openConnection(() => answers.shift() ?? failure, OPTIONS)
    await played(sendMany(send, 101))
    expect(stats()).toMatchObject({ requests: 499, retries: 398, answered: 101 })
    // the next has three failures, of which two are sent again
    await played(sendMany(send, 1))
    expect(stats()).toMatchObject({ requests: 502, retries: 400, answered: 101 })
  })

  test('is not sent again where no retries are allowed', async () => {
    const failure = refusal('InternalServerException', 'no', 500)
    const { send, stats } = openConnection(() => Promise.resolve(failure), { ...OPTIONS, retries: 0 })
    await played(send(call(LIST)))
    expect(stats().requests).toBe(1)
  })
})

describe('an operation that fails every time', () => {
  test('is no longer sent again for that', async () => {
    const failure = refusal('InternalServerException', 'no', 500)
    let n = 0
    const { send, stats } = openConnection(() => Promise.resolve(++n === 1 ? good : failure), OPTIONS)
    await played(sendMany(send, 31))
    // two calls of five requests each and one of two, the others of one
    expect(stats().requests).toBe(1 + 2 * 5 + 2 + 27)
  })
})

describe('a call after the target was given up', () => {
  test('is not sent, and says so', async () => {
    const { send, stats } = openConnection(() => Promise.reject(new Error('socket hang up')), OPTIONS)
    await played(sendMany(send, 5))
    expect((await played(send(call(LIST)))).outcome).toMatchObject({ unsent: true })
    expect(stats().requests).toBe(5)
  })
})

describe('a target that is too slow', () => {
  test('is given up for the reason that the caller gives', async () => {
    const target: Target = () => new Promise((resolve) => setTimeout(() => resolve(good), 400))
    const tooSlow = (meanMs: number): string | undefined =>
      meanMs > 300 ? `mean ${Math.round(meanMs / 100)}` : undefined
    const { send, lost } = openConnection(target, { ...OPTIONS, tooSlow })
    await played(send(call(LIST)))
    expect(lost()).toBe('mean 4')
  })
})

describe('a target with long answers', () => {
  const answering = async (
    length: number
  ): Promise<{ readonly lost: string | undefined; readonly requests: number }> => {
    const { send, lost, stats } = openConnection(() => Promise.resolve({ ...good, body: ' '.repeat(length) }), OPTIONS)
    for (let i = 0; i < 140 && lost() === undefined; i++) await played(send(call(LIST)))
    return { lost: lost(), requests: stats().requests }
  }

  test('is given up once they are 32 MiB, if they are long on average', async () => {
    expect(await answering(1_048_576)).toEqual({ lost: 'gave up after 33 MiB in 33 answers', requests: 33 })
  })

  test('is asked to the end where it was recalled: what was made is deleted', async () => {
    const long = { ...good, body: ' '.repeat(1_048_576) }
    const { send, lost, recall } = openConnection(() => Promise.resolve(long), OPTIONS)
    await played(sendMany(send, 33))
    expect(lost()).toBe('gave up after 33 MiB in 33 answers')
    recall()
    await played(sendMany(send, 1))
    expect(lost()).toBeUndefined()
  })

  test('is remembered with one copy of the same answer', async () => {
    const { send } = openConnection(() => Promise.resolve({ ...good, body: Buffer.alloc(100_000, ' ') }), OPTIONS)
    const bodies = [await played(send(call(LIST))), await played(send(call(LIST)))].map(({ outcome }) =>
      'response' in outcome ? outcome.response.body : expect.fail('there was no answer')
    )
    expect(bodies[1]).toBe(bodies[0])
  })

  test('is not given up for as many bytes in shorter answers', async () => {
    expect(await answering(262_144)).toEqual({ lost: undefined, requests: 140 })
  })
})

describe('a target that never answers as it should', () => {
  test.each([
    ['throttles', throttling],
    ['fails', refusal('InternalServerException', 'no', 500)]
  ])('is given up after twenty responses: it %s', async (_, response) => {
    const { send, lost, stats } = openConnection(() => response, { ...OPTIONS, retries: 0 })
    await played(sendMany(send, 19))
    expect(lost()).toBeUndefined()
    await played(sendMany(send, 2))
    expect(lost()).toBe('the target only ever throttled or failed')
    expect(stats()).toMatchObject({ requests: 20, responses: 20, answered: 0 })
  })

  test.each<readonly [string, Target, string]>([
    ['returns something else', () => undefined as never, 'the target did not return an HttpResponse'],
    ['rejects with an error', () => Promise.reject(new Error('no')), 'no'],
    ['throws what is no error', () => Promise.reject('no' as never), 'the target threw something that is no Error'],
    [
      'throws at once',
      () => {
        throw new Error('no')
      },
      'no'
    ]
  ])('has a failure for an outcome where it %s', async (_, target, failure) => {
    const { send, stats } = openConnection(target, OPTIONS)
    expect(await played(send(call(LIST)))).toEqual({ outcome: { failure }, throttled: false })
    expect(stats()).toMatchObject({ requests: 1, responses: 0, answered: 0, retries: 0 })
  })

  test('is given as much time as the caller has patience', async () => {
    const { send } = openConnection(() => new Promise(() => undefined), OPTIONS)
    const outcomes = await played(Promise.all([send(call(LIST)), send(call(LIST), 3)]))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      { failure: 'no complete answer within 1000 ms' },
      { failure: 'no complete answer within 3000 ms' }
    ])
  })
})

test('a request is sent when its turn has come, where there is a limit', async () => {
  const sentAt: Array<number> = []
  const { send } = openConnection(
    () => {
      sentAt.push(Date.now() - 1_000_000)
      return good
    },
    { ...OPTIONS, rateLimit: 20 }
  )
  await played(Promise.all([send(call(LIST)), send(call(LIST)), send(call(LIST))]))
  expect(sentAt).toEqual([0, 50, 100])
})

test('whoever asks is told of every attempt that is tried again, and of no other', async () => {
  const failure = refusal('InternalServerException', 'no', 500)
  const answers = [throttling, failure, good]
  const { send, stats } = openConnection(() => answers.shift() ?? good, OPTIONS)
  const told: Array<unknown> = []
  const { outcome } = await played(send(call(LIST), 1, (one) => told.push('response' in one && one.response)))
  expect(told).toEqual([throttling, failure])
  expect(outcome).toMatchObject({ response: good })
  expect(stats()).toMatchObject({ requests: 3, retries: 2, responses: 3, answered: 1, starved: 0 })
})

test('a failure now and then is tried again, however often', async () => {
  const failure = refusal('InternalServerException', 'no', 500)
  let n = 0
  const { send, stats } = openConnection(() => (n++ % 2 === 0 ? failure : good), OPTIONS)
  await played(sendMany(send, 20))
  expect(stats()).toMatchObject({ requests: 40, retries: 20, answered: 20 })
})

test('an operation that recovers is not held to what it did before', async () => {
  let isDown = true
  const { send, lost } = openConnection((request) => (isDown && operationOf(request) === 'Other' ? throttling : good), {
    ...OPTIONS,
    retries: 0
  })
  const other = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) await send(call('Other'))
  }
  await played(send(call(LIST)))
  await played(other(29))
  isDown = false
  await played(other(1))
  isDown = true
  await played(other(29))
  expect((await played(send(call('Other')))).outcome).toMatchObject({ response: throttling })
  expect((await played(send(call('Other')))).outcome).toEqual({
    failure: 'the target throttled 30 calls of Other in a row; fewer requests a second may help (--rate-limit)',
    unsent: true
  })
  expect(lost()).toBeUndefined()
})

test('the mean of a call counts all attempts and waits', async () => {
  const means: Array<number> = []
  const slow: Target = () => new Promise((resolve) => setTimeout(() => resolve(good), 100))
  const { send } = openConnection(slow, {
    ...OPTIONS,
    rateLimit: 5,
    tooSlow: (meanMs) => {
      means.push(meanMs)
      return undefined
    }
  })
  await played(Promise.all([send(call(LIST)), send(call(LIST))]))
  // the second waits for 200 ms
  expect(means).toEqual([100, 200])
})

describe('long answers', () => {
  const bodiesOf = async (...bodies: ReadonlyArray<string | Uint8Array>) => {
    let n = 0
    const { send } = openConnection(() => ({ ...good, body: bodies[n++] ?? '' }), OPTIONS)
    const kept: Array<string | Uint8Array> = []
    for (const _ of bodies) {
      const { outcome } = await played(send(call(LIST)))
      kept.push('response' in outcome ? outcome.response.body : expect.fail('there was no answer'))
    }
    return kept
  }
  const bytes = (length: number, fill: string): Buffer => Buffer.alloc(length, fill)

  test('are kept once only where they are the same', async () => {
    const [one, other, again] = [bytes(40_000, 'a'), bytes(40_000, 'b'), bytes(40_000, 'b')]
    const kept = await bodiesOf(one, other, again)
    expect([kept[0] === one, kept[1] === other, kept[2] === other]).toEqual([true, true, true])
  })

  test('that are short are left as they are', async () => {
    const [one, again] = [bytes(32_768, 'a'), bytes(32_768, 'a')]
    const kept = await bodiesOf(one, again)
    expect([kept[0] === one, kept[1] === again]).toEqual([true, true])
  })

  test('of text are not taken for bytes', async () => {
    const text = 'a'.repeat(40_000)
    expect(await bodiesOf(bytes(40_000, 'a'), text, 'b'.repeat(40_000))).toEqual([
      bytes(40_000, 'a'),
      text,
      'b'.repeat(40_000)
    ])
  })
})

test('a request is sent at once, but after 15 ms of work only when the event loop has turned', async () => {
  const { send, stats } = openConnection(() => good, OPTIONS)
  const first = send(call(LIST))
  expect(stats().requests).toBe(1)
  await played(first)
  vi.setSystemTime(Date.now() + 15)
  const second = send(call(LIST))
  await Promise.resolve()
  expect(stats().requests).toBe(1)
  await played(second)
  expect(stats().requests).toBe(2)
})

describe('requests that fail while others are on their way', () => {
  /** Fails all that is sent together, each in its own way. */
  const failing =
    (failures: Array<string>): Target =>
    () =>
      new Promise((_, reject) => setTimeout(() => reject(new Error(failures.shift())), 5))

  test('count one by one where no connection broke', async () => {
    const { send, lost } = openConnection(failing(['a', 'b', 'c', 'd', 'socket hang up']), OPTIONS)
    await played(Promise.all(Array.from({ length: 5 }, () => send(call(LIST)))))
    expect(lost()).toBe('gave up after 5 requests without a complete answer (socket hang up)')
  })

  test('count once where all connections broke together', async () => {
    const { send, lost } = openConnection(failing(Array.from({ length: 9 }, () => 'socket hang up')), OPTIONS)
    await played(Promise.all(Array.from({ length: 5 }, () => send(call(LIST)))))
    await played(sendMany(send, 3))
    expect(lost()).toBeUndefined()
    await played(sendMany(send, 1))
    expect(lost()).toBe('gave up after 9 requests without a complete answer (socket hang up)')
  })
})

test('an operation that has failed twelve times in a row is not tried again, also by calls that were on their way', async () => {
  const { send, stats } = openConnection(() => refusal('InternalServerException', 'no', 500), OPTIONS)
  const sendLater = async (ms: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    await send(call(LIST))
  }
  for (const _ of [1, 2]) await played(Promise.all([1, 4, 7].map(sendLater)))
  // the twelfth failure comes when two of three calls wait to be sent again; then there are three calls of one request
  expect(stats().requests).toBe(12 + 2 + 3)
})

test('a call during which the target is given up has the last answer', async () => {
  const answers = [good]
  const { send, lost } = openConnection(() => answers.shift() ?? throttling, { ...OPTIONS, retries: 100 })
  await played(send(call(LIST)))
  expect(await played(send(call(LIST)))).toMatchObject({ outcome: { response: throttling }, throttled: true })
  expect(lost()).toMatch(/^the target throttled 30 calls/)
})
