import type { Report, VerifyValidatorOptions } from '../conformance.js'

/** What a worker is to judge. */
export interface ValidatorJob {
  readonly file: string
  readonly options: Omit<VerifyValidatorOptions, 'signal' | 'onProgress' | 'watch'>
  readonly timeoutMs: number
  /** Holds the number of questions that were asked; shared, so that it can be read while the worker is busy. */
  readonly asked: Int32Array<SharedArrayBuffer>
  /** Questions that were seen not to be answered. */
  readonly unanswered: ReadonlyArray<number>
  /** The question at which the run is to end, and why. */
  readonly last?: { readonly question: number; readonly reason: string }
}

/** What a worker says at its end. */
export type ValidatorVerdict = { readonly report: Report } | { readonly problem: string }
