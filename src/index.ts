/**
 * The contract of Amazon Cognito's ListUserPoolClientSecrets: codecs, validation, redaction. Pure; needs io-ts and
 * fp-ts and nothing else. The wire is in `cognito-secrets-contract/protocol`.
 *
 * @module cognito-secrets-contract
 */
export type { Issue } from './contract/Check.js'
export { ClientId, type ClientIdBrand } from './contract/ClientId.js'
export {
  ClientSecretListDescriptorType,
  type ClientSecretListDescriptorTypeWire
} from './contract/ClientSecretListDescriptorType.js'
export { ClientSecretId, type ClientSecretIdBrand } from './contract/ClientSecretId.js'
export { Codec, type ConstrainedStringC, type ContractError, type StandardProps, violations } from './contract/Codec.js'
export type { StringConstraints } from './contract/ConstrainedString.js'
export {
  type DocumentedException,
  type ErrorWire,
  type ExceptionName,
  documentedExceptions,
  InternalServerException,
  InvalidParameterException,
  LimitExceededException,
  ResourceNotFoundException,
  TooManyRequestsException
} from './contract/DocumentedException.js'
export {
  type CommonError,
  type ListUserPoolClientSecretsError,
  toError
} from './contract/ListUserPoolClientSecretsError.js'
export { ListUserPoolClientSecretsRequest } from './contract/ListUserPoolClientSecretsRequest.js'
export {
  ListUserPoolClientSecretsResponse,
  type ListUserPoolClientSecretsResponseWire,
  MAX_CLIENT_SECRETS
} from './contract/ListUserPoolClientSecretsResponse.js'
export { redactSecrets, type StoredClientSecret } from './contract/redactSecrets.js'
export { MASK, sanitize, type SanitizeOptions } from './contract/sanitize.js'
export { Timestamp } from './contract/Timestamp.js'
export { UserPoolId, type UserPoolIdBrand } from './contract/UserPoolId.js'
export { invalidRequest, type InvalidRequest, validateRequest } from './contract/validateRequest.js'
export { type Constraint, describeViolation, validationMessage, type Violation } from './contract/Violation.js'
export { type Messages, withMessages } from './contract/withMessages.js'
