/**
 * Installing into a folder of its own, once, and running what was installed.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Command, Installable } from './subjects.js'

/** Holds all that was installed. It is ignored by git, and `npm run interop:clean` removes it; INTEROP_DIR is used in its place. */
export const ROOT = process.env['INTEROP_DIR'] ?? join(import.meta.dirname, '..', '..', '.interop')

/** What a shell exits with for a command that it does not find. */
const NOT_FOUND = 127

const run = ({ file, args, env }: Command, log: number): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', log, log], env: { ...process.env, ...env } })
    child.on('error', () => resolve(NOT_FOUND))
    child.on('close', (code) => resolve(code ?? 1))
  })

/** Runs the commands in turn, their output in `logFile`. Says why not, where one of them fails. */
export const runAll = async (commands: ReadonlyArray<Command>, logFile: string): Promise<string | undefined> => {
  const log = openSync(logFile, 'a')
  try {
    for (const command of commands) {
      const code = await run(command, log)
      if (code === NOT_FOUND) return `${command.file} is not on this machine`
      if (code !== 0) return `it could not be installed here (${command.file} failed, see ${logFile})`
    }
    return undefined
  } finally {
    closeSync(log)
  }
}

/** The folder, or why there is none. */
export const install = async (
  subject: Installable
): Promise<{ readonly dir: string } | { readonly missing: string }> => {
  const dir = join(ROOT, `${subject.name.replace(/\W+/g, '-')}-${subject.version}`)
  const done = join(dir, '.installed')
  if (existsSync(done)) return { dir }
  mkdirSync(dir, { recursive: true })
  const logFile = `${dir}.log`
  const failed = await runAll(subject.install(dir), logFile)
  if (failed !== undefined) return { missing: failed }
  writeFileSync(done, '')
  return { dir }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const answers = async (url: string): Promise<boolean> => {
  try {
    await fetch(url, { signal: AbortSignal.timeout(1000) })
    return true
  } catch {
    return false
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Starts a server and waits until it answers HTTP; `undefined` if it never does. */
export const startServer = async (
  { file, args, env }: Command,
  cwd: string,
  url: string
): Promise<ChildProcess | undefined> => {
  const log = openSync(join(ROOT, 'servers.log'), 'a')
  const child = spawn(file, args, { cwd, stdio: ['ignore', log, log], env: { ...process.env, ...env }, detached: true })
  child.on('error', () => undefined) // told by the exit code that there never is
  for (let i = 0; i < 120 && child.exitCode === null && child.pid !== undefined; i++) {
    if (await answers(url)) return child
    await sleep(500)
  }
  stop(child)
  return undefined
}

/** The whole process group: some servers start workers. */
export const stop = ({ pid }: ChildProcess): void => {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}
