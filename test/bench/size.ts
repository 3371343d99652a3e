/**
 * Prints how large the package is: lines of source by layer, bundles after gzip, and the goals of both.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleSize } from './bundle.js'
import { bundleBudgets, lineBudgets } from './sizeBudgets.js'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

const isBlankOrComment = (line: string): boolean => /^\s*(?:$|\/\/|\/?\*)/.test(line)

const linesOf = (folder: string): { readonly files: number; readonly lines: number; readonly code: number } => {
  const path = join(SRC, folder)
  const names = existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  const sources = names.filter((name) => name.endsWith('.ts'))
  const lines = sources.flatMap((name) => readFileSync(join(path, name), 'utf8').trimEnd().split('\n'))
  return { files: sources.length, lines: lines.length, code: lines.filter((line) => !isBlankOrComment(line)).length }
}

const verdict = (size: number, goal: number | undefined): string =>
  goal === undefined ? '' : `of ${goal.toLocaleString('en-US')}, ${size <= goal ? 'reached' : 'MISSED'}`

const row = (title: string, size: number, unit: string, goal?: number, note = ''): string =>
  `${title.padEnd(58)}${size.toLocaleString('en-US').padStart(7)} ${unit} ${verdict(size, goal).padEnd(19)} ${note}`.trimEnd()

console.log('lines of source, comments included')
for (const { folders, goal } of lineBudgets) {
  const counts = folders.map(linesOf)
  const lines = counts.reduce((sum, count) => sum + count.lines, 0)
  const files = counts.reduce((sum, count) => sum + count.files, 0)
  const code = counts.reduce((sum, count) => sum + count.code, 0).toLocaleString('en-US')
  console.log(row(`  ${folders.join(', ')}`, lines, 'lines', goal, `${files} files, ${code} lines of code`))
}

console.log('\nbundles after gzip, all that they import inside')
for (const { imports, goal } of bundleBudgets) {
  const { gzipped, minified, parts } = await bundleSize(imports)
  const shares = Object.entries(parts).map(([name, bytes]) => `${name === '.' ? 'this package' : name} ${bytes}`)
  const names = Object.values(imports).flat().join(', ')
  console.log(row(`  ${names}`, gzipped, 'bytes', goal, `minified ${minified}: ${shares.join(', ')}`))
}
