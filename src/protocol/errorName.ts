/**
 * The name of an error, as an answer gives it in a header or in its body.
 */

/** Stands where an answer gives none. */
export const UNKNOWN_ERROR = 'UnknownError'

/**
 * A client secret is 24 to 64 letters, digits, `_` and `+`, and next to all that are made by machine hold a digit. A
 * name of that length that holds one ends as the names of exceptions do.
 */
const couldBeSecret = (name: string): boolean =>
  name.length >= 24 && /\d/.test(name) && !/(?:Exception|Error)$/.test(name)

/**
 * What stands before the first `:` and after the last `#`: up to 128 letters, digits, `_` and `.`, no digit first.
 * `undefined` where nothing is left that could be a name, or where it could be a client secret: 24 or more characters
 * with a digit among them, and not ending in `Exception` or `Error`.
 */
export const errorName = (raw: unknown): string | undefined => {
  if (typeof raw !== 'string') return undefined
  const beforeColon = raw.split(':', 1)[0] ?? ''
  const name = beforeColon.slice(beforeColon.lastIndexOf('#') + 1).trim()
  return /^[A-Za-z_][\w.]{0,127}$/.test(name) && !couldBeSecret(name) ? name : undefined
}
