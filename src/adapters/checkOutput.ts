/**
 * Why an output that an SDK has already deserialised breaks the contract.
 */
import { violations as violationsOf } from '../contract/Codec.js'
import { type Either, isLeft, left } from '../contract/Either.js'
import { ListUserPoolClientSecretsResponse } from '../contract/ListUserPoolClientSecretsResponse.js'
import { describeViolation, type Violation } from '../contract/Violation.js'

/** Says where and why, and holds nothing of the output. */
export interface OutputViolation {
  /** All violations in words. */
  readonly message: string
  /** Never empty. */
  readonly violations: ReadonlyArray<Violation>
}

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null

/** Dates back to the epoch seconds that the codec reads; an invalid Date stays, and the codec names it. */
const toWire = (descriptor: unknown): unknown => {
  if (!isRecord(descriptor)) return descriptor
  const date = descriptor['ClientSecretCreateDate']
  const isDate = date instanceof Date && !Number.isNaN(date.getTime())
  return isDate ? { ...descriptor, ClientSecretCreateDate: date.getTime() / 1000 } : descriptor
}

const refuse = (violations: ReadonlyArray<Violation>): Either<OutputViolation, never> =>
  left({
    message: `The answer breaks the contract: ${violations.map((violation) => describeViolation(violation)).join('; ')}`,
    violations
  })

/**
 * Checks the output of an SDK, with dates as `Date`. Right is the response, without the members that the contract does
 * not know; Left says every violation. Total. Clauses `response.*`.
 */
export const checkOutput = (output: unknown): Either<OutputViolation, ListUserPoolClientSecretsResponse> => {
  try {
    const secrets = isRecord(output) ? output['ClientSecrets'] : undefined
    const wire = isRecord(output)
      ? { ...output, ClientSecrets: Array.isArray(secrets) ? secrets.map(toWire) : secrets }
      : output
    const decoded = ListUserPoolClientSecretsResponse.decode(wire)
    return isLeft(decoded) ? refuse(violationsOf(decoded.left)) : decoded
  } catch {
    return refuse([{ path: [], constraint: 'type', limit: 'readable object' }])
  }
}
