/**
 * The command line without a process of its own, which would cost half a second: for what is printed and written, and
 * for the exit code that the executable sets.
 */
import { Readable } from 'node:stream'
import { CommanderError } from 'commander'
import { vi } from 'vitest'
import { program } from '../../../src/node/cli/program.js'
import type { Ended } from './cli.js'

interface Surroundings {
  /** Instead of all of the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** As it is built, for commands that start threads: those need a file of JavaScript. */
  readonly isBuilt?: boolean
}

const BUILT = new URL('../../../dist/node/cli/program.js', import.meta.url).href

const builtProgram = async (): Promise<typeof program> =>
  // the build of the very module that gives it this type
  ((await import(/* @vite-ignore */ BUILT)) as { readonly program: typeof program }).program

/** The exit code as the executable sets it, and what was written. One at a time: it listens to this very process. */
export const inProcess = async (
  args: ReadonlyArray<string>,
  { env, stdin = '', isBuilt = false }: Surroundings = {}
): Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>> => {
  const written = { stdout: '', stderr: '' }
  const ofTests = process.env
  // what stands in for stdin has of a stream what the command reads
  const input = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([stdin]) as typeof process.stdin)
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text)
      return true
    })
  )
  const before = process.exitCode
  try {
    if (env !== undefined) process.env = { ...env }
    await (isBuilt ? await builtProgram() : program)('0.0.0').parseAsync([...args], { from: 'user' })
    return { ...written, code: Number(process.exitCode ?? 0) }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { ...written, code: error.exitCode === 0 ? 0 : 2 }
  } finally {
    process.env = ofTests
    process.exitCode = before
    ;[...spies, input].forEach((spy) => spy.mockRestore())
  }
}
