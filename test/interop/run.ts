/**
 * `npm run interop`: every command of interop in turn, then one line for each. Ends in 1 if one has a finding, and in 3
 * if one skipped something.
 */
import { spawnSync } from 'node:child_process'

const COMMANDS = ['schemas', 'openapi', 'smithy', 'vectors', 'implementations']

const WORDS: Readonly<Record<number, string>> = { 0: 'done', 3: 'SKIPPED in part' }

const codes = COMMANDS.map((name) => {
  console.log(`\ninterop:${name}`)
  return spawnSync('npm', ['run', '--silent', `interop:${name}`], { stdio: 'inherit' }).status ?? 1
})

console.log('')
codes.forEach((code, n) => console.log(`${WORDS[code] ?? 'FINDING'}  interop:${COMMANDS[n] ?? ''}`))
process.exitCode = codes.some((code) => code !== 0 && code !== 3) ? 1 : codes.includes(3) ? 3 : 0
