/**
 * Text in lines of a width, broken between words. A word that is longer than a line stays whole.
 */
export const wrap = (text: string, width: number): ReadonlyArray<string> => {
  if (text.length <= width) return [text]
  const lines: Array<string> = []
  let line = ''
  for (const word of text.match(/ *[^ ]+ */g) ?? []) {
    if (line !== '' && (line + word).trimEnd().length > width) {
      lines.push(line.trimEnd())
      line = word.trimStart()
    } else line += word
  }
  return [...lines, line.trimEnd()]
}

/** Behind a prefix; further lines begin below the text. */
export const hang = (prefix: string, text: string, width: number): ReadonlyArray<string> =>
  wrap(text, width - prefix.length).map((line, i) => (i === 0 ? prefix : ' '.repeat(prefix.length)) + line)
