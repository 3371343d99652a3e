/**
 * The five documented exceptions, each with its HTTP status.
 */
import type { Codec } from './Codec.js'
import { type ErrorWire, exception, Text } from './exception.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface InternalServerException {
  readonly _tag: 'InternalServerException'
  /** The documented HTTP status (clause `error.internalServer.status`). */
  readonly status: 500
  /** Not on the page, but AWS JSON 1.1 lets every error carry one. */
  readonly message?: string
}

/**
 * @since 0.1.0
 */
export interface InvalidParameterException {
  readonly _tag: 'InvalidParameterException'
  /** The documented HTTP status (clause `error.invalidParameter.status`). */
  readonly status: 400
  readonly message?: string
  readonly reasonCode?: string
}

/**
 * @since 0.1.0
 */
export interface LimitExceededException {
  readonly _tag: 'LimitExceededException'
  /** The documented HTTP status (clause `error.limitExceeded.status`). */
  readonly status: 400
  readonly message?: string
}

/**
 * @since 0.1.0
 */
export interface ResourceNotFoundException {
  readonly _tag: 'ResourceNotFoundException'
  /** The documented HTTP status (clause `error.notFound.status`); the SDK's model says 404. */
  readonly status: 400
  readonly message?: string
}

/**
 * @since 0.1.0
 */
export interface TooManyRequestsException {
  readonly _tag: 'TooManyRequestsException'
  /** The documented HTTP status (clause `error.tooManyRequests.status`); the SDK's model says 429. */
  readonly status: 400
  readonly message?: string
}

/**
 * @since 0.1.0
 */
export type DocumentedException =
  | InternalServerException
  | InvalidParameterException
  | LimitExceededException
  | ResourceNotFoundException
  | TooManyRequestsException

// ------------------------------------------------------------------------------------
// codecs
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export const InternalServerException: Codec<InternalServerException, ErrorWire> = exception(
  'InternalServerException',
  500,
  { message: Text }
)

/**
 * @since 0.1.0
 */
export const InvalidParameterException: Codec<InvalidParameterException, ErrorWire> = exception(
  'InvalidParameterException',
  400,
  { message: Text, reasonCode: Text }
)

/**
 * @since 0.1.0
 */
export const LimitExceededException: Codec<LimitExceededException, ErrorWire> = exception(
  'LimitExceededException',
  400,
  { message: Text }
)

/**
 * @since 0.1.0
 */
export const ResourceNotFoundException: Codec<ResourceNotFoundException, ErrorWire> = exception(
  'ResourceNotFoundException',
  400,
  { message: Text }
)

/**
 * @since 0.1.0
 */
export const TooManyRequestsException: Codec<TooManyRequestsException, ErrorWire> = exception(
  'TooManyRequestsException',
  400,
  { message: Text }
)

/**
 * The five, by name. Each decodes a body whose `__type` is the bare name, without the namespace that a server may put
 * before it: `decodeError` of `cognito-secrets-contract/protocol` reads whatever servers send. Whether a name is
 * documented is `Object.hasOwn(documentedExceptions, name)`.
 *
 * @since 0.1.0
 */
export const documentedExceptions = {
  InternalServerException,
  InvalidParameterException,
  LimitExceededException,
  ResourceNotFoundException,
  TooManyRequestsException
} as const
