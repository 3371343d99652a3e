/**
 * A report of a client, read as what the client made of an answer.
 */
import type { ClientOutcome } from '../../laws/client/ClientOutcome.js'
import { memberOf } from '../../laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../protocol/index.js'
import type { CallResult } from './RemoteClient.js'

/** Epoch milliseconds; what names no moment stays as it is, and is no date that an answer can mean. */
const timeOf = (createDate: unknown): unknown => {
  if (typeof createDate !== 'string' && typeof createDate !== 'number') return createDate
  const time = new Date(createDate).getTime()
  return Number.isNaN(time) ? createDate : time
}

/** `undefined` where the report is none of the three that there are. */
export const readReport = ({ reported, output }: CallResult, { status }: HttpResponse): ClientOutcome | undefined => {
  const kept = [reported, output]
  const secrets = memberOf(reported, 'secrets')
  if (Array.isArray(secrets)) {
    return {
      _tag: 'Listing',
      secrets: secrets.map((one: unknown) => ({ id: memberOf(one, 'id'), time: timeOf(memberOf(one, 'createDate')) })),
      kept
    }
  }
  const error = memberOf(reported, 'error')
  // an error made out of an answer that is no error is a refusal in other words
  if (memberOf(reported, 'refused') !== undefined || (error !== undefined && status < 400)) {
    return { _tag: 'Refusal', kept }
  }
  if (error === undefined) return undefined
  return {
    _tag: 'Error',
    type: memberOf(error, 'type'),
    message: memberOf(error, 'message'),
    reasonCode: memberOf(error, 'reasonCode'),
    status: memberOf(error, 'status'),
    kept
  }
}
