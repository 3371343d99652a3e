/**
 * What is wrong with a value, as data: where, which constraint, and the constraint's limit. Never the value itself.
 */

/**
 * - `required`: the member is absent or null
 * - `type`: another JSON type than the documented one
 * - `minLength`, `maxLength`: in Unicode code points
 * - `pattern`: the whole value must match
 * - `maxItems`: too many elements
 * - `absent`: a member that must never be there (a secret's value)
 */
export type Constraint = 'required' | 'type' | 'minLength' | 'maxLength' | 'pattern' | 'maxItems' | 'absent'

/** One broken constraint: where, which, and its limit. It never holds the value. */
export interface Violation {
  /** Members as the page spells them and list indexes from 0; empty for the value as a whole. */
  readonly path: ReadonlyArray<string | number>
  /** What is broken. */
  readonly constraint: Constraint
  /** A length or count for `minLength`, `maxLength`, `maxItems`; the pattern for `pattern`; the type for `type`. */
  readonly limit?: number | string
}

/** Cognito's words for a constraint (observed). */
const wording = ({ constraint, limit }: Violation): string => {
  switch (constraint) {
    case 'required':
      return 'Member must not be null'
    case 'type':
      return `Member must be of type ${limit}`
    case 'minLength':
      return `Member must have length greater than or equal to ${limit}`
    case 'maxLength':
    case 'maxItems':
      return `Member must have length less than or equal to ${limit}`
    case 'pattern':
      return `Member must satisfy regular expression pattern: ${limit}`
    case 'absent':
      return 'Member must be null'
  }
}

const lowerCamel = (part: string | number): string =>
  typeof part === 'number' ? `${part + 1}.member` : part.charAt(0).toLowerCase() + part.slice(1)

/** One violation in Cognito's words. `value` is an id that the reader may see again; leave it out for anything else. */
export const describeViolation = (violation: Violation, value?: string): string => {
  const shown = violation.constraint === 'required' ? ' null' : value === undefined ? '' : ` '${value}'`
  const at = violation.path.length === 0 ? 'input' : violation.path.map(lowerCamel).join('.')
  return `Value${shown} at '${at}' failed to satisfy constraint: ${wording(violation)}`
}

/** Cognito's message for a list of described violations. Appending is faster than `join`, which copies every text. */
export const validationMessage = (descriptions: ReadonlyArray<string>): string => {
  const all = descriptions.reduce((text, one, i) => (i === 0 ? one : `${text}; ${one}`), '')
  return `${descriptions.length} validation error${descriptions.length === 1 ? '' : 's'} detected: ${all}`
}
