/**
 * A server around a handler: reads bodies up to the stated limit, answers what the handler answers.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyBuffer } from './bodyBuffer.js'
import { encodeError, type HttpRequest, type HttpResponse, MAX_BODY_BYTES } from '../protocol/index.js'

export interface Listening {
  /** `http://HOST:PORT` */
  readonly url: string
  /** Stops listening and ends the open connections. */
  readonly close: () => Promise<void>
}

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
}

/** One byte over the limit is enough for the handler to refuse; the rest is read and dropped. */
const readBody = (incoming: IncomingMessage): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const { push, bytes } = bodyBuffer(MAX_BODY_BYTES + 1)
    incoming.on('data', push)
    incoming.on('end', () => resolve(bytes()))
    incoming.on('error', reject)
  })

/** Throws before anything is sent, or not at all. */
const write = (outgoing: ServerResponse, { status, headers, body }: HttpResponse): void => {
  const bytes = Buffer.from(body)
  // of an answer that could not be written nothing is kept
  outgoing.getHeaderNames().forEach((name) => outgoing.removeHeader(name))
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) outgoing.setHeader(name, typeof value === 'string' ? value : [...value])
  }
  outgoing.statusCode = status
  outgoing.end(bytes)
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Serves a handler, the reference's or your own. Rejects where the port is taken. */
export const listen = (
  handler: (request: HttpRequest) => Promise<HttpResponse>,
  { port = 0, host = '127.0.0.1', onError = () => undefined }: ListenOptions = {}
): Promise<Listening> => {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/', headers } = incoming
    // nobody waits for the answer to a body that was cut off
    const body = await readBody(incoming).catch(() => undefined)
    if (body === undefined) return void outgoing.destroy()
    const request = { method, path, headers, body }
    try {
      write(outgoing, await handler(request))
    } catch (error) {
      // whatever was thrown may hold anything: none of it leaves
      if (outgoing.headersSent) outgoing.destroy()
      else write(outgoing, encodeError({ _tag: 'InternalServerException', status: 500 }))
      onError(error, request)
    }
  }
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { address, port: bound, family } = server.address() as AddressInfo
      const name = family === 'IPv6' ? `[${address}]` : address
      resolve({ url: `http://${name}:${bound}`, close: () => close(server) })
    })
  })
}
