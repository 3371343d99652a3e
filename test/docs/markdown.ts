/**
 * Reads what the tests need of Markdown: fenced blocks, headings, links, inline code.
 */

export interface Block {
  /** The first word behind the fence. */
  readonly language: string
  /** The second: a file name that other blocks of the page, and its commands, may use. */
  readonly name: string | undefined
  /** What the comment right before the fence says, such as `include: docs/examples/server.ts`. */
  readonly directive: string | undefined
  readonly code: string
  /** Of the opening fence, from 1. */
  readonly line: number
}

const FENCED = /^(?<before>(?:<!-- (?<directive>[^\n]*) -->\n\n)?)```(?<info>[^\n]*)\n(?<code>.*?)^```$/gms

export const blocksOf = (markdown: string): ReadonlyArray<Block> =>
  [...markdown.matchAll(FENCED)].map((match) => {
    const { before = '', directive, info = '', code = '' } = match.groups ?? {}
    const [language = '', name] = info.trim().split(/\s+/)
    const line = markdown.slice(0, match.index + before.length).split('\n').length
    return { language, name, directive, code, line }
  })

/** The page with the code of some blocks replaced; `undefined` leaves a block as it is. */
export const replaceBlocks = (markdown: string, replacement: (block: Block) => string | undefined): string => {
  const blocks = blocksOf(markdown).values()
  return markdown.replace(FENCED, (whole, before: string, _directive: unknown, info: string) => {
    const { value: block } = blocks.next()
    const code = block && replacement(block)
    return code === undefined ? whole : `${before}\`\`\`${info}\n${code}\`\`\``
  })
}

/** Everything but fenced blocks. */
const proseOf = (markdown: string): string => markdown.replace(FENCED, '')

/** What stands between single backticks. */
export const inlineCodeOf = (markdown: string): ReadonlyArray<string> =>
  [...proseOf(markdown).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

/** Where inline links and images point. */
export const linksOf = (markdown: string): ReadonlyArray<string> =>
  [...proseOf(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

/** The ids that headings get where Markdown is shown. */
export const anchorsOf = (markdown: string): ReadonlyArray<string> =>
  [...proseOf(markdown).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-')
  )
