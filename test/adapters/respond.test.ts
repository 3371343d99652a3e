/**
 * The one place where an adapter calls the handler.
 */
import { describe, expect, test } from 'vitest'
import { type AdapterOptions, respond } from '../../src/adapters/respond.js'
import type { Handler, HttpRequest, HttpResponse } from '../../src/protocol/index.js'

const GOOD: HttpResponse = { status: 200, headers: {}, body: 'done' }

const head = { method: 'POST', path: '/', headers: { a: 'b' } }

const ask = (body: HttpRequest['body'] | undefined, options: AdapterOptions = {}, handler: Handler = () => GOOD) =>
  respond(handler, options, { ...head, readBody: () => Promise.resolve(body) })

describe('respond', () => {
  test('the handler gets the request with its body, and its answer is given back', async () => {
    const requests: Array<HttpRequest> = []
    const answer = await ask('x', {}, (request) => {
      requests.push(request)
      return Promise.resolve(GOOD)
    })
    expect([answer, requests]).toEqual([GOOD, [{ ...head, body: 'x' }]])
  })

  test.each<readonly [string, HttpRequest['body'] | undefined, number]>([
    ['a text of the limit', 'abc', 200],
    ['a text over it', 'abcd', 413],
    ['a text over it in bytes only', 'aé', 200],
    ['a text of two characters that are four bytes', 'éé', 413],
    ['bytes of the limit', Uint8Array.of(1, 2, 3), 200],
    ['bytes over it', Uint8Array.of(1, 2, 3, 4), 413],
    ['a body of which reading stopped', undefined, 413]
  ])('%s', async (_, body, status) => {
    expect((await ask(body, { maxBodyBytes: 3 })).status).toBe(status)
  })

  test('a larger body is refused in words', async () => {
    const { status, body, headers } = await ask('abcd', { maxBodyBytes: 3 })
    expect([status, JSON.parse(String(body)), headers['x-amzn-errortype']]).toEqual([
      413,
      { __type: 'RequestEntityTooLargeException', message: 'The body is larger than 3 bytes' },
      'RequestEntityTooLargeException'
    ])
  })

  test('by default the limit is a mebibyte', async () => {
    const limits: Array<number> = []
    const readBody = (maxBytes: number) => {
      limits.push(maxBytes)
      return Promise.resolve('')
    }
    await respond(() => GOOD, {}, { ...head, readBody })
    await respond(() => GOOD, { maxBodyBytes: 7 }, { ...head, readBody })
    expect(limits).toEqual([1_048_576, 7])
  })

  test('what throws goes to onError, and is an InternalServerException without a word of it', async () => {
    const errors: Array<unknown> = []
    const failure = new Error('S3cretS3cretS3cret')
    const onError = (error: unknown): void => void errors.push(error)
    const internal = { status: 500, body: '{"__type":"InternalServerException"}' }
    expect(await ask('', { onError }, () => Promise.reject(failure))).toMatchObject(internal)
    expect(await respond(() => GOOD, { onError }, { ...head, readBody: () => Promise.reject(failure) })).toMatchObject(
      internal
    )
    expect(errors).toEqual([failure, failure])
    expect(await ask('', {}, () => Promise.reject(failure))).toMatchObject(internal)
  })
})
