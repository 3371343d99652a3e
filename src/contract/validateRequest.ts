/**
 * Shared validation: what a server answers to bad ids, and what a client refuses before any network.
 */
import type * as t from 'io-ts'
import { type Either, isLeft, left } from './Either.js'
import type { InvalidParameterException } from './DocumentedException.js'
import { violations } from './Codec.js'
import { ListUserPoolClientSecretsRequest } from './ListUserPoolClientSecretsRequest.js'
import { describeViolation, validationMessage, type Violation } from './Violation.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * An InvalidParameterException that says what is wrong twice: in Cognito's words, and as data for your own.
 *
 * @since 0.1.0
 */
export interface InvalidRequest extends InvalidParameterException {
  readonly message: string
  /** All of them, members in the order of the page; never empty. */
  readonly violations: ReadonlyArray<Violation>
}

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * The errors of any codec of this package as the exception that a server answers.
 *
 * @since 0.1.0
 */
export const invalidRequest = (errors: t.Errors): InvalidRequest => {
  const found = violations(errors)
  const texts = errors.map((e, i) => e.message ?? describeViolation(found[i] ?? { path: [], constraint: 'type' }))
  return { _tag: 'InvalidParameterException', status: 400, message: validationMessage(texts), violations: found }
}

/**
 * Total: returns for every value, throws for none. Unknown members do not survive. A value of 24 characters or
 * more could hold a client secret and is left out of the message (`Value at 'userPoolId' …`).
 *
 * @example
 * validateRequest({ ClientId: 'a-b', UserPoolId: 'us-east-1_a' })
 * // left: 1 validation error detected: Value 'a-b' at 'clientId' failed to satisfy constraint: …
 *
 * @since 0.1.0
 */
export const validateRequest = (u: unknown): Either<InvalidRequest, ListUserPoolClientSecretsRequest> => {
  const decoded = ListUserPoolClientSecretsRequest.decode(u)
  return isLeft(decoded) ? left(invalidRequest(decoded.left)) : decoded
}
