/**
 * `serve`: the reference behind a socket, until interrupted.
 */
import { randomInt } from 'node:crypto'
import { inMemory } from '../../reference/index.js'
import { listen } from '../listen.js'
import { complain, ENDING, INCONCLUSIVE } from './running.js'

/** Resolves when the user, or whoever started us, has had enough. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    ENDING.forEach((signal) => process.once(signal, () => resolve()))
  })

/** How long requests under way may take to be answered after the first signal. */
const DRAIN_MS = 5000

export const serveCommand = async (flags: {
  readonly port: number
  readonly host: string
  readonly seed?: number
}): Promise<number> => {
  const { port, host, seed = randomInt(2 ** 31) } = flags
  try {
    const { url, drain, close } = await listen(inMemory({ now: () => new Date(), seed }), { port, host })
    process.stdout.write(`Listening on ${url}\n`)
    await interrupted()
    // a client that never finishes its request is not waited for, and a second signal ends at once
    await Promise.race([drain(), interrupted(), new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())])
    await close()
    return 0
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const hint = code === 'EADDRINUSE' ? ' Choose another with --port, or 0 for any that is free.' : ''
    complain(`cannot listen on ${host}:${port}: ${message}.${hint}`)
    return INCONCLUSIVE
  }
}
