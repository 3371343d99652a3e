/**
 * JSON as bytes: strict UTF-8, a byte order mark skipped, a stated limit, and no name twice in an object.
 */
import { type Either, isLeft, left, right } from '../contract/Either.js'
import { isObject } from '../contract/Structure.js'
import { type Body, MAX_BODY_BYTES } from './Http.js'

/** Every JavaScript runtime has it; neither ECMAScript's types nor a pure module's know it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean }
) => { readonly decode: (bytes: Uint8Array) => string }

/** What a decoder may be told. */
export interface DecodeOptions {
  /** The largest body that is read, in bytes (of text: in UTF-16 units). Default: `MAX_BODY_BYTES`. */
  readonly maxBodyBytes?: number | undefined
}

/** Own members only: what somebody put on `Object.prototype` is no option. */
export const maxBytesOf = (options: DecodeOptions): number =>
  (Object.hasOwn(options, 'maxBodyBytes') ? options.maxBodyBytes : undefined) ?? MAX_BODY_BYTES

const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true })

/** Body to text, or the reason why not. A byte order mark is dropped. */
export const decodeText = (body: Body, maxBytes: number): Either<'too large' | 'not UTF-8', string> => {
  try {
    if (body.length > maxBytes) return left('too large')
    if (typeof body === 'string') return right(body.startsWith('\uFEFF') ? body.slice(1) : body)
    return right(utf8.decode(body))
  } catch {
    return left('not UTF-8')
  }
}

/** `JSON.parse` that returns. */
export const parseJson = (text: string): Either<'not JSON', unknown> => {
  try {
    return right(JSON.parse(text) as unknown)
  } catch {
    return left('not JSON')
  }
}

/** How many members there are in all objects within a parsed value. Iterative, whatever the depth. */
const countMembers = (parsed: object): number => {
  let count = 0
  const pending = [parsed]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const values: ReadonlyArray<unknown> = Array.isArray(next) ? next : Object.values(next)
    if (values !== next) count += values.length
    for (const value of values) if (typeof value === 'object' && value !== null) pending.push(value)
  }
  return count
}

/** How many colons stand in a JSON text: one for each name, and those within strings. */
const countColons = (text: string): number => {
  let count = 0
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count++
  return count
}

const BACKSLASH = 0x5c
const COLON = 0x3a
const SPACE = 0x20

/** The quote that ends the string which begins at `start`. */
const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1)
  while (text.charCodeAt(end - 1) === BACKSLASH) {
    let first = end - 1
    while (text.charCodeAt(first - 1) === BACKSLASH) first--
    if ((end - first) % 2 === 0) break // the backslashes escape each other
    end = text.indexOf('"', end + 1)
  }
  return end
}

/** How many names stand in a JSON text: strings with a colon behind them. Linear. */
const countNames = (text: string): number => {
  let count = 0
  for (let start = text.indexOf('"'); start !== -1; start = text.indexOf('"', start)) {
    start = endOfString(text, start) + 1
    while (text.charCodeAt(start) <= SPACE) start++
    if (text.charCodeAt(start) === COLON) count++
  }
  return count
}

/**
 * A body to the one object it must hold; an empty body counts as `{}`. A name that appears twice is refused, since two
 * readers could take two different values from it: `JSON.parse` keeps one, so there are fewer members than names.
 */
export const decodeObject = (
  body: Body,
  maxBytes: number
): Either<'too large' | 'not UTF-8' | 'not JSON' | 'not an object' | 'a name twice', object> => {
  const text = decodeText(body, maxBytes)
  if (isLeft(text)) return text
  const parsed = parseJson(text.right)
  if (isLeft(parsed)) return text.right.trim() === '' ? right({}) : parsed
  if (!isObject(parsed.right)) return left('not an object')
  // names have a colon behind them: where there are no more colons than members, no name is there twice
  const colons = countColons(text.right)
  if (colons <= Object.keys(parsed.right).length) return right(parsed.right)
  const members = countMembers(parsed.right)
  return colons > members && countNames(text.right) > members ? left('a name twice') : right(parsed.right)
}
