/**
 * Serves a handler where requests and responses are those of the Fetch standard: Hono, Bun, Deno, Workers, Next route
 * handlers, MSW.
 */
import type { Handler } from '../protocol/index.js'
import { readChunks } from './readChunks.js'
import { type AdapterOptions, respond } from './respond.js'

/** The members of a fetch `Request` that are read. */
export interface FetchRequest {
  readonly method: string
  readonly url: string
  readonly headers: { readonly forEach: (each: (value: string, name: string) => void) => void }
  readonly bodyUsed: boolean
  readonly body: {
    readonly getReader: () => {
      readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
      readonly cancel: () => Promise<void>
    }
  } | null
}

/** The `Response` of the platform that the code is compiled for. */
export type FetchResponse = typeof globalThis extends { readonly Response: { readonly prototype: infer R } }
  ? R
  : unknown

const ALREADY_READ =
  'The body of this request was already read. Call the handler before request.json(), request.text() and the like, or give it request.clone().'

/** Does not read on where the consumer stops: the rest of an oversized body stays on the wire. */
async function* chunksOf(body: NonNullable<FetchRequest['body']>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      if (value !== undefined) yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/**
 * `(request: Request) => Promise<Response>`. Never rejects: what the handler throws goes to `onError` and is answered
 * with InternalServerException.
 *
 * @example
 * const cognito = toFetchHandler(handler)
 * app.post('/', (c) => cognito(c.req.raw)) // Hono
 * http.post('https://cognito-idp.us-east-1.amazonaws.com/', ({ request }) => cognito(request)) // MSW
 */
export const toFetchHandler =
  (handler: Handler, options: AdapterOptions = {}) =>
  async (request: FetchRequest): Promise<FetchResponse> => {
    const headers: Record<string, string> = {}
    request.headers.forEach((value, name) => (headers[name] = value))
    const { pathname, search } = new URL(request.url, 'http://localhost')
    const {
      status,
      headers: answered,
      body
    } = await respond(handler, options, {
      method: request.method,
      path: pathname + search,
      headers,
      readBody: async (maxBytes) => {
        if (request.bodyUsed) throw new Error(ALREADY_READ)
        return request.body === null ? '' : readChunks(chunksOf(request.body), maxBytes)
      }
    })
    const response = new Response(typeof body === 'string' ? body : Uint8Array.from(body), { status })
    // a string body brings a content type of its own
    response.headers.delete('content-type')
    for (const [name, value] of Object.entries(answered)) {
      for (const one of typeof value === 'string' ? [value] : (value ?? [])) response.headers.append(name, one)
    }
    return response
  }

export type { AdapterOptions }
