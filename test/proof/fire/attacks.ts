/**
 * What a hostile client does to the served reference. Each attack says what is broken, or nothing; the server must go on
 * to answer others.
 */
import { randomBytes } from 'node:crypto'
import { type Connection, open } from './exchange.js'
import { headOf, list, post } from './messages.js'
import type { Scene } from './scene.js'

export interface Attack {
  readonly title: string
  /** The most that the resident memory may grow while it lasts, in MB. */
  readonly growthMb: number
  /** What is broken. */
  readonly run: (port: number, scene: Scene) => Promise<string | undefined>
}

/** How long the attacked server gives headers and bodies, and how many connections. */
export const LIMITS = { headersTimeoutMs: 2000, requestTimeoutMs: 4000, maxConnections: 1024 }

/** Node looks for late connections every quarter of the limit, and the machine may be busy. */
const PATIENCE_MS = 15_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const openMany = (port: number, count: number): Promise<ReadonlyArray<Connection>> =>
  Promise.all(Array.from({ length: count }, () => open(port)))

const destroyAll = (connections: ReadonlyArray<Connection>): void =>
  connections.forEach(({ socket }) => socket.destroy())

const allEnd = async (connections: ReadonlyArray<Connection>): Promise<string | undefined> => {
  const ended = await Promise.all(connections.map((one) => one.ended(PATIENCE_MS)))
  destroyAll(connections)
  const open = ended.filter((isEnded) => !isEnded).length
  return open === 0 ? undefined : `${open} of ${connections.length} connections stay open`
}

const declared = (bytes: number): string => headOf('ListUserPoolClientSecrets', `Content-Length: ${bytes}\r\n`)

const MIB = 2 ** 20
const MEGABYTE = Buffer.alloc(MIB, 'a')

const slowHeaders: Attack = {
  title: '700 connections whose headers come one byte at a time',
  growthMb: 100,
  run: async (port) => {
    const connections = await openMany(port, 700)
    const head = declared(10)
    let at = 0
    const timer = setInterval(() => {
      const byte = head[at++ % head.length] ?? ''
      for (const { socket } of connections) if (socket.writable) socket.write(byte)
    }, 200)
    const broken = await allEnd(connections)
    clearInterval(timer)
    return broken
  }
}

const slowBodies: Attack = {
  title: '300 connections that hold back the last byte of a body of 1 MiB',
  growthMb: 450,
  run: async (port) => {
    const connections = await openMany(port, 300)
    for (const { socket } of connections) {
      socket.write(declared(MIB))
      socket.write(MEGABYTE.subarray(1))
    }
    return allEnd(connections)
  }
}

const halfOpen: Attack = {
  title: '500 connections that close their side in the middle of a request, or before it',
  growthMb: 100,
  run: async (port) => {
    const connections = await openMany(port, 500)
    connections.forEach(({ socket }, i) => socket.end(i % 2 === 0 ? `${declared(100)}{"Client` : ''))
    return allEnd(connections)
  }
}

const vanishing: Attack = {
  title: '2,000 connections that are reset in the middle of a body',
  growthMb: 100,
  run: async (port) => {
    for (let round = 0; round < 10; round++) {
      const connections = await openMany(port, 200)
      for (const { socket } of connections) socket.write(`${declared(100)}{"Client`)
      await pause(20)
      for (const { socket } of connections) socket.resetAndDestroy()
    }
    return undefined
  }
}

const oversized: Attack = {
  title: '4 bodies of 100 MiB at once, half of them in chunks',
  growthMb: 150,
  run: async (port) => {
    const connections = await openMany(port, 4)
    const statuses = await Promise.all(
      connections.map(async ({ socket, received, answers }, i) => {
        const isChunked = i % 2 === 0
        const extra = isChunked ? 'Transfer-Encoding: chunked\r\n' : `Content-Length: ${100 * MIB}\r\n`
        socket.write(headOf('ListUserPoolClientSecrets', extra))
        for (let n = 0; n < 100 && socket.writable; n++) {
          if (isChunked) socket.write(`${MIB.toString(16)}\r\n`)
          const isTaken = socket.write(MEGABYTE)
          if (isChunked) socket.write('\r\n')
          if (!isTaken)
            await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), pause(PATIENCE_MS)])
        }
        if (isChunked && socket.writable) socket.write('0\r\n\r\n')
        await received(1, PATIENCE_MS)
        return answers[0]?.status
      })
    )
    destroyAll(connections)
    return statuses.every((status) => status === 413) ? undefined : `answered with ${statuses.join(', ')}, not 413`
  }
}

