/**
 * A folder in which the package and everything that it develops with are installed, as far as Node can tell.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from './pages.js'

export interface Sandbox {
  readonly path: string
  readonly write: (name: string, text: string) => void
  readonly remove: () => void
}

export const sandbox = (): Sandbox => {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'cognito-secrets-contract-docs-')))
  const modules = join(path, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'junction')
  }
  symlinkSync(ROOT, join(modules, 'cognito-secrets-contract'), 'junction')
  const write: Sandbox['write'] = (name, text) => {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  write('package.json', '{ "type": "module" }\n')
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  /** What has been written to stdout, once a line of it matches. */
  readonly until: (line: RegExp) => Promise<string>
  readonly ended: Promise<Ran>
  readonly stop: () => void
}

/** Longer than anything here takes: a hang becomes a failure. */
const HANG_MS = 200_000

/** Node, told nothing of the environment of the tests. */
export const start = (
  args: ReadonlyArray<string>,
  cwd: string,
  env: Readonly<Record<string, string>> = {}
): Running => {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...args], { cwd, env: { PATH, HOME, NO_COLOR: '1', ...env } })
  const watchdog = setTimeout(() => child.kill('SIGKILL'), HANG_MS)
  let stdout = ''
  let stderr = ''
  child.stdin.end()
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(watchdog)
      resolve({ code, stdout, stderr })
    })
  })
  const until = (line: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (line.test(stdout)) resolve(stdout)
      }
      look()
      child.stdout.on('data', look)
      child.on('close', () => reject(new Error(`ended without ${String(line)}: ${stdout}${stderr}`)))
    })
  return { until, ended, stop: () => void child.kill() }
}

export const run = (...args: Parameters<typeof start>): Promise<Ran> => start(...args).ended

export const BIN = join(ROOT, 'dist/node/bin.js')

export const cli = (args: ReadonlyArray<string>, cwd: string = ROOT): Promise<Ran> => run([BIN, ...args], cwd)
