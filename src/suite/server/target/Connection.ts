/**
 * The connection to a target: counts what goes over it, slows down where the target throttles, gives up on an operation
 * or a target that has stopped answering.
 */
import { type ParsedResponse, parseResponse } from '../../../laws/shared/ParsedResponse.js'
import { header, type HttpRequest, type HttpResponse, OPERATION, TARGET_PREFIX } from '../../../protocol/index.js'
import { breather, isTransient, sleep, within } from './pace.js'
import { bodySharer } from './bodySharer.js'
import { lower, raise, sendRate, takeTurn } from './sendRate.js'
import { isResponse, type Target } from './Target.js'
import { hasBroken, hasFallen } from './watchTarget.js'

export interface ConnectionOptions {
  /** How often a throttled request is tried again. */
  readonly retries: number
  /** Milliseconds until an answer of the operation must be complete. */
  readonly timeoutMs: number
  /** The most requests a second. */
  readonly rateLimit?: number
  /**
   * Asked after every call, with the milliseconds that a call has taken on average (waiting for its turn included): why
   * such a target is too slow for the run, if it is.
   */
  readonly tooSlow?: (meanMs: number) => string | undefined
}

/** A response, or why there is none: `unsent` where the request was not sent, because the target had been given up. */
export type Outcome =
  | { readonly response: HttpResponse; readonly answer: ParsedResponse }
  | { readonly failure: string; readonly unsent?: true }

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
  /** Sends until the answer is more than throttling. `attempted` is told of each attempt that is tried again. */
  readonly send: (
    request: HttpRequest,
    /** How many times as long as usual an answer may take. */
    patience?: number,
    attempted?: (outcome: Outcome) => void
  ) => Promise<{ readonly outcome: Outcome; readonly throttled: boolean }>
  readonly stats: () => ConnectionStats
  /** Why the target was given up, if it was. */
  readonly lost: () => string | undefined
  /** Gives a target that was given up, and every operation, a last chance: the next call without an answer ends it. */
  readonly recall: () => void
}

/** Gives up after this many requests without an answer, in a row and in all. */
const MAX_CONSECUTIVE_FAILURES = 5
const MAX_FAILURES = 25

/** Gives up on a target after this many responses if all of them were throttling or the documented 500. */
const HOPELESS = 20

/** Gives up on an operation after this many throttled calls of it in a row. */
const MAX_THROTTLED = 30

/** Gives up on a target after answers of so many bytes in all and on average: no List comes near either. */
const MAX_BYTES = 33_554_432
const MAX_MEAN_BYTES = 262_144

/** A documented failure is tried again so often, after so many milliseconds, doubled each time. */
const FAILURE_RETRIES = 4
const FAILURE_PAUSE_MS = 10

/** After so many of these retries in a run, a failure is tried again only twice: it does not come by chance. */
const MANY_FAILURES = 400
const FEWER_RETRIES = 2

/** An operation that has answered this many times in a row with the documented failure is not tried again for it. */
const MAX_FAILED = 12

