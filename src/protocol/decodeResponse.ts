/**
 * Client side, in: whatever a server answered to one of eight cases.
 */
import { Refusal } from '../contract/Check.js'
import { checkOf } from '../contract/Description.js'
import type { DocumentedException } from '../contract/DocumentedException.js'
import { type Either, isLeft, left, right } from '../contract/Either.js'
import {
  type CommonError,
  type ListUserPoolClientSecretsError,
  toError
} from '../contract/ListUserPoolClientSecretsError.js'
import {
  listUserPoolClientSecretsResponse,
  type ListUserPoolClientSecretsResponse
} from '../contract/ListUserPoolClientSecretsResponse.js'
import { ownMember } from '../contract/Structure.js'
import type { Violation } from '../contract/Violation.js'
import { errorName, UNKNOWN_ERROR } from './errorName.js'
import { header, type HttpResponse, type Received } from './Http.js'
import { decodeObject, type DecodeOptions, maxBytesOf } from './Json.js'
import { maskLabelled } from './maskLabelled.js'

/** The server answered something that the contract rules out. Says where and why, and holds nothing of the answer. */
export interface ContractViolation {
  /** Tells it apart from an error that the contract allows. */
  readonly _tag: 'ContractViolation'
  /** The HTTP status as received. */
  readonly status: number
  /** All violations in words. */
  readonly message: string
  /** Empty where the body was not a JSON object or the status is not one of the contract. */
  readonly violations: ReadonlyArray<Violation>
}

/** Everything but a list that a client may be answered: seven cases, told apart by `_tag`. */
export type ListUserPoolClientSecretsFailure = ListUserPoolClientSecretsError | ContractViolation

/** One function for each case; what they return is what `fold` returns. */
export type Cases<B> = {
  readonly [Tag in DocumentedException['_tag']]: (error: Extract<DocumentedException, { readonly _tag: Tag }>) => B
} & {
  /** A list. */
  readonly success: (response: ListUserPoolClientSecretsResponse) => B
  /** An error that the page of the operation does not name. */
  readonly CommonError: (error: CommonError) => B
  /** An answer that the contract rules out. */
  readonly ContractViolation: (violation: ContractViolation) => B
}

const violation = (
  status: number,
  message: string,
  violations: ReadonlyArray<Violation> = []
): Either<ContractViolation, never> => left({ _tag: 'ContractViolation', status, message, violations })

/** A server's own words, which may quote a secret. */
const textOf = (body: object, ...names: ReadonlyArray<string>): string | undefined => {
  const text = names.map((name) => ownMember(body, name)).find((value) => typeof value === 'string')
  return text === undefined ? undefined : maskLabelled(text)
}

const readError = (
  { status, headers, body }: Received<HttpResponse>,
  maxBytes: number
): ListUserPoolClientSecretsError => {
  const decoded = decodeObject(body, maxBytes)
  const members = isLeft(decoded) ? {} : decoded.right
  return toError({
    type:
      errorName(header(headers, 'x-amzn-errortype')) ??
      errorName(ownMember(members, 'code')) ??
      errorName(ownMember(members, '__type')) ??
      UNKNOWN_ERROR,
    status: typeof status === 'number' ? status : 0,
    message: textOf(members, 'message', 'Message'),
    reasonCode: textOf(members, 'reasonCode')
  })
}

/**
 * The error of a response that is not a success. The first of header `x-amzn-errortype`, body `code`, body `__type` names
 * it; `message` or `Message` explains it, without a client secret that stands behind its name. Returns for every value,
 * HTML and nothing at all included; one that is not an HttpResponse is an `UnknownError` with status 0.
 */
export const decodeError = (
  response: Received<HttpResponse>,
  options: DecodeOptions = {}
): ListUserPoolClientSecretsError => {
  try {
    return readError(response, maxBytesOf(options))
  } catch {
    // a member is missing, or a getter threw; the error is dropped because it may quote a secret
    return toError({ type: UNKNOWN_ERROR, status: 0 })
  }
}

const check = /* @__PURE__ */ checkOf(listUserPoolClientSecretsResponse)

const readResponse = (
  response: Received<HttpResponse>,
  maxBytes: number
): Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse> => {
  const { status, body } = response
  if (status !== 200) {
    return status >= 400 && status <= 599
      ? left(readError(response, maxBytes))
      : violation(Number(status), `A success has HTTP status 200, not ${Number(status)}`)
  }
  const object = decodeObject(body, maxBytes)
  if (isLeft(object)) return violation(status, `The body is ${object.left}`)
  const checked = check(object.right)
  if (!(checked instanceof Refusal)) return right(checked)
  return violation(
    status,
    checked.issues.map(({ message }) => message).join('; '),
    checked.issues.map((issue) => issue.violation)
  )
}

/**
 * Returns for every value; one that is not an HttpResponse is a ContractViolation with status 0. Clauses `response.*`,
 * `error.*`, `client.*`.
 */
export const decodeResponse = (
  response: Received<HttpResponse>,
  options: DecodeOptions = {}
): Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse> => {
  try {
    if (typeof response.status !== 'number') return violation(0, 'The answer cannot be read')
    return readResponse(response, maxBytesOf(options))
  } catch {
    return violation(0, 'The answer cannot be read')
  }
}

/** All cases in one place: the success, the five documented exceptions, common errors, contract violations. */
export const fold =
  <B>(cases: Cases<B>) =>
  (result: Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse>): B => {
    if (!isLeft(result)) return cases.success(result.right)
    // the case of a tag takes the failure with that tag, which TypeScript cannot follow over a union
    const handle = cases[result.left._tag] as (failure: ListUserPoolClientSecretsFailure) => B
    return handle(result.left)
  }
