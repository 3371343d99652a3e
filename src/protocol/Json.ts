/**
 * JSON as bytes: strict UTF-8, a byte order mark skipped, a stated limit, and no name twice in an object.
 */
import { type Either, isLeft, left, right } from '../contract/Either.js'
import { isRecord } from '../contract/Structure.js'
import type { Body } from './Http.js'
import { lexemes } from './lexemes.js'

/** Every JavaScript runtime has it; neither ECMAScript's types nor a pure module's know it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean }
) => { readonly decode: (bytes: Uint8Array) => string }

/**
 * Body to text; the reason where it is none. A byte order mark is dropped.
 *
 * @since 0.1.0
 */
export const decodeText = (body: Body, maxBytes: number): Either<'too large' | 'not UTF-8', string> => {
  try {
    if (typeof body === 'string') {
      return body.length > maxBytes ? left('too large') : right(body.replace(/^\uFEFF/, ''))
    }
    if (body.byteLength > maxBytes) return left('too large')
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
  if (isLeft(text)) return text
  if (text.right.trim() === '') return right({})
  const parsed = parseJson(text.right)
  if (isLeft(parsed)) return parsed
  if (!isRecord(parsed.right)) return left('not an object')
  return lexemes(text.right).duplicates.length > 0 ? left('a name twice') : right(parsed.right)
}
