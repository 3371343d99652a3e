/**
 * A command that is told by lines on stdin what to call, and reports each call in a line on stdout; ended with all that
 * it has started.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A running command, and what it has printed since the last call. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams
  output: string
  /** Bytes printed since the last call. */
  printed: number
  /** Takes the next line, or why there will be none. */
  settle: ((line: string | Error) => void) | undefined
  ended: string | undefined
}

/** Windows has no process groups, and opens a window for what is detached. */
const HAS_GROUPS = process.platform !== 'win32'

/** The most that a client may print for one call, in bytes. */
const MAX_PRINTED = 4 * 1024 * 1024

/** How long a client that was asked to end may take to do so. */
const GRACE_MS = 1000

/** A group of its own, so that what the command starts can be ended with it: of `npx client` npx is the command. */
export const start = (command: ReadonlyArray<string>, endpoint: string): Running => {
  const [file = '', ...args] = command
  const child = spawn(file, args, {
    stdio: 'pipe',
    detached: HAS_GROUPS,
    env: {
      ...process.env,
      COGNITO_ENDPOINT: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'dummy',
      // it belongs to the keys that the dummies replace
      AWS_SESSION_TOKEN: undefined
    }
  })
  const running: Running = { child, output: '', printed: 0, settle: undefined, ended: undefined }
  const end = (why: string): void => {
    running.ended ??= why
    running.settle?.(new Error(why))
  }
  // before the lines are read: a client that prints without end may never end one
  const count = (chunk: Buffer): void => {
    running.printed += chunk.length
    if (running.printed <= MAX_PRINTED) return
    end(`the command printed more than ${MAX_PRINTED / 1024 / 1024} MiB for one call`)
    kill(running)
  }
  child.stdout.on('data', count)
  child.stderr.on('data', count)
  createInterface({ input: child.stdout }).on('line', (line) => {
    running.output += `${line}\n`
    // what is no JSON object is chatter
    if (line.trimStart().startsWith('{')) running.settle?.(line)
  })
  child.stderr.on('data', (chunk: Buffer) => (running.output += chunk.toString()))
  child.stdin.on('error', () => undefined) // told by `close`
  child.on('error', (error) => end(`the command could not be started: ${error.message}`))
  child.on('close', (code, killedBy) => {
    signal(running, 'SIGKILL')
    end(`the command ended (${killedBy ?? `exit code ${code ?? 'unknown'}`})`)
  })
  return running
}

/**
 * Sends a signal to the command and all that it started, and says whether there was any of it; 0 only asks. Of what has
 * ended the number may be another's by now.
 */
const signal = ({ child, ended }: Running, name: NodeJS.Signals | 0): boolean => {
  if (child.pid === undefined || ended !== undefined) return false
  try {
    return HAS_GROUPS ? process.kill(-child.pid, name) : child.kill(name)
  } catch {
    return false
  }
}

/** Ends it at once. Whatever escapes may still hold its ends of the pipes, which would keep us waiting for more. */
export const kill = (running: Running): void => {
  signal(running, 'SIGKILL')
  running.ended ??= 'the command was killed'
  for (const stream of [running.child.stdin, running.child.stdout, running.child.stderr]) stream.destroy()
}

/** Asks it to end, and ends it where it does not. */
export const stop = async (running: Running): Promise<void> => {
  running.child.stdin.end()
  signal(running, 'SIGTERM')
  for (let waited = 0; waited < GRACE_MS && signal(running, 0); waited += 10) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  kill(running)
}

/** The next line that may be a report, or why there is none. */
export const ask = (running: Running, line: string, timeoutMs: number): Promise<string | Error> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => settle(new Error(`the command reported nothing within ${timeoutMs} ms`)), timeoutMs)
    const settle = (answer: string | Error): void => {
      clearTimeout(timer)
      running.settle = undefined
      resolve(answer)
    }
    running.output = ''
    running.printed = 0
    running.settle = settle
    if (running.ended === undefined) running.child.stdin.write(`${line}\n`)
    else settle(new Error(running.ended))
  })
