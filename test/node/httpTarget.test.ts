/**
 * Answers that are none, through `httpTarget` alone and through the suite: told clearly, never a hang.
 */
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { verify } from '../../src/conformance.js'
import { httpTarget } from '../../src/node/index.js'
import { altering, poolsLeft, recording } from './support/handlers.js'
import { serving } from './support/serving.js'
import { listing, rawServing, whole } from './support/sockets.js'

/** Long enough for a loaded machine, short enough to wait for. */
const TIMEOUT = 400

interface Failure {
  readonly name: string
  readonly write: (socket: Socket) => void
  readonly says: RegExp
}

const head = (length: number | string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: ${length}\r\n\r\n`

const late = /^no complete answer within 400 ms$/

const failures: ReadonlyArray<Failure> = [
  { name: 'hangs before its headers', write: () => undefined, says: late },
  { name: 'hangs within its headers', write: (s) => s.write('HTTP/1.1 200 OK\r\nContent-'), says: late },
  { name: 'hangs within its body', write: (s) => s.write(`${head(100)}{"ClientSecrets"`), says: late },
  {
    name: 'never ends its chunks',
    write: (s) => s.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n'),
    says: late
  },
  { name: 'resets the connection', write: (s) => s.resetAndDestroy(), says: /ECONNRESET/ },
  { name: 'closes without a word', write: (s) => s.end(), says: /^socket hang up \(ECONNRESET\)/ },
  {
    name: 'closes within its headers',
    write: (s) => s.end('HTTP/1.1 200 OK\r\nContent-'),
    says: /socket hang up|not HTTP/
  },
  {
    name: 'closes within its body',
    write: (s) => s.end(`${head(100)}{"ClientSecrets":[]}`),
    says: /^the connection was closed in the middle of the body$/
  },
  {
    name: 'resets within its body',
    write: (s) => s.write(`${head(100)}{}`, () => setTimeout(() => s.resetAndDestroy(), 20)),
    says: /^the connection was closed in the middle of the body$/
  },
  {
    name: 'closes within a chunk',
    write: (s) => s.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{}'),
    says: /^the connection was closed in the middle of the body$/
  },
  {
    name: 'speaks something else',
    write: (s) => s.write('220 mail ready\r\n\r\n'),
    says: /^the answer is not HTTP: [^;]*$/
  },
  {
    name: 'speaks TLS',
    write: (s) => s.write(Buffer.from('15030100020228', 'hex')),
    says: /^the answer is not HTTP: /
  },
  {
    name: 'has a length that is no number',
    write: (s) => s.write(`${head('x')}{}`),
    says: /^the answer is not HTTP: /
  },
  {
    name: 'has headers without end',
    write: (s) => s.write(`HTTP/1.1 200 OK\r\n${'X-Y: z\r\n'.repeat(20_000)}`),
    says: /^the headers of the answer are too long \(HPE_HEADER_OVERFLOW\)$/
  },
  {
    name: 'switches protocols',
    write: (s) => s.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    says: /^the answer is HTTP 101: it switches protocols$/
  },
  {
    name: 'has a body without end',
    write: (s) => {
      const more = (): void => {
        while (s.writable && s.write('a'.repeat(65_536)));
        if (s.writable) s.once('drain', more)
      }
      s.write(head(1e12))
      more()
    },
    says: /^the body is longer than 1048576 bytes$|^no complete answer within 400 ms$/
  }
]

describe.concurrent('an answer that is none is a rejection that says why', () => {
  test.for(failures)('the server $name', async ({ write, says }, t) => {
    const { target, close } = httpTarget(await rawServing(t, write), { timeoutMs: TIMEOUT })
    t.onTestFinished(close)
    await expect(target({ method: 'POST', path: '/', headers: {}, body: '{}' })).rejects.toThrow(says)
  })

  test('nobody listens', async (t) => {
    const url = await rawServing(t, () => undefined)
    const { target } = httpTarget(url.replace(/\d+$/, '1'))
    await expect(target({ method: 'POST', path: '/', headers: {}, body: '{}' })).rejects.toThrow(
      /ECONNREFUSED.*; is the server started, and is the port right\?$/
    )
  })

  test('every connection is closed: is it https? After an answer nothing is asked', async (t) => {
    let connections = 0
    const url = await rawServing(t, (socket) => void (++connections === 2 ? socket.end(whole('{}')) : socket.end()))
    const { target, close } = httpTarget(url, { timeoutMs: 5000 })
    t.onTestFinished(close)
    const send = () => target({ method: 'POST', path: '/', headers: {}, body: '{}' })
    await expect(send()).rejects.toThrow(
      /^socket hang up \(ECONNRESET\); is its URL https:\/\/ rather than http:\/\/\?$/
    )
    expect((await send()).status).toBe(200)
    await expect(send()).rejects.toThrow(/^socket hang up \(ECONNRESET\)$/)
  })

  test('the first answer is an alert of TLS: is it https?', async (t) => {
    const url = await rawServing(t, (socket) => void socket.write(Buffer.from('15030100020228', 'hex')))
    const { target, close } = httpTarget(url, { timeoutMs: 5000 })
    t.onTestFinished(close)
    await expect(target({ method: 'POST', path: '/', headers: {}, body: '{}' })).rejects.toThrow(
      /^the answer is not HTTP: .*; is its URL https:\/\/ rather than http:\/\/\?$/
    )
  })

  test('an https:// URL that breaks off is not asked whether it should be one', async (t) => {
    const server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    t.onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { target, close } = httpTarget(`https://127.0.0.1:${port}`, { timeoutMs: 5000 })
    t.onTestFinished(close)
    const failure = await Promise.resolve(target({ method: 'POST', path: '/', headers: {}, body: '{}' })).catch(String)
    expect(failure).toContain('ECONNRESET')
    expect(failure).not.toContain('https://')
  })
})

