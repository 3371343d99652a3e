/**
 * The served reference, or a bare `node:http` server, in a process of its own, as the load sees it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Usage {
  /** Milliseconds of processor time since the start. */
  readonly cpuMs: number
  /** Bytes, now. */
  readonly rss: number
  /** Bytes, the most since the last question. */
  readonly peakRss: number
}

export interface Server {
  readonly port: number
  readonly usage: () => Promise<Usage>
  readonly stop: () => void
}

export type Kind = 'reference' | 'bare'

const firstMessage = async (child: ChildProcess): Promise<unknown> => {
  const [message] = (await once(child, 'message')) as [unknown] // what `once` resolves to: the event's arguments
  return message
}

export const startServer = async (kind: Kind, options: object = {}): Promise<Server> => {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url))
  const child = fork(script, [kind, JSON.stringify(options)], { execArgv: process.execArgv })
  const port = Number(await firstMessage(child))
  return {
    port,
    usage: async () => {
      child.send('usage')
      return (await firstMessage(child)) as Usage // serve.ts answers this message with it
    },
    stop: () => child.kill('SIGKILL')
  }
}
