/**
 * An answer as it arrives over HTTP, whole or not at all.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { type HttpResponse, MAX_BODY_BYTES } from '../protocol/index.js'
import { bodyBuffer } from './bodyBuffer.js'

/** A body in more pieces than this counts as none: reading each costs more than what it holds. */
const MAX_PIECES = 4096

/** What ended an answer that had begun. */
export const cutOff = (error?: NodeJS.ErrnoException): Error =>
  error === undefined || error.code === 'ECONNRESET'
    ? new Error('the connection was closed in the middle of the body')
    : error

/** Where a field stands in several of them, the last counts: fields of the answer itself before those around it. */
export const collectAnswer = (
  message: IncomingMessage,
  hints: IncomingHttpHeaders | undefined
): Promise<HttpResponse> =>
  new Promise((resolve, reject) => {
    const { push, bytes } = bodyBuffer(MAX_BODY_BYTES)
    const { socket } = message
    let pieces = 0
    message.on('data', (chunk: Buffer) => {
      if (++pieces > MAX_PIECES) message.destroy(new Error(`the body comes in more than ${MAX_PIECES} pieces`))
      // cut off, it counts as none
      if (!push(chunk)) message.destroy(new Error(`the body is longer than ${MAX_BODY_BYTES} bytes`))
    })
    message.on('end', () => {
      if (!message.complete) return reject(cutOff())
      // Node drops a connection at once, and in silence, where another response follows in the same packet; a body
      // without a length ends with its connection
      const hasLength = message.headers['content-length'] ?? message.headers['transfer-encoding']
      if (socket.destroyed && hasLength !== undefined)
        return reject(new Error('the response is followed by another one'))
      resolve({
        status: message.statusCode ?? 0,
        statusText: message.statusMessage ?? '',
        ...(message.httpVersion === '1.1' ? {} : { httpVersion: message.httpVersion }),
        headers:
          hints === undefined && message.rawTrailers.length === 0
            ? message.headers
            : { ...hints, ...message.trailers, ...message.headers },
        body: bytes()
      })
    })
    message.on('error', (error) => reject(cutOff(error)))
  })
