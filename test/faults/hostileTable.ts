/**
 * Prints how the command line ends against every hostile target, or those whose name holds the first argument.
 */
import { hostiles } from './hostile.js'
import { isWithinBounds, runAgainst } from './hostileRun.js'

const WIDTH = 4
const [, , part = ''] = process.argv
const queue = hostiles.filter(({ name }) => name.includes(part)).values()
let failures = 0

const worker = async (): Promise<void> => {
  for (const hostile of queue) {
    const ended = await runAgainst(hostile)
    const isGood = isWithinBounds(hostile, ended)
    if (!isGood) failures++
    const { code, seconds, mb, verdict } = ended
    const numbers = `${seconds.toFixed(1).padStart(6)} s ${String(Math.round(mb ?? 0)).padStart(5)} MB  exit ${code ?? 'none'}`
    console.log(`${isGood ? 'ok ' : 'BAD'} ${hostile.name.padEnd(58)} ${numbers}  ${verdict.slice(0, 110)}`)
  }
}

await Promise.all(Array.from({ length: WIDTH }, worker))
console.log(`${hostiles.length} hostile targets, ${failures} out of bounds`)
process.exitCode = failures > 0 ? 1 : 0
