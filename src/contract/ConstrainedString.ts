/**
 * A string with the constraints that the page writes: a length in code points, and a pattern over the whole value.
 */
import type * as t from 'io-ts'
import { Codec, contractError, refuse } from './Codec.js'
import { left, right } from './Either.js'
import { SHORTEST_SECRET } from './secretNames.js'
import type { Constraint } from './Violation.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface StringConstraints {
  /** In Unicode code points. */
  readonly minLength: number
  /** In Unicode code points. */
  readonly maxLength: number
  /** As the page writes it, unanchored; the whole value must match, and `\w` is ASCII. */
  readonly pattern?: string
}

/**
 * @since 0.1.0
 */
export interface ConstrainedStringC<A extends string> extends Codec<A, string> {
  readonly constraints: StringConstraints
}

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * Length in Unicode code points; a lone surrogate counts as one.
 *
 * @since 0.1.0
 */
export const codePointLength = (s: string): number => {
  let length = s.length
  for (let i = 0; i < s.length - 1; i++) {
    if (s.charCodeAt(i) >>> 10 === 0x36 && s.charCodeAt(i + 1) >>> 10 === 0x37) length--
  }
  return length
}

type Broken = readonly [constraint: Constraint, limit: number | string]

/** Every constraint of `constraints` that `s` breaks, in the order in which Cognito was seen to name them. */
const check = ({ minLength, maxLength, pattern }: StringConstraints): ((s: string) => ReadonlyArray<Broken>) => {
  // without flags: `\w` and `\d` are ASCII, `$` is the end of the value and not of a line
  const whole = pattern === undefined ? undefined : new RegExp(`^${pattern}$`)
  return (s) => {
    const length = codePointLength(s)
    const broken: Array<Broken> = []
    if (whole !== undefined && pattern !== undefined && !whole.test(s)) broken.push(['pattern', pattern])
    if (length < minLength) broken.push(['minLength', minLength])
    if (length > maxLength) broken.push(['maxLength', maxLength])
    return broken
  }
}

// ------------------------------------------------------------------------------------
// codec
// ------------------------------------------------------------------------------------

/**
 * With `echo`, errors show the value again, as Cognito's do for ids, if it is shorter than 24 characters: too short to
 * hold a client secret in any form, which somebody may have pasted where an id belongs.
 */
export const constrainedString = <A extends string>(
  name: string,
  constraints: StringConstraints,
  { echo }: { readonly echo: boolean } = { echo: false }
): ConstrainedStringC<A> => {
  const broken = check(constraints)
  const is = (u: unknown): u is A => typeof u === 'string' && broken(u).length === 0
  const validate = (u: unknown, context: t.Context): t.Validation<A> => {
    if (u === undefined || u === null) return refuse(context, 'required')
    if (typeof u !== 'string') return refuse(context, 'type', 'string')
    const all = broken(u)
    if (all.length === 0) return right(u as A)
    const shown = echo && u.length < SHORTEST_SECRET ? u : undefined
    return left(all.map(([constraint, limit]) => contractError(context, constraint, limit, shown)))
  }
  return Object.assign(new Codec<A, string>(name, is, validate, (a) => a), { constraints })
}
