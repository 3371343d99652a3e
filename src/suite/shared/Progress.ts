import type { ClauseId } from '../../clauses/index.js'

/** How far a run is. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly requests: number
  /** Clauses seen broken so far. */
  readonly broken: ReadonlyArray<ClauseId>
}
