/**
 * `npm run fuzz -- --seconds N [--seed S] [--calls N]`: calls every public pure function and adapter with new values until
 * the time is over or so many calls were made.
 */
import { parseArgs } from 'node:util'
import { fuzzPure } from './guided.js'
import { fuzz, otherNames } from './properties.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    calls: { type: 'string', default: 'Infinity' }
  }
})
const first = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
/** Inputs of a round for the pure functions, and for each adapter and round trip, which take a hundred times as long. */
const INPUTS = 20_000
const OTHER_INPUTS = 100
const started = performance.now()
const seconds = (): number => (performance.now() - started) / 1000
let calls = 0
let corpus = 0
let found: string | undefined

for (
  let seed = first;
  found === undefined && seconds() < Number(values.seconds) && calls < Number(values.calls);
  seed++
) {
  const round = fuzzPure(seed, INPUTS)
  calls += round.calls
  corpus = round.corpus
  found = round.found
  for (const name of otherNames) {
    found ??= await fuzz(name, OTHER_INPUTS, seed)
    calls += OTHER_INPUTS
  }
  if (found !== undefined) console.error(`seed ${seed}: ${found}`)
}

console.log(
  `${calls} calls, ${Math.round(calls / seconds())} a second, first seed ${first}, ${corpus} inputs in the corpus`
)
process.exitCode = found === undefined ? 0 : 1
