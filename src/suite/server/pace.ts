/**
 * Time: waiting where a target throttles or a limit is set, and not waiting for ever.
 */
import { parseResponse } from '../../laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../protocol/index.js'

const THROTTLES = ['TooManyRequestsException', 'ThrottlingException', 'Throttling', 'RequestLimitExceeded', 'SlowDown']

/** Answers that are worth asking again for: throttling, and the documented 500. */
export const isTransient = (response: HttpResponse): 'throttled' | 'failed' | undefined => {
  const { errorType, status } = parseResponse(response)
  if (THROTTLES.includes(errorType ?? '') || status === 429 || status === 503) return 'throttled'
  return status === 500 && errorType === 'InternalServerException' ? 'failed' : undefined
}

/** Not at all where there is nothing to wait for. */
export const sleep = (ms: number): Promise<void> =>
  ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))

/** Exponential, with full jitter. */
export const backoff = (attempt: number): number => Math.random() * Math.min(1000, 25 * 2 ** attempt)

/** Waits for one's turn where there is a limit. */
export const turns = (rateLimit: number | undefined): (() => Promise<void>) => {
  let next = 0
  return async () => {
    if (rateLimit === undefined) return
    const now = Date.now()
    next = Math.max(now, next + 1000 / rateLimit)
    if (next > now) await sleep(next - now)
  }
}

/** A timer that is later than this was kept waiting by work of ours. */
const LATE_MS = 20

/**
 * Waits so long and no longer, whatever becomes of what was started. A wait that this process was too busy to see the end
 * of goes on for as long as it was late: what came in the meantime has yet to be read.
 */
export const within = <A>(ms: number, start: (signal: AbortSignal) => Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const wait = (rest: number): void => {
      const due = Date.now() + rest
      timer = setTimeout(() => {
        const late = Date.now() - due
        if (late > LATE_MS) return wait(Math.min(late, ms))
        reject(new Error(`no complete answer within ${ms} ms`))
        controller.abort()
      }, rest)
    }
    wait(ms)
    Promise.resolve(controller.signal)
      .then(start)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
