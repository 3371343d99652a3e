/**
 * What a run of any suite may be told: against a server, a client or validators.
 */
import type { Binds } from '../../clauses/Clause.js'
import type { ClauseId } from '../../clauses/index.js'
import { isLeft } from '../../contract/Either.js'
import { type Baseline, unknownClause } from './Baseline.js'
import type { Progress } from './Progress.js'
import { select, type Selection } from './selection.js'

export interface SuiteOptions extends Selection {
  /** What reports call that which is judged. */
  readonly name?: string
  /** Decides all that is generated. */
  readonly seed: number
  /** How many cases are generated; what one is, and how many there are by default, depends on the suite. */
  readonly runs?: number
  /** Whether a broken SHOULD fails the run. Default false. */
  readonly strict?: boolean
  /** Clauses known to fail. */
  readonly baseline?: Baseline
  /** Whether to stop at the first broken MUST (with `strict` also at a SHOULD) that the baseline does not know. Default false. */
  readonly bail?: boolean
  /** Judges the case of this counterexample and nothing else. */
  readonly replay?: { readonly clause: ClauseId }
  /** What it throws ends a run against a server, and is thrown again once what was created is deleted. */
  readonly onProgress?: (progress: Progress) => void
  /** Ends the run early; what was reached is judged, what was created is deleted. Its reason is told. */
  readonly signal?: AbortSignal
}

/** The clauses that a run judges. Throws a RangeError where the selection is empty or the baseline names no clause. */
export const clausesToJudge = (options: Omit<SuiteOptions, 'seed'>, subject: Binds): ReadonlySet<ClauseId> => {
  const { replay, baseline } = options
  const selected = select(replay === undefined ? options : { only: [replay.clause] }, subject)
  const unknown = baseline && unknownClause(baseline)
  if (isLeft(selected)) throw new RangeError(selected.left)
  if (unknown !== undefined) throw new RangeError(`the baseline names ${unknown}`)
  return selected.right
}
