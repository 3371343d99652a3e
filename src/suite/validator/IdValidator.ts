/**
 * Whatever people validate ids with, as a predicate.
 */

/**
 * - a RegExp: accepts what it matches anywhere, as `test` does
 * - a Standard Schema (zod, valibot, arktype, this package's codecs)
 * - a function: refuses by returning `false`, `null`, a Left, `{ success: false }` or `{ issues: […] }`, or by throwing;
 *   whatever else it returns accepts, but a promise, which is no answer
 */
export type IdValidator =
  RegExp | { readonly '~standard': { readonly validate: (value: unknown) => unknown } } | ((value: unknown) => unknown)

const isRefusal = (answer: unknown): boolean => {
  if (answer === false || answer === null) return true
  if (typeof answer !== 'object') return false
  const { _tag, success, issues } = answer as {
    readonly _tag?: unknown
    readonly success?: unknown
    readonly issues?: unknown
  }
  return _tag === 'Left' || success === false || (Array.isArray(issues) && issues.length > 0)
}

/** What a TypeError says of a validator that returns a promise. */
export const NO_ANSWER = 'returned a promise: a validator answers at once'

/** As `await` sees it: anything with a `then`. */
const isPromise = (answer: unknown): answer is PromiseLike<unknown> =>
  ((typeof answer === 'object' && answer !== null) || typeof answer === 'function') &&
  'then' in answer &&
  typeof answer.then === 'function'

/**
 * Any validator as a predicate, which throws a TypeError where the validator returns a promise. `name` is what the error
 * calls it.
 */
export const accepts =
  (validator: IdValidator, name = 'The validator') =>
  (value: unknown): boolean => {
    let answer: unknown
    try {
      if (validator instanceof RegExp)
        return new RegExp(validator.source, validator.flags.replace(/[gy]/g, '')).test(String(value))
      answer = typeof validator === 'function' ? validator(value) : validator['~standard'].validate(value)
      if (!isPromise(answer)) return !isRefusal(answer)
    } catch {
      return false
    }
    // nobody waits for it: a rejection must not end the process
    void Promise.resolve(answer).catch(() => undefined)
    throw new TypeError(`${name} ${NO_ANSWER}`)
  }
