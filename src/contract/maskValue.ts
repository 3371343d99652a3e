/**
 * A value that stands in text under a secret's name, masked: a word, a string, or all that is between brackets. Linear:
 * what was read is not read again, and no two repetitions of one expression match the same text.
 */
import { kindOfLabel, kindOfName, MASK, SHORTEST_SECRET } from './secretNames.js'

/** A piece of text, masked, and where what follows it begins. */
export type Masked = readonly [masked: string, end: number]

// ------------------------------------------------------------------------------------
// grammar
// ------------------------------------------------------------------------------------

/** A value without quotes may hold `:` and `=`; between brackets these end a key. `\/`, `\u002b`, `&#43;` end none. */
const word = /(?:\[secret\]|\\+(?:\/|u[0-9a-f]{4})|&#\w{1,6};|[^\s"'`\\,;&<>()[\]{}])+/iy
const wordInBrackets = /\[secret\]|(?:\\+(?:\/|u[0-9a-f]{4})|&#\w{1,6};|[^\s"'`\\,;&<>()[\]{}:=])+/iy

/** What else is between brackets: an escaped line break, blanks, punctuation. */
const other = /\\+[nrt]?|\s+|[^]/y

const opening = /\\*["'`]/y
const quote = /\\+["'`]?|["'`]/g
const keyEnd = /\s*(?:=>|[:=])\s*/y

const literal = /^(?:null|none|nil|undefined|true|false|)$/i

/** Blanks, where what follows is as long as a secret: `--client-secret …`, `ClientSecretValue is …`. */
export const adjacent = /(?:[ \t]|\\+[nrt])+(?:is\s+)?(?=\\*["'`]?[\w+/=-]{24})/iy

/** How much of `text` matches at `at`; `pattern` is sticky. */
export const lengthOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

// ------------------------------------------------------------------------------------
// strings and words
// ------------------------------------------------------------------------------------

interface Piece {
  readonly isString: boolean
  readonly begin: number
  readonly content: string
  /** After its closing quote. */
  readonly end: number
}

/** The string that `mark` opened ends at the same mark, at one that is escaped less, or with the text. */
const stringFrom = (text: string, begin: number, mark: string): Piece => {
  quote.lastIndex = begin
  for (let found = quote.exec(text); found !== null; found = quote.exec(text)) {
    const [closing] = found
    const isOuter = closing.length < mark.length && !closing.endsWith('\\')
    if (closing !== mark && !isOuter) continue
    const end = isOuter ? found.index : quote.lastIndex
    return { isString: true, begin, content: text.slice(begin, found.index), end }
  }
  return { isString: true, begin, content: text.slice(begin), end: text.length }
}

const pieceAt = (text: string, at: number, unquoted: RegExp): Piece | undefined => {
  const mark = lengthOf(opening, text, at)
  if (mark > 0) return stringFrom(text, at + mark, text.slice(at, at + mark))
  const end = at + lengthOf(unquoted, text, at)
  return end === at ? undefined : { isString: false, begin: at, content: text.slice(at, end), end }
}

const maskContent = (value: string): string => (literal.test(value) || kindOfLabel(value) !== 'other' ? value : MASK)

const maskKey = (key: string): string => (key.length < SHORTEST_SECRET || kindOfName(key) !== 'other' ? key : MASK)

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/** All values up to the bracket that closes the one at `from`, but those under a harmless key. */
const maskBrackets = (text: string, from: number): Masked => {
  let masked = ''
  let at = from
  let depth = 0
  /** The depth of the harmless key whose value is being read. */
  let shown = Infinity
  do {
    const piece = pieceAt(text, at, wordInBrackets)
    if (piece === undefined) {
      const end = at + lengthOf(other, text, at)
      const read = text.slice(at, end)
      if (/^[([{]/.test(read)) depth++
      else if (/^[)\]}]/.test(read)) depth--
      if (depth < shown || (depth === shown && /^[,;]/.test(read))) shown = Infinity
      masked += read
      at = end
      continue
    }
    const { begin, content, end } = piece
    const next = end + lengthOf(keyEnd, text, end)
    const isKey = next > end
    const shownContent = isKey ? maskKey(content) : depth >= shown ? content : maskContent(content)
    masked += text.slice(at, begin) + shownContent + text.slice(begin + content.length, next)
    at = next
    const kind = isKey ? kindOfName(content) : undefined
    if (kind === 'harmless') shown = Math.min(shown, depth)
    // what begins with a digit is no key, but the hour of a date
    else if (kind === 'secret' || (isKey && depth <= shown && !/^\d/.test(content))) shown = Infinity
  } while (depth > 0 && at < text.length)
  return [masked, at]
}

/** The value at `from`; `pair` says that a key may stand before it, as in `"Name":"client_secret","Value":"…"`. */
export const maskValue = (text: string, from: number, pair: boolean): Masked => {
  if (/[([{]/.test(text.charAt(from)) && !text.startsWith(MASK, from)) return maskBrackets(text, from)
  const piece = pieceAt(text, from, word)
  if (piece === undefined) return ['', from]
  const { isString, begin, content, end } = piece
  const next = end + (pair && isString ? lengthOf(keyEnd, text, end) : 0)
  const masked =
    text.slice(from, begin) +
    (next > end ? maskKey(content) : maskContent(content)) +
    text.slice(begin + content.length, next)
  const gap =
    isString || content.length >= SHORTEST_SECRET || content.includes(MASK) ? 0 : lengthOf(adjacent, text, end)
  // `Some("…")`, `b'…'`, `!!str …`
  const goesOn =
    !isString && (/[([{]/.test(text.charAt(end)) || (content.length <= 2 && lengthOf(opening, text, end) > 0))
  if (next === end && gap === 0 && !goesOn) return [masked, end]
  const [rest, last] = maskValue(text, next + gap, false)
  return [masked + text.slice(next, next + gap) + rest, last]
}
