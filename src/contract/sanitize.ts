/**
 * A copy of plain data that is safe to log. Free text is searched for the secrets that you name and not parsed.
 */

/** What stands where a secret stood. */
export const MASK = '[secret]'

export interface SanitizeOptions {
  /** Secrets that you know: masked inside every string and every key, wherever they stand. */
  readonly secrets?: ReadonlyArray<string>
}

/** `clientSecret`, `COGNITO_CLIENT_SECRET`, `ClientSecretValue`, `SecretHash`, but not `ClientSecretId` or `ClientSecrets`. */
const secretName = /(?:client[-_. ]?secret(?:[-_. ]?value)?|secret[-_. ]?hash)$/i

const MAX_DEPTH = 64

const attempt = (read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    return '[unreadable]'
  }
}

/**
 * Members called like a client secret are masked with all that is in them, and so are the secrets that you name. Objects,
 * lists, Errors (name, message, cause and own members) and Dates are copied; other values become their kind (`[Map]`,
 * `[function]`), cycles `[circular]`, more than 64 levels `[too deep]`, and what throws `[unreadable]`. Never changes its
 * input. A secret that is neither known nor called so passes: use your logger's own redaction as well.
 */
export const sanitize = (value: unknown, { secrets = [] }: SanitizeOptions = {}): unknown => {
  const known = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length)
  const mask = (text: string): string => known.reduce((rest, secret) => rest.split(secret).join(MASK), text)
  // what is shared is copied once
  const copies = new Map<object, unknown>()

  const copyMember = (key: string, member: unknown, depth: number): unknown =>
    secretName.test(key) && typeof member !== 'boolean' && member !== undefined && member !== null
      ? MASK
      : copy(member, depth)

  const copyObject = (u: object, depth: number): unknown => {
    if (Array.isArray(u)) return u.map((element) => copy(element, depth))
    if (u instanceof Date) return new Date(u.getTime())
    const prototype: unknown = Object.getPrototypeOf(u)
    const isError = u instanceof Error
    if (!isError && prototype !== Object.prototype && prototype !== null) return `[${mask(u.constructor.name)}]`
    const keys = isError ? ['name', 'message', ...('cause' in u ? ['cause'] : []), ...Object.keys(u)] : Object.keys(u)
    const members = keys.map(
      (key) =>
        [
          mask(key),
          copyMember(
            key,
            attempt(() => Reflect.get(u, key)),
            depth
          )
        ] as const
    )
    // it defines and does not assign: a member called __proto__ stays a member
    return Object.fromEntries(members)
  }

  const copy = (u: unknown, depth: number): unknown => {
    if (typeof u === 'string') return mask(u)
    if (typeof u === 'function' || typeof u === 'symbol' || typeof u === 'bigint') return `[${typeof u}]`
    if (typeof u !== 'object' || u === null) return u
    if (copies.has(u)) return copies.get(u)
    if (depth === MAX_DEPTH) return '[too deep]'
    copies.set(u, '[circular]')
    const copied = attempt(() => copyObject(u, depth + 1))
    copies.set(u, copied)
    return copied
  }

  return copy(value, 0)
}
