/**
 * Server side, in: an HTTP request to the request that it makes, or to the error that answers it.
 */
import type { InvalidParameterException } from '../contract/DocumentedException.js'
import { type Either, isLeft, left, right } from '../contract/Either.js'
import type { CommonError } from '../contract/ListUserPoolClientSecretsError.js'
import type { ListUserPoolClientSecretsRequest } from '../contract/ListUserPoolClientSecretsRequest.js'
import { type InvalidRequest, validateRequest } from '../contract/validateRequest.js'
import { describeViolation } from '../contract/Violation.js'
import { CONTENT_TYPE, header, type HttpRequest, mediaType, OPERATION, type Received, TARGET_PREFIX } from './Http.js'
import { decodeObject, type DecodeOptions, maxBytesOf } from './Json.js'

/** A call of any operation of the service: its name, and its input as a JSON object that nobody has validated yet. */
export interface OperationCall {
  /** Such as `ListUserPoolClientSecrets`; nobody has checked that it exists. */
  readonly operation: string
  /** The parsed body. */
  readonly input: object
}

const common = (type: string, message: string, status = 400): CommonError => ({
  _tag: 'CommonError',
  status,
  type,
  message
})

/** The error for an operation that the server does not have: HTTP 400, `UnknownOperationException`. */
export const unknownOperation = (message: string): CommonError => common('UnknownOperationException', message)

/** The error for a body that cannot be read: HTTP 400, `SerializationException`. */
export const serializationError = (message: string): CommonError => common('SerializationException', message)

const bodyError = (reason: string, maxBytes: number): CommonError =>
  reason === 'too large'
    ? common('RequestEntityTooLargeException', `The body is larger than ${maxBytes} bytes`, 413)
    : serializationError(`The body is ${reason === 'a name twice' ? 'ambiguous: it holds a name twice' : reason}`)

const unreadable = serializationError(
  'The request cannot be read: it needs a method, headers and a body of bytes or text'
)

const operationOf = (target: string | undefined): string | undefined =>
  target?.startsWith(TARGET_PREFIX) ? target.slice(TARGET_PREFIX.length) : undefined

const readOperation = (
  { method, headers, body }: Received<HttpRequest>,
  maxBytes: number
): Either<CommonError, OperationCall> => {
  if (method.toUpperCase() !== 'POST') return left(unknownOperation('Every operation is a POST'))
  const operation = operationOf(header(headers, 'x-amz-target'))
  if (operation === undefined) {
    return left(unknownOperation(`X-Amz-Target must start with ${TARGET_PREFIX}`))
  }
  if (mediaType(header(headers, 'content-type')) !== CONTENT_TYPE) {
    return left(unknownOperation(`Content-Type must be ${CONTENT_TYPE}`))
  }
  if (typeof body !== 'string' && !ArrayBuffer.isView(body)) return left(unreadable)
  const input = decodeObject(body, maxBytes)
  return isLeft(input) ? left(bodyError(input.left, maxBytes)) : right({ operation, input: input.right })
}

/**
 * The part that is the same for every operation: method, target, content type (parameters ignored), body. Returns for
 * every value; one that is not an HttpRequest is a SerializationException.
 */
export const decodeOperation = (
  request: Received<HttpRequest>,
  options: DecodeOptions = {}
): Either<CommonError, OperationCall> => {
  try {
    return readOperation(request, maxBytesOf(options))
  } catch {
    // a member is missing, or a getter threw; the error is dropped because it may quote a secret
    return left(unreadable)
  }
}

/**
 * How a refused input is answered: a member of a wrong JSON type is a SerializationException, as the wire has it;
 * everything else that is wrong is an InvalidParameterException.
 */
export const inputError = (refused: InvalidRequest): CommonError | InvalidRequest => {
  const wrongType = refused.violations.find(({ constraint }) => constraint === 'type')
  return wrongType === undefined ? refused : serializationError(describeViolation(wrongType))
}

/** An input to a valid request, or the error that answers it (`inputError`). */
export const decodeInput = (
  input: unknown
): Either<CommonError | InvalidParameterException, ListUserPoolClientSecretsRequest> => {
  const validated = validateRequest(input)
  return isLeft(validated) ? left(inputError(validated.left)) : validated
}

/**
 * An HTTP request to the two ids, or to the error that answers it. Returns for every value. Clauses `request.*` (page,
 * Request Parameters; AWS JSON 1.1).
 */
export const decodeRequest = (
  request: Received<HttpRequest>,
  options?: DecodeOptions
): Either<CommonError | InvalidParameterException, ListUserPoolClientSecretsRequest> => {
  const call = decodeOperation(request, options)
  if (isLeft(call)) return call
  if (call.right.operation !== OPERATION) return left(unknownOperation(`Only ${OPERATION} is known here`))
  return decodeInput(call.right.input)
}
