/**
 * The command line against a hostile target: the time, the memory and the exit code.
 * None may take 60 s or 300 MB, or end with a code that makes no sense.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { BIN } from '../node/support/cli.js'
import { type Hostile, serveHostile } from './hostile.js'

const MAX_SECONDS = 60
const MAX_MB = 300

interface Ended {
  readonly code: number | null
  readonly seconds: number
  /** The most memory that was resident, as Linux counts it; `undefined` elsewhere. */
  readonly mb: number | undefined
  readonly verdict: string
}

const peakOf = (pid: number | undefined): number | undefined => {
  try {
    const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1]
    return kb === undefined ? undefined : Number(kb) / 1024
  } catch {
    return undefined
  }
}

export const runAgainst = async (hostile: Hostile): Promise<Ended> => {
  const { url, stop } = await serveHostile(hostile)
  const started = performance.now()
  const child = spawn(process.execPath, [BIN, 'verify', url, '--seed', '1'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, mb] = ['', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.resume()
  const watch = setInterval(() => (mb = Math.max(mb, peakOf(child.pid) ?? 0)), 50)
  const hang = setTimeout(() => child.kill('SIGKILL'), 2 * MAX_SECONDS * 1000)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(watch)
  clearTimeout(hang)
  stop()
  const verdict = /^\s*((?:PASSED|FAILED|INCONCLUSIVE).*)$/m.exec(stdout)?.[1] ?? ''
  return { code, seconds: (performance.now() - started) / 1000, mb: mb === 0 ? undefined : mb, verdict }
}

export const isWithinBounds = ({ codes }: Hostile, { code, seconds, mb = 0 }: Ended): boolean =>
  code !== null && codes.includes(code) && seconds < MAX_SECONDS && mb < MAX_MB
