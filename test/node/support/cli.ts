/**
 * The built command line as a child process, in an environment of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly child: ChildProcess
  /** What stood on stdout up to the first end of a line. */
  readonly firstLine: Promise<string>
  readonly ended: Promise<Ended>
}

type Env = Readonly<Record<string, string>>

export const BIN = fileURLToPath(new URL('../../../dist/node/bin.js', import.meta.url))

/** Longer than any test takes: a hang becomes a failure. */
const HANG_MS = 100_000

/** Any command, told nothing of the environment of the tests. */
export const startCommand = (command: string, args: ReadonlyArray<string>, env: Env = {}, cwd?: string): Started => {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(command, [...args], { cwd, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const watchdog = setTimeout(() => child.kill('SIGKILL'), HANG_MS)
  let stdout = ''
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout.setEncoding('utf8')
  const firstLine = new Promise<string>((resolve) => {
    child.stdout.on('data', (text: string) => {
      stdout += text
      if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')))
    })
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(watchdog)
      resolve({ code, signal, stdout, stderr })
    })
  })
  return { child, firstLine, ended }
}

export const runCommand = (command: string, args: ReadonlyArray<string>, env?: Env, cwd?: string): Promise<Ended> =>
  startCommand(command, args, env, cwd).ended

export const startCli = (args: ReadonlyArray<string>, env?: Env): Started =>
  startCommand(process.execPath, [BIN, ...args], env)

export const cli = (args: ReadonlyArray<string>, env?: Env): Promise<Ended> => startCli(args, env).ended
