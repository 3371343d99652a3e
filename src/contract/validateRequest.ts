/**
 * Shared validation: what a server answers to bad ids, and what a client refuses before any network.
 */
import type * as t from 'io-ts'
import { type Issue, Refusal } from './Check.js'
import { violations } from './Codec.js'
import { checkOf } from './Description.js'
import type { InvalidParameterException } from './DocumentedException.js'
import { type Either, left, right } from './Either.js'
import {
  listUserPoolClientSecretsRequest,
  type ListUserPoolClientSecretsRequest
} from './ListUserPoolClientSecretsRequest.js'
import { describeViolation, validationMessage, type Violation } from './Violation.js'

/** An InvalidParameterException that says what is wrong twice: in Cognito's words, and as data for your own. */
export interface InvalidRequest extends InvalidParameterException {
  /** Every violation in Cognito's words, on one line. */
  readonly message: string
  /** All of them, members in the order of the page; never empty. */
  readonly violations: ReadonlyArray<Violation>
}

const invalid = (issues: ReadonlyArray<Pick<Issue, 'message' | 'violation'>>): InvalidRequest => ({
  _tag: 'InvalidParameterException',
  status: 400,
  message: validationMessage(issues.map(({ message }) => message)),
  violations: issues.map(({ violation }) => violation)
})

/** The errors of any codec of this package as the exception that a server answers. */
export const invalidRequest = (errors: t.Errors): InvalidRequest =>
  invalid(
    violations(errors).map((violation, i) => ({
      message: errors[i]?.message ?? describeViolation(violation),
      violation
    }))
  )

const check = /* @__PURE__ */ checkOf(listUserPoolClientSecretsRequest)

/**
 * Returns for every value, throws for none. Right is a fresh object with the two ids; unknown members do not survive. A
 * value of 24 characters or more could be a client secret and is left out of the message (`Value at 'userPoolId' …`).
 *
 * @example
 * validateRequest({ ClientId: 'a-b', UserPoolId: 'us-east-1_a' })
 * // left: 1 validation error detected: Value 'a-b' at 'clientId' failed to satisfy constraint: …
 */
export const validateRequest = (u: unknown): Either<InvalidRequest, ListUserPoolClientSecretsRequest> => {
  const checked = check(u)
  return checked instanceof Refusal ? left(invalid(checked.issues)) : right(checked)
}