const pipelined: Attack = {
  title: '20,000 pipelined requests on one connection',
  growthMb: 150,
  run: async (port, { UserPoolId, ClientId }) => {
    const { socket, received, answers } = await open(port)
    const pair = Buffer.concat([list(UserPoolId, ClientId), list(UserPoolId, 'no-client')])
    for (let n = 0; n < 100; n++) socket.write(Buffer.concat(Array.from({ length: 100 }, () => pair)))
    const isWhole = await received(20_000, 60_000)
    socket.destroy()
    if (!isWhole) return `${answers.length} answers of 20,000`
    return answers.every(({ status }, i) => status === (i % 2 === 0 ? 200 : 400)) ? undefined : 'answers out of order'
  }
}

const unread: Attack = {
  title: '20 connections that pipeline 2,000 requests each and read no answer',
  growthMb: 150,
  run: async (port, { UserPoolId, ClientId }) => {
    const connections = await openMany(port, 20)
    const many = Buffer.concat(Array.from({ length: 2000 }, () => list(UserPoolId, ClientId)))
    for (const { socket } of connections) {
      socket.pause()
      socket.write(many)
    }
    await pause(3000)
    destroyAll(connections)
    return undefined
  }
}

const garbage: Attack = {
  title: '500 connections of random bytes, and of heads that are nearly right',
  growthMb: 100,
  run: async (port) => {
    const heads = [
      'POST / HTTP/9.9\r\n\r\n',
      `POST / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
      `POST / HTTP/1.1\r\nHost: a\r\n${'X: a\r\n'.repeat(5000)}\r\n`,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nnot a size\r\n'
    ]
    const connections = await openMany(port, 500)
    connections.forEach(({ socket }, i) =>
      socket.write(i % 2 === 0 ? randomBytes(4096) : (heads[i % heads.length] ?? ''))
    )
    const broken = await allEnd(connections)
    const statuses = new Set(connections.flatMap(({ answers }) => answers.map(({ status }) => status)))
    const odd = [...statuses].filter((status) => status < 400 || status > 499)
    return broken ?? (odd.length === 0 ? undefined : `answered with ${odd.join(', ')}`)
  }
}

const crowd: Attack = {
  title: 'more connections than the limit of 1,024',
  growthMb: 100,
  run: async (port) => {
    const connections = await openMany(port, LIMITS.maxConnections + 200)
    await pause(1000)
    const refused = connections.filter(({ socket }) => socket.readableEnded || socket.destroyed).length
    destroyAll(connections)
    await pause(200)
    return refused >= 200 ? undefined : `${refused} of 200 connections beyond the limit are closed`
  }
}

/** As many as the reference keeps, and some more. */
const POOLS = 100_000

const pools: Attack = {
  title: '101,000 pools, of which the reference keeps 100,000',
  growthMb: 400,
  run: async (port) => {
    const request = post('CreateUserPool', '{"PoolName":"one of many"}')
    const connections = await openMany(port, 10)
    const batch = Buffer.concat(Array.from({ length: 100 }, () => request))
    const rounds = (POOLS + 1000) / (10 * 100)
    const arrived = await Promise.all(
      connections.map(async ({ socket, received }) => {
        for (let n = 1; n <= rounds; n++) {
          socket.write(batch)
          if (!(await received(n * 100, 60_000))) return false
        }
        return true
      })
    )
    destroyAll(connections)
    const answers = connections.flatMap((one) => one.answers)
    const kept = answers.filter(({ status }) => status === 200).length
    const refused = answers.filter(({ body }) => body.includes('LimitExceededException')).length
    return arrived.every(Boolean) && kept < POOLS && kept + refused === answers.length && refused > 0
      ? undefined
      : `${kept} made, ${refused} refused, of ${answers.length} answers`
  }
}

export const attacks: ReadonlyArray<Attack> = [
  slowHeaders,
  slowBodies,
  halfOpen,
  vanishing,
  oversized,
  pipelined,
  unread,
  garbage,
  crowd,
  pools
]
