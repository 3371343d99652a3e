/**
 * The listener on requests and responses that only look like Node's; nodeFrameworks.test.ts has real ones.
 */
import { describe, expect, test } from 'vitest'
import { type NodeRequest, toNodeListener } from '../../src/adapters/node.js'
import type { Handler, HttpRequest, HttpResponse } from '../../src/protocol/index.js'

const GOOD: HttpResponse = { status: 200, headers: {}, body: 'done' }

const LOST =
  'A body parser has read this request and left nothing of it in request.body. Put the listener before the parser, or express.raw({ type: () => true }) in its place.'

interface Outcome {
  /** What reached the handler. */
  readonly requests: ReadonlyArray<HttpRequest>
  /** What was done with the response and the request, in order. */
  readonly calls: ReadonlyArray<unknown>
  readonly errors: ReadonlyArray<unknown>
}

/** One request through the listener, whose body arrives in these chunks. */
const outcomeOf = async (
  request: Partial<NodeRequest>,
  more: { chunks?: ReadonlyArray<string>; answer?: Handler; maxBodyBytes?: number; isDeaf?: boolean } = {}
): Promise<Outcome> => {
  const { chunks = [], answer = () => GOOD, isDeaf = false, ...options } = more
  const requests: Array<HttpRequest> = []
  const calls: Array<unknown> = []
  const errors: Array<unknown> = []
  const handler: Handler = (message) => {
    requests.push({ ...message, body: Buffer.from(message.body).toString() })
    return answer(message)
  }
  const listener = toNodeListener(handler, isDeaf ? options : { onError: (error) => errors.push(error), ...options })
  await new Promise<void>((resolve) => {
    listener(
      {
        headers: {},
        readableEnded: false,
        resume: () => {
          calls.push('resume')
          resolve()
        },
        async *[Symbol.asyncIterator]() {
          for (const chunk of chunks) yield Promise.resolve(chunk)
        },
        ...request
      },
      {
        writeHead: (status, headers) => calls.push([status, headers]),
        end: (body) => {
          calls.push(typeof body === 'string' ? body : [...body])
          // a response that cannot be written ends here
          if (body === 'unwritable') {
            resolve()
            throw new Error('the socket is closed')
          }
        }
      }
    )
  })
  await Promise.resolve()
  return { requests, calls, errors }
}

const bodyOf = async (...args: Parameters<typeof outcomeOf>): Promise<unknown> => {
  const { requests, errors } = await outcomeOf(...args)
  return errors.length > 0 ? String(errors[0]) : requests[0]?.body
}

describe('what reaches the handler', () => {
  test('method, path, headers and body', async () => {
    const request = { method: 'PUT', url: '/a?b=c', headers: { x: ['1', '2'], y: undefined } }
    const { requests, errors } = await outcomeOf(request, { chunks: ['{"a"', ':1}'] })
    expect([requests, errors]).toEqual([
      [{ method: 'PUT', path: '/a?b=c', headers: { x: ['1', '2'], y: undefined }, body: '{"a":1}' }],
      []
    ])
  })

  test('GET / where the request names neither', async () => {
    expect((await outcomeOf({})).requests).toEqual([{ method: 'GET', path: '/', headers: {}, body: '' }])
  })

  test.each<readonly [string, Partial<NodeRequest>, unknown]>([
    ['a text that a parser left', { body: 'text', readableEnded: true }, 'text'],
    ['bytes that it left', { body: Buffer.from('bytes'), readableEnded: true }, 'bytes'],
    ['an object that it left, as JSON', { body: { a: [1] }, readableEnded: true }, '{"a":[1]}'],
    ['an empty object that it read', { body: {}, readableEnded: true }, '{}'],
    ['what is still on the wire where it left nothing', { body: undefined }, 'wire'],
    ['or null', { body: null }, 'wire'],
    ['or an empty object', { body: {} }, 'wire'],
    ['a text that it left before the end', { body: 'text' }, 'text'],
    ['a number that it left', { body: 0 }, '0'],
    ['an object that is not empty', { body: { a: 1 } }, '{"a":1}'],
    ['nothing of a request without a body', { readableEnded: true }, ''],
    ['nothing of one that says so', { readableEnded: true, body: null, headers: { 'content-length': '0' } }, ''],
    [
      'an error where the length says more',
      { readableEnded: true, headers: { 'content-length': '1' } },
      `Error: ${LOST}`
    ],
    [
      'an error where it came in chunks',
      { readableEnded: true, body: null, headers: { 'transfer-encoding': 'chunked' } },
      `Error: ${LOST}`
    ]
  ])('the body is %s', async (_, request, body) => {
    expect(await bodyOf(request, { chunks: ['wire'] })).toBe(body)
  })
})

describe('what is written', () => {
  test('the answer, with its length in bytes, and then the rest of the request is dropped', async () => {
    const answer = (): HttpResponse => ({ status: 201, headers: { a: '1', b: ['2', '3'], c: undefined }, body: 'é' })
    expect((await outcomeOf({}, { answer })).calls).toEqual([
      [201, { a: '1', b: ['2', '3'], 'content-length': '2' }],
      'é',
      'resume'
    ])
  })

  test('bytes as they are', async () => {
    const answer = (): HttpResponse => ({ status: 200, headers: {}, body: Uint8Array.of(0, 255, 1) })
    expect((await outcomeOf({}, { answer })).calls).toEqual([[200, { 'content-length': '3' }], [0, 255, 1], 'resume'])
  })

  test('413 to a body over the limit', async () => {
    const { requests, calls } = await outcomeOf({}, { chunks: ['abc', 'd'], maxBodyBytes: 3 })
    expect([requests, calls[0]]).toEqual([[], [413, expect.objectContaining({ 'content-length': expect.any(String) })]])
  })

  test('what cannot be written goes to onError, and nothing is thrown', async () => {
    const answer = (): HttpResponse => ({ ...GOOD, body: 'unwritable' })
    const { errors, calls } = await outcomeOf({}, { answer })
    expect([errors.map(String), calls.length]).toEqual([['Error: the socket is closed'], 2])

    const rejected: Array<unknown> = []
    const note = (error: unknown): void => void rejected.push(error)
    process.on('unhandledRejection', note)
    await outcomeOf({}, { answer, isDeaf: true })
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', note)
    expect(rejected).toEqual([])
  })
})
