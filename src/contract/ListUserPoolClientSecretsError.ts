/**
 * What the operation may answer in place of a list: one of the documented exceptions, or a sixth, open case for the errors
 * common to all actions.
 */
import { Refusal } from './Check.js'
import { type DocumentedException, documentedExceptions, isExceptionName } from './DocumentedException.js'

/** Every other error that a server may answer (page, Errors: the errors common to all actions). */
export interface CommonError {
  readonly _tag: 'CommonError'
  /** The HTTP status as received. */
  readonly status: number
  /** The error's name, such as `SerializationException`; `UnknownError` where the answer named none. */
  readonly type: string
  readonly message?: string
}

export type ListUserPoolClientSecretsError = DocumentedException | CommonError

/** The one reading of an error: `type` as the server named it, `status` as received. */
export const toError = ({
  type,
  status,
  message,
  reasonCode
}: {
  readonly type: string
  readonly status: number
  readonly message?: string | undefined
  readonly reasonCode?: string | undefined
}): ListUserPoolClientSecretsError => {
  const decoded = isExceptionName(type)
    ? documentedExceptions[type].check({ __type: type, message, reasonCode })
    : undefined
  if (decoded !== undefined && !(decoded instanceof Refusal)) return decoded
  return { _tag: 'CommonError', status, type, ...(message === undefined ? {} : { message }) }
}
