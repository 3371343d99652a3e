/**
 * Client side, in: whatever a server answered to one of eight cases.
 */
import { violations as violationsOf } from '../contract/Codec.js'
import { type Either, isLeft, left } from '../contract/Either.js'
import type { DocumentedException } from '../contract/DocumentedException.js'
import { type ListUserPoolClientSecretsError, toError } from '../contract/ListUserPoolClientSecretsError.js'
import { ListUserPoolClientSecretsResponse } from '../contract/ListUserPoolClientSecretsResponse.js'
import { member } from '../contract/Structure.js'
import { describeViolation, type Violation } from '../contract/Violation.js'
import type { DecodeOptions } from './decodeRequest.js'
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

/**
 * An error's name: what stands before the first `:` and after the last `#`. `undefined` where nothing that could be a
 * name is left.
 *
 * @since 0.1.0
 */
export const errorName = (raw: unknown): string | undefined => {
  if (typeof raw !== 'string') return undefined
  const beforeColon = raw.split(':', 1)[0] ?? ''
  const name = beforeColon.slice(beforeColon.lastIndexOf('#') + 1).trim()
  return /^[\w.-]{1,128}$/.test(name) ? name : undefined
}

const text = (body: object, ...names: ReadonlyArray<string>): string | undefined =>
  names.map((name) => member(body, name)).find((value) => typeof value === 'string')

/**
 * The error of an answer that is no success. The first of header `x-amzn-errortype`, body `code`, body `__type` names
 * it; `message` or `Message` explains it. Total, also for HTML and for nothing at all.
 *
 * @since 0.1.0
 */
export const decodeError = (
  response: HttpResponse,
  { maxBodyBytes = MAX_BODY_BYTES }: DecodeOptions = {}
): ListUserPoolClientSecretsError => {
  const decoded = decodeObject(response.body, maxBodyBytes)
  const body = isLeft(decoded) ? {} : decoded.right
  const type =
    errorName(header(response.headers, 'x-amzn-errortype')) ??
    errorName(member(body, 'code')) ??
    errorName(member(body, '__type')) ??
    'UnknownError'
  return toError({
    type,
    status: response.status,
    message: text(body, 'message', 'Message'),
    reasonCode: text(body, 'reasonCode')
  })
}

/**
 * Total. Clauses `response.*`, `error.*`, `client.*`.
 *
 * @since 0.1.0
 */
export const decodeResponse = (
  response: HttpResponse,
  { maxBodyBytes = MAX_BODY_BYTES }: DecodeOptions = {}
): Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse> => {
  const { status, body } = response
  if (status >= 400 && status <= 599) return left(decodeError(response, { maxBodyBytes }))
  if (status !== 200) return contractViolation(status, `A success has HTTP status 200, not ${status}`)
  const object = decodeObject(body, maxBodyBytes)
  if (isLeft(object)) return contractViolation(status, `The body is ${object.left}`)
  const decoded = ListUserPoolClientSecretsResponse.decode(object.right)
  if (!isLeft(decoded)) return decoded
  const violations = violationsOf(decoded.left)
  return contractViolation(status, violations.map((v) => describeViolation(v)).join('; '), violations)
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
