/**
 * What the suite talks to: anything that turns an HTTP request into an HTTP response.
 */
import type { HttpRequest, HttpResponse } from '../../../protocol/index.js'

/**
 * An in-process handler, which may answer at once, a socket, a Lambda. It throws or rejects where no complete response
 * comes; the error's message says why.
 * `signal` tells it when nobody waits any longer; it may ignore that.
 */
export type Target = (request: HttpRequest, signal?: AbortSignal) => HttpResponse | Promise<HttpResponse>

const isHeader = (u: unknown): boolean =>
  u === undefined || typeof u === 'string' || (Array.isArray(u) && u.every((one) => typeof one === 'string'))

/** Whether a target in the same process returned an HttpResponse: it may return anything. */
export const isResponse = (u: unknown): u is HttpResponse => {
  if (typeof u !== 'object' || u === null) return false
  // every member is checked before it is used
  const { status, statusText, headers, body } = u as Readonly<Record<keyof HttpResponse, unknown>>
  return (
    typeof status === 'number' &&
    (statusText === undefined || typeof statusText === 'string') &&
    typeof headers === 'object' &&
    headers !== null &&
    Object.values(headers).every(isHeader) &&
    (typeof body === 'string' || body instanceof Uint8Array)
  )
}
