/**
 * A server around a handler: reads bodies up to the stated limit, answers what the handler answers.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { bodyBuffer } from './bodyBuffer.js'
import { encodeError, type Handler, type HttpRequest, type HttpResponse, MAX_BODY_BYTES } from '../protocol/index.js'

/** A server that listens. */
export interface Listening {
  /** `http://HOST:PORT` */
  readonly url: string
  /** Stops listening and ends the open connections. */
  readonly close: () => Promise<void>
  /** Stops listening, lets the requests under way be answered, and resolves when the last of them was. */
  readonly drain: () => Promise<void>
}

/** Where a server listens, and its limits. */
export interface ListenOptions {
  /** Default 0: any free port. */
  readonly port?: number
  /** Default `127.0.0.1`: this machine only. */
  readonly host?: string
  /**
   * Is given what the handler threw, or why its answer could not be written; the client gets an InternalServerException
   * without a trace of it. It may hold anything, secrets too.
   */
  readonly onError?: (error: unknown, request: HttpRequest) => void
  /** Milliseconds in which the headers of a request must arrive. Default 10,000; a slower client gets HTTP 408. */
  readonly headersTimeoutMs?: number
  /** Milliseconds in which a whole request must arrive. Default 30,000; a slower client gets HTTP 408. */
  readonly requestTimeoutMs?: number
  /** Connections at a time; one more is closed. Default 1,024, so that the bodies on their way take 1 GiB at the most. */
  readonly maxConnections?: number
}

/** Throws before anything is sent, or not at all. */
const write = (outgoing: ServerResponse, { status, headers, body }: HttpResponse): void => {
  // text leaves as it is, so that head and body need no second buffer
  const sent = typeof body === 'string' ? body : Buffer.from(body)
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) outgoing.setHeader(name, typeof value === 'string' ? value : [...value])
  }
  outgoing.statusCode = status
  outgoing.end(sent)
}

/** A connection without a request under way is ended at once, the others when their answers are out. */
const drain = (server: Server, underWay: ReadonlyMap<Socket, number>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    for (const [socket, requests] of underWay) if (requests === 0) socket.destroy()
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Serves a handler, the reference's or your own. Rejects where the port is taken. */
export const listen = (
  handler: Handler,
  {
    port = 0,
    host = '127.0.0.1',
    onError = () => undefined,
    headersTimeoutMs = 10_000,
    requestTimeoutMs = 30_000,
    maxConnections = 1024
  }: ListenOptions = {}
): Promise<Listening> => {
  const answer = async (outgoing: ServerResponse, request: HttpRequest): Promise<void> => {
    try {
      write(outgoing, await handler(request))
    } catch (error) {
      // whatever was thrown may hold anything: none of it leaves, nor is anything kept of an answer that could not be written
      if (outgoing.headersSent) outgoing.destroy()
      else {
        outgoing.getHeaderNames().forEach((name) => outgoing.removeHeader(name))
        write(outgoing, encodeError({ _tag: 'InternalServerException', status: 500 }))
      }
      onError(error, request)
    }
  }
  const receive = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method = 'GET', url: path = '/', headers } = incoming
    // one byte over the limit is enough for the handler to refuse; the rest is read and dropped
    const { push, bytes } = bodyBuffer(MAX_BODY_BYTES + 1)
    incoming.on('data', push)
    incoming.on('end', () => void answer(outgoing, { method, path, headers, body: bytes() }))
    // nobody waits for the answer to a body that was cut off
    incoming.on('error', () => outgoing.destroy())
  }
  /** How many requests are under way on each connection. */
  const underWay = new Map<Socket, number>()
  const count = (socket: Socket, more: 1 | -1): void => {
    const before = underWay.get(socket)
    if (before === undefined) return // it is closed
    underWay.set(socket, before + more)
    if (before + more === 0 && !server.listening) socket.end()
  }
  // one function for all answers, since this is done for each
  const answered = function (this: ServerResponse): void {
    count(this.req.socket, -1)
  }
  const server = createServer(
    {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      // how often Node looks for what is late
      connectionsCheckingInterval: Math.max(50, Math.min(headersTimeoutMs, requestTimeoutMs) / 4)
    },
    (incoming, outgoing) => {
      count(incoming.socket, 1)
      outgoing.on('close', answered)
      receive(incoming, outgoing)
    }
  )
  server.on('connection', (socket) => {
    underWay.set(socket, 0)
    socket.once('close', () => underWay.delete(socket))
  })
  server.maxConnections = maxConnections
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { address, port: bound, family } = server.address() as AddressInfo
      const name = family === 'IPv6' ? `[${address}]` : address
      resolve({
        url: `http://${name}:${bound}`,
        close: () => close(server),
        drain: () => drain(server, underWay)
      })
    })
  })
}
