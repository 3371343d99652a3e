/**
 * The five documented exceptions, each with its HTTP status, and a sixth, open case for the common errors.
 */
import type * as t from 'io-ts'
import { Codec } from './Codec.js'
import { constrainedString } from './ConstrainedString.js'
import { isLeft, right } from './Either.js'
import { isRecord, member, structure } from './Structure.js'

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
 * Every other error that a server may answer (page, Errors: the errors common to all actions).
 *
 * @since 0.1.0
 */
export interface CommonError {
  readonly _tag: 'CommonError'
  /** The HTTP status as received. */
  readonly status: number
  /** The error's name, such as `SerializationException`; `UnknownError` where the answer named none. */
  readonly type: string
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

/**
 * @since 0.1.0
 */
export type ListUserPoolClientSecretsError = DocumentedException | CommonError

/**
 * An error's body on the wire.
 *
 * @since 0.1.0
 */
export interface ErrorWire {
  readonly __type: string
  readonly message?: string
  readonly reasonCode?: string
}

// ------------------------------------------------------------------------------------
// codecs
// ------------------------------------------------------------------------------------

const Text = constrainedString<string>('String', { minLength: 0, maxLength: Infinity })

const exception = <A extends DocumentedException>(
  name: A['_tag'],
  status: A['status'],
  optional: Readonly<Record<string, t.Mixed>>
): Codec<A, ErrorWire> => {
  const __type = constrainedString<string>(name, { minLength: 1, maxLength: name.length, pattern: name })
  const wire = structure(name, { __type }, { optional })
  const strings = structure(name, {}, { optional })
  return new Codec<A, ErrorWire>(
    name,
    (u): u is A => isRecord(u) && member(u, '_tag') === name && member(u, 'status') === status && strings.is(u),
    (u, context) => {
      const body = wire.validate(u, context)
      return isLeft(body) ? body : right({ _tag: name, status, ...strings.encode(body.right) } as A)
    },
    (a) => ({ __type: name, ...strings.encode(a) })
  )
}

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
 * The five, by name. Whether a name is documented is `Object.hasOwn(documentedExceptions, name)`.
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

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * The one total reading of an error: `type` as the server named it, `status` as received.
 *
 * @since 0.1.0
 */
export const toError = (error: {
  readonly type: string
  readonly status: number
  readonly message?: string | undefined
  readonly reasonCode?: string | undefined
}): ListUserPoolClientSecretsError => {
  const { type, status, message, reasonCode } = error
  const codec: t.Decoder<unknown, DocumentedException> | undefined = Object.values(documentedExceptions).find(
    ({ name }) => name === type
  )
  const decoded = codec?.decode({ __type: type, message, reasonCode })
  if (decoded !== undefined && !isLeft(decoded)) return decoded.right
  return { _tag: 'CommonError', status, type, ...(message === undefined ? {} : { message }) }
}
