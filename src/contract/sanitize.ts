/**
 * A copy of any value that is safe to log: no client secret in it, wherever it sat.
 */
import { knownSecrets } from './knownSecrets.js'
import { maskText } from './maskText.js'
import { kindOfLabel, kindOfName, MASK, type NameKind, SHORTEST_SECRET } from './secretNames.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface SanitizeOptions {
  /**
   * Secrets that you know. They are masked inside every string and every key, whatever the member is called: as they
   * are, and from 8 characters on in hexadecimal, base64, percent-encoding and JSON's escapes too.
   */
  readonly secrets?: ReadonlyArray<string>
}

const MAX_DEPTH = 64
const MAX_ELEMENTS = 10_000
const MAX_NODES = 100_000

// ------------------------------------------------------------------------------------
// reading
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

/** Members that say what the others are: `{ Name: 'client_secret', Value: … }`. */
const labels = /(?:name|key|field|label|header)$|^[kn]$/i

/** Whether what a name leads to is secret: if the name does not say, it is what its parent is. */
const under = (kind: NameKind, secret: boolean): boolean => (kind === 'other' ? secret : kind === 'secret')

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * Total and pure: the input is never changed.
 *
 * Masked are: members whose name holds `client secret` or `secret hash` in any spelling (`COGNITO_CLIENT_SECRET`,
 * `appClientSecret`, `ClientSecrets`), with all that is in them, but for `ClientSecretId` and `ClientSecretCreateDate`,
 * booleans and dates; what a label or the element before it says to be one; text that follows such a name, or HTTP's
 * `Basic`, within strings, up to where a value ends in JSON, YAML, XML, a query or the like; and the secrets you know.
 * Not masked are: a secret that is neither known nor named so (`{ secret: … }`, `{ password: … }`), one whose name is
 * itself encoded, one that only prose leads to.
 *
 * Cycles become `[circular]`, what cannot be read `[unreadable]`, functions `[function]`, bytes `[n bytes]`, BigInts
 * their decimal text, more than 64 levels `[too deep]`, what comes after 100,000 values `[too large]`, and so does text
 * of several megabytes without a gap. Plain objects, arrays, Maps (as arrays of entries), Sets (as arrays), Errors (as
 * name, message, stack, cause and own members) and Dates are copied. Linear in what is read, text included.
 *
 * @since 0.1.0
 */
export const sanitize = (value: unknown, { secrets = [] }: SanitizeOptions = {}): unknown => {
  const known = knownSecrets(secrets)
  // an expression that has to go back over millions of characters has no room to do so, and throws
  const mask = (text: string): string => attempt(() => maskText(known(text)), '[too large]')
  // what is shared is copied once for each side: under a secret's name, and not
  const copies = { secret: new Map<object, unknown>(), other: new Map<object, unknown>() }
  let nodes = 0

  const leaf = (text: string, secret: boolean): string =>
    !secret ? mask(text) : text === '' || kindOfLabel(text) !== 'other' ? text : MASK

  const copyKey = (key: string, secret: boolean): string =>
    secret && key.length >= SHORTEST_SECRET && kindOfName(key) === 'other' ? MASK : mask(key)

  const copyList = (u: ReadonlyArray<unknown>, depth: number, secret: boolean): ReadonlyArray<unknown> => {
    const length = u.length > MAX_ELEMENTS ? MAX_ELEMENTS - 1 : u.length
    const copied = Array.from({ length }, (_, i) => {
      const element = read(u, i)
      // a number after a name is where something stands in a list, not a secret
      const label = i === 0 || typeof element === 'number' ? undefined : read(u, i - 1)
      return go(element, depth, under(kindOfLabel(label), secret))
    })
    return u.length > length ? [...copied, leaf(`[${u.length - length} more]`, secret)] : copied
  }

  const copyMembers = (u: object, depth: number, secret: boolean): object => {
    const members = keysOf(u).map((key) => [key, read(u, key)] as const)
    const isLabelled = members.some(([key, v]) => labels.test(key) && kindOfLabel(v) === 'secret')
    // fromEntries defines, it does not assign: a member called __proto__ stays a member
    return Object.fromEntries(
      members.map(([key, v]) => [copyKey(key, secret), go(v, depth, under(kindOfName(key), secret || isLabelled))])
    )
  }

  const copy = (u: object, depth: number, secret: boolean): unknown => {
    if (Array.isArray(u)) return copyList(u, depth, secret)
    // what others are shows only where a call throws, which takes its time
    const prototype: unknown = Object.getPrototypeOf(u)
    if (prototype === Object.prototype || prototype === null) return copyMembers(u, depth, secret)
    const time = attempt(() => Date.prototype.getTime.call(u), undefined)
    if (time !== undefined) return new Date(time)
    const text = attempt(() => String.prototype.valueOf.call(u), undefined)
    if (text !== undefined) return leaf(text, secret)
    if (ArrayBuffer.isView(u) || u instanceof ArrayBuffer) return leaf(`[${u.byteLength} bytes]`, secret)
    if (u instanceof Map)
      return Array.from(Map.prototype.entries.call(u), ([k, v]) => {
        // as in the list that the entry becomes
        const kind = typeof k === 'string' && typeof v !== 'number' ? kindOfName(k) : 'other'
        return [go(k, depth, secret), go(v, depth, under(kind, secret))]
      })
    if (u instanceof Set) return copyList(Array.from(Set.prototype.values.call(u)), depth, secret)
    return copyMembers(u, depth, secret)
  }

  const go = (u: unknown, depth: number, secret: boolean): unknown => {
    if (u === undefined || u === null || typeof u === 'boolean') return u
    if (++nodes > MAX_NODES) return leaf('[too large]', secret)
    if (typeof u === 'number') return secret ? MASK : u
    if (typeof u === 'function') return leaf('[function]', secret)
    if (typeof u !== 'object') return leaf(String(u), secret)
    const seen = copies[secret ? 'secret' : 'other']
    if (seen.has(u)) return seen.get(u)
    if (depth >= MAX_DEPTH) return leaf('[too deep]', secret)
    seen.set(u, leaf('[circular]', secret))
    const copied = attempt(() => copy(u, depth + 1, secret), leaf('[unreadable]', secret))
    seen.set(u, copied)
    return copied
  }

  return go(value, 0, false)
}
