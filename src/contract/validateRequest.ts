/**
 * Shared validation: what a server answers to bad ids, and what a client refuses before any network.
 */
import type * as t from 'io-ts'
import { Refusal } from './Check.js'
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

const invalid = (messages: ReadonlyArray<string>, all: ReadonlyArray<Violation>): InvalidRequest => ({
  _tag: 'InvalidParameterException',
  status: 400,
  message: validationMessage(messages),
  violations: all
})

/** The errors of any codec of this package as the exception that a server answers. */
export const invalidRequest = (errors: t.Errors): InvalidRequest => {
  const all = violations(errors)
  return invalid(
    all.map((violation, i) => errors[i]?.message ?? describeViolation(violation)),
    all
  )
}

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
  if (!(checked instanceof Refusal)) return right(checked)
  const { issues } = checked
  return left(
    invalid(
      issues.map(({ message }) => message),
      issues.map(({ violation }) => violation)
    )
  )
}
