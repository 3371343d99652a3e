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

/**
 * Members called like a client secret are masked with all that is in them, and so are the secrets that you name. Objects,
 * lists, Errors (name, message, cause and own members) and Dates are copied; other values become their kind
 * (`[Map]`, `[function]`), cycles `[circular]`, more than 64 levels `[too deep]`, and what throws `[unreadable]`. Never
 * changes its input. A secret that is neither known nor called so passes: use your logger's own redaction as well.
 */
export const sanitize = (value: unknown, { secrets = [] }: SanitizeOptions = {}): unknown => {
  const known = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length)
  const mask = (text: string): string => known.reduce((rest, secret) => rest.split(secret).join(MASK), text)

  const copyMembers = (u: object, above: ReadonlyArray<object>): object => {
    const keys = u instanceof Error ? ['name', 'message', 'cause', ...Object.keys(u)] : Object.keys(u)
    const members = keys.map((key): readonly [string, unknown] => {
      const member = (u as Readonly<Record<string, unknown>>)[key]
      return [mask(key), secretName.test(key) && member !== undefined && member !== null ? MASK : copy(member, above)]
    })
    // it defines and does not assign: a member called __proto__ stays a member
    return Object.fromEntries(members.filter(([, member]) => member !== undefined))
  }

  const copyObject = (u: object, above: ReadonlyArray<object>): unknown => {
    if (above.includes(u)) return '[circular]'
    if (above.length >= MAX_DEPTH) return '[too deep]'
    const inside = [...above, u]
    if (Array.isArray(u)) return u.map((element) => copy(element, inside))
    if (u instanceof Date) return new Date(u.getTime())
    const prototype: unknown = Object.getPrototypeOf(u)
    if (u instanceof Error || prototype === Object.prototype || prototype === null) return copyMembers(u, inside)
    return `[${mask(u.constructor.name)}]`
  }

  const copy = (u: unknown, above: ReadonlyArray<object>): unknown => {
    if (typeof u === 'string') return mask(u)
    if (typeof u === 'function' || typeof u === 'symbol' || typeof u === 'bigint') return `[${typeof u}]`
    if (typeof u !== 'object' || u === null) return u
    try {
      return copyObject(u, above)
    } catch {
      return '[unreadable]'
    }
  }

  return copy(value, [])
}
