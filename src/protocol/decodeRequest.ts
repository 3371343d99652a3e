/**
 * Server side, in: an HTTP request to the request that it makes, or to the error that answers it.
 */
import { type Either, isLeft, left, right } from '../contract/Either.js'
import type { InvalidParameterException } from '../contract/DocumentedException.js'
import type { CommonError } from '../contract/ListUserPoolClientSecretsError.js'
import type { ListUserPoolClientSecretsRequest } from '../contract/ListUserPoolClientSecretsRequest.js'
import { validateRequest } from '../contract/validateRequest.js'
import { describeViolation } from '../contract/Violation.js'
import { CONTENT_TYPE, header, type HttpRequest, MAX_BODY_BYTES, mediaType, OPERATION, TARGET_PREFIX } from './Http.js'
import { decodeObject } from './Json.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface DecodeOptions {
  /** The largest body read, in bytes (of text: in UTF-16 units). */
  readonly maxBodyBytes?: number
}

/**
 * A call of any operation of the service: its name, and its input as a JSON object that nobody has validated yet.
 *
 * @since 0.1.0
 */
export interface OperationCall {
  readonly operation: string
  readonly input: object
}

// ------------------------------------------------------------------------------------
// errors
// ------------------------------------------------------------------------------------

const common = (type: string, message: string, status = 400): CommonError => ({
  _tag: 'CommonError',
  status,
  type,
  message
})

/**
 * @since 0.1.0
 */
export const unknownOperation = (message: string): CommonError => common('UnknownOperationException', message)

/**
 * @since 0.1.0
 */
export const serializationError = (message: string): CommonError => common('SerializationException', message)

const bodyError = (reason: string, maxBytes: number): CommonError =>
  reason === 'too large'
    ? common('RequestEntityTooLargeException', `The body is larger than ${maxBytes} bytes`, 413)
    : serializationError(`The body is ${reason === 'a name twice' ? 'ambiguous: it holds a name twice' : reason}`)

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * The part that is the same for every operation: method, target, content type (parameters ignored), body. Total: what is
 * no HttpRequest is a SerializationException.
 *
 * @since 0.1.0
 */
export const decodeOperation = (
  request: HttpRequest,
  { maxBodyBytes = MAX_BODY_BYTES }: DecodeOptions = {}
): Either<CommonError, OperationCall> => {
  try {
    const { method, headers, body } = request
    const target = header(headers, 'x-amz-target')
    if (method.toUpperCase() !== 'POST') return left(unknownOperation('Every operation is a POST'))
    if (!target?.startsWith(TARGET_PREFIX)) {
      return left(unknownOperation(`X-Amz-Target must start with ${TARGET_PREFIX}`))
    }
    if (mediaType(header(headers, 'content-type')) !== CONTENT_TYPE) {
      return left(unknownOperation(`Content-Type must be ${CONTENT_TYPE}`))
    }
    const input = decodeObject(body, maxBodyBytes)
    return isLeft(input)
      ? left(bodyError(input.left, maxBodyBytes))
      : right({ operation: target.slice(TARGET_PREFIX.length), input: input.right })
  } catch {
    // a member is missing, or has code of its own in it, whose error may quote anything
    return left(serializationError('The request cannot be read'))
  }
}

/**
 * An input to a valid request. A member of a wrong JSON type is a SerializationException, as the wire has it; whatever
 * else is wrong an InvalidParameterException.
 *
 * @since 0.1.0
 */
export const decodeInput = (
  input: unknown
): Either<CommonError | InvalidParameterException, ListUserPoolClientSecretsRequest> => {
  const validated = validateRequest(input)
  const wrongType = isLeft(validated) ? validated.left.violations.find((v) => v.constraint === 'type') : undefined
  return wrongType === undefined ? validated : left(serializationError(describeViolation(wrongType)))
}

/**
 * Total: returns for every request, and for what is none. Clauses `request.*` (page, Request Parameters; AWS JSON 1.1).
 *
 * @since 0.1.0
 */
export const decodeRequest = (
  request: HttpRequest,
  options?: DecodeOptions
): Either<CommonError | InvalidParameterException, ListUserPoolClientSecretsRequest> => {
  const call = decodeOperation(request, options)
  if (isLeft(call)) return call
  if (call.right.operation !== OPERATION) return left(unknownOperation(`Only ${OPERATION} is known here`))
  return decodeInput(call.right.input)
}