export const openConnection = (target: Target, options: ConnectionOptions): Connection => {
  const { retries, timeoutMs, tooSlow = () => undefined } = options
  const breathe = breather()
  const shared = bodySharer()
  const count = {
    requests: 0,
    retries: 0,
    failedAgain: 0,
    starved: 0,
    responses: 0,
    bytes: 0,
    answered: 0,
    failures: 0,
    consecutive: 0
  }
  const spent = { calls: 0, ms: 0 }
  /** How often each operation was throttled since it last was not. */
  const throttled = new Map<string, number>()
  /** How often each operation has failed with the documented 500 since it last did not. */
  const failed = new Map<string, number>()
  let rate = sendRate(options.rateLimit)
  let lost: string | undefined
  /** Whether only clean-up is left: it is tried however slow or long the answers were. */
  let isCleaningUp = false
  /** How many requests had been sent when a connection was last seen to break. */
  let sentWhenBroken = 0

  const givenUp = (operation: string): string | undefined =>
    (throttled.get(operation) ?? 0) >= MAX_THROTTLED
      ? `the target throttled ${MAX_THROTTLED} calls of ${operation} in a row; fewer requests a second may help (--rate-limit)`
      : undefined

  const attempt = async (request: HttpRequest, operation: string, patience: number): Promise<Outcome> => {
    // nothing is awaited that need not be: this is done for every request
    const breath = breathe()
    if (breath !== undefined) await breath
    const turn = takeTurn(rate, Date.now())
    rate = turn.rate
    const early = turn.at - Date.now()
    if (early > 0) await sleep(early)
    const failure = lost ?? givenUp(operation)
    if (failure !== undefined) return { failure, unsent: true }
    const number = ++count.requests
    const sentAt = Date.now()
    try {
      const received = await within(timeoutMs * patience, async (signal) => target(request, signal))
      if (!isResponse(received)) throw new Error('the target did not return an HttpResponse')
      const response = shared(received)
      count.consecutive = 0
      count.responses++
      count.bytes += response.body.length
      if (!isCleaningUp && count.bytes > MAX_BYTES && count.bytes / count.responses > MAX_MEAN_BYTES) {
        lost ??= `gave up after ${Math.round(count.bytes / 1_048_576)} MiB in ${count.responses} answers`
      }
      const answer = parseResponse(response)
      const transient = isTransient(answer)
      if (transient === 'failed') failed.set(operation, (failed.get(operation) ?? 0) + 1)
      else failed.delete(operation)
      if (transient === 'throttled') {
        throttled.set(operation, (throttled.get(operation) ?? 0) + 1)
        rate = lower(rate, sentAt, Date.now())
        if (operation === OPERATION) lost ??= givenUp(operation)
      } else {
        throttled.delete(operation)
        rate = raise(rate)
      }
      if (count.answered === 0 && count.responses >= HOPELESS) lost ??= 'the target only ever throttled or failed'
      return { response, answer }
    } catch (error) {
      const failure = error instanceof Error ? error.message : 'the target threw something that is no Error'
      // a target that has died may be started again
      if (!hasFallen(failure)) {
        count.failures++
        // what breaks together breaks once: a target that dies breaks every connection that is open
        if (!hasBroken(failure) || number > sentWhenBroken) count.consecutive++
        if (hasBroken(failure)) sentWhenBroken = count.requests
      }
      if (count.consecutive >= MAX_CONSECUTIVE_FAILURES || count.failures >= MAX_FAILURES) {
        lost = `gave up after ${count.failures} requests without a complete answer (${failure})`
      }
      return { failure }
    }
  }

  const send: Connection['send'] = async (request, patience = 1, attempted = () => undefined) => {
    const operation = (header(request.headers, 'x-amz-target') ?? '').slice(TARGET_PREFIX.length)
    const started = Date.now()
    const tries = { throttled: 0, failed: 0 }
    for (;;) {
      const outcome = await attempt(request, operation, patience)
      const transient = 'answer' in outcome ? isTransient(outcome.answer) : undefined
      const isHopeless = (failed.get(operation) ?? 0) >= MAX_FAILED
      const often = count.failedAgain >= MANY_FAILURES ? FEWER_RETRIES : FAILURE_RETRIES
      const most = transient === 'throttled' ? retries : isHopeless ? 0 : Math.min(often, retries)
      if (transient === undefined || tries[transient] >= most || lost !== undefined) {
        if (transient === 'throttled') count.starved++
        else if (transient === undefined && 'response' in outcome) count.answered++
        spent.calls++
        spent.ms += Date.now() - started
        if (!isCleaningUp) lost ??= tooSlow(spent.ms / spent.calls)
        return { outcome, throttled: transient === 'throttled' }
      }
      count.retries++
      attempted(outcome)
      if (transient === 'failed') {
        count.failedAgain++
        await sleep(FAILURE_PAUSE_MS * 2 ** tries.failed)
      }
      tries[transient]++
    }
  }

  return {
    send,
    stats: () => count,
    lost: () => lost,
    recall: () => {
      lost = undefined
      isCleaningUp = true
      throttled.clear()
      count.consecutive = MAX_CONSECUTIVE_FAILURES - 1
    }
  }
}
