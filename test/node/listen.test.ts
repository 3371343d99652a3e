/**
 * `listen` among hostile clients and hostile handlers.
 */
import { connect, type Socket } from 'node:net'
import { describe, expect, test, type TestContext } from 'vitest'
import { listen } from '../../src/node/index.js'
import { type HttpRequest, MAX_BODY_BYTES } from '../../src/protocol/index.js'
import { NetworkFailure } from '../../src/protocol/NetworkFailure.js'
import { type Handler, reference, textOf } from './support/handlers.js'
import { serving } from './support/serving.js'

const HEADERS =
  'Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool\r\n'

const head = (length: number | string): string =>
  `POST / HTTP/1.1\r\nHost: x\r\n${HEADERS}Content-Length: ${length}\r\n\r\n`

const whole = (body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(head(Buffer.byteLength(body))), Buffer.from(body)])

const GOOD = whole('{"PoolName":"p"}')

const dial = (t: TestContext, url: string): Socket => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  t.onTestFinished(() => void socket.destroy())
  return socket
}

/** Reads until `pattern` is there or the connection ends. */
const until = (socket: Socket, pattern: RegExp): Promise<string> =>
  new Promise((resolve) => {
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      if (pattern.test(text)) resolve(text)
    })
    socket.on('close', () => resolve(text))
  })

const isAlive = async (t: TestContext, url: string): Promise<void> => {
  const socket = dial(t, url)
  socket.write(GOOD)
  expect(await until(socket, /us-east-1_/)).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
}

describe.concurrent('hostile clients', () => {
  test('a body over the limit is refused with 413, and the connection serves the next request', async (t) => {
    const url = await serving(t, reference())
    const socket = dial(t, url)
    socket.write(whole('a'.repeat(MAX_BODY_BYTES + 1)))
    socket.write(GOOD)
    const text = await until(socket, /us-east-1_/)
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(text).toContain('RequestEntityTooLargeException')
    expect(text).toMatch(/\r\n\r\n\{.*\}HTTP\/1\.1 200 OK\r\n/s)
  })

  test('a body of eight times the limit does not reach the handler whole', async (t) => {
    const seen: Array<number> = []
    const url = await serving(t, (request) => {
      seen.push(request.body.length)
      return reference()(request)
    })
    const socket = dial(t, url)
    socket.write(whole(Buffer.alloc(8 * MAX_BODY_BYTES, 97)))
    expect(await until(socket, /413/)).toMatch(/^HTTP\/1\.1 413 /)
    expect(seen[0]).toBeGreaterThan(MAX_BODY_BYTES)
    expect(seen[0]).toBeLessThan(MAX_BODY_BYTES + 200_000)
  })

  test('a body that is not UTF-8 is a SerializationException', async (t) => {
    const url = await serving(t, reference())
    const socket = dial(t, url)
    socket.write(whole(Buffer.from('7b22506f6f6c4e616d65223a22fffe227d', 'hex')))
    expect(await until(socket, /\}$/)).toMatch(/^HTTP\/1\.1 400 .*SerializationException/s)
    await isAlive(t, url)
  })

  test('a body byte by byte is read', async (t) => {
    const url = await serving(t, reference())
    const socket = dial(t, url)
    const answered = until(socket, /us-east-1_/)
    for (const byte of GOOD) {
      socket.write(Buffer.from([byte]))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await answered).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  })

  test.for([
    [
      'an upload that is aborted',
      (socket: Socket) => socket.write(`${head(1000)}{"Poo`, () => socket.resetAndDestroy())
    ],
    ['an upload that ends early', (socket: Socket) => socket.end(`${head(1000)}{"Poo`)],
    ['a client that leaves before its answer', (socket: Socket) => socket.write(GOOD, () => socket.destroy())],
    ['a request that is not HTTP', (socket: Socket) => socket.write('hello\r\n\r\n')],
    ['a length that is no number', (socket: Socket) => socket.write(head('ten'))],
    ['a length beside chunks', (socket: Socket) => socket.write(head('5\r\nTransfer-Encoding: chunked'))],
    ['headers without end', (socket: Socket) => socket.write(`POST / HTTP/1.1\r\n${'X-Y: z\r\n'.repeat(20_000)}`)],
    [
      'a wish to upgrade',
      (socket: Socket) => socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n')
    ],
    ['CONNECT', (socket: Socket) => socket.write('CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n')],
    ['nothing at all', (socket: Socket) => socket.end()]
  ] as const)('%s does not end the server', async ([, attack], t) => {
    const url = await serving(t, reference())
    const socket = dial(t, url)
    attack(socket)
    await Promise.race([until(socket, /^HTTP/), new Promise((resolve) => setTimeout(resolve, 100))])
    await isAlive(t, url)
  })
})

