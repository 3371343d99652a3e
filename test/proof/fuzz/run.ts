/**
 * `npm run fuzz -- --seconds N [--seed S] [--calls N]`: calls every public pure function and adapter with new values until
 * the time is over or so many calls were made.
 */
import { parseArgs } from 'node:util'
import { functionNames, fuzz } from './properties.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    calls: { type: 'string', default: 'Infinity' }
  }
})
const first = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
const BATCH = 200
const started = performance.now()
const seconds = (): number => (performance.now() - started) / 1000
let calls = 0
let found: string | undefined

for (
  let seed = first;
  found === undefined && seconds() < Number(values.seconds) && calls < Number(values.calls);
  seed++
) {
  for (const name of functionNames) {
    found ??= await fuzz(name, BATCH, seed)
    calls += BATCH
  }
  if (found !== undefined) console.error(`seed ${seed}: ${found}`)
}

console.log(`${calls} calls, ${Math.round(calls / seconds())} a second, first seed ${first}`)
process.exitCode = found === undefined ? 0 : 1
