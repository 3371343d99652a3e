/**
 * Whether an answer refuses a request, and in which words.
 */
import type { Answered } from './Law.js'
import { hasLoneSurrogate, hasWrongType } from './requestTraits.js'

/** A wrong JSON type and what is no text may be named either way; nothing else may. */
export const isRefused = (e: Answered): boolean =>
  e.answer.errorType === 'InvalidParameterException' ||
  ((hasWrongType(e) || hasLoneSurrogate(e)) && e.answer.errorType === 'SerializationException')

export const isCalledInvalid = ({ answer }: Answered): boolean =>
  ['InvalidParameterException', 'SerializationException', 'ValidationException'].includes(answer.errorType ?? '')

/** Refused, and not for what a lenient parser found in it. */
export const isNamed400 = ({ answer }: Answered): boolean =>
  answer.status === 400 &&
  (answer.body !== undefined || answer.text?.trim() === '') &&
  answer.errorType !== undefined &&
  answer.errorType !== 'ResourceNotFoundException'

export const messageOf = ({ answer }: Answered): string => {
  const message = answer.body?.['message'] ?? answer.body?.['Message']
  return typeof message === 'string' ? message : ''
}
