/**
 * JSON as bytes: strict UTF-8, a byte order mark skipped, a stated limit, and what `JSON.parse` does not tell: members
 * that appear twice, and how a number was written.
 */
import { type Either, left, right } from '../contract/Either.js'
import type { Body } from './Http.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export type JsonPath = ReadonlyArray<string | number>

/**
 * @since 0.1.0
 */
export interface JsonLexemes {
  /** Members whose name stands more than once in its object. */
  readonly duplicates: ReadonlyArray<JsonPath>
  /** Numbers as written, in the first levels of nesting. */
  readonly numbers: ReadonlyArray<{ readonly path: JsonPath; readonly lexeme: string }>
}

interface Frame {
  readonly names: Set<string> | undefined
  key: string | number
}

/** Every JavaScript runtime has it; neither ECMAScript's types nor a pure module's know it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean }
) => { readonly decode: (bytes: Uint8Array) => string }

const MAX_RECORDED_DEPTH = 8

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * Body to text; the reason where it is none. A byte order mark is dropped.
 *
 * @since 0.1.0
 */
export const decodeText = (body: Body, maxBytes: number): Either<'too large' | 'not UTF-8', string> => {
  if (body.length > maxBytes) return left('too large')
  if (typeof body === 'string') return right(body.replace(/^\uFEFF/, ''))
  try {
    return right(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return left('not UTF-8')
  }
}

/**
 * `JSON.parse` that returns.
 *
 * @since 0.1.0
 */
export const parseJson = (text: string): Either<'not JSON', unknown> => {
  try {
    return right(JSON.parse(text) as unknown)
  } catch {
    return left('not JSON')
  }
}

/**
 * Reads the lexemes of a text that `parseJson` accepts. Linear in time, iterative, so that deep nesting is safe.
 *
 * @since 0.1.0
 */
export const lexemes = (text: string): JsonLexemes => {
  const duplicates: Array<JsonPath> = []
  const numbers: Array<{ path: JsonPath; lexeme: string }> = []
  const stack: Array<Frame> = []
  const path = (): JsonPath => stack.slice(0, MAX_RECORDED_DEPTH).map(({ key }) => key)
  let nameExpected = false
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|[^\s{}[\],:"]+/g)) {
    const top = stack.at(-1)
    if (token === '{' || token === '[') {
      stack.push(token === '{' ? { names: new Set(), key: '' } : { names: undefined, key: 0 })
      nameExpected = token === '{'
    } else if (token === '}' || token === ']') {
      stack.pop()
      nameExpected = false
    } else if (token === ',') {
      nameExpected = top?.names !== undefined
      if (typeof top?.key === 'number') top.key++
    } else if (nameExpected && top?.names !== undefined) {
      top.key = JSON.parse(token) as string
      if (top.names.has(top.key)) duplicates.push(path())
      top.names.add(top.key)
      nameExpected = false
    } else if (/^[-\d]/.test(token) && stack.length <= MAX_RECORDED_DEPTH) {
      numbers.push({ path: path(), lexeme: token })
    }
  }
  return { duplicates, numbers }
}

/**
 * A body to the one object it must hold; an empty body counts as `{}`. A name that appears twice is refused, since two
 * readers could take two different values from it.
 *
 * @since 0.1.0
 */
export const decodeObject = (
  body: Body,
  maxBytes: number
): Either<'too large' | 'not UTF-8' | 'not JSON' | 'not an object' | 'a name twice', object> => {
  const text = decodeText(body, maxBytes)
  if (text._tag === 'Left') return text
  if (text.right.trim() === '') return right({})
  const parsed = parseJson(text.right)
  if (parsed._tag === 'Left') return parsed
  const value = parsed.right
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return left('not an object')
  return lexemes(text.right).duplicates.length > 0 ? left('a name twice') : right(value)
}
