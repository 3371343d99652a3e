/**
 * The limits of `listen`, and how it stops: slow clients, many connections, pipelines, requests under way.
 */
import { connect, type Socket } from 'node:net'
import { expect, test, type TestContext } from 'vitest'
import { listen, type ListenOptions } from '../../src/node/index.js'
import { startCli } from './support/cli.js'
import { type Handler, reference, slow } from './support/handlers.js'

const body = '{"PoolName":"p"}'
const HEAD = `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool\r\nContent-Length: ${body.length}\r\n\r\n`

/** After its answer the connection ends. */
const LAST = `${HEAD.replace('Host: x', 'Host: x\r\nConnection: close')}${body}`

interface Dialled {
  readonly socket: Socket
  /** All that the server sent, once the connection has ended. */
  readonly ended: Promise<string>
}

const dial = (t: TestContext, url: string): Dialled => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  t.onTestFinished(() => void socket.destroy())
  let text = ''
  const ended = new Promise<string>((resolve) => {
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
    socket.on('close', () => resolve(text))
  })
  return { socket, ended }
}

const start = async (t: TestContext, handler: Handler, options?: ListenOptions): ReturnType<typeof listen> => {
  const listening = await listen(handler, options)
  t.onTestFinished(listening.close)
  return listening
}

test('headers that arrive too slowly end their connection', async (t) => {
  const { url } = await start(t, reference(), { headersTimeoutMs: 200, requestTimeoutMs: 400 })
  const { socket, ended } = dial(t, url)
  socket.write('POST / HTTP/1.1\r\nHost: x\r\n')
  const drip = setInterval(() => socket.write('X-A: b\r\n'), 50)
  t.onTestFinished(() => clearInterval(drip))
  expect(await ended).toMatch(/^HTTP\/1\.1 408 /)
})

test('a body that arrives too slowly ends its connection', async (t) => {
  const { url } = await start(t, reference(), { headersTimeoutMs: 200, requestTimeoutMs: 400 })
  const { socket, ended } = dial(t, url)
  socket.write(`${HEAD}{`)
  expect(await ended).not.toContain('200 OK')
})

test('of more connections than the limit the last is closed, and the others are served', async (t) => {
  const { url } = await start(t, reference(), { maxConnections: 2 })
  const first = dial(t, url)
  const second = dial(t, url)
  await Promise.all([first, second].map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))))
  expect(await dial(t, url).ended).toBe('')
  first.socket.write(LAST)
  expect(await first.ended).toMatch(/^HTTP\/1\.1 200 OK/)
})

test('fifty requests in one pipeline are answered in their order', async (t) => {
  let n = 0
  const { url } = await start(t, async () => {
    const mine = n++
    await new Promise((resolve) => setTimeout(resolve, mine % 2 === 0 ? 4 : 0))
    return { status: 200, headers: {}, body: `<${mine}>` }
  })
  const { socket, ended } = dial(t, url)
  socket.write(`${HEAD}${body}`.repeat(49) + LAST)
  const answers = [...(await ended).matchAll(/<(\d+)>/g)].map(([, number]) => Number(number))
  expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => i))
})

test('drain answers the request under way, takes no more, and waits for no idle connection', async (t) => {
  let arrived = (): void => undefined
  const arrival = new Promise<void>((resolve) => (arrived = resolve))
  const inner = slow(reference(), 200)
  const { url, drain } = await start(t, (request) => {
    arrived()
    return inner(request)
  })
  const idle = dial(t, url)
  await new Promise((resolve) => idle.socket.once('connect', resolve))
  const busy = dial(t, url)
  busy.socket.write(`${HEAD}${body}`)
  await arrival
  await drain()
  expect(await busy.ended).toMatch(/^HTTP\/1\.1 200 OK/)
  await expect(fetch(url)).rejects.toThrow()
})

test('drain answers every request of a pipeline before it ends the connection', async (t) => {
  let arrived = 0
  let allArrived = (): void => undefined
  const arrival = new Promise<void>((resolve) => (allArrived = resolve))
  const { url, drain } = await start(t, async () => {
    const mine = ++arrived
    if (arrived === 3) allArrived()
    await new Promise((resolve) => setTimeout(resolve, 100 * mine))
    return { status: 200, headers: {}, body: `<${mine}>` }
  })
  const busy = dial(t, url)
  busy.socket.write(`${HEAD}${body}`.repeat(3))
  await arrival
  await drain()
  expect([...(await busy.ended).matchAll(/<(\d)>/g)].map(([, n]) => n)).toEqual(['1', '2', '3'])
})

test('a request that comes during drain is answered, and none after it', async (t) => {
  let n = 0
  let arrived = (): void => undefined
  const arrival = new Promise<void>((resolve) => (arrived = resolve))
  const { url, drain } = await start(t, async () => {
    const mine = ++n
    arrived()
    await new Promise((resolve) => setTimeout(resolve, 100))
    return { status: 200, headers: {}, body: `<${mine}>` }
  })
  const { socket, ended } = dial(t, url)
  // as soon as the first is on its way the server is told to stop, and then comes the next
  socket.write(`${HEAD}${body}`)
  await arrival
  const drained = drain()
  socket.write(`${HEAD}${body}`)
  socket.on('data', (chunk: Buffer) => {
    if (chunk.includes('<2>')) socket.write(`${HEAD}${body}`)
  })
  await drained
  expect([...(await ended).matchAll(/<(\d)>/g)].map(([, one]) => one)).toEqual(['1', '2'])
})

test('drain ends a connection on which a request was answered before', async (t) => {
  const { url, drain } = await start(t, reference())
  const { socket, ended } = dial(t, url)
  socket.write(`${HEAD}${body}`)
  await new Promise((resolve) => socket.once('data', resolve))
  await drain()
  expect(await ended).toMatch(/^HTTP\/1\.1 200 OK/)
})

test("an answer's own Content-Length is sent once, whatever its case", async (t) => {
  const { url } = await start(t, () => ({ status: 200, headers: { 'Content-LENGTH': '2' }, body: '{}' }))
  const { socket, ended } = dial(t, url)
  socket.write(LAST)
  expect((await ended).match(/^content-length: .*$/gim)).toEqual(['Content-LENGTH: 2'])
})

test('an answer in chunks has no Content-Length beside them', async (t) => {
  const { url } = await start(t, () => ({ status: 200, headers: { 'Transfer-Encoding': 'chunked' }, body: '{}' }))
  const { socket, ended } = dial(t, url)
  socket.write(LAST)
  const text = await ended
  expect(text).not.toMatch(/^content-length:/im)
  expect(text).toMatch(/\r\n\r\n2\r\n\{\}\r\n0\r\n\r\n$/)
})

test('a second SIGTERM ends serve at once, though a client has not finished its request', async (t) => {
  const { child, firstLine, ended } = startCli(['serve', '--port', '0'])
  t.onTestFinished(() => void child.kill('SIGKILL'))
  const { socket } = dial(t, (await firstLine).replace('Listening on ', ''))
  socket.write(`${HEAD}{`)
  await new Promise((resolve) => setTimeout(resolve, 200))
  child.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(child.exitCode).toBe(null)
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})