const SECRET = 'S3cretThatMustNotLeave0123456789'

describe.concurrent('a handler that fails is an InternalServerException without a trace of why', () => {
  const answer = { status: 200, headers: {}, body: '{}' }
  test.for<readonly [string, Handler]>([
    ['rejects', () => Promise.reject(new Error(SECRET))],
    [
      'throws',
      () => {
        throw new Error(SECRET)
      }
    ],
    ['rejects with no Error', () => Promise.reject(SECRET)],
    ['answers nothing', () => Promise.resolve(undefined as never)],
    ['has a status that is none', () => Promise.resolve({ ...answer, status: 42, headers: { 'x-a': SECRET } })],
    [
      'has a header that is none',
      () => Promise.resolve({ ...answer, headers: { 'x-a': SECRET, 'x-b': `${SECRET}\n` } })
    ],
    ['has a header name that is none', () => Promise.resolve({ ...answer, headers: { [`a b${SECRET}`]: '' } })],
    ['has a body that is none', () => Promise.resolve({ ...answer, body: { SECRET } as never })],
    ['has no headers', () => Promise.resolve({ status: 200, body: SECRET } as never)]
  ])('%s', async ([, handler], t) => {
    const url = await serving(t, handler)
    const response = await fetch(url, { method: 'POST', body: '{}' })
    const text = `${[...response.headers].join('\n')}\n${await response.text()}`
    expect(response.status).toBe(500)
    expect(response.headers.get('x-amzn-errortype')).toBe('InternalServerException')
    expect(text).toContain('"__type":"InternalServerException"')
    expect(text).not.toContain(SECRET)
  })
})

test('onError is given what the handler threw, and the request', async (t) => {
  const told: Array<readonly [unknown, string]> = []
  const error = new Error(SECRET)
  const { url, close } = await listen(() => Promise.reject(error), { onError: (e, { path }) => told.push([e, path]) })
  t.onTestFinished(close)
  await (await fetch(`${url}/x`, { method: 'POST', body: '{}' })).text()
  expect(told).toEqual([[error, '/x']])
})

describe.concurrent('what a handler is given and gives', () => {
  test('method, path, headers and bytes, as they came', async (t) => {
    const seen: Array<HttpRequest> = []
    const url = await serving(t, (request) => {
      seen.push(request)
      return Promise.resolve({ status: 418, headers: { 'x-a': ['1', '2'], 'x-b': undefined }, body: Buffer.from('ü') })
    })
    const response = await fetch(`${url}/a?b=c`, { method: 'PUT', headers: { 'X-Y': 'z' }, body: 'ö' })
    expect(seen[0]).toMatchObject({ method: 'PUT', path: '/a?b=c', headers: { 'x-y': 'z' } })
    expect(textOf(seen[0]?.body ?? '')).toBe('ö')
    expect([response.status, response.headers.get('x-a'), response.headers.get('x-b')]).toEqual([418, '1, 2', null])
    expect(await response.text()).toBe('ü')
  })

  test('an answer that comes at once, and a handler that throws at once', async (t) => {
    const answering = await listen(() => ({ status: 202, headers: {}, body: 'now' }))
    t.onTestFinished(answering.close)
    const response = await fetch(answering.url)
    expect([response.status, await response.text()]).toEqual([202, 'now'])
    const throwing = await listen(() => {
      throw new Error('hunter2')
    })
    t.onTestFinished(throwing.close)
    const failed = await fetch(throwing.url)
    expect([failed.status, failed.headers.get('x-amzn-errortype')]).toEqual([500, 'InternalServerException'])
    expect(await failed.text()).not.toContain('hunter2')
  })

  test('a NetworkFailure of the handler breaks the connection, at once or later', async (t) => {
    const failures: ReadonlyArray<Handler> = [
      () => {
        throw new NetworkFailure('lost')
      },
      () => Promise.reject(new NetworkFailure('lost'))
    ]
    for (const handler of failures) {
      const url = await serving(t, handler)
      await expect(fetch(url)).rejects.toThrow()
    }
  })

  test('a port that is taken is a rejection', async (t) => {
    const port = Number(new URL(await serving(t, reference())).port)
    await expect(listen(reference(), { port })).rejects.toThrow(/EADDRINUSE/)
  })

  test('close ends connections that are open', async (t) => {
    const { url, close } = await listen(() => new Promise(() => undefined))
    const socket = dial(t, url)
    const ended = until(socket, /never/)
    socket.write(GOOD)
    await close()
    expect(await ended).toBe('')
  })
})
