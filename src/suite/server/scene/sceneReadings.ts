/**
 * What the answers of the operations that set the scene hold, as far as it can be read.
 */

const at = (body: unknown, ...path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>(
    (u, key) => (typeof u === 'object' && u !== null ? (u as Record<string, unknown>)[key] : undefined),
    body
  )

export const textAt = (body: unknown, ...path: ReadonlyArray<string>): string | undefined => {
  const value = at(body, ...path)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const dateAt = (body: unknown, ...path: ReadonlyArray<string>): number | undefined => {
  const value = at(body, ...path)
  return typeof value === 'number' ? value : undefined
}

/** What can only be milliseconds is no date to compare with. */
export const secondsAt = (body: unknown, ...path: ReadonlyArray<string>): number | undefined => {
  const value = dateAt(body, ...path)
  return (value ?? Infinity) < 1e11 ? value : undefined
}
