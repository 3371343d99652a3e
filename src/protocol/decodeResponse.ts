/**
 * Client side, in: whatever a server answered to one of eight cases.
 */
import { violations as violationsOf } from '../contract/Codec.js'
import { type Either, isLeft, left } from '../contract/Either.js'
import type { DocumentedException } from '../contract/DocumentedException.js'
import { type ListUserPoolClientSecretsError, toError } from '../contract/ListUserPoolClientSecretsError.js'
import { ListUserPoolClientSecretsResponse } from '../contract/ListUserPoolClientSecretsResponse.js'
import { sanitize } from '../contract/sanitize.js'
import { member } from '../contract/Structure.js'
import { describeViolation, type Violation } from '../contract/Violation.js'
import type { DecodeOptions } from './decodeRequest.js'
import { errorName, UNKNOWN_ERROR } from './errorName.js'
import { header, type HttpResponse, MAX_BODY_BYTES } from './Http.js'
import { decodeObject } from './Json.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * The server answered something that the contract rules out. Says where and why, and holds nothing of the answer.
 *
 * @since 0.1.0
 */
export interface ContractViolation {
  readonly _tag: 'ContractViolation'
  /** The HTTP status as received. */
  readonly status: number
  readonly message: string
  /** Empty where the answer was no JSON object or had a status that the contract does not know. */
  readonly violations: ReadonlyArray<Violation>
}

/**
 * @since 0.1.0
 */
export type ListUserPoolClientSecretsFailure = ListUserPoolClientSecretsError | ContractViolation

/**
 * One function for each case; what they return is what `fold` returns.
 *
 * @since 0.1.0
 */
export type Cases<B> = {
  readonly [Tag in DocumentedException['_tag']]: (error: Extract<DocumentedException, { readonly _tag: Tag }>) => B
} & {
  readonly success: (response: ListUserPoolClientSecretsResponse) => B
  readonly CommonError: (error: Extract<ListUserPoolClientSecretsError, { readonly _tag: 'CommonError' }>) => B
  readonly ContractViolation: (violation: ContractViolation) => B
}

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

const contractViolation = (
  status: number,
  message: string,
  violations: ReadonlyArray<Violation> = []
): Either<ContractViolation, never> => left({ _tag: 'ContractViolation', status, message, violations })

/** Of what is no HttpResponse, or has code of its own in it, whose error may quote anything. */
const unreadable = contractViolation(0, 'The answer cannot be read')

/** A server's own words, which may hold anything, without what they show to be a secret. */
const text = (body: object, ...names: ReadonlyArray<string>): string | undefined => {
  const said = names.map((name) => member(body, name)).find((value) => typeof value === 'string')
  return said === undefined ? undefined : String(sanitize(said))
}

/**
 * The error of an answer that is no success. The first of header `x-amzn-errortype`, body `code`, body `__type` names
 * it; `message` or `Message` explains it, with secrets masked as `sanitize` does. Total, also for HTML and for nothing
 * at all; what is no HttpResponse is an `UnknownError` with status 0.
 *
 * @since 0.1.0
 */
export const decodeError = (
  response: HttpResponse,
  { maxBodyBytes = MAX_BODY_BYTES }: DecodeOptions = {}
): ListUserPoolClientSecretsError => {
  try {
    const { status, headers } = response
    const decoded = decodeObject(response.body, maxBodyBytes)
    const body = isLeft(decoded) ? {} : decoded.right
    return toError({
      type:
        errorName(header(headers, 'x-amzn-errortype')) ??
        errorName(member(body, 'code')) ??
        errorName(member(body, '__type')) ??
        UNKNOWN_ERROR,
      status: typeof status === 'number' ? status : 0,
      message: text(body, 'message', 'Message'),
      reasonCode: text(body, 'reasonCode')
    })
  } catch {
    return toError({ type: UNKNOWN_ERROR, status: 0 })
  }
}

/**
 * Total: returns for every answer, and for what is none a ContractViolation with status 0. Clauses `response.*`,
 * `error.*`, `client.*`.
 *
 * @since 0.1.0
 */
export const decodeResponse = (
  response: HttpResponse,
  options: DecodeOptions = {}
): Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse> => {
  try {
    const { status, headers, body } = response
    // JavaScript may hand over a status of any type, and it is shown
    if (typeof status !== 'number') return unreadable
    if (status >= 400 && status <= 599) return left(decodeError({ status, headers, body }, options))
    if (status !== 200) return contractViolation(status, `A success has HTTP status 200, not ${status}`)
    const object = decodeObject(body, options.maxBodyBytes ?? MAX_BODY_BYTES)
    if (isLeft(object)) return contractViolation(status, `The body is ${object.left}`)
    const decoded = ListUserPoolClientSecretsResponse.decode(object.right)
    if (!isLeft(decoded)) return decoded
    const violations = violationsOf(decoded.left)
    return contractViolation(status, violations.map((v) => describeViolation(v)).join('; '), violations)
  } catch {
    return unreadable
  }
}

/**
 * All cases in one place: the success, the five documented exceptions, common errors, contract violations.
 *
 * @since 0.1.0
 */
export const fold =
  <B>(cases: Cases<B>) =>
  (result: Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse>): B => {
    if (!isLeft(result)) return cases.success(result.right)
    const failure = result.left
    switch (failure._tag) {
      case 'InternalServerException':
        return cases.InternalServerException(failure)
      case 'InvalidParameterException':
        return cases.InvalidParameterException(failure)
      case 'LimitExceededException':
        return cases.LimitExceededException(failure)
      case 'ResourceNotFoundException':
        return cases.ResourceNotFoundException(failure)
      case 'TooManyRequestsException':
        return cases.TooManyRequestsException(failure)
      case 'CommonError':
        return cases.CommonError(failure)
      case 'ContractViolation':
        return cases.ContractViolation(failure)
    }
  }
