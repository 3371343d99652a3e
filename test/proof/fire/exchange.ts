/**
 * One connection on which bytes are sent and answers awaited.
 */
import { connect, type Socket } from 'node:net'
import { type Answer, AnswerReader } from './messages.js'

export interface Connection {
  readonly socket: Socket
  /** Every answer so far. */
  readonly answers: ReadonlyArray<Answer>
  /** Resolves when so many answers have come, the connection has ended, or the time is over: whether they came. */
  readonly received: (count: number, ms: number) => Promise<boolean>
  /** Resolves when the connection has ended or the time is over: whether it ended. */
  readonly ended: (ms: number) => Promise<boolean>
}

export const open = (port: number): Promise<Connection> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const reader = new AnswerReader()
    const answers: Array<Answer> = []
    let isEnded = false
    const watchers = new Set<() => void>()
    const notify = (): void => watchers.forEach((watch) => watch())
    socket.on('data', (chunk) => {
      answers.push(...reader.read(chunk))
      notify()
    })
    const end = (): void => {
      isEnded = true
      notify()
    }
    socket.on('end', end)
    socket.on('close', end)
    socket.on('error', (error) => (socket.connecting ? reject(error) : end()))
    const until = (isDone: () => boolean, ms: number): Promise<boolean> =>
      new Promise((settle) => {
        const timer = setTimeout(() => finish(), ms)
        const finish = (): void => {
          clearTimeout(timer)
          watchers.delete(watch)
          settle(isDone())
        }
        const watch = (): void => {
          if (isDone() || isEnded) finish()
        }
        watchers.add(watch)
        watch()
      })
    socket.once('connect', () =>
      resolve({
        socket,
        answers,
        received: (count, ms) => until(() => answers.length >= count, ms),
        ended: (ms) => until(() => isEnded, ms)
      })
    )
  })

/** One request and its answer on a connection of its own, or `undefined` where none came in time. */
export const ask = async (port: number, request: Buffer, ms = 10_000): Promise<Answer | undefined> => {
  const { socket, answers, received } = await open(port)
  socket.write(request)
  await received(1, ms)
  socket.destroy()
  return answers[0]
}
