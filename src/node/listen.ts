/**
 * A server around a handler: reads bodies up to the stated limit, answers what the handler answers.
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { bodyBuffer } from './bodyBuffer.js'
import { encodeError, type Handler, type HttpRequest, type HttpResponse, MAX_BODY_BYTES } from '../protocol/index.js'
import { NetworkFailure } from '../protocol/NetworkFailure.js'

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
  /** Default 0, which takes any free port. */
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

/** Headers that say where the body ends. */
const FRAMING: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding'])

/** Throws before anything is sent, or not at all. */
const write = (outgoing: ServerResponse, { status, headers, body }: HttpResponse): void => {
  // text leaves as it is, so that head and body need no second buffer
  const sent = typeof body === 'string' ? body : Buffer.from(body)
  const fields: Record<string, string | Array<string>> = {}
  let isFramed = false
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    if (value === undefined) continue
    fields[name] = typeof value === 'string' ? value : [...value]
    isFramed ||= FRAMING.has(name.toLowerCase())
  }
  if (!isFramed) fields['content-length'] = String(Buffer.byteLength(sent))
  outgoing.writeHead(status, fields)
  outgoing.end(sent)
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/**
 * Serves a handler, the reference's or your own. Rejects where the port is taken. Where the handler throws a
 * `NetworkFailure`, as a test double does that was told to lose a call, the connection is broken without an answer.
 */
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
  // whatever was thrown may hold anything: none of it leaves, nor is anything kept of an answer that could not be written
  const fail = (outgoing: ServerResponse, request: HttpRequest, error: unknown): void => {
    if (outgoing.headersSent || error instanceof NetworkFailure) outgoing.destroy()
    else write(outgoing, encodeError({ _tag: 'InternalServerException', status: 500 }))
    onError(error, request)
  }
  const answer = (outgoing: ServerResponse, request: HttpRequest): void => {
    try {
      const response = handler(request)
      if (!('then' in response)) return write(outgoing, response)
      response.then((settled) => write(outgoing, settled)).catch((error) => fail(outgoing, request, error))
    } catch (error) {
      fail(outgoing, request, error)
    }
  }
  /** The newest answer of each connection: of answers in a pipeline, it is the last to be sent. */
  const newest = new Map<Socket, ServerResponse | undefined>()
  const endAfter = (socket: Socket, outgoing: ServerResponse): void => {
    outgoing.once('close', () => {
      if (newest.get(socket) === outgoing) socket.end()
    })
  }
  const server = createServer(
    {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      // how often Node looks for what is late
      connectionsCheckingInterval: Math.max(50, Math.min(headersTimeoutMs, requestTimeoutMs) / 4)
    },
    (incoming, outgoing) => {
      const { method = 'GET', url: path = '/', headers, socket } = incoming
      newest.set(socket, outgoing)
      if (!server.listening) endAfter(socket, outgoing)
      // one byte over the limit is enough for the handler to refuse; the rest is read and dropped
      const { push, bytes } = bodyBuffer(MAX_BODY_BYTES + 1)
      incoming.on('data', push)
      incoming.on('end', () => answer(outgoing, { method, path, headers, body: bytes() }))
      // nobody waits for the answer to a body that was cut off
      incoming.on('error', () => outgoing.destroy())
    }
  )
  server.on('connection', (socket) => {
    newest.set(socket, undefined)
    socket.once('close', () => newest.delete(socket))
  })
  /** Node ends the connections that wait for a next request, but not those that wait for their first. */
  const drain = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const [socket, outgoing] of newest) {
        if (outgoing === undefined) socket.destroy()
        else endAfter(socket, outgoing)
      }
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
        drain
      })
    })
  })
}
