/**
 * Shared validation: what a server answers to bad ids, and what a client refuses before any network.
 */
import { type Either, isLeft, left, right } from './Either.js'
import type { InvalidParameterException } from './errors.js'
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
 * Total: returns for every value, throws for none. Unknown members do not survive. A value that could be a client
 * secret is left out of the message (`Value at 'userPoolId' …`).
 *
 * @example
 * validateRequest({ ClientId: 'a-b', UserPoolId: 'us-east-1_a' })
 * // left: 1 validation error detected: Value 'a-b' at 'clientId' failed to satisfy constraint: …
 *
 * @since 0.1.0
 */
export const validateRequest = (u: unknown): Either<InvalidRequest, ListUserPoolClientSecretsRequest> => {
  const decoded = ListUserPoolClientSecretsRequest.decode(u)
  if (!isLeft(decoded)) return right(decoded.right)
  const found = violations(decoded.left)
  const texts = decoded.left.map((e, i) => e.message ?? describeViolation(found[i] ?? { path: [], constraint: 'type' }))
  return left({
    _tag: 'InvalidParameterException',
    status: 400,
    message: validationMessage(texts),
    violations: found
  })
}
