/**
 * Where a text stops being JSON: engines tell it in words of their own, and not always.
 */

const SPACE = /[ \t\n\r]*/y
/** What may stand between the quotes of a string. */
const IN_STRING = /(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** What may stand next. */
type Next = 'value' | 'value or ]' | 'name or }' | 'name' | ':' | ', or end'

/** The place, counted from 1, of the first character that cannot stand there; one behind the end where more is needed. */
export const jsonErrorAt = (text: string): number | undefined => {
  const open: Array<'{' | '['> = []
  let next: Next = 'value'
  let at = 0
  const reads = (token: RegExp): boolean => {
    token.lastIndex = at
    const found = token.exec(text)?.[0] ?? ''
    at += found.length
    return found !== ''
  }
  for (;;) {
    reads(SPACE)
    const character = text[at]
    if (character === undefined) return next === ', or end' && open.length === 0 ? undefined : at + 1
    const inObject = open.at(-1) === '{'
    if (next === ':') {
      if (character !== ':') return at + 1
      next = 'value'
      at++
    } else if (next === ', or end') {
      const closes = open.length > 0 && character === (inObject ? '}' : ']')
      if (closes) open.pop()
      else if (character === ',' && open.length > 0) next = inObject ? 'name' : 'value'
      else return at + 1
      at++
    } else if ((next === 'name or }' && character === '}') || (next === 'value or ]' && character === ']')) {
      open.pop()
      next = ', or end'
      at++
    } else if (character === '"') {
      at++
      reads(IN_STRING)
      if (text[at] !== '"') return at + 1
      at++
      next = next.startsWith('name') ? ':' : ', or end'
    } else if (next.startsWith('name')) {
      return at + 1
    } else if (character === '{' || character === '[') {
      open.push(character)
      next = character === '{' ? 'name or }' : 'value or ]'
      at++
    } else if (reads(WORD)) {
      next = ', or end'
    } else return at + 1
  }
}
