/**
 * `npm run mutation [-- FILE...]`: changes the code of contract/ and protocol/ in one place at a time and runs their
 * tests. Exit 1 where a mutant survives that survivors.json does not explain, or the list is outdated.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { countsOf, type Explained, type Report, unsettled } from './survivors.js'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const REPORT = '.stryker-tmp/report.json'
// of each file all lines, or those behind a colon: src/contract/Check.ts:30-40
const files = process.argv.slice(2)
const names = files.map((file) => file.replace(/:[-:\d]+$/, ''))

rmSync(REPORT, { force: true })
const { status } = spawnSync(
  'npx',
  ['stryker', 'run', here('stryker.config.json'), ...(files.length === 0 ? [] : ['--mutate', files.join(',')])],
  { stdio: 'inherit' }
)
if (status !== 0) throw new Error(`Stryker ended with exit code ${status}`)

// the shapes of both files are those that Stryker and this folder write
const whole = readJson(REPORT) as Report
// Stryker also reports files of earlier runs
const report: Report =
  files.length === 0
    ? whole
    : { files: Object.fromEntries(Object.entries(whole.files).filter(([file]) => names.includes(file))) }
const settled = unsettled(report, readJson(here('survivors.json')) as ReadonlyArray<Explained>)
const { unexplained } = settled
// of a part of a file, an explanation may be about another part
const outdated = files.some((file) => file.includes(':')) ? [] : settled.outdated

for (const { file, line, code, becomes } of unexplained) console.error(`${file}:${line} ${code}  =>  ${becomes}`)
for (const { file, code, becomes } of outdated) console.error(`No longer survives: ${file} ${code}  =>  ${becomes}`)
for (const [folder, { killed, total }] of countsOf(report)) {
  console.log(`${folder}: ${killed} of ${total} mutants killed (${((100 * killed) / total).toFixed(1)} %)`)
}
console.log(`${unexplained.length} survivors without an explanation, ${outdated.length} explanations outdated`)
process.exitCode = unexplained.length + outdated.length === 0 ? 0 : 1
