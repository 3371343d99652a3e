/**
 * Text of a target, made harmless and short enough to show. What is escaped here is escaped the way JSON does it.
 */
import { MASK } from '../../contract/sanitize.js'

/** Controls, invisible and direction-changing characters, what is unassigned and halves of pairs, but not the line feed. */
const ACTIVE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

/** Build servers obey `##[command]` and `##vso[command]` anywhere in a line of output. */
const COMMAND = /##(?=\w*\[)/g

const NAMED: Readonly<Record<string, string>> = { '\t': '\\t', '\r': '\\r' }

const escapeUnits = (c: string): string =>
  Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')

/**
 * Nothing in it moves a cursor, hides, turns the direction of writing or is obeyed by a build server; lines stay lines.
 * Of JSON text the result is the same JSON.
 */
export const printable = (text: string): string =>
  text.replace(ACTIVE, (c) => NAMED[c] ?? escapeUnits(c)).replace(COMMAND, '#\\u0023')

/** The same in one line, so that a target cannot start a line of its own. */
export const oneLine = (text: string): string => printable(text).replaceAll('\n', '\\n')

const LONG_RUN = /([^ \n])\1{19,}/gu
const MAX_NAMED = 5

/** Characters that are easily taken for others, or that a font may lack: all beyond ASCII that `printable` lets pass. */
const BEYOND_ASCII = /[^\x00-\x7f\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

/** The ellipsis of a text that the suite has cut. */
const OWN_ELLIPSIS = /…(?= \([\d,]+ characters in all\)|$)/g

const codePoint = (c: string): string => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * A text as people can read it: a long run of one character with its length, and behind the text the code points of
 * what is not ASCII, so that `"０"` is told from `"0"`.
 */
export const legible = (text: string): string => {
  const points = [...new Set(text.replace(OWN_ELLIPSIS, '').match(BEYOND_ASCII) ?? [])].map(codePoint)
  const named = points.length === 0 ? '' : ` (${first(points, MAX_NAMED).join(', ')})`
  const short = text.replace(
    LONG_RUN,
    (run, c: string) => `${c.repeat(3)}… (${number(run.length / c.length)} times ${c})`
  )
  return `${short}${named}`
}

export const number = (n: number): string => n.toLocaleString('en-US')

export const plural = (n: number, what: string): string => `${number(n)} ${what}${n === 1 ? '' : 's'}`

/** Never cuts a pair of surrogates in two. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** Lines stay lines. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${cut(text, most)}… (${number(text.length)} characters in all)`

/** One harmless line, `most` its length as escaped. */
export const brief = (text: string, most = 600): string => {
  const line = oneLine(text.slice(0, most + 1))
  return line.length <= most ? line : `${cut(line, most)}… (${number(text.length)} characters in all)`
}

/** The longest name that anybody meant to give. */
export const MAX_NAME = 100

/** A name that is not known, short, and without what could be a secret that somebody pasted. */
export const shownName = (name: string): string => brief(name.replaceAll(/[\w+/]{24,}/g, MASK), MAX_NAME)

/** `text` if it can be shown letter for letter, otherwise `instead`: half a command is worse than none. */
export const exact = (text: string, most: number, instead: string): string =>
  text.length <= most && printable(text) === text ? text : instead

/** The first of a list that may be long. */
export const first = (items: ReadonlyArray<string>, most: number): ReadonlyArray<string> =>
  items.length <= most ? items : [...items.slice(0, most), `and ${number(items.length - most)} more`]
