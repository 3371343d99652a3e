/**
 * A command of interop as a list of checks, each by a tool of another language: one line for each, a summary, and an
 * exit code that tells a finding (1) from a check that could not be made here (3).
 */
import { execFile } from 'node:child_process'
import { install } from './install.js'
import type { Command, Installable } from './subjects.js'

export type Outcome =
  | { readonly status: 'held'; readonly says: string }
  | { readonly status: 'FINDING'; readonly says: string }
  /** The toolchain or the network is missing, and nothing was checked. */
  | { readonly status: 'SKIPPED'; readonly says: string }

export interface Check {
  readonly name: string
  readonly run: () => Promise<Outcome>
}

export interface Ended {
  /** 127 where the program is not on this machine. */
  readonly code: number
  readonly stdout: string
  readonly output: string
}

/** Runs a program to its end. Never rejects. */
export const execute = ({ file, args, env }: Command, cwd: string): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 }
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : error.code === 'ENOENT' ? 127 : 1
      resolve({ code, stdout, output: `${stdout}${stderr}` })
    })
  })

export const held = (says: string): Outcome => ({ status: 'held', says })
export const finding = (says: string): Outcome => ({ status: 'FINDING', says })
export const skipped = (says: string): Outcome => ({ status: 'SKIPPED', says })

/** The outcome of what has to be there before anything can be checked; `undefined` where it is there. */
export const unlessReady = ({ code, output }: Ended, tool: string): Outcome | undefined =>
  code === 0
    ? undefined
    : skipped(
        code === 127
          ? `${tool} is not on this machine`
          : `${tool} could not prepare it (no network?): ${output.trim().slice(-500)}`
      )

/** Checks with what was installed, in its folder; SKIPPED where it cannot be installed here. */
export const withInstalled = async (
  subject: Installable,
  check: (dir: string) => Outcome | Promise<Outcome>
): Promise<Outcome> => {
  const installed = await install(subject)
  return 'missing' in installed ? skipped(installed.missing) : check(installed.dir)
}

export const runChecks = async (checks: ReadonlyArray<Check>): Promise<void> => {
  const outcomes: Array<Outcome> = []
  for (const { name, run } of checks) {
    const outcome = await run().catch((error: unknown) => finding(`it could not be run: ${String(error)}`))
    console.log(`${outcome.status}  ${name}: ${outcome.says}`)
    outcomes.push(outcome)
  }
  const count = (status: Outcome['status']): number => outcomes.filter((one) => one.status === status).length
  console.log(`${count('held')} held, ${count('FINDING')} with findings, ${count('SKIPPED')} skipped`)
  process.exitCode = count('FINDING') > 0 ? 1 : count('SKIPPED') > 0 ? 3 : 0
}
