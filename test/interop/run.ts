/**
 * `npm run interop`: every command of interop in turn, then a verdict; `-- NAME…` runs only those. What a command builds
 * is kept in .interop for the next run. Ends in 1 if a check has a finding, in 2 for a name that does not exist, and in 3
 * if a check was skipped, unless `--allow-missing` is given and another held.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type PartRun, verdictOf } from './verdict.js'
import { readWords } from './words.js'

const PARTS = ['schemas', 'openapi', 'smithy', 'vectors', 'implementations']

/** Runs a part and passes on what it prints. Its lines start with what became of a check. */
const runPart = async (name: string): Promise<PartRun> => {
  const child = spawn('npm', ['run', '--silent', `interop:${name}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const skipped: Array<string> = []
  let held = 0
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line)
    if (/^(?:held|judged) {2}/.test(line)) held++
    const missing = /^SKIPPED {2}(.*?):/.exec(line)?.[1]
    if (missing !== undefined) skipped.push(missing)
  }
  const [code] = await ended
  return { name, code: typeof code === 'number' ? code : 1, held, skipped }
}

const words = readWords(PARTS, ['allow-missing'])
if (words !== undefined) {
  const runs: Array<PartRun> = []
  for (const name of PARTS.filter((part) => words.names.length === 0 || words.names.includes(part))) {
    console.log(`interop:${name}`)
    const from = Date.now()
    runs.push(await runPart(name))
    console.log(`${Math.round((Date.now() - from) / 1000)} s\n`)
  }
  const { text, code } = verdictOf(runs, words.has('allow-missing'))
  console.log(text)
  process.exitCode = code
}
