/**
 * What the operation may answer in place of a list: one of the documented exceptions, or a sixth, open case for the errors
 * common to all actions.
 */
import { type DocumentedException, exceptionOf, isExceptionName, textsOf } from './DocumentedException.js'

/** Every other error that a server may answer (page, Errors: the errors common to all actions). */
export interface CommonError {
  /** Set for every error that the page of the operation does not name. */
  readonly _tag: 'CommonError'
  /** The HTTP status as received. */
  readonly status: number
  /** The error's name, such as `SerializationException`; `UnknownError` where the answer named none. */
  readonly type: string
  /** For people. Absent where the service says nothing. */
  readonly message?: string
}

/** Whatever a server may answer in place of a list: six cases, told apart by `_tag`. */
export type ListUserPoolClientSecretsError = DocumentedException | CommonError

/** The one reading of an error: `type` as the server named it, `status` as received. */
export const toError = (error: {
  readonly type: string
  readonly status: number
  readonly message?: string | undefined
  readonly reasonCode?: string | undefined
}): ListUserPoolClientSecretsError =>
  isExceptionName(error.type)
    ? exceptionOf(error.type, error)
    : { _tag: 'CommonError', status: error.status, type: error.type, ...textsOf(error, ['message']) }
