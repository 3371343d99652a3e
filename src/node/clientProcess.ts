/**
 * A client under judgement: a command that calls a server of ours when it is told to.
 */
import type { CallResult, RemoteClient } from '../conformance.js'
import type { HttpRequest, HttpResponse } from '../protocol/index.js'
import { ask, kill, type Running, start, stop } from './clientCommand.js'
import { listen } from './listen.js'
import { maskEnvironment } from './maskEnvironment.js'

/** A client under judgement that runs as a process. */
export interface ClientProcess {
  /** For `verifyClient`. */
  readonly client: RemoteClient
  /** Ends the process and what it started. */
  readonly close: () => Promise<void>
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/**
 * Starts `command`, and again whenever it has ended or hung, with COGNITO_ENDPOINT in its environment. `close` ends it and
 * what it started.
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
    const started = Date.now()
    const line = await ask(current, JSON.stringify(call), timeoutMs)
    // what it prints right behind its report is judged with it
    await new Promise((resolve) => setImmediate(resolve))
    const result = { requests: arrived, output: maskEnvironment(current.output) }
    if (!(line instanceof Error)) return { ...result, reported: parse(maskEnvironment(line)) }
    const isLate = current.ended === undefined
    kill(current)
    running = undefined
    return { ...result, problem: line.message, waited: Date.now() - started, isLate }
  }

  // whoever leaves without closing, as a second Ctrl-C does, leaves no client behind
  const leave = (): void => {
    if (running !== undefined) kill(running)
  }
  process.on('exit', leave)

  return {
    client,
    close: async () => {
      if (running !== undefined) await stop(running)
      process.off('exit', leave)
      await server.close()
    }
  }
}
