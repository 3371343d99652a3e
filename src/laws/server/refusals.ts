/**
 * Whether an answer refuses a request, and in which words.
 */
import type { Answered } from './Law.js'
import { hasLoneSurrogate, hasWrongType } from './requestTraits.js'

/** A wrong JSON type and what is no text may be named either way; nothing else may. */
export const isRefused = (e: Answered): boolean =>
  e.answer.errorType === 'InvalidParameterException' ||
  ((hasWrongType(e) || hasLoneSurrogate(e)) && e.answer.errorType === 'SerializationException')

const FOR_INPUT: ReadonlyArray<string | undefined> = [
  'InvalidParameterException',
  'SerializationException',
  'ValidationException'
]

export const isCalledInvalid = ({ answer }: Answered): boolean => FOR_INPUT.includes(answer.errorType)

/** No body, or one of white space. */
export const isEmpty = ({ answer }: Answered): boolean => answer.text?.trim() === ''

/** Refused, and not for what a lenient parser found in it. */
export const isNamed400 = (e: Answered): boolean =>
  e.answer.status === 400 &&
  (e.answer.body !== undefined || isEmpty(e)) &&
  e.answer.errorType !== undefined &&
  e.answer.errorType !== 'ResourceNotFoundException'

/** `undefined` where there is no message that is a text. */
export const messageOf = ({ answer }: Answered): string | undefined => {
  const message = answer.body?.['message'] ?? answer.body?.['Message']
  return typeof message === 'string' ? message : undefined
}
