/**
 * Servers of their own for what a handler cannot express: how a request is read off the wire, and an answer put on it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Listening } from '../../src/node/index.js'
import { OPERATION, type HttpResponse } from '../../src/protocol/index.js'
import type { Handler } from './service.js'

export type Write = (outgoing: ServerResponse, response: HttpResponse, isList: boolean) => void

export const plainly: Write = (outgoing, { status, statusText = '', headers, body }) => {
  outgoing.writeHead(status, statusText, headers as Record<string, string>).end(body)
}

/** The bytes of a body, as the server takes them; an answer refuses the request before it is read. */
export type Read = (incoming: IncomingMessage) => Promise<Uint8Array | HttpResponse>

/** Header names as they came, bodies read by `read`, and answers written by `write`. */
export const rawListen =
  (write: Write, read: Read = buffer) =>
  async (handler: Handler): Promise<Listening> => {
    const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
      const names = incoming.rawHeaders.filter((_, i) => i % 2 === 0)
      const headers = Object.fromEntries(names.map((name, i) => [name, incoming.rawHeaders[2 * i + 1]]))
      const body = await read(incoming)
      const response =
        'status' in body ? body : await handler({ method: incoming.method ?? '', path: '/', headers, body })
      write(outgoing, response, String(incoming.headers['x-amz-target']).endsWith(`.${OPERATION}`))
    }
    const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close, drain: close }
  }
