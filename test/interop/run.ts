/**
 * `npm run interop`: every command of interop in turn, then one line for each; `-- NAME…` runs only those. What a command
 * builds is kept in .interop for the next run. Ends in 1 if one has a finding, and in 3 if one skipped something, unless
 * `--allow-missing` is given.
 */
import { spawnSync } from 'node:child_process'

const COMMANDS = ['schemas', 'openapi', 'smithy', 'vectors', 'implementations']

const WORDS: Readonly<Record<number, string>> = { 0: 'done', 3: 'SKIPPED in part' }

const SKIPPED = 3

const words = process.argv.slice(2)
const wanted = words.filter((word) => !word.startsWith('--'))
const chosen = COMMANDS.filter((name) => wanted.length === 0 || wanted.includes(name))

const runs = chosen.map((name, n) => {
  console.log(`\n${n + 1} of ${chosen.length}: interop:${name}`)
  const from = Date.now()
  const code = spawnSync('npm', ['run', '--silent', `interop:${name}`], { stdio: 'inherit' }).status ?? 1
  return { name, code, seconds: Math.round((Date.now() - from) / 1000) }
})

console.log('')
for (const { name, code, seconds } of runs) {
  console.log(`${WORDS[code] ?? 'FINDING'}  interop:${name} ended with ${code} after ${seconds} s`)
}
const codes = runs.map(({ code }) => (code === SKIPPED && words.includes('--allow-missing') ? 0 : code))
process.exitCode = codes.some((code) => code !== 0 && code !== SKIPPED) ? 1 : Math.max(0, ...codes)
