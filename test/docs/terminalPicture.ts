/**
 * Terminal output as an SVG picture: a dark screen of its own, which can be read on a light and on a dark page.
 */
type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow'

interface Run {
  readonly text: string
  readonly styles: ReadonlyArray<Style>
  readonly column: number
}

const CELL = { width: 8, height: 19 } as const
const MARGIN = 20

const FILL = { dim: '#9aa4af', red: '#ff7b72', green: '#7ee787', yellow: '#f2cc60' } as const

/** What the numbers of ANSI's "select graphic rendition" begin and end. */
const BEGINS: Readonly<Record<string, Style>> = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow' }
const ENDS: Readonly<Record<string, ReadonlyArray<Style>>> = { 22: ['bold', 'dim'], 39: ['red', 'green', 'yellow'] }

const ESCAPE = '\u001B['

/** The runs of a line in which the style is the same, and the styles that go on in the next line. */
const runsOf = (line: string, before: ReadonlyArray<Style>): readonly [ReadonlyArray<Run>, ReadonlyArray<Style>] => {
  const [first = '', ...rest] = line.split(ESCAPE)
  let styles = before
  let column = first.length
  const runs: Array<Run> = [{ text: first, styles, column: 0 }]
  for (const part of rest) {
    const [code = ''] = part.split('m', 1)
    const text = part.slice(code.length + 1)
    const begun = BEGINS[code]
    styles = begun === undefined ? styles.filter((style) => ENDS[code]?.includes(style) !== true) : [...styles, begun]
    runs.push({ text, styles, column })
    column += text.length
  }
  return [runs, styles]
}

/** A terminal breaks a line at its edge, wherever that is. */
const broken = ({ text, styles, column }: Run, columns: number): ReadonlyArray<Run & { readonly row: number }> => {
  const pieces: Array<Run & { readonly row: number }> = []
  for (let done = 0; done < text.length;) {
    const at = column + done
    const piece = text.slice(done, done + columns - (at % columns))
    pieces.push({ text: piece, styles, column: at % columns, row: Math.floor(at / columns) })
    done += piece.length
  }
  return pieces
}

/** A picture shows several blanks as one, so each group of words has its own place. */
const groups = <A extends Run>(run: A): ReadonlyArray<A> =>
  [...run.text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({ ...run, text, column: run.column + index }))

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const fillOf = (styles: ReadonlyArray<Style>): string | undefined =>
  (['red', 'green', 'yellow', 'dim'] as const).filter((style) => styles.includes(style)).map((style) => FILL[style])[0]

/** Every group has its place and its width, so that columns stay columns in whatever font there is. */
const element = ({ text, styles, column }: Run, row: number): string => {
  const fill = fillOf(styles)
  const attributes = [
    `x="${MARGIN + column * CELL.width}"`,
    `y="${MARGIN + (row + 0.75) * CELL.height}"`,
    `textLength="${text.length * CELL.width}"`,
    ...(fill === undefined ? [] : [`fill="${fill}"`]),
    ...(styles.includes('bold') ? ['font-weight="bold"'] : [])
  ]
  return `<text ${attributes.join(' ')}>${escaped(text)}</text>`
}

/** `title` is what somebody hears who does not see the picture. */
export const terminalPicture = (output: string, columns: number, title: string): string => {
  const elements: Array<string> = []
  let row = 0
  let styles: ReadonlyArray<Style> = []
  for (const line of output.trimEnd().split('\n')) {
    const [runs, after] = runsOf(line, styles)
    const pieces = runs.flatMap((run) => broken(run, columns)).flatMap(groups)
    elements.push(...pieces.map((piece) => element(piece, row + piece.row)))
    row += 1 + Math.max(0, ...pieces.map((piece) => piece.row))
    styles = after
  }
  const width = columns * CELL.width + 2 * MARGIN
  const height = row * CELL.height + 2 * MARGIN
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `  <title>${escaped(title)}</title>`,
    `  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#0d1117" stroke="#3d444d"/>`,
    `  <g fill="#e6edf3" font-size="13" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace">`,
    ...elements.map((text) => `    ${text}`),
    '  </g>',
    '</svg>',
    ''
  ].join('\n')
}