describe.concurrent('response.http.complete: Every request is answered with one complete HTTP response.', () => {
  test.for(failures)('is broken where List $name', async ({ write, says }, t) => {
    const url = await rawServing(
      t,
      listing((socket) => write(socket))
    )
    const { target, close } = httpTarget(url, { timeoutMs: TIMEOUT })
    t.onTestFinished(close)
    const only = ['response.http.complete', 'response.status.ok', 'response.body.object']
    const report = await verify(target, { seed: 1, runs: 0, timeoutMs: TIMEOUT, only, url })
    expect(report.verdict).toBe('failed')
    expect(report.clauses.flatMap(({ id, status }) => (status === 'failed' ? [id] : []))).toEqual([only[0]])
    expect(report.clauses[0]?.counterexample?.received).toMatch(says)
    expect(report.requests).toBeLessThan(60)
  })

  test('a server that hangs on List only is left clean, or what is left is told', async (t) => {
    const { handler, diary } = recording(altering(() => new Promise(() => undefined)))
    const { target, close } = httpTarget(await serving(t, handler), { timeoutMs: TIMEOUT })
    t.onTestFinished(close)
    const report = await verify(target, { seed: 1, runs: 0, timeoutMs: TIMEOUT, only: ['list'] })
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toMatch(/no complete answer within 400 ms/)
    for (const id of poolsLeft(diary)) expect(report.leftBehind.map((left) => left.id)).toContain(id)
  })
})

test('a whole response is no failure', async (t) => {
  const { target, close } = httpTarget(await rawServing(t, (socket) => socket.write(whole('{}'))))
  t.onTestFinished(close)
  const answer = await target({ method: 'POST', path: '/', headers: {}, body: '{}' })
  expect({ ...answer, body: Buffer.from(answer.body).toString() }).toMatchObject({
    status: 200,
    statusText: 'OK',
    body: '{}'
  })
})
