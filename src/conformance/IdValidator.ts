/**
 * Whatever people validate ids with, as a predicate.
 */

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * - a RegExp: accepts what it matches anywhere, as `test` does
 * - a Standard Schema (zod, valibot, arktype, this package's codecs)
 * - a function: refuses by returning `false`, `null`, a Left, `{ success: false }` or `{ issues: […] }`, or by throwing;
 *   whatever else it returns accepts
 *
 * @since 0.1.0
 */
export type IdValidator =
  RegExp | { readonly '~standard': { readonly validate: (value: unknown) => unknown } } | ((value: unknown) => unknown)

// ------------------------------------------------------------------------------------
// asking a validator
// ------------------------------------------------------------------------------------

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

/**
 * Any validator as a predicate. A promise is no answer: it counts as a refusal of everything, which the laws will show.
 *
 * @since 0.1.0
 */
export const accepts =
  (validator: IdValidator) =>
  (value: unknown): boolean => {
    try {
      if (validator instanceof RegExp)
        return new RegExp(validator.source, validator.flags.replace(/[gy]/g, '')).test(String(value))
      const answer = typeof validator === 'function' ? validator(value) : validator['~standard'].validate(value)
      return !(answer instanceof Promise) && !isRefusal(answer)
    } catch {
      return false
    }
  }
