/**
 * The page's patterns as tables: one look-up for each character, no backtracking, ASCII only. A pattern is a sequence of
 * characters and of classes with `+`, such as `[\w-]+_[0-9a-zA-Z]+`.
 */

const ASCII = 128

/** Whether a whole text matches. The table is made once, when the pattern is declared. */
export const matcher = (pattern: string): ((text: string) => boolean) => {
  const parts = pattern.match(/\[[^\]]+\]\+?|[\w-]/g) ?? []
  if (parts.join('') !== pattern) throw new Error(`Not a sequence of classes: ${pattern}`)

  // one class that repeats: for long ids it is faster to look for a character outside of it
  if (parts.length === 1 && pattern.endsWith('+')) {
    const outside = new RegExp(`[^${pattern.slice(1, -1)}`)
    return (text) => text !== '' && !outside.test(text)
  }

  // a state is the set of parts that may have just been matched: bit 0 for the start, bit n for the nth part
  const bitsOf = (has: (part: string) => boolean): number =>
    parts.reduce((bits, part, i) => (has(part) ? bits | (2 << i) : bits), 0)
  const repeating = bitsOf((part) => part.endsWith('+'))
  const allowed = Array.from({ length: ASCII }, (_, code) =>
    bitsOf((part) => new RegExp(`^${part}$`).test(String.fromCharCode(code)))
  )
  const end = 1 << parts.length
  // the row of a state begins at state * ASCII; state 0 is a dead end
  const table = Uint16Array.from({ length: 2 * end * ASCII }, (_, i) => {
    const state = Math.floor(i / ASCII)
    return ((state << 1) | (state & repeating)) & (allowed[i % ASCII] ?? 0)
  }).map((state) => state * ASCII)

  return (text) => {
    let row = ASCII
    for (let i = 0; i < text.length && row !== 0; i++) {
      const code = text.charCodeAt(i)
      row = code < ASCII ? (table[row + code] ?? 0) : 0
    }
    return ((row / ASCII) & end) !== 0
  }
}
