/**
 * A string with the constraints that the page writes: a length in code points, and a pattern over the whole value.
 */
import { issueAt, REFUSED, typeRefusalAt } from './Check.js'
import type { Description } from './Description.js'

/** What the page says of a string. */
export interface StringConstraints {
  /** In Unicode code points. */
  readonly minLength: number
  /** In Unicode code points. */
  readonly maxLength: number
  /** As the page writes it, unanchored; the whole value must match, and `\w` is ASCII. */
  readonly pattern?: string
}

export interface ConstrainedString<A> extends Description<A, string> {
  readonly is: (u: unknown) => u is A
  readonly constraints: StringConstraints
}

/** In characters. The shortest client secret that AddUserPoolClientSecret takes (page). */
const SHORTEST_SECRET = 24

/** Length in Unicode code points; a lone surrogate counts as one. */
export const codePointLength = (s: string): number => {
  let length = s.length
  for (let i = 0; i < s.length - 1; i++) {
    if (s.charCodeAt(i) >>> 10 === 0x36 && s.charCodeAt(i + 1) >>> 10 === 0x37) length--
  }
  return length
}

/**
 * With `echo`, messages show the value again, as Cognito's do for ids, if it is shorter than a client secret, which
 * somebody may have pasted where an id belongs.
 */
export const constrainedString = <A extends string>(
  name: string,
  constraints: StringConstraints,
  { echo = false }: { readonly echo?: boolean } = {}
): ConstrainedString<A> => {
  const { minLength, maxLength, pattern } = constraints
  // the page's patterns take linear time: where one of their classes ends, only one way on is left
  const whole = new RegExp(pattern === undefined ? '' : `^(?:${pattern})$`)
  const matches = (s: string): boolean => whole.test(s)

  // n UTF-16 units are between n / 2 and n code points: few strings have to be counted
  const isTooShort = (s: string): boolean => s.length < 2 * minLength && codePointLength(s) < minLength
  const isTooLong = (s: string): boolean =>
    s.length > maxLength && (s.length > 2 * maxLength || codePointLength(s) > maxLength)
  const is = (u: unknown): u is A => typeof u === 'string' && !isTooShort(u) && !isTooLong(u) && matches(u)

  return {
    name,
    constraints,
    shape: { kind: 'string', constraints },
    checkAt: (path) => {
      const notString = typeRefusalAt(path, 'string')
      const noMatch = issueAt(path, 'pattern', pattern)
      const tooShort = issueAt(path, 'minLength', minLength)
      const tooLong = issueAt(path, 'maxLength', maxLength)
      return (u, issues) => {
        if (typeof u !== 'string') return notString(u, issues)
        const isMatch = matches(u)
        if (isMatch && !isTooShort(u) && !isTooLong(u)) return u as A // as `is` has it
        const shown = echo && u.length < SHORTEST_SECRET ? u : undefined
        if (!isMatch) issues.push(noMatch(shown))
        if (isTooShort(u)) issues.push(tooShort(shown))
        if (isTooLong(u)) issues.push(tooLong(shown))
        return REFUSED
      }
    },
    is,
    encode: (a) => a
  }
}
