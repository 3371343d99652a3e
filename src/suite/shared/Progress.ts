import type { ClauseId } from '../../clauses/index.js'

/** How far a run is. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly requests: number
  /** Clauses seen broken so far. */
  readonly broken: ReadonlyArray<ClauseId>
  /** Counterexamples, once all cases are done and the counterexamples are made smaller. */
  readonly shrunk?: { readonly done: number; readonly total: number }
}
