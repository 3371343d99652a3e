/**
 * AWS JSON 1.1 for ListUserPoolClientSecrets as pure functions, both sides.
 */
export {
  decodeInput,
  decodeOperation,
  decodeRequest,
  type OperationCall,
  serializationError,
  unknownOperation
} from './decodeRequest.js'
export {
  type Cases,
  type ContractViolation,
  decodeError,
  decodeResponse,
  fold,
  type ListUserPoolClientSecretsFailure
} from './decodeResponse.js'
export { buildRequest, encodeRequest } from './encodeRequest.js'
export { encodeError, encodeResponse } from './encodeResponse.js'
export { errorName } from './errorName.js'
export {
  type Body,
  CONTENT_TYPE,
  type EncodedRequest,
  type EncodedResponse,
  type FetchHeaders,
  type Handler,
  header,
  type Headers,
  type HttpRequest,
  type HttpResponse,
  MAX_BODY_BYTES,
  OPERATION,
  type Received,
  TARGET_PREFIX
} from './Http.js'
export type { DecodeOptions } from './Json.js'
