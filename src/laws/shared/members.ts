/**
 * How the laws read a JSON value: apart from the contract's own reading, which they judge.
 */

export const isRecord = (u: unknown): u is object => typeof u === 'object' && u !== null && !Array.isArray(u)

/** An own member; `undefined` where there is none, where it is null, and where a getter throws. */
export const member = (u: object, key: string): unknown => {
  try {
    return Object.hasOwn(u, key) ? ((u as Record<string, unknown>)[key] ?? undefined) : undefined
  } catch {
    return undefined
  }
}
