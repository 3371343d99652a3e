/**
 * `JSON.parse` for what a target wrote: a text that is nested too deep is told apart and not read, since its value would
 * take a hundred times the memory of the text.
 */
import { type Either, left } from '../../contract/Either.js'
import { parseJson } from '../../protocol/Json.js'

export const MAX_DEPTH = 1000

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x5b, 0x5d]

/** What tells braces from brackets. */
const BRACE = 0x20

const isTooDeep = (text: string): boolean => {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++
    } else if ((code & ~BRACE) === OPEN && ++depth > MAX_DEPTH) return true
    else if ((code & ~BRACE) === CLOSE) depth--
  }
  return false
}

export const readJson = (text: string): Either<'not JSON' | 'too deep', unknown> =>
  text.length > MAX_DEPTH && isTooDeep(text) ? left('too deep') : parseJson(text)
