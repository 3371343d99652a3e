/**
 * Which packages a built entry point loads.
 */
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { packageJson, read } from './pages.js'

/** As written in imports and re-exports. */
const specifiers = (code: string): ReadonlyArray<string> =>
  ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName)

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** The packages behind a file, Node's own left out, in order. */
export const packagesBehind = (file: string): ReadonlyArray<string> => {
  const seen = new Set<string>()
  const found = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const specifier of specifiers(read(path))) {
      if (specifier.startsWith('.')) visit(join(dirname(path), specifier))
      else if (!specifier.startsWith('node:')) found.add(packageOf(specifier))
    }
  }
  visit(file)
  return [...found].sort()
}

/** The built files behind the subpaths and the command. */
export const entryPoints: ReadonlyArray<readonly [name: string, file: string]> = [
  ...Object.entries(packageJson.exports).flatMap(([name, target]) =>
    typeof target === 'string' ? [] : [[name, target.default.replace('./', '')] as const]
  ),
  ['the command', 'dist/node/bin.js']
]

/** A Markdown table of what each entry point loads. */
export const importsTable = (): string =>
  [
    '| Entry point | Packages that it loads |',
    '| - | - |',
    ...entryPoints.map(
      ([name, file]) =>
        `| \`${name}\` | ${packagesBehind(file)
          .map((p) => `\`${p}\``)
          .join(', ')} |`
    )
  ]
    .join('\n')
    .replace('`the command`', 'the command')
