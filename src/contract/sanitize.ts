/**
 * A copy of any value that is safe to log: no client secret in it, wherever it sat.
 */

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface SanitizeOptions {
  /** Secrets that you know. They are masked inside every string and every key, whatever the member is called. */
  readonly secrets?: ReadonlyArray<string>
}

/**
 * What stands where a secret stood.
 *
 * @since 0.1.0
 */
export const MASK = '[secret]'

const MAX_DEPTH = 64
const MAX_ELEMENTS = 10_000

// ------------------------------------------------------------------------------------
// names and text
// ------------------------------------------------------------------------------------

/** Members whose value is a secret, in the spellings that languages give them. */
const secretName = /^client[-_]?secret(?:[-_]?value)?$|^secret[-_]?hash$/i

/** The list of descriptors, which some servers fill with bare values. */
const listName = /^client[-_]?secrets$/i

/** The same names inside text: JSON (escaped any number of times), a query, `key: value`. */
const inText = /(client[-_]?secret(?:[-_]?value)?|secret[-_]?hash)(["'\\]*\s*[:=]\s*["'\\]*)([^\s"'\\,;&{}[\])]+)/gi
const listInText = /(client[-_]?secrets["'\\]*\s*[:=]\s*\[)[^\]{]{0,400}["'][^\]{]{0,400}\]/gi

const maskText = (secrets: ReadonlyArray<string>): ((text: string) => string) => {
  const forms = secrets.flatMap((secret) => [secret, attempt(() => encodeURIComponent(secret), secret)])
  // the longest first, so that a secret inside another leaves no rest
  const known = forms.filter((s) => s !== '').sort((a, b) => b.length - a.length)
  return (text) =>
    known
      .reduce((s, secret) => s.replaceAll(secret, MASK), text)
      .replace(listInText, `$1${MASK}]`)
      .replace(inText, `$1$2${MASK}`)
}

// ------------------------------------------------------------------------------------
// values
// ------------------------------------------------------------------------------------

const attempt = <A, B>(f: () => A, otherwise: B): A | B => {
  try {
    return f()
  } catch {
    return otherwise
  }
}

const read = (u: object, key: string | number): unknown =>
  attempt(() => (u as Record<string | number, unknown>)[key], '[unreadable]')

/** Own enumerable keys, and of an Error those that say what happened. */
const keysOf = (u: object): ReadonlyArray<string> =>
  u instanceof Error
    ? [...new Set(['name', 'message', 'stack', 'cause', 'errors', ...Object.keys(u)])].filter(
        (key) => read(u, key) !== undefined
      )
    : Object.keys(u)

/**
 * Total and pure: the input is never changed; cycles become `[circular]`, what cannot be read `[unreadable]`, functions
 * `[function]`, more than 64 levels `[too deep]`. Plain objects, arrays, Maps (as arrays of entries), Sets (as arrays),
 * Errors (as name, message, stack, cause and own members) and Dates are copied; bytes become `[n bytes]`; text that
 * holds a secret's member, such as a JSON body, loses its value.
 *
 * @since 0.1.0
 */
export const sanitize = (value: unknown, { secrets = [] }: SanitizeOptions = {}): unknown => {
  const mask = maskText(secrets)
  const copies = new Map<object, unknown>()

  const copy = (u: object, depth: number): unknown => {
    const time = attempt(() => Date.prototype.getTime.call(u), undefined)
    if (time !== undefined) return new Date(time)
    const text = attempt(() => String.prototype.valueOf.call(u), undefined)
    if (text !== undefined) return mask(text)
    if (ArrayBuffer.isView(u) || u instanceof ArrayBuffer) return `[${u.byteLength} bytes]`
    if (u instanceof Map)
      return Array.from(Map.prototype.entries.call(u), ([k, v]) => [go(k, depth), entry(k, v, depth)])
    if (u instanceof Set) return Array.from(Set.prototype.values.call(u), (v) => go(v, depth))
    if (Array.isArray(u)) {
      const length = Math.min(u.length, MAX_ELEMENTS)
      const kept = Array.from({ length }, (_, i) => go(read(u, i), depth))
      return u.length > length ? [...kept, `[${u.length - length} more]`] : kept
    }
    // fromEntries defines, it does not assign: a member called __proto__ stays a member
    return Object.fromEntries(keysOf(u).map((key) => [mask(key), entry(key, read(u, key), depth)]))
  }

  const entry = (key: unknown, v: unknown, depth: number): unknown => {
    if (typeof key !== 'string' || v === undefined || v === null) return go(v, depth)
    if (secretName.test(key)) return MASK
    const copied = go(v, depth)
    return listName.test(key) && Array.isArray(copied)
      ? copied.map((element) => (typeof element === 'string' ? MASK : element))
      : copied
  }

  const go = (u: unknown, depth: number): unknown => {
    if (typeof u === 'string') return mask(u)
    if (typeof u === 'function') return '[function]'
    if (typeof u === 'symbol') return mask(u.toString())
    if (typeof u !== 'object' || u === null) return u
    if (copies.has(u)) return copies.get(u)
    if (depth >= MAX_DEPTH) return '[too deep]'
    copies.set(u, '[circular]')
    const copied = attempt(() => copy(u, depth + 1), '[unreadable]')
    copies.set(u, copied)
    return copied
  }

  return go(value, 0)
}
