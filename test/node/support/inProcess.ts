/**
 * The command line without a process: for what is decided before anything is sent.
 */
import { CommanderError } from 'commander'
import { vi } from 'vitest'
import { program } from '../../../src/node/cli/program.js'
import type { Ended } from './cli.js'

/** The exit code as the executable sets it, and what was written. One at a time: it listens to this very process. */
export const inProcess = async (args: ReadonlyArray<string>): Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>> => {
  const written = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text)
      return true
    })
  )
  const before = process.exitCode
  try {
    await program('0.0.0').parseAsync([...args], { from: 'user' })
    return { ...written, code: Number(process.exitCode ?? 0) }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { ...written, code: error.exitCode === 0 ? 0 : 2 }
  } finally {
    process.exitCode = before
    spies.forEach((spy) => spy.mockRestore())
  }
}
