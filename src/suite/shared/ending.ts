/**
 * Why a run ends before it is through.
 */
import { type ClauseId, levelFor } from '../../clauses/index.js'
import type { Binds } from '../../clauses/Clause.js'
import type { SuiteOptions } from './SuiteOptions.js'

/** The reason of an aborted signal. */
export const abortReason = (signal: AbortSignal | undefined): string | undefined =>
  signal?.aborted ? (typeof signal.reason === 'string' ? signal.reason : 'interrupted') : undefined

export const BAILED = 'the run stopped at the first broken MUST (--bail)'

/** Whether what is broken is enough to stop at. A failure that the baseline knows is no reason to stop. */
export const isEnough = ({ bail, strict, baseline }: SuiteOptions, subject: Binds) => {
  const known = new Set(baseline?.knownFailures.map(({ clause }) => clause))
  return (broken: ReadonlyArray<ClauseId>): boolean =>
    bail === true && broken.some((id) => !known.has(id) && (strict === true || levelFor(subject, id) === 'MUST'))
}
