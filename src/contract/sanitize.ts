/**
 * A copy of plain data that is safe to log. Free text is searched for the secrets that you name and not parsed.
 */

/** What stands where a secret stood. */
export const MASK = '[secret]'

/** What `sanitize` is told beside the value. */
export interface SanitizeOptions {
  /** Secrets that you know: masked inside every string and every key, wherever they stand. */
  readonly secrets?: ReadonlyArray<string>
}

/** `clientSecret`, `COGNITO_CLIENT_SECRET`, `ClientSecretValue`, `SecretHash`, but not `ClientSecretId` or `ClientSecrets`. */
const secretName = /(?:client[-_. ]?secret(?:[-_. ]?value)?|secret[-_. ]?hash)$/i

const MAX_DEPTH = 64

/**
 * Members called like a client secret are masked with all that is in them, and so are the secrets that you name. Objects,
 * lists, Errors (name, message, cause and own members) and Dates are copied; other values become their kind (`[Map]`,
 * `[function]`), cycles `[circular]`, more than 64 levels `[too deep]`, and what throws `[unreadable]`. Never changes its
 * input. A secret that is neither known nor called so passes: use your logger's own redaction as well.
 */
export const sanitize = (value: unknown, { secrets = [] }: SanitizeOptions = {}): unknown => {
  const known = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length)
  const mask = (text: string): string => known.reduce((rest, secret) => rest.split(secret).join(MASK), text)
  const copies = new Map<unknown, unknown>() // what is shared is copied once

  const copy = (read: () => unknown, depth: number, key = ''): unknown => {
    let u: unknown
    try {
      u = read()
      if (u === undefined || u === null || typeof u === 'boolean') return u
      if (secretName.test(key)) return MASK
      if (typeof u === 'number') return u
      if (typeof u === 'string') return mask(u)
      if (typeof u !== 'object') return `[${typeof u}]`
      if (!copies.has(u)) {
        if (depth === MAX_DEPTH) return '[too deep]'
        copies.set(u, '[circular]').set(u, copyObject(u, depth + 1))
      }
      return copies.get(u)
    } catch {
      copies.set(u, '[unreadable]')
      return '[unreadable]'
    }
  }

  const copyObject = (u: object, depth: number): unknown => {
    if (Array.isArray(u)) return u.map((element: unknown) => copy(() => element, depth))
    if (u instanceof Date) return new Date(u.getTime())
    const prototype: unknown = Object.getPrototypeOf(u)
    const isError = u instanceof Error
    if (!isError && prototype !== Object.prototype && prototype !== null) return `[${mask(u.constructor.name)}]`
    const keys = isError ? ['name', 'message', ...('cause' in u ? ['cause'] : []), ...Object.keys(u)] : Object.keys(u)
    // it defines and does not assign: a member called __proto__ stays a member
    return Object.fromEntries(keys.map((key) => [mask(key), copy(() => Reflect.get(u, key), depth, key)]))
  }

  return copy(() => value, 0)
}
