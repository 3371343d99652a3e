/**
 * When a run ends before it is through: on a signal, at its time limit, or because the target is too slow for it.
 */
import { abortReason } from '../shared/ending.js'
import { DEFAULTS, type VerifyOptions } from './VerifyOptions.js'

/** When the run is to end although there is more to send: because of `signal`, or of the time. */
export const stopper =
  (signal: AbortSignal, maxTimeMs: number = DEFAULTS.maxTimeMs, started: number) =>
  (): string | undefined => {
    const aborted = abortReason(signal)
    if (aborted !== undefined || Date.now() - started < maxTimeMs) return aborted
    return `the time limit of ${maxTimeMs / 1000} s was reached`
  }

/** A run takes this long before the target may be called too slow: the first calls often are. */
const FAIR_MS = 15_000

/** Whether the target is too slow for `cases` cases, one request each or more. A user's own limit is used up instead. */
export const tooSlow =
  ({ maxTimeMs, concurrency = DEFAULTS.concurrency }: VerifyOptions, cases: number, started: number) =>
  (meanMs: number): string | undefined => {
    if (maxTimeMs !== undefined || Date.now() - started < FAIR_MS) return undefined
    const estimate = (meanMs * cases) / concurrency
    return estimate <= DEFAULTS.maxTimeMs
      ? undefined
      : `the target takes ${(meanMs / 1000).toFixed(1)} s for a call, so that ${cases} cases would take more than ` +
          `${Math.round(estimate / 60_000)} min: allow more time (--max-time), or send fewer cases (--runs, --only)`
  }
