import { describe, expect, test } from 'vitest'
import { toFetchHandler } from '../../src/adapters/fetch.js'
import type { HttpResponse } from '../../src/protocol/index.js'

const URL_OF_COGNITO = 'https://cognito-idp.us-east-1.amazonaws.com/'

const GOOD: HttpResponse = { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: '{}' }

const post = (body: string | ReadableStream): Request =>
  new Request(URL_OF_COGNITO, { method: 'POST', body, duplex: 'half' } as RequestInit)

describe('toFetchHandler', () => {
  test('path and query reach the handler', async () => {
    const paths: Array<string> = []
    const cognito = toFetchHandler((request) => {
      paths.push(request.path)
      return GOOD
    })
    await cognito(new Request('http://localhost/base?tenant=1'))
    expect(paths).toEqual(['/base?tenant=1'])
  })

  test('headers reach the handler, and a request without a body has an empty one', async () => {
    const seen: Array<unknown> = []
    const cognito = toFetchHandler(({ method, headers, body }) => {
      seen.push([method, headers, body])
      return GOOD
    })
    await cognito(new Request(URL_OF_COGNITO, { headers: { 'X-A': '1', 'x-b': '2' } }))
    expect(seen).toEqual([['GET', { 'x-a': '1', 'x-b': '2' }, '']])
  })

  /** A body of these chunks, which counts how often it was cancelled. */
  const bodyOf = (chunks: ReadonlyArray<Uint8Array | undefined>) => {
    const cancelled = { count: 0 }
    let at = 0
    const read = () => Promise.resolve(at < chunks.length ? { done: false, value: chunks[at++] } : { done: true })
    const cancel = () => {
      cancelled.count++
      return Promise.reject(new Error('it is closed'))
    }
    return { cancelled, body: { getReader: () => ({ read, cancel }) } }
  }

  test.each([
    ['after its end', 5, 'abcd'],
    ['where it is over the limit', 3, undefined]
  ])('a body is cancelled %s, and a chunk without a value is passed over', async (_, maxBodyBytes, text) => {
    const bodies: Array<string> = []
    const { body, cancelled } = bodyOf([undefined, Buffer.from('ab'), undefined, Buffer.from('cd')])
    const cognito = toFetchHandler(
      (request) => {
        bodies.push(Buffer.from(request.body).toString())
        return GOOD
      },
      { maxBodyBytes }
    )
    await cognito({ method: 'POST', url: '/', headers: new Headers(), bodyUsed: false, body })
    expect([bodies, cancelled.count]).toEqual([text === undefined ? [] : [text], 1])
  })

  test('every value of a header is sent, and bytes are sent as they are', async () => {
    const cognito = toFetchHandler(() => ({
      status: 201,
      headers: { 'set-cookie': ['a=1', 'b=2'], 'x-absent': undefined },
      body: Uint8Array.of(0, 255)
    }))
    const response = await cognito(post('{}'))
    expect(response.status).toBe(201)
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect([...response.headers.keys()]).toEqual(['set-cookie', 'set-cookie'])
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(0, 255))
  })

  test('the platform adds no content type to an answer that has none', async () => {
    const response = await toFetchHandler(() => ({ status: 200, headers: {}, body: 'text' }))(post('{}'))
    expect(response.headers.get('content-type')).toBe(null)
  })

  test('a body over the limit is answered with 413, and the rest of it is not read', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled++
        controller.enqueue(new Uint8Array(100))
      }
    })
    const response = await toFetchHandler(() => GOOD, { maxBodyBytes: 1000 })(post(endless))
    expect(response.status).toBe(413)
    expect(response.headers.get('x-amzn-errortype')).toBe('RequestEntityTooLargeException')
    expect(pulled).toBeLessThan(20)
  })

  test('a body of exactly the limit is read', async () => {
    const sizes: Array<number> = []
    const handler = toFetchHandler(
      ({ body }) => {
        sizes.push(body.length)
        return GOOD
      },
      { maxBodyBytes: 1000 }
    )
    expect((await handler(post('x'.repeat(1000)))).status).toBe(200)
    expect((await handler(post('x'.repeat(1001)))).status).toBe(413)
    expect(sizes).toEqual([1000])
  })

  test('what a handler throws reaches onError and nothing of it reaches the caller', async () => {
    const errors: Array<unknown> = []
    const failure = new Error('the secret is MySecret0123456789abcdef')
    const cognito = toFetchHandler(
      () => {
        throw failure
      },
      { onError: (error) => errors.push(error) }
    )
    const response = await cognito(post('{}'))
    expect(errors).toEqual([failure])
    expect(response.status).toBe(500)
    expect(await response.text()).toBe('{"__type":"InternalServerException"}')
  })

  test('a request that was read before says so through onError', async () => {
    const errors: Array<unknown> = []
    const request = post('{}')
    await request.text()
    const response = await toFetchHandler(() => GOOD, { onError: (error) => errors.push(error) })(request)
    expect(response.status).toBe(500)
    expect(String(errors[0])).toMatch(/already read\. .*request\.clone\(\)/)
  })
})
