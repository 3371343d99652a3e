/**
 * Whether a target knows the operation at all: one that does not is no broken implementation, but none.
 */
import { parseResponse } from '../../laws/shared/ParsedResponse.js'
import { CONTENT_TYPE, header, OPERATION, TARGET_PREFIX } from '../../protocol/index.js'
import { isTransient } from './pace.js'
import type { Session } from './Session.js'

/** Errors that only the operation itself would answer. */
const ITS_OWN = ['InvalidParameterException', 'ResourceNotFoundException']

/** As long as the real name, so that lengths in an answer agree as well. */
const UNKNOWN = 'ListUserPoolClientSecretz'

const BODY = '{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}'

/** What an answer says, in short, and all of it but for the operation's name and what changes with every answer. */
const gist = async (
  session: Session,
  operation: string
): Promise<{ readonly short: string; readonly long: string } | undefined> => {
  const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${operation}` }
  const outcome = await session.ask({ method: 'POST', path: '/', headers, body: BODY })
  if (!('response' in outcome) || isTransient(outcome.response) !== undefined) return undefined
  const { status, errorType, text = '' } = parseResponse(outcome.response)
  if (status === 200 || ITS_OWN.includes(errorType ?? '')) return undefined
  const location = header(outcome.response.headers, 'location')
  const short = `HTTP ${status}${errorType === undefined ? '' : ` ${errorType}`}${location === undefined ? '' : ` to ${location}`}`
  return { short, long: `${short} ${text.replaceAll(operation, '').replace(/[0-9a-f-]{16,}/gi, '')}` }
}

/**
 * Why the operation counts as not implemented; `undefined` if it is. To be asked only of a target that has never
 * answered a List with success.
 */
export const notImplemented = async (session: Session): Promise<string | undefined> => {
  const known = await gist(session, OPERATION)
  const unknown = await gist(session, UNKNOWN)
  return known !== undefined && known.long === unknown?.long
    ? `the target does not implement ${OPERATION}: it answers ${known.short}, as it does to an operation that there is not`
    : undefined
}
