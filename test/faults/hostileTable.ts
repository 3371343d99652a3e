/**
 * Prints how the command line ends against every hostile target, or those whose name holds the first argument, or a
 * slice of all: `2/4` is the second of four.
 */
import { hostiles } from './hostile.js'
import { isWithinBounds, runAgainst } from './hostileRun.js'

const WIDTH = 2
const [, , part = ''] = process.argv
const [, slice, slices] = /^(\d+)\/(\d+)$/.exec(part) ?? []
const chosen = hostiles.filter(({ name }, i) =>
  slice === undefined ? name.includes(part) : i % Number(slices) === Number(slice) - 1
)
const queue = chosen.values()
let failures = 0

const worker = async (): Promise<void> => {
  for (const hostile of queue) {
    const ended = await runAgainst(hostile)
    const isGood = isWithinBounds(hostile, ended)
    if (!isGood) failures++
    const { code, seconds, mb, verdict } = ended
    const numbers = `${seconds.toFixed(1).padStart(6)} s ${String(Math.round(mb ?? 0)).padStart(5)} MB  exit ${code ?? 'none'}`
    console.log(`${isGood ? 'ok ' : 'BAD'} ${hostile.name.padEnd(62)} ${numbers}  ${verdict.slice(0, 110)}`)
  }
}

await Promise.all(Array.from({ length: WIDTH }, worker))
console.log(`${chosen.length} of ${hostiles.length} hostile targets, ${failures} out of bounds`)
process.exitCode = failures > 0 ? 1 : 0
