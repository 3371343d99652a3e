/**
 * A string with the constraints that the page writes: a length in code points, and a pattern over the whole value.
 */
import { type Check, issueAt, Refusal, refusalAt } from './Check.js'
import { Codec } from './Codec.js'
import type { JsonSchema } from './JsonSchema.js'
import { matcher } from './Pattern.js'

export interface StringConstraints {
  /** In Unicode code points. */
  readonly minLength: number
  /** In Unicode code points. */
  readonly maxLength: number
  /** As the page writes it, unanchored; the whole value must match, and `\w` is ASCII. */
  readonly pattern?: string
}

export interface ConstrainedStringC<A extends string> extends Codec<A, string> {
  readonly constraints: StringConstraints
}

/** In characters. The shortest client secret that AddUserPoolClientSecret takes (page). */
export const SHORTEST_SECRET = 24

/** Length in Unicode code points; a lone surrogate counts as one. */
export const codePointLength = (s: string): number => {
  let length = s.length
  for (let i = 0; i < s.length - 1; i++) {
    if (s.charCodeAt(i) >>> 10 === 0x36 && s.charCodeAt(i + 1) >>> 10 === 0x37) length--
  }
  return length
}

/** Anchored, and with `\w` spelled out, which means more than ASCII in some languages. */
const explicit = (pattern: string): string => `^${pattern.replaceAll('\\w', '0-9A-Za-z_')}$`

const schemaOf = ({ minLength, maxLength, pattern }: StringConstraints): JsonSchema => ({
  type: 'string',
  ...(minLength === 0 ? {} : { minLength }),
  ...(maxLength === Infinity ? {} : { maxLength }),
  // Python's $ also matches before a line feed at the end
  ...(pattern === undefined ? {} : { pattern: explicit(pattern), not: { type: 'string', pattern: '\n' } })
})

/**
 * With `echo`, messages show the value again, as Cognito's do for ids, if it is shorter than a client secret, which
 * somebody may have pasted where an id belongs.
 */
export const constrainedString = <A extends string>(
  name: string,
  constraints: StringConstraints,
  { echo }: { readonly echo: boolean } = { echo: false }
): ConstrainedStringC<A> => {
  const { minLength, maxLength, pattern } = constraints
  const matches = pattern === undefined ? () => true : matcher(pattern)

  // n UTF-16 units are between n / 2 and n code points: few strings have to be counted
  const isTooShort = (s: string): boolean => s.length < 2 * minLength && codePointLength(s) < minLength
  const isTooLong = (s: string): boolean => s.length > maxLength && codePointLength(s) > maxLength

  const checkAt = (path: ReadonlyArray<string | number>): Check<A> => {
    const required = refusalAt(path, 'required')
    const notString = refusalAt(path, 'type', 'string')
    const noMatch = issueAt(path, 'pattern', pattern)
    const tooShort = issueAt(path, 'minLength', minLength)
    const tooLong = issueAt(path, 'maxLength', maxLength)
    return (u) => {
      if (typeof u !== 'string') return u === undefined || u === null ? required : notString
      const [isMatch, isShort, isLong] = [matches(u), isTooShort(u), isTooLong(u)]
      if (isMatch && !isShort && !isLong) return u as A // it breaks no constraint
      const shown = echo && u.length < SHORTEST_SECRET ? u : undefined
      const issues = isMatch ? [] : [noMatch(shown)]
      if (isShort) issues.push(tooShort(shown))
      if (isLong) issues.push(tooLong(shown))
      return new Refusal(issues)
    }
  }

  const codec = new Codec<A, string>({
    name,
    checkAt,
    is: (u): u is A => typeof u === 'string' && !isTooShort(u) && !isTooLong(u) && matches(u),
    encode: (a) => a,
    jsonSchema: () => schemaOf(constraints)
  })
  return Object.assign(codec, { constraints })
}
