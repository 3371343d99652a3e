/**
 * Server side, out: a result to the HTTP response that carries it.
 */
import { type Either, isLeft } from '../contract/Either.js'
import { documentedExceptions, type InternalServerException } from '../contract/DocumentedException.js'
import type { ErrorWire } from '../contract/exception.js'
import type { ListUserPoolClientSecretsError } from '../contract/ListUserPoolClientSecretsError.js'
import { ListUserPoolClientSecretsResponse } from '../contract/ListUserPoolClientSecretsResponse.js'
import { errorName, UNKNOWN_ERROR } from './errorName.js'
import { CONTENT_TYPE, type Encoded, type HttpResponse } from './Http.js'

/** In place of what must not leave, or cannot be read. */
const broken: InternalServerException = {
  _tag: 'InternalServerException',
  status: 500,
  message: 'The answer would have broken the contract of ListUserPoolClientSecrets'
}

const wire = (error: ListUserPoolClientSecretsError): ErrorWire => {
  switch (error._tag) {
    case 'CommonError':
      return {
        // it goes into a header: no line feeds, and nothing that a client would not read
        __type: errorName(error.type) ?? UNKNOWN_ERROR,
        ...(error.message === undefined ? {} : { message: error.message })
      }
    case 'InternalServerException':
      return documentedExceptions.InternalServerException.encode(error)
    case 'InvalidParameterException':
      return documentedExceptions.InvalidParameterException.encode(error)
    case 'LimitExceededException':
      return documentedExceptions.LimitExceededException.encode(error)
    case 'ResourceNotFoundException':
      return documentedExceptions.ResourceNotFoundException.encode(error)
    case 'TooManyRequestsException':
      return documentedExceptions.TooManyRequestsException.encode(error)
  }
}

/** Members that are text: whatever else stands there in JavaScript may hold anything, or be no JSON. */
const textOnly = (key: string, value: unknown): unknown => (key === '' || typeof value === 'string' ? value : undefined)

/**
 * An error as AWS JSON 1.1 has it: the type in the header and in `__type`, the message in `message`. A type that is no
 * name leaves as `UnknownError`. Total: what is no error leaves as an InternalServerException.
 *
 * @since 0.1.0
 */
export const encodeError = (error: ListUserPoolClientSecretsError): HttpResponse & Encoded => {
  try {
    const body = wire(error)
    return {
      status: error.status,
      headers: { 'content-type': CONTENT_TYPE, 'x-amzn-errortype': body.__type },
      body: JSON.stringify(body, textOnly)
    }
  } catch {
    return encodeError(broken)
  }
}

/**
 * Total. A success that breaks the contract (three descriptors, an invalid date) leaves as an InternalServerException;
 * of a good one only the documented members leave. Clauses `response.*`, `error.*` (page, Response Elements, Errors).
 *
 * @since 0.1.0
 */
export const encodeResponse = (
  result: Either<ListUserPoolClientSecretsError, ListUserPoolClientSecretsResponse>
): HttpResponse & Encoded => {
  try {
    if (isLeft(result)) return encodeError(result.left)
    const response = result.right
    // a getter may answer differently each time: what is sent is a copy that was checked
    const copy = ListUserPoolClientSecretsResponse.is(response)
      ? ListUserPoolClientSecretsResponse.decode(ListUserPoolClientSecretsResponse.encode(response))
      : undefined
    if (copy === undefined || isLeft(copy)) return encodeError(broken)
    return {
      status: 200,
      headers: { 'content-type': CONTENT_TYPE },
      body: JSON.stringify(ListUserPoolClientSecretsResponse.encode(copy.right))
    }
  } catch {
    return encodeError(broken)
  }
}
