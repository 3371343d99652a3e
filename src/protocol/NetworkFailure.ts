/**
 * A connection that broke before the answer arrived.
 */

/** Thrown by a handler in place of an answer: the connection broke, and nobody knows what the server did. */
export class NetworkFailure extends Error {
  override readonly name = 'TimeoutError'
  /** As Node names a connection that was reset; the SDK retries it. */
  readonly code = 'ECONNRESET'
}
