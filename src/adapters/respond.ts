/**
 * What every adapter serves, and the one place where an adapter calls it.
 */
import { encodeError, type Handler, type HttpRequest, type HttpResponse, MAX_BODY_BYTES } from '../protocol/index.js'

/** What every adapter may be told. */
export interface AdapterOptions {
  /** The largest body that is read, in bytes. A larger one is answered with HTTP 413. Default: 1 MiB. */
  readonly maxBodyBytes?: number
  /**
   * Called with what the handler threw or what kept the body from being read. The caller only ever sees an
   * InternalServerException, because an error may quote a secret. Without this hook the error is dropped.
   */
  readonly onError?: (error: unknown) => void
}

/** A request whose body has yet to be read; `undefined` stands for one over the limit, of which reading stopped. */
export interface PendingRequest extends Omit<HttpRequest, 'body'> {
  readonly readBody: (maxBytes: number) => Promise<HttpRequest['body'] | undefined>
}

/** Bytes as they are, text as UTF-8: a character may take up to four. */
const isOver = (body: HttpRequest['body'], maxBytes: number): boolean =>
  body.length > maxBytes || (typeof body === 'string' && new TextEncoder().encode(body).length > maxBytes)

/** Reads the body, asks the handler, and answers even where either throws. */
export const respond = async (
  handler: Handler,
  { maxBodyBytes = MAX_BODY_BYTES, onError }: AdapterOptions,
  { readBody, ...head }: PendingRequest
): Promise<HttpResponse> => {
  try {
    const body = await readBody(maxBodyBytes)
    if (body === undefined || isOver(body, maxBodyBytes)) {
      const message = `The body is larger than ${maxBodyBytes} bytes`
      return encodeError({ _tag: 'CommonError', status: 413, type: 'RequestEntityTooLargeException', message })
    }
    return await handler({ ...head, body })
  } catch (error) {
    onError?.(error)
    return encodeError({ _tag: 'InternalServerException', status: 500 })
  }
}
