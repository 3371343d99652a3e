/**
 * A target that serves one connection at a time, as the simplest servers of some languages do: the next connection waits
 * until the one before is closed.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, test, type TestContext } from 'vitest'
import { verify } from '../../src/conformance.js'
import { httpTarget } from '../../src/node/index.js'
import { reference } from './support/handlers.js'
import { serving } from './support/serving.js'

/** In front of `url`: connections wait for each other. Says how many were opened. */
const oneAtATime = async (
  { onTestFinished }: TestContext,
  url: string
): Promise<{ readonly url: string; readonly opened: () => number }> => {
  const waiting: Array<Socket> = []
  let isBusy = false
  let opened = 0
  const next = (): void => {
    const socket = isBusy ? undefined : waiting.shift()
    if (socket === undefined) return
    isBusy = true
    const upstream = connect(Number(new URL(url).port), '127.0.0.1')
    socket.pipe(upstream).pipe(socket)
    upstream.on('error', () => socket.destroy())
    socket.on('close', () => {
      upstream.destroy()
      isBusy = false
      next()
    })
  }
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    opened++
    socket.on('error', () => socket.destroy())
    waiting.push(socket)
    next()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, opened: () => opened }
}

const clauses = ['list.generatedSecret', 'error.notFound.deletedClient'] as const

test('a target that serves one connection at a time is judged like any other', async (t) => {
  const served = await oneAtATime(t, await serving(t, reference()))
  const { target, close } = httpTarget(served.url)
  t.onTestFinished(close)
  const report = await verify(target, { seed: 1, runs: 3, only: clauses })
  expect(report).toMatchObject({ verdict: 'passed', leftBehind: [] })
  expect(served.opened()).toBeGreaterThan(report.requests / 2)
})

test('the connections of a target that serves several are kept open', async (t) => {
  let opened = 0
  const url = await serving(t, reference())
  const server = createServer((socket) => {
    opened++
    const upstream = connect(Number(new URL(url).port), '127.0.0.1')
    socket.pipe(upstream).pipe(socket)
    socket.on('close', () => upstream.destroy()).on('error', () => upstream.destroy())
    upstream.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const { target, close } = httpTarget(`http://127.0.0.1:${port}`)
  t.onTestFinished(close)
  const report = await verify(target, { seed: 1, runs: 3, only: clauses })
  expect(report.verdict).toBe('passed')
  expect(opened).toBeLessThan(report.requests / 4)
})
