/**
 * `npm run coverage`: which branches of contract/, protocol/ and laws/ the tests never take. Each of them must be
 * explained in untaken.json; one that is not, or an explanation of a branch that is taken, ends it with 1.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type FileCoverage, untakenIn } from './untaken.js'

/** Why a branch is never taken, by file and by the text of the branch. */
type Explained = Readonly<Record<string, Readonly<Record<string, string>>>>

const TESTS = [
  'contract',
  'protocol',
  'laws',
  'spec/schemas.test.ts',
  'suite/validator',
  'faults/clauses.test.ts',
  'faults/faults.test.ts',
  'faults/rightButUnusual.test.ts'
].map((path) => `test/${path}`)

const directory = mkdtempSync(join(tmpdir(), 'coverage-'))
const { status } = spawnSync(
  process.execPath,
  [
    ...'node_modules/vitest/vitest.mjs run --root . --config test/vitest.config.ts --reporter dot'.split(' '),
    ...'--coverage.enabled --coverage.provider v8 --coverage.reporter json --coverage.clean false'.split(' '),
    '--coverage.include',
    'src/{contract,protocol,laws}/**/*.ts',
    '--coverage.reportsDirectory',
    directory,
    ...process.argv.slice(2),
    ...TESTS
  ],
  { stdio: 'inherit' }
)
// JSON that the coverage provider has just written, in its documented form
const report = JSON.parse(readFileSync(join(directory, 'coverage-final.json'), 'utf8')) as Record<string, FileCoverage>
rmSync(directory, { recursive: true })
const explained = JSON.parse(readFileSync(new URL('untaken.json', import.meta.url), 'utf8')) as Explained

let all = 0
const unexplained: Array<string> = []
const used = new Set<string>()
for (const [path, coverage] of Object.entries(report)) {
  const file = relative(process.cwd(), path)
  const { branches, untaken } = untakenIn(coverage, readFileSync(path, 'utf8'))
  all += branches
  for (const { line, text } of untaken) {
    if (explained[file]?.[text] === undefined) unexplained.push(`${file}:${line}: ${text}`)
    else used.add(`${file}: ${text}`)
  }
}
const stale = Object.entries(explained)
  .flatMap(([file, texts]) => Object.keys(texts).map((text) => `${file}: ${text}`))
  .filter((one) => !used.has(one))
for (const one of unexplained) console.error(`never taken, and not explained: ${one}`)
for (const one of stale) console.error(`explained, but taken or gone: ${one}`)
console.log(`${all} branches; ${used.size} texts of untaken branches are explained; ${unexplained.length} are not`)
process.exitCode = status === 0 && unexplained.length === 0 && stale.length === 0 ? 0 : 1
