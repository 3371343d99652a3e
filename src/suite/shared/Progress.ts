import type { ClauseId } from '../../clauses/index.js'

/** How far a run is. */
export interface Progress {
  /** Cases so far. */
  readonly done: number
  /** Cases in all. */
  readonly total: number
  /** Requests so far. */
  readonly requests: number
  /** Clauses seen broken so far. */
  readonly broken: ReadonlyArray<ClauseId>
  /** Counterexamples, once all cases are done and the counterexamples are made smaller. */
  readonly shrunk?: {
    /** Counterexamples that are as small as they get. */
    readonly done: number
    /** Broken clauses that get one. */
    readonly total: number
  }
}
