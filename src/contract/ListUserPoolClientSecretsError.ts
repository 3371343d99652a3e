/**
 * What the operation may answer in place of a list: one of the documented exceptions, or a sixth, open case for the
 * common errors.
 */
import type * as t from 'io-ts'
import { type DocumentedException, documentedExceptions } from './DocumentedException.js'
import { isLeft } from './Either.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

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
export type ListUserPoolClientSecretsError = DocumentedException | CommonError

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
