/**
 * Whether a target that stops accepting connections has died, is being started again, or was never there.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Target } from '../../../../src/conformance.js'
import { CONTENT_TYPE, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../../../src/protocol/index.js'
import { GONE, hasBroken, hasFallen, watchTarget } from '../../../../src/suite/server/target/watchTarget.js'
import { played } from './played.js'

const asking = (body: string, operation: string = OPERATION): HttpRequest => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${operation}` },
  body
})

const OK = { status: 200, headers: {}, body: '{}' }

const REFUSED = 'connect ECONNREFUSED 127.0.0.1:1'

const FALLEN = `the connection was closed without an answer (socket hang up), and then ${REFUSED}`

/** Answers or fails as it is told, one call after the other; the last one for ever. */
const following = (...script: ReadonlyArray<string | undefined>): Target => {
  let n = 0
  return () => {
    const failure = script[Math.min(n++, script.length - 1)]
    return failure === undefined ? Promise.resolve(OK) : Promise.reject(new Error(failure))
  }
}

const failureOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => '',
    (error: unknown) => (error as Error).message
  )

describe.concurrent('a target', () => {
  test.each([REFUSED, 'getaddrinfo ENOTFOUND nowhere', 'no complete answer within 5 ms'])(
    'that never answered fails as it does: %s',
    async (failure) => {
      const watched = watchTarget(following(failure), 1000)
      expect(await failureOf(watched.target(asking('{}')))).toBe(failure)
      expect(watched.deaths()).toEqual([])
    }
  )

  test.each(['no complete answer within 5 ms', 'socket hang up (ECONNRESET)', 'connect ETIMEDOUT 10.0.0.1:80'])(
    'that has answered and fails otherwise has not died: %s',
    async (failure) => {
      const watched = watchTarget(following(undefined, failure), 1000)
      await watched.target(asking('{}'))
      expect(await failureOf(watched.target(asking('{}')))).toBe(failure)
      expect(watched.deaths()).toEqual([])
      expect(hasFallen(failure)).toBe(false)
    }
  )

  test('that accepts no connections after an answer is gone, with the request that it had', async () => {
    const watched = watchTarget(following(undefined, 'socket hang up (ECONNRESET)', REFUSED), 0)
    await watched.target(asking('{}'))
    await failureOf(watched.target(asking('{"ClientId":"the last"}')))
    const failure = await failureOf(watched.target(asking('{"ClientId":"too late"}')))
    expect(failure).toBe(`${GONE} (${REFUSED})`)
    expect(watched.deaths()).toEqual([
      'the target accepted no connections after 1 answer; in flight: {"ClientId":"the last"}'
    ])
    expect(watched.isNamed()).toBe(false)
  })

  test('that died of a request has it named, beside those in flight; no body of another operation is shown', async () => {
    const inner: Target = ({ body }) =>
      body === '{}' ? Promise.resolve(OK) : new Promise((_, reject) => setTimeout(reject, 10, new Error(FALLEN)))
    const watched = watchTarget(inner, 0)
    await watched.target(asking('{}'))
    const failures = await Promise.all([
      failureOf(watched.target(asking('{"ClientId":"a"}'))),
      failureOf(watched.target(asking('{"ClientSecret":"b"}', 'AddUserPoolClientSecret')))
    ])
    expect(failures).toEqual([`${FALLEN}; 1 other request was in flight`, `${FALLEN}; 1 other request was in flight`])
    expect(failures.every(hasFallen)).toBe(true)
    expect(watched.isNamed()).toBe(true)
    expect(watched.deaths()).toEqual([
      'the target accepted no connections after 1 answer; in flight: {"ClientId":"a"}, POST AddUserPoolClientSecret'
    ])
  })

  test('that comes back is asked again, and counts as restarted', async () => {
    const watched = watchTarget(following(undefined, REFUSED, REFUSED, undefined), 60_000)
    await watched.target(asking('{}'))
    expect(await watched.target(asking('{}'))).toBe(OK)
    expect(watched.restarts()).toBe(1)
    expect(watched.deaths()).toHaveLength(1)
  })

  test('that has answered since a connection broke did not die of that request', async () => {
    const broken = 'socket hang up (ECONNRESET)'
    const watched = watchTarget(following(undefined, broken, undefined, broken, REFUSED), 0)
    await watched.target(asking('{}'))
    await failureOf(watched.target(asking('{"ClientId":"long ago"}')))
    await watched.target(asking('{}'))
    await failureOf(watched.target(asking('{"ClientId":"the last"}')))
    await failureOf(watched.target(asking('{"ClientId":"too late"}')))
    expect(watched.deaths()).toEqual([
      'the target accepted no connections after 2 answers; in flight: {"ClientId":"the last"}'
    ])
  })

  test('that died of a request has no other blamed for it: what is sent later waits for the target', async () => {
    const watched = watchTarget(following(undefined, FALLEN, FALLEN, undefined, FALLEN), 60_000)
    await watched.target(asking('{}'))
    expect(await failureOf(watched.target(asking('{"ClientId":"the one"}')))).toBe(FALLEN)
    expect(await watched.target(asking('{}'))).toBe(OK)
    expect(watched.isNamed()).toBe(false)
    expect(await failureOf(watched.target(asking('{"ClientId":"the next"}')))).toBe(FALLEN)
  })

  test('is not waited for by a caller who has given up', async () => {
    const watched = watchTarget(following(undefined, REFUSED), 60_000)
    await watched.target(asking('{}'))
    expect(await failureOf(watched.target(asking('{}'), AbortSignal.abort()))).toContain(GONE)
  })
})

