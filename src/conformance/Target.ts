/**
 * What the suite talks to: anything that turns an HTTP request into an HTTP response.
 */
import type { HttpRequest, HttpResponse } from '../protocol/index.js'

/**
 * An in-process handler, a socket, a Lambda. It rejects where no complete response comes; the error's message says why.
 * `signal` tells it when nobody waits any longer; it may ignore that.
 *
 * @since 0.1.0
 */
export type Target = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpResponse>
