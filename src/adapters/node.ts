/**
 * Serves a handler from `node:http`, and from Express, whose requests and responses are Node's.
 */
import type { Handler, HttpResponse } from '../protocol/index.js'
import { type AdapterOptions, respond } from './respond.js'
import { readChunks } from './readChunks.js'

/** The members of Node's `IncomingMessage` that are read, and `body`, where a body parser leaves what it has read. */
export interface NodeRequest extends AsyncIterable<Uint8Array | string> {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  readonly readableEnded: boolean
  readonly resume: () => unknown
  readonly body?: unknown
}

/** The members of Node's `ServerResponse` that are used. */
export interface NodeResponse {
  readonly writeHead: (status: number, headers: Record<string, string | Array<string>>) => unknown
  readonly end: (body: string | Uint8Array) => unknown
}

const LOST =
  'A body parser has read this request and left nothing of it in request.body. Put the listener before the parser, or express.raw({ type: () => true }) in its place.'

/** What a parser left: bytes and text as they are; an object as JSON again. */
const parsedBody = (body: unknown): string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)

const hasBody = ({ headers }: NodeRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const isEmptyObject = (u: unknown): boolean => typeof u === 'object' && u !== null && Object.keys(u).length === 0

const readBody = async (request: NodeRequest, maxBytes: number): Promise<string | Uint8Array | undefined> => {
  const { body, readableEnded } = request
  // Express 4 and some parsers leave {} where they read nothing
  if (!readableEnded && (body === undefined || body === null || isEmptyObject(body))) {
    return readChunks({ [Symbol.asyncIterator]: () => request[Symbol.asyncIterator]() }, maxBytes)
  }
  if (body === undefined || body === null) {
    if (hasBody(request)) throw new Error(LOST)
    return ''
  }
  return parsedBody(body)
}

const write = (response: NodeResponse, { status, headers, body }: HttpResponse): void => {
  const sent: Record<string, string | Array<string>> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) sent[name] = typeof value === 'string' ? value : [...value]
  }
  sent['content-length'] = String(typeof body === 'string' ? new TextEncoder().encode(body).length : body.length)
  response.writeHead(status, sent)
  response.end(body)
}

/**
 * A listener for `http.createServer` and for Express (`app.post('/', toNodeListener(handler))`). A body that a parser
 * has already read is taken from `request.body`; where the parser left nothing, `onError` says what to change. Never
 * throws.
 *
 * @example
 * http.createServer(toNodeListener(handler)).listen(9229)
 */
export const toNodeListener =
  (handler: Handler, options: AdapterOptions = {}) =>
  (request: NodeRequest, response: NodeResponse): void => {
    const answer = async (): Promise<void> => {
      write(
        response,
        await respond(handler, options, {
          method: request.method ?? 'GET',
          path: request.url ?? '/',
          headers: request.headers,
          readBody: (maxBytes) => readBody(request, maxBytes)
        })
      )
      // the rest of an oversized body is dropped, so that the connection can go on
      request.resume()
    }
    answer().catch((error: unknown) => options.onError?.(error))
  }

export type { AdapterOptions }
