/**
 * Near misses of an id that exists, by the name that a test case gives them: `{{upper:client:one}}`.
 */

/** What is nearly an id: by a slip of one character, or to a lookup that means well. */
export const idForms: Readonly<Record<string, (id: string) => string>> = {
  upper: (id) => id.toUpperCase(),
  /** SQL's `LIKE` takes `_` for any character. */
  wild: (id) => '_'.repeat(id.length),
  like: (id) => `_${id.slice(1)}`,
  cut: (id) => id.slice(0, -1),
  other: (id) => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0'),
  /** A blank in a form, and a repetition in a regular expression. */
  plus: (id) => `${id.slice(0, 1)}+${id.slice(1)}`,
  doubled: (id) => id.replaceAll('_', '__'),
  /** A number, to a lookup that reads numbers: with a sign, with leading zeros. */
  signed: (id) => `+${id}`,
  zeros: (id) => `000${id}`,
  /** A blank at the end, to a lookup that decodes forms and trims. */
  plusAfter: (id) => `${id}+`,
  /** What stands behind the region of a pool. */
  tail: (id) => id.slice(Math.max(1, id.lastIndexOf('_') + 1)),
  lower: (id) => id.toLowerCase(),
  /** What `cut` leaves out. */
  end: (id) => id.slice(-1),
  /** To a lookup by a name in which hyphens are not allowed. */
  slug: (id) => id.replaceAll('-', '_'),
  swapped: (id) => id.slice(0, -2) + id.slice(-1) + id.slice(-2, -1)
}
