/**
 * Whatever people validate with, as a question with one kind of answer.
 */
import { type Either, left, right } from '../../contract/Either.js'
import type { Refusal } from '../../laws/validator/Validator.js'

/**
 * - a RegExp: accepts what it matches anywhere, as `test` does
 * - a Standard Schema (zod, valibot, arktype, this package's codecs)
 * - a function: refuses by returning `false`, `null`, a Left, `{ success: false }` or `{ issues: […] }`, or by throwing;
 *   whatever else it returns accepts. A promise is awaited; one that rejects refuses.
 */
export type IdValidator = RegExp | StandardSchema | ((value: unknown) => unknown)

interface StandardSchema {
  readonly '~standard': { readonly validate: (value: unknown) => unknown }
}

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null

const isViolation = (u: unknown): u is NonNullable<Refusal['violations']>[number] =>
  isObject(u) && Array.isArray(u['path']) && typeof u['constraint'] === 'string'

/** Whether it is a validator at all, whatever it accepts. */
export const isIdValidator = (one: unknown): one is IdValidator =>
  typeof one === 'function' || one instanceof RegExp || (isObject(one) && '~standard' in one)

/** What a refusal says in the way that `validateRequest` says it; of everything else nothing is known. */
const refusalOf = (reason: unknown): Refusal => {
  if (typeof reason === 'string') return { message: reason }
  if (!isObject(reason)) return {}
  const { message, violations } = reason
  return {
    ...(typeof message === 'string' ? { message } : {}),
    ...(Array.isArray(violations) && violations.every(isViolation) ? { violations } : {})
  }
}

const readAnswer = (returned: unknown, value: unknown): Either<Refusal, unknown> => {
  if (returned === false || returned === null) return left({})
  if (!isObject(returned)) return right(value)
  if (returned['_tag'] === 'Left') return left(refusalOf(returned['left']))
  if (returned['_tag'] === 'Right') return right(returned['right'])
  const { success, issues } = returned
  return success === false || (Array.isArray(issues) && issues.length > 0) ? left({}) : right(value)
}

/** Asks any validator about a value. */
export const askValidator = async (validator: IdValidator, value: unknown): Promise<Either<Refusal, unknown>> => {
  if (validator instanceof RegExp) {
    // with g or y a RegExp remembers where it stopped
    const accepts = new RegExp(validator.source, validator.flags.replace(/[gy]/g, '')).test(String(value))
    return accepts ? right(value) : left({})
  }
  try {
    return readAnswer(
      await (typeof validator === 'function' ? validator(value) : validator['~standard'].validate(value)),
      value
    )
  } catch {
    return left({})
  }
}
