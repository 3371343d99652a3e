/**
 * Text in lines that fit a terminal: broken between words, not where the edge is.
 */

const COLOURS = /\u001b\[\d+m/g

/** Lines to be copied, or compared letter by letter: a terminal's own breaks add nothing to them. */
const EXACT = /^ {4}(?:received|value|answer|case|curl|replay) |^ {14}/

/** What stands before the text of a line; further lines begin below the text. */
const MARGIN = /^ *(?:[-–✗!~✓] |(?:expected|seen) +)?/

const seen = (text: string): string => text.replace(COLOURS, '')

const foldLine = (line: string, width: number): string => {
  const plain = seen(line)
  if (plain.length <= width || EXACT.test(plain)) return line
  const margin = ' '.repeat(MARGIN.exec(plain)?.[0].length ?? 0)
  const done: Array<string> = []
  let current = ''
  for (const word of line.match(/ *[^ ]+ */g) ?? []) {
    if (current !== '' && seen(current + word).trimEnd().length > width) {
      done.push(current.trimEnd())
      current = margin + word
    } else current += word
  }
  return [...done, current].join('\n')
}

/** Words longer than the width stay whole. Colours take no room. */
export const fold = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) => foldLine(line, width))
    .join('\n')

/** Folded for a terminal, as it is for everything else. */
export const foldFor = ({ isTTY, columns }: NodeJS.WriteStream, text: string): string =>
  isTTY && columns > 0 ? fold(text, columns) : text
