/**
 * Many connections, each with one request at a time from a mix, for a while.
 */
import { connect, type Socket } from 'node:net'
import { AnswerReader } from './messages.js'

export interface MixedRequest {
  readonly bytes: Buffer
  readonly status: number
}

export interface LoadOptions {
  readonly port: number
  readonly connections: number
  readonly ms: number
  readonly mix: ReadonlyArray<MixedRequest>
}

export interface LoadResult {
  readonly answers: number
  readonly perSecond: number
  /** Answers with a status that the request did not ask for, and connections that broke. */
  readonly faults: number
}

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })

export const load = async ({ port, connections, ms, mix }: LoadOptions): Promise<LoadResult> => {
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)))
  let answers = 0
  let faults = 0
  let isOver = false
  const started = performance.now()
  const drive = (socket: Socket, first: number): Promise<void> =>
    new Promise((resolve) => {
      const reader = new AnswerReader()
      let next = first
      let expected = 0
      const send = (): void => {
        const one = mix[next++ % mix.length]
        if (one === undefined) return
        expected = one.status
        socket.write(one.bytes)
      }
      socket.on('error', () => faults++)
      socket.on('close', () => {
        if (!isOver) faults++
        resolve()
      })
      socket.on('data', (chunk) => {
        for (const { status } of reader.read(chunk)) {
          answers++
          if (status !== expected) faults++
          if (isOver) socket.destroy()
          else send()
        }
      })
      send()
    })
  const all = sockets.map(drive)
  await new Promise((resolve) => setTimeout(resolve, ms))
  const perSecond = (answers * 1000) / (performance.now() - started)
  isOver = true
  // a connection whose answer never comes is no reason to wait for ever
  const guard = setTimeout(() => sockets.forEach((socket) => socket.destroy()), 5000)
  await Promise.all(all)
  clearTimeout(guard)
  return { answers, perSecond, faults }
}
