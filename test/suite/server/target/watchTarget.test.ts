/**
 * Whether a target that stops accepting connections has died, is being started again, or was never there.
 */
import { describe, expect, test } from 'vitest'
import type { Target } from '../../../../src/conformance.js'
import { CONTENT_TYPE, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../../../src/protocol/index.js'
import { GONE, hasFallen, watchTarget } from '../../../../src/suite/server/target/watchTarget.js'

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

  test('is not waited for after ten restarts', async () => {
    let isUp = true
    const inner: Target = () => {
      isUp = !isUp
      return isUp ? Promise.reject(new Error(REFUSED)) : Promise.resolve(OK)
    }
    const watched = watchTarget(inner, 60_000)
    const failures: Array<string> = []
    for (let i = 0; i < 12; i++) failures.push(await failureOf(watched.target(asking('{}'))))
    expect(failures.slice(0, 11).join('')).toBe('')
    expect(failures[11]).toContain(GONE)
    expect(watched.restarts()).toBe(10)
  })

  test('is not waited for by a caller who has given up', async () => {
    const watched = watchTarget(following(undefined, REFUSED), 60_000)
    await watched.target(asking('{}'))
    expect(await failureOf(watched.target(asking('{}'), AbortSignal.abort()))).toContain(GONE)
  })
})
