/**
 * The line to a target: counts what goes over it, waits where the target throttles, gives up on one that has stopped
 * answering.
 */
import type { HttpRequest, HttpResponse } from '../../protocol/index.js'
import { backoff, isTransient, sleep, turns, within } from './pace.js'
import { isResponse, type Target } from './Target.js'
import { hasFallen } from './watchTarget.js'

export interface ConnectionOptions {
  /** How often a throttled request is tried again. */
  readonly retries: number
  /** How often in all. */
  readonly retryBudget: number
  /** Milliseconds until an answer of the operation must be complete. */
  readonly timeoutMs: number
  /** The most requests a second. */
  readonly rateLimit?: number
}

/** A response, or why there is none. */
export type Outcome = { readonly response: HttpResponse } | { readonly failure: string }

export interface ConnectionStats {
  readonly requests: number
  readonly retries: number
  /** Calls that were throttled to the end. */
  readonly starved: number
  /** HTTP responses of any kind. */
  readonly responses: number
  /** Those that were neither throttling nor the documented failure. */
  readonly answered: number
}

export interface Connection {
  /** Sends until there is more than throttling to hear. `attempted` is told of each attempt that is tried again. */
  readonly send: (
    request: HttpRequest,
    /** How many times as long as usual an answer may take. */
    patience?: number,
    attempted?: (outcome: Outcome) => void
  ) => Promise<{ readonly outcome: Outcome; readonly throttled: boolean }>
  readonly stats: () => ConnectionStats
  /** Why the target was given up, if it was. */
  readonly lost: () => string | undefined
  /** A last chance for a target that was given up: the next call without an answer ends it again. */
  readonly recall: () => void
}

const MAX_CONSECUTIVE_FAILURES = 5
const MAX_FAILURES = 25

/** After so many answers without one that is more than throttling or failure, there will be none. */
const HOPELESS = 60

/** A documented failure is tried again so often. */
const FAILURE_RETRIES = 2

export const openConnection = (target: Target, options: ConnectionOptions): Connection => {
  const { retries, retryBudget, timeoutMs } = options
  const turn = turns(options.rateLimit)
  const count = { requests: 0, retries: 0, starved: 0, responses: 0, answered: 0, failures: 0, consecutive: 0 }
  let lost: string | undefined
  // where one call is throttled, the others would be as well
  let pausedUntil = 0

  const attempt = async (request: HttpRequest, patience: number): Promise<Outcome> => {
    if (lost !== undefined) return { failure: lost }
    await turn()
    await sleep(pausedUntil - Date.now())
    count.requests++
    try {
      const response = await within(timeoutMs * patience, (signal) => target(request, signal))
      if (!isResponse(response)) throw new Error('the target did not return an HttpResponse')
      count.consecutive = 0
      count.responses++
      if (count.answered === 0 && count.responses >= HOPELESS) lost = 'the target only ever throttled or failed'
      return { response }
    } catch (error) {
      const failure = error instanceof Error ? error.message : 'the target threw something that is no Error'
      // a target that has died may be started again
      if (!hasFallen(failure)) {
        count.failures++
        count.consecutive++
      }
      if (count.consecutive >= MAX_CONSECUTIVE_FAILURES || count.failures >= MAX_FAILURES) {
        lost = `gave up after ${count.failures} requests without an answer (${failure})`
      }
      return { failure }
    }
  }

  const send: Connection['send'] = async (request, patience = 1, attempted = () => undefined) => {
    for (let n = 0; ; n++) {
      const outcome = await attempt(request, patience)
      const transient = 'response' in outcome ? isTransient(outcome.response) : undefined
      const most = transient === 'throttled' ? retries : Math.min(FAILURE_RETRIES, retries)
      if (transient === undefined || n >= most || count.retries >= retryBudget) {
        if (transient === 'throttled') count.starved++
        else if (transient === undefined && 'response' in outcome) count.answered++
        return { outcome, throttled: transient === 'throttled' }
      }
      count.retries++
      attempted(outcome)
      const pause = backoff(n)
      if (transient === 'throttled') pausedUntil = Math.max(pausedUntil, Date.now() + pause)
      await sleep(pause)
    }
  }

  return {
    send,
    stats: () => count,
    lost: () => lost,
    recall: () => {
      lost = undefined
      count.consecutive = MAX_CONSECUTIVE_FAILURES - 1
    }
  }
}
