/**
 * What every adapter serves, and the one place where an adapter calls it.
 */
import { encodeError, type HttpRequest, type HttpResponse, MAX_BODY_BYTES } from '../protocol/index.js'

/** A server of the protocol as one function, such as `inMemory(…)` or your own. It may answer at once or later. */
export type Handler = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>

export interface AdapterOptions {
  /** The largest body that is read, in bytes. A larger one is answered with HTTP 413. Default: 1 MiB. */
  readonly maxBodyBytes?: number
  /**
   * Called with what the handler threw or what kept the body from being read. The caller only ever sees an
   * InternalServerException, because an error may quote a secret. Without this hook the error is dropped.
   */
  readonly onError?: (error: unknown) => void
}

/** A request whose body has yet to be read; `undefined` stands for a body over the limit. */
export interface PendingRequest extends Omit<HttpRequest, 'body'> {
  readonly readBody: (maxBytes: number) => Promise<HttpRequest['body'] | undefined>
}

/** Reads the body, asks the handler, and answers even where either throws. */
export const respond = async (
  handler: Handler,
  { maxBodyBytes = MAX_BODY_BYTES, onError }: AdapterOptions,
  { readBody, ...head }: PendingRequest
): Promise<HttpResponse> => {
  try {
    const body = await readBody(maxBodyBytes)
    if (body === undefined) {
      const message = `The body is larger than ${maxBodyBytes} bytes`
      return encodeError({ _tag: 'CommonError', status: 413, type: 'RequestEntityTooLargeException', message })
    }
    return await handler({ ...head, body })
  } catch (error) {
    onError?.(error)
    return encodeError({ _tag: 'InternalServerException', status: 500 })
  }
}
