/**
 * Waiting: for an answer, for a pause to end, for the event loop.
 */
import type { ParsedResponse } from '../../../laws/shared/ParsedResponse.js'

const THROTTLES = ['TooManyRequestsException', 'ThrottlingException', 'Throttling', 'RequestLimitExceeded', 'SlowDown']

/** Answers after which the request is worth sending again: throttling, and the documented 500. */
export const isTransient = ({ status, errorType = '' }: ParsedResponse): 'throttled' | 'failed' | undefined => {
  if (THROTTLES.includes(errorType) || status === 429 || status === 503) return 'throttled'
  return status === 500 && errorType === 'InternalServerException' ? 'failed' : undefined
}

/** Returns at once where there is nothing to wait for. */
export const sleep = (ms: number): Promise<void> =>
  ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))

/** How long this process may work before timers, signals and sockets get their turn. */
const BUSY_MS = 15

/**
 * Lets the event loop turn where it has not done so for a while. A target in the same process answers without it, so
 * that nothing else could stop a run.
 */
export const breather = (): (() => Promise<void> | undefined) => {
  let last = Date.now()
  const turn = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve))
    last = Date.now()
  }
  return () => (Date.now() - last < BUSY_MS ? undefined : turn())
}

/** A timer that is later than this was kept waiting by this process's own work. */
const LATE_MS = 20

/**
 * Waits at most `ms` for what it starts, whatever becomes of that. Where this process was too busy to see the end of the
 * wait it waits a little longer, because the answer may have arrived and only has to be read.
 */
export const within = <A>(ms: number, start: (signal: AbortSignal) => Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const wait = (rest: number): void => {
      const due = Date.now() + rest
      timer = setTimeout(() => {
        if (Date.now() - due > LATE_MS) return wait(LATE_MS)
        reject(new Error(`no complete answer within ${ms} ms`))
        controller.abort()
      }, rest)
    }
    wait(ms)
    const ended =
      <B>(settle: (end: B) => void) =>
      (end: B): void => {
        clearTimeout(timer)
        settle(end)
      }
    start(controller.signal).then(ended(resolve), ended(reject))
  })
