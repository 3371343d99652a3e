/**
 * Any validator of requests, and what it says to a value.
 */
import { type Either, isLeft } from '../../contract/Either.js'
import type { Violation } from '../../contract/Violation.js'
import { memberIn } from '../shared/independentCheck.js'
import { saysIt } from '../shared/wording.js'

/** Why a value was refused, as far as the validator says. */
export interface Refusal {
  readonly message?: string | undefined
  readonly violations?: ReadonlyArray<Pick<Violation, 'path' | 'constraint'>> | undefined
}

/** `undefined` where there is no answer: the validator threw, or returned something else than it should. */
export type ValidatorAnswer = Either<Refusal, unknown> | undefined

/** Any validator of requests. One that throws to refuse needs an adapter: here a throw is a fault. */
export type Validator = (u: unknown) => Either<Refusal, unknown>

export const ask = (validate: Validator, value: unknown): ValidatorAnswer => {
  try {
    const answer = validate(value)
    return ['Left', 'Right'].includes(answer._tag) ? answer : undefined
  } catch {
    return undefined
  }
}

export const names = (refusal: Refusal, wrong: Violation): boolean =>
  refusal.violations === undefined
    ? saysIt(refusal.message, wrong)
    : refusal.violations.some((v) => v.path[0] === wrong.path[0] && v.constraint === wrong.constraint)

/** Refused, or accepted with which ids; `undefined` where there is no answer. */
export const verdict = (answer: ValidatorAnswer): string | undefined => {
  if (answer === undefined) return undefined
  return isLeft(answer)
    ? 'refused'
    : JSON.stringify([memberIn(answer.right, 'ClientId'), memberIn(answer.right, 'UserPoolId')])
}
