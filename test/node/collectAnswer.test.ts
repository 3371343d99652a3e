/**
 * Answers as they arrive, whole or not at all.
 */
import { expect, test, type TestContext } from 'vitest'
import { httpTarget } from '../../src/node/index.js'
import type { HttpResponse } from '../../src/protocol/index.js'
import { rawServing } from './support/sockets.js'

/** What comes of an answer that is written to the socket as it stands. */
const ask = async (t: TestContext, written: string, isLast = false): Promise<HttpResponse> => {
  const url = await rawServing(t, (socket) => (isLast ? socket.end(written) : socket.write(written)))
  const { target, close } = httpTarget(url)
  t.onTestFinished(close)
  const { body, ...rest } = await target({ method: 'POST', path: '/', headers: {}, body: '{}' })
  return { ...rest, body: Buffer.from(body).toString() }
}

const chunks = (n: number): string => `${'1\r\nx\r\n'.repeat(n)}0\r\n\r\n`

const CHUNKED = 'Transfer-Encoding: chunked\r\n'

test.for<readonly [string, string, HttpResponse]>([
  [
    'an ordinary one',
    'HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 2\r\n\r\n{}',
    { status: 200, statusText: 'OK', headers: { a: 'b', 'content-length': '2' }, body: '{}' }
  ],
  [
    'one without a reason phrase',
    'HTTP/1.1 400 \r\nContent-Length: 0\r\n\r\n',
    { status: 400, statusText: '', headers: { 'content-length': '0' }, body: '' }
  ],
  [
    'fields before, in and behind it: its own count',
    `HTTP/1.1 103 Early\r\nA: early\r\nB: early\r\n\r\nHTTP/1.1 200 OK\r\nA: own\r\n${CHUNKED}\r\n2\r\n{}\r\n0\r\nA: late\r\nC: late\r\n\r\n`,
    {
      status: 200,
      statusText: 'OK',
      headers: { a: 'own', b: 'early', c: 'late', 'transfer-encoding': 'chunked' },
      body: '{}'
    }
  ]
])('%s', async ([, written, answer], t) => {
  expect(await ask(t, written)).toEqual(answer)
})

test('one of HTTP/1.0, whose body ends with the connection', async (t) => {
  expect(await ask(t, 'HTTP/1.0 200 OK\r\n\r\n{}', true)).toEqual({
    status: 200,
    statusText: 'OK',
    httpVersion: '1.0',
    headers: {},
    body: '{}'
  })
})

test.for([
  ['a body', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'],
  ['chunks', `HTTP/1.1 200 OK\r\n${CHUNKED}\r\n2\r\n{}\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n`]
] as const)('another response in the same packet is a rejection, behind %s', async ([, written], t) => {
  await expect(ask(t, written)).rejects.toThrow(/^the response is followed by another one$/)
})

test('a body of a mebibyte is read, and one byte more is a rejection', async (t) => {
  const written = (length: number): string =>
    `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n${'x'.repeat(length)}`
  expect(String((await ask(t, written(1_048_576))).body)).toHaveLength(1_048_576)
  await expect(ask(t, written(1_048_577))).rejects.toThrow(/^the body is longer than 1048576 bytes$/)
})

test('4,096 chunks of one byte are read, and one more is a rejection', async (t) => {
  expect((await ask(t, `HTTP/1.1 200 OK\r\n${CHUNKED}\r\n${chunks(4096)}`)).body).toBe('x'.repeat(4096))
  await expect(ask(t, `HTTP/1.1 200 OK\r\n${CHUNKED}\r\n${chunks(4097)}`)).rejects.toThrow(
    /^the body comes in more than 4096 pieces$/
  )
})
