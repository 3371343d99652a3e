/**
 * A connection that broke before the answer arrived.
 */

/** Thrown by a handler in place of an answer: the connection broke, and nobody knows what the server did. */
export class NetworkFailure extends Error {
  /** A name that the SDK takes for a failure of the network. */
  override readonly name = 'TimeoutError'
  /** As Node names a connection that was reset; the SDK retries it. */
  readonly code = 'ECONNRESET'
}
