/**
 * A look: one List request beside the cases, and its answer in the words of a report. It is not judged.
 */
import { header, OPERATION } from '../../../protocol/index.js'
import type { ClientIds } from '../scene/secretCalls.js'
import { brief } from '../../shared/text.js'
import { operationRequest } from './operationRequest.js'
import { isTransient } from './pace.js'
import type { Session } from './Session.js'

export interface Look {
  readonly status: number
  readonly errorType: string | undefined
  readonly message: string
  /** Whether the body has a list ClientSecrets. */
  readonly isList: boolean
  /** Status, error and message in one line. */
  readonly short: string
  /** The whole answer without the operation's name and without what changes with every answer. */
  readonly long: string
}

const MAX_MESSAGE = 200

/** Asks `operation` once. `undefined` where no answer came, where it was throttled and where it cannot be read. */
export const lookAt = async (
  session: Session,
  ids: ClientIds,
  operation: string = OPERATION
): Promise<Look | undefined> => {
  const outcome = await session.ask(operationRequest(operation, ids))
  if (!('response' in outcome) || isTransient(outcome.answer) !== undefined) return undefined
  const { status, errorType, text, body, descriptors } = outcome.answer
  // every request says that nothing may be encoded
  const coding = header(outcome.response.headers, 'content-encoding') ?? 'identity'
  if (text === undefined || coding.trim().toLowerCase() !== 'identity') return undefined
  const said = body?.['message'] ?? body?.['Message']
  const message = typeof said === 'string' ? said : ''
  const location = header(outcome.response.headers, 'location')
  const short = [
    `HTTP ${status}`,
    ...(errorType === undefined ? [] : [` ${errorType}`]),
    ...(location === undefined ? [] : [` to ${location}`])
  ].join('')
  return {
    status,
    errorType,
    message,
    isList: descriptors !== undefined,
    short: `${short}${message === '' ? '' : ` (${brief(message, MAX_MESSAGE)})`}`,
    long: `${short} ${text.replaceAll(operation, '').replace(/[0-9a-f-]{16,}/gi, '')}`
  }
}
