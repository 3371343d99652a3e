/**
 * What of the documentation is made from something else, and how.
 */
import { format, resolveConfig } from 'prettier'
import { join } from 'node:path'
import { clausesPage, type ListedClause } from './clausesTable.js'
import { commandTables } from './commandTables.js'
import { importsTable } from './imports.js'
import { replaceBlocks } from './markdown.js'
import { measured } from './measured.js'
import { read, ROOT } from './pages.js'
import { examples, prepare, runExample } from './examples.js'
import { cli, sandbox } from './sandbox.js'

const tidy = async (path: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(join(ROOT, path))), filepath: path })

/** Tables between `<!-- table: NAME -->` and `<!-- end -->`. */
const tables: Readonly<Record<string, () => string>> = {
  imports: importsTable,
  commands: commandTables,
  measured
}

const withTables = (markdown: string): string =>
  markdown.replace(
    /(?<=<!-- table: (\w+) -->\n).*?(?=<!-- end -->)/gs,
    (_, name: string) => `\n${tables[name]?.() ?? ''}\n\n`
  )

/** Blocks behind `<!-- include: FILE -->`. */
const withFiles = (markdown: string): string =>
  replaceBlocks(markdown, ({ directive }) =>
    directive?.startsWith('include: ') ? read(directive.slice('include: '.length)) : undefined
  )

/** Output without what differs from run to run. */
export const settled = (output: string): string => output.replace(/(?<= requests), [\d.]+ s/g, '').replace(/ +$/gm, '')

/** Of a block behind `<!-- output: ARGUMENTS -->`. */
export const outputArguments = (directive: string | undefined): ReadonlyArray<string> | undefined =>
  directive?.startsWith('output: ') ? directive.slice('output: '.length).split(' ') : undefined

/** Blocks behind `<!-- output: ARGUMENTS -->`: what the command prints. */
const withOutputs = async (markdown: string): Promise<string> => {
  const outputs = new Map<string, string>()
  replaceBlocks(markdown, ({ directive }) => {
    if (directive !== undefined && outputArguments(directive)) outputs.set(directive, '')
    return undefined
  })
  for (const directive of outputs.keys()) {
    outputs.set(directive, (await cli(outputArguments(directive) ?? [])).stdout)
  }
  return replaceBlocks(markdown, ({ directive = '', code }) => {
    const output = outputs.get(directive)
    return output === undefined || settled(output) === settled(code) ? undefined : output
  })
}

/** Blocks behind `<!-- prints -->`: what the example before them prints. */
const withPrints = async (path: string, markdown: string): Promise<string> => {
  const shown = examples.filter((example) => example.page === path && example.shown !== undefined)
  if (shown.length === 0) return markdown
  const place = sandbox()
  prepare(place)
  const outputs = new Map<string, string>()
  for (const example of shown) outputs.set(example.shown ?? '', (await runExample(place, example)).stdout)
  place.remove()
  return replaceBlocks(markdown, ({ directive, code }) => {
    const output = directive === 'prints' ? outputs.get(code) : undefined
    return output === undefined || settled(output) === settled(code) ? undefined : output
  })
}

const CLAUSES = 'docs/clauses.md'

/** All that can be made without running the suite. */
export const madeQuickly = async (path: string): Promise<string> => {
  if (path !== CLAUSES) {
    const text = withTables(withFiles(read(path)))
    return text === read(path) ? text : tidy(path, text)
  }
  const { clauses } = JSON.parse(read('spec/clauses.json')) as { readonly clauses: ReadonlyArray<ListedClause> }
  return tidy(path, clausesPage(clauses))
}

export const made = async (path: string): Promise<string> =>
  withPrints(path, await withOutputs(await madeQuickly(path)))
