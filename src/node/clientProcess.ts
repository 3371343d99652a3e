/**
 * A client under judgement: a command that is told by lines on stdin what to call, that calls a server of ours, and that
 * reports each call in a line on stdout.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { CallResult, RemoteClient } from '../conformance/index.js'
import type { HttpRequest, HttpResponse } from '../protocol/index.js'
import { listen } from './listen.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface ClientProcess {
  readonly client: RemoteClient
  readonly close: () => Promise<void>
}

/** A running command, and what it has printed since the last call. */
interface Running {
  readonly child: ChildProcessWithoutNullStreams
  output: string
  /** Takes the next line, or why there will be none. */
  settle: ((line: string | Error) => void) | undefined
  ended: string | undefined
}

// ------------------------------------------------------------------------------------
// the command
// ------------------------------------------------------------------------------------

const start = (command: ReadonlyArray<string>, endpoint: string): Running => {
  const [file = '', ...args] = command
  const child = spawn(file, args, {
    stdio: 'pipe',
    env: {
      ...process.env,
      COGNITO_ENDPOINT: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'dummy'
    }
  })
  const running: Running = { child, output: '', settle: undefined, ended: undefined }
  const end = (why: string): void => {
    running.ended ??= why
    running.settle?.(new Error(why))
  }
  createInterface({ input: child.stdout }).on('line', (line) => {
    running.output += `${line}\n`
    // what is no JSON object is chatter
    if (line.trimStart().startsWith('{')) running.settle?.(line)
  })
  child.stderr.on('data', (chunk: Buffer) => (running.output += chunk.toString()))
  child.stdin.on('error', () => undefined) // told by `close`
  child.on('error', (error) => end(`the command could not be started: ${error.message}`))
  child.on('close', (code, signal) => end(`the command ended (${signal ?? `exit code ${code ?? 'unknown'}`})`))
  return running
}

const ask = (running: Running, line: string, timeoutMs: number): Promise<string | Error> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => settle(new Error(`the command reported nothing within ${timeoutMs} ms`)), timeoutMs)
    const settle = (answer: string | Error): void => {
      clearTimeout(timer)
      running.settle = undefined
      resolve(answer)
    }
    running.output = ''
    running.settle = settle
    if (running.ended === undefined) running.child.stdin.write(`${line}\n`)
    else settle(new Error(running.ended))
  })

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

// ------------------------------------------------------------------------------------
// client
// ------------------------------------------------------------------------------------

/**
 * Starts `command`, and again whenever it has ended or hung, with COGNITO_ENDPOINT in its environment.
 *
 * @since 0.1.0
 */
export const clientProcess = async (command: ReadonlyArray<string>, timeoutMs: number): Promise<ClientProcess> => {
  let scripted: HttpResponse = { status: 500, headers: {}, body: '' }
  let arrived: Array<HttpRequest> = []
  const server = await listen((request) => {
    arrived.push(request)
    return Promise.resolve(scripted)
  })
  let running: Running | undefined

  const client: RemoteClient = async (call, answer): Promise<CallResult> => {
    scripted = answer
    arrived = []
    if (running === undefined || running.ended !== undefined) running = start(command, server.url)
    const current = running
    const line = await ask(current, JSON.stringify(call), timeoutMs)
    // what it prints right behind its report is judged with it
    await new Promise((resolve) => setImmediate(resolve))
    const result = { requests: arrived, output: current.output }
    if (!(line instanceof Error)) return { ...result, reported: parse(line) }
    current.child.kill('SIGKILL')
    running = undefined
    return { ...result, problem: line.message }
  }

  return {
    client,
    close: async () => {
      running?.child.stdin.end()
      running?.child.kill()
      await server.close()
    }
  }
}
