/**
 * Server side, out: a result to the HTTP response that carries it.
 */
import { type Either, isLeft } from '../contract/Either.js'
import { documentedExceptions, type InternalServerException } from '../contract/DocumentedException.js'
import type { ErrorWire } from '../contract/exception.js'
import type { ListUserPoolClientSecretsError } from '../contract/ListUserPoolClientSecretsError.js'
import { ListUserPoolClientSecretsResponse } from '../contract/ListUserPoolClientSecretsResponse.js'
import { CONTENT_TYPE, type Encoded, type HttpResponse } from './Http.js'

const wire = (error: ListUserPoolClientSecretsError): ErrorWire => {
  switch (error._tag) {
    case 'CommonError':
      return { __type: error.type, ...(error.message === undefined ? {} : { message: error.message }) }
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

/**
 * An error as AWS JSON 1.1 has it: the type in the header and in `__type`, the message in `message`.
 *
 * @since 0.1.0
 */
export const encodeError = (error: ListUserPoolClientSecretsError): HttpResponse & Encoded => {
  const body = wire(error)
  return {
    status: error.status,
    headers: { 'content-type': CONTENT_TYPE, 'x-amzn-errortype': body.__type },
    body: JSON.stringify(body)
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
  if (isLeft(result)) return encodeError(result.left)
  if (!ListUserPoolClientSecretsResponse.is(result.right)) return encodeError(brokenResponse)
  return {
    status: 200,
    headers: { 'content-type': CONTENT_TYPE },
    body: JSON.stringify(ListUserPoolClientSecretsResponse.encode(result.right))
  }
}

const brokenResponse: InternalServerException = {
  _tag: 'InternalServerException',
  status: 500,
  message: 'The answer would have broken the contract of ListUserPoolClientSecrets'
}
