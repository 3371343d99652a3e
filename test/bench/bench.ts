/**
 * Speed, side by side in one run: ratios mean something, times only on the machine that printed them. `--quick` takes
 * seconds and is good for a first impression; `--json` prints the measurements as data; a word picks the measurements
 * whose title holds it.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { growthCurves, measureCurve } from './growth.js'
import { race } from './race.js'
import { referenceCurves } from './referenceGrowth.js'
import { measureSuite, type SuiteRun } from './suiteSpeed.js'
import { growthTable, raceTable, suiteTable } from './tables.js'
import { validationHeats } from './validation.js'
import { wireHeats } from './wire.js'

const { values: flags, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true
})

const options = flags.quick ? { rounds: 7, turnMs: 4 } : { rounds: 25, turnMs: 20 }
const growthOptions = flags.quick ? { rounds: 3, turnMs: 2 } : { rounds: 7, turnMs: 10 }

const isWanted = ({ title }: { readonly title: string }): boolean =>
  positionals.length === 0 || positionals.some((word) => title.includes(word))

const print = (text: string): void => {
  if (!flags.json) console.log(`${text}\n`)
}

const machine = `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${options.rounds} rounds of ${options.turnMs} ms of processor time each`
print(machine)

const heats = [...validationHeats(), ...wireHeats()].filter(isWanted).map(({ title, runners, goals }) => {
  const standings = race(runners, options)
  print(raceTable(title, standings, goals))
  return { title, goals, standings }
})

const curves = [...growthCurves(), ...referenceCurves()]
  .filter(isWanted)
  .map((curve) => measureCurve(curve, growthOptions))

for (const unit of new Set(curves.map((curve) => curve.unit))) {
  print(
    growthTable(
      `time by ${unit}`,
      curves.filter((curve) => curve.unit === unit)
    )
  )
}

const suiteRuns: Array<SuiteRun> = []
if (isWanted({ title: 'the suite' })) {
  for (const runs of [0, 100]) suiteRuns.push(await measureSuite(runs))
  print(suiteTable(suiteRuns))
}

if (flags.json) console.log(JSON.stringify({ machine, heats, curves, suiteRuns }, undefined, 2))
