/**
 * AWS JSON 1.1 for ListUserPoolClientSecrets as pure functions, both sides.
 */
export {
  type Cases,
  type ContractViolation,
  decodeError,
  decodeResponse,
  fold,
  type ListUserPoolClientSecretsFailure
} from './decodeResponse.js'
export {
  decodeInput,
  type DecodeOptions,
  decodeOperation,
  decodeRequest,
  type OperationCall,
  serializationError,
  unknownOperation
} from './decodeRequest.js'
export { buildRequest, encodeRequest } from './encodeRequest.js'
export { encodeError, encodeResponse } from './encodeResponse.js'
export { errorName } from './errorName.js'
export {
  type Body,
  CONTENT_TYPE,
  type Encoded,
  header,
  type Headers,
  type HttpRequest,
  type HttpResponse,
  MAX_BODY_BYTES,
  mediaType,
  OPERATION,
  TARGET_PREFIX
} from './Http.js'
export { decodeObject, decodeText, parseJson } from './Json.js'
export { type JsonLexemes, type JsonPath, lexemes } from './lexemes.js'