describe('what a failure says', () => {
  test.each([
    ['closed, and then connect ECONNREFUSED', true],
    ['ECONNREFUSED 127.0.0.1:1', false],
    ['connect ECONNREFUSED 127.0.0.1:1', false],
    ['connect (ECONNREFUSED)', false],
    ['[ECONNREFUSED]', false],
    ['reconnect ECONNREFUSED', true],
    [`${GONE} (connect ECONNREFUSED 127.0.0.1:1)`, false],
    ['read ECONNRESET', false]
  ])('%s: the target has died of it: %j', (failure, expected) => {
    expect(hasFallen(failure)).toBe(expected)
  })

  test.each([
    ['read ECONNRESET', true],
    ['write EPIPE', true],
    ['socket hang up', true],
    ['the connection was closed', true],
    ['no complete answer within 5 ms', false]
  ])('%s: the connection broke: %j', (failure, expected) => {
    expect(hasBroken(failure)).toBe(expected)
  })
})

describe('of a target that has died is told', () => {
  /** A target that answers once, and then does not answer what has a body, until it refuses a connection. */
  const deathsWith = async (failure: string, ...requests: ReadonlyArray<HttpRequest>) => {
    const inner: Target = ({ body }) =>
      body === 'first' ? Promise.resolve(OK) : Promise.reject(new Error(body === 'last' ? REFUSED : failure))
    const watched = watchTarget(inner, 0)
    expect(watched.isNamed()).toBe(false)
    await watched.target(asking('first'))
    for (const request of requests) await failureOf(watched.target(request))
    await failureOf(watched.target(asking('last')))
    return watched.deaths()
  }

  test.each<readonly [string, HttpRequest, string]>([
    ['a List with its body', asking('{"ClientId":"a"}'), '{"ClientId":"a"}'],
    ['a List without a body', asking(''), 'POST with an empty body'],
    ['no body of another operation', asking('{"ClientSecret":"a"}', 'Other'), 'POST Other'],
    ['a request that names no operation', { ...asking('x'), method: 'PUT', headers: {} }, 'PUT no operation'],
    ['300 characters of a body', asking('x'.repeat(301)), `${'x'.repeat(300)}… (301 characters in all)`]
  ])('%s', async (_, request, shown) => {
    expect(await deathsWith('socket hang up', request)).toEqual([
      `the target accepted no connections after 1 answer; in flight: ${shown}`
    ])
  })

  test('nothing of a request that was not answered in time', async () => {
    expect(await deathsWith('no complete answer within 5 ms', asking('slow'))).toEqual([
      'the target accepted no connections after 1 answer; no request was in flight'
    ])
  })

  test('how many other requests were in flight', async () => {
    const inner: Target = ({ body }) =>
      body === '{}' ? Promise.resolve(OK) : new Promise((_, reject) => setTimeout(reject, 1, new Error(FALLEN)))
    const watched = watchTarget(inner, 0)
    await watched.target(asking('{}'))
    const failures = await Promise.all(['a', 'b', 'c'].map((body) => failureOf(watched.target(asking(body)))))
    expect(failures[0]).toBe(`${FALLEN}; 2 other requests were in flight`)
  })

  test('the error that was thrown', async () => {
    const [died, refused] = [new Error(FALLEN), new Error(REFUSED)]
    const errors = [died, refused]
    let n = 0
    const watched = watchTarget(() => (n++ === 0 ? OK : Promise.reject(errors[n - 2] ?? refused)), 0)
    await watched.target(asking('{}'))
    await expect(watched.target(asking('{}'))).rejects.toMatchObject({ cause: died })
    await expect(watched.target(asking('{}'))).rejects.toMatchObject({ cause: refused })
  })
})

describe('on a clock of the test, a target', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
  afterEach(() => void vi.useRealTimers())

  test('is not waited for after ten restarts', async () => {
    let isUp = true
    const inner: Target = () => {
      isUp = !isUp
      return isUp ? Promise.reject(new Error(REFUSED)) : Promise.resolve(OK)
    }
    const watched = watchTarget(inner, 60_000)
    const failures: Array<string> = []
    for (let i = 0; i < 12; i++) failures.push(await played(failureOf(watched.target(asking('{}')))))
    expect(failures.slice(0, 11).join('')).toBe('')
    expect(failures[11]).toContain(GONE)
    expect(watched.restarts()).toBe(10)
  })

  test('is asked again every 50 ms, until the time to come back is over', async () => {
    const askedAt: Array<number> = []
    const watched = watchTarget(() => {
      askedAt.push(Date.now() - 1_000_000)
      return askedAt.length === 1 ? OK : Promise.reject(new Error(REFUSED))
    }, 100)
    await watched.target(asking('{}'))
    expect(await played(failureOf(watched.target(asking('{}'))))).toBe(`${GONE} (${REFUSED})`)
    expect(askedAt).toEqual([0, 0, 50, 100])
    // from then on it is gone, however soon the next request comes
    expect(await played(failureOf(watched.target(asking('{}'))))).toBe(`${GONE} (${REFUSED})`)
    expect(askedAt).toHaveLength(5)
  })

  test('that refuses connections is not said to have died of what is sent meanwhile', async () => {
    const failures = new Map([
      ['a', [REFUSED, REFUSED]],
      ['b', [FALLEN]]
    ])
    const inner: Target = ({ body }) => {
      const failure = failures.get(String(body))?.shift()
      return failure === undefined ? OK : Promise.reject(new Error(failure))
    }
    const watched = watchTarget(inner, 1000)
    await watched.target(asking('{}'))
    const first = watched.target(asking('a'))
    await vi.advanceTimersByTimeAsync(10)
    expect(await played(Promise.all([first, watched.target(asking('b'))]))).toEqual([OK, OK])
    expect([watched.isNamed(), watched.restarts()]).toEqual([false, 1])
  })
})
