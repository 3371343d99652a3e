/**
 * How the laws read a JSON value: apart from the contract's own reading, which they judge.
 */

/** Stands for what a getter or a proxy did not let us read. */
export const UNREADABLE = Symbol('unreadable')

export const isRecord = (u: unknown): u is object => {
  try {
    return typeof u === 'object' && u !== null && !Array.isArray(u)
  } catch {
    return false // a revoked proxy
  }
}

/** An own member; `undefined` where there is none or where it is null. */
export const member = (u: object, key: string): unknown => {
  try {
    return Object.hasOwn(u, key) ? ((u as Record<string, unknown>)[key] ?? undefined) : undefined
  } catch {
    return UNREADABLE
  }
}
