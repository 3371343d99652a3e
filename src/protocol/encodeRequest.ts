/**
 * Client side, out: ids to the HTTP request that asks for their secrets.
 */
import { type Either, isLeft, right } from '../contract/Either.js'
import {
  listUserPoolClientSecretsRequest,
  type ListUserPoolClientSecretsRequest
} from '../contract/ListUserPoolClientSecretsRequest.js'
import { type InvalidRequest, validateRequest } from '../contract/validateRequest.js'
import { CONTENT_TYPE, type EncodedRequest, OPERATION, TARGET_PREFIX } from './Http.js'

/** A valid request as an HTTP request, unsigned: Host and SigV4 (service `cognito-idp`) are your HTTP client's. */
export const encodeRequest = (request: ListUserPoolClientSecretsRequest): EncodedRequest => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` },
  body: JSON.stringify(listUserPoolClientSecretsRequest.encode(request))
})

/**
 * Refuses bad ids before any network, with the error that the service would have answered.
 *
 * @example
 * buildRequest({ UserPoolId: 'us-east-1_example', ClientId: '1example23456789' })
 */
export const buildRequest = (input: unknown): Either<InvalidRequest, EncodedRequest> => {
  const validated = validateRequest(input)
  return isLeft(validated) ? validated : right(encodeRequest(validated.right))
}
