/**
 * Whether a message says what is wrong in the words of Cognito, with the value shown or not.
 */
import { describeViolation, validationMessage, type Violation } from '../../contract/Violation.js'

export const saysIt = (message: string | undefined, wrong: Violation): boolean =>
  message?.includes(describeViolation(wrong).replace(/Value(?: null)? /, '')) ?? false

/** Every violation, in any order, and the right number of them. */
export const saysAll = (message: string | undefined, violations: ReadonlyArray<Violation>): boolean => {
  const head = validationMessage(violations.map(() => '')).replace(/:.*/s, '')
  return message !== undefined && message.startsWith(head) && violations.every((v) => saysIt(message, v))
}
