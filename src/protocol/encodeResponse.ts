/**
 * Server side, out: the result of the operation to the HTTP response that carries it.
 */
import { Refusal } from '../contract/Check.js'
import { checkOf } from '../contract/Description.js'
import { exceptionTable, isExceptionName, textsOf } from '../contract/DocumentedException.js'
import { type Either, isLeft } from '../contract/Either.js'
import type { ListUserPoolClientSecretsError } from '../contract/ListUserPoolClientSecretsError.js'
import {
  listUserPoolClientSecretsResponse,
  type ListUserPoolClientSecretsResponse
} from '../contract/ListUserPoolClientSecretsResponse.js'
import { ownMember } from '../contract/Structure.js'
import { errorName, UNKNOWN_ERROR } from './errorName.js'
import { CONTENT_TYPE, type EncodedResponse } from './Http.js'

const errorResponse = (type: string, status: number, texts: object): EncodedResponse => ({
  status,
  headers: { 'content-type': CONTENT_TYPE, 'x-amzn-errortype': type },
  body: JSON.stringify({ __type: type, ...texts })
})

/** In place of a response that must not leave. */
const broken = errorResponse('InternalServerException', 500, {
  message: 'The answer would have broken the contract of ListUserPoolClientSecrets'
})

const isErrorStatus = (u: unknown): u is number => Number.isInteger(u) && Number(u) >= 400 && Number(u) <= 599

/**
 * A documented exception leaves with its documented status, a common error with its own if that is one of an error (400
 * to 599), otherwise with 500. A type that cannot be read as a name leaves as `UnknownError`. Returns for every value; one
 * that is not an error leaves as an InternalServerException.
 */
export const encodeError = (error: ListUserPoolClientSecretsError): EncodedResponse => {
  try {
    const tag = ownMember(error, '_tag')
    if (typeof tag === 'string' && isExceptionName(tag)) {
      const { status, members } = exceptionTable[tag]
      return errorResponse(tag, status, textsOf(error, members))
    }
    if (tag !== 'CommonError') return broken
    const status = ownMember(error, 'status')
    // the name goes into a header: no line feeds, and nothing that a client would not read
    const type = errorName(ownMember(error, 'type')) ?? UNKNOWN_ERROR
    return errorResponse(type, isErrorStatus(status) ? status : 500, textsOf(error, ['message']))
  } catch {
    return broken
  }
}

const check = /* @__PURE__ */ checkOf(listUserPoolClientSecretsResponse, 'memory')

/**
 * A success that breaks the contract (three descriptors, a secret's value, an invalid date) leaves as an
 * InternalServerException; of a good one only the documented members leave. Returns for every value. Clauses
 * `response.*`, `error.*` (page, Response Elements, Errors).
 */
export const encodeResponse = (
  result: Either<ListUserPoolClientSecretsError, ListUserPoolClientSecretsResponse>
): EncodedResponse => {
  try {
    if (isLeft(result)) return encodeError(result.left)
    // a getter may answer differently each time: what leaves is the copy that was checked
    const checked = check(result.right)
    if (checked instanceof Refusal) return broken
    const body = JSON.stringify(listUserPoolClientSecretsResponse.encode(checked))
    return { status: 200, headers: { 'content-type': CONTENT_TYPE }, body }
  } catch {
    return broken
  }
}
