/**
 * `npm run growth -- [--mb N]`: processor time against size for every public function that reads text and for the leak
 * oracle, on the text that each finds hardest. Ends with 1 where the last doubling takes more than four times as long.
 */
import { parseArgs } from 'node:util'
import { hardTexts } from './hardTexts.js'
import { subjects } from './subjects.js'

const { values } = parseArgs({ options: { mb: { type: 'string', default: '10' } } })
const MEGABYTE = 1_000_000
const sizes = [10_000, 100_000, MEGABYTE, (Number(values.mb) * MEGABYTE) / 2, Number(values.mb) * MEGABYTE]

/** Twice is linear; a busy machine and its caches may double that. */
const MOST = 4

/** Less than this tells nothing about growth, in milliseconds. */
const TELLING_MS = 20

/** The least of some runs: what else the machine does only adds. */
const milliseconds = (work: () => unknown, times: number): number => {
  let least = Infinity
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

const flat = (text: string): string => Buffer.from(text, 'latin1').toString('latin1')

const broken: Array<string> = []
console.log(`| Function | Hardest text | ${sizes.map((size) => `${size / 1000} kB`).join(' | ')} | Last doubling |`)
console.log(`| - | - | ${sizes.map(() => '-:').join(' | ')} | -: |`)
for (const [name, run] of Object.entries(subjects)) {
  const costs = Object.entries(hardTexts).map(([title, make]) => {
    const text = flat(make(MEGABYTE))
    return { title, make, cost: milliseconds(() => run(text), 2) }
  })
  const hardest = costs.reduce((a, b) => (b.cost > a.cost ? b : a))
  const times = sizes.map((size) => {
    const text = flat(hardest.make(size))
    return milliseconds(() => run(text), 3)
  })
  const [half = 0, whole = 0] = times.slice(-2)
  const ratio = whole < TELLING_MS ? 'too short' : (whole / half).toFixed(1)
  if (whole >= TELLING_MS && whole / half > MOST) broken.push(`${name}, ${hardest.title}`)
  console.log(`| ${name} | ${hardest.title} | ${times.map((ms) => `${ms.toFixed(1)} ms`).join(' | ')} | ${ratio} |`)
}
for (const one of broken) console.error(`grows faster than its input: ${one}`)
process.exitCode = broken.length === 0 ? 0 : 1
