/**
 * The count of a run: for each clause how often it was exercised, how often it failed, and the simplest failure. `F` is
 * what a suite keeps of a failure.
 */
import type { ClauseId } from '../../clauses/index.js'
import type { Symptom } from './Report.js'

export interface Entry<F> {
  /** How often something was judged by the clause. */
  exercised: number
  /** How often the clause was broken. */
  failed: number
  /** The number of requests, calls or values after which the clause was first seen broken. */
  firstFailure: number | undefined
  simplest: F | undefined
  /** The symptom that all failures have, where they all have the same one. */
  symptom: Symptom | undefined
}

export type Tally<F> = Map<ClauseId, Entry<F>>

/** What decides which of two failures is simpler. */
export interface Weight {
  /** How many things are wrong with the input at once. */
  readonly faults: number
  /** The input as text. */
  readonly text: string
  /** What the same input from several places is told apart by. */
  readonly origin?: string
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const none: Entry<never> = { exercised: 0, failed: 0, firstFailure: undefined, simplest: undefined, symptom: undefined }

/**
 * How much there is to read. A placeholder that is a whole id takes no reading, and a long run of one character takes no more than
 * eight of them. Between texts that read alike the total length decides.
 */
const size = (text: string): number => {
  const read = text.replace(/"\{\{(?:client|pool):\w+\}\}\\?"/g, '""')
  return read.replace(/(.)\1{8,}/gu, (run) => run.slice(0, 8)).length + read.length / 1e9
}

/** Below zero where `a` is simpler. What is left is ordered by characters, so that any order of arrival ends the same. */
export const compareWeights = (a: Weight, b: Weight): number =>
  a.faults - b.faults ||
  size(a.text) - size(b.text) ||
  compareTexts(a.text, b.text) ||
  compareTexts(a.origin ?? '', b.origin ?? '')

/** The simpler of two failures; `a` where they weigh the same. */
export const simpler =
  <F>(weigh: (failure: F) => Weight) =>
  (a: F | undefined, b: F): F =>
    a === undefined || compareWeights(weigh(b), weigh(a)) < 0 ? b : a

/** Enters one judgement: `failure` is `undefined` where the clause held. The tally grows in place. */
export const enter = <F>(
  tally: Tally<F>,
  id: ClauseId,
  failure: F | undefined,
  after: number,
  weigh: (failure: F) => Weight,
  symptom?: Symptom
): void => {
  const entry = tally.get(id) ?? { ...none }
  tally.set(id, entry)
  entry.exercised++
  if (failure === undefined) return
  entry.firstFailure ??= after
  entry.simplest = simpler(weigh)(entry.simplest, failure)
  entry.symptom = entry.failed === 0 || entry.symptom === symptom ? symptom : undefined
  entry.failed++
}

/** An entry of what held alone. */
export const withoutFailures = <F>({ exercised, failed }: Entry<F>): Entry<F> => ({
  ...none,
  exercised: exercised - failed
})

/** Two entries of one clause as one. */
export const combine =
  <F>(weigh: (failure: F) => Weight) =>
  (a: Entry<F>, b: Entry<F>): Entry<F> => {
    if (a.failed === 0 || b.failed === 0) {
      return { ...(a.failed === 0 ? b : a), exercised: a.exercised + b.exercised }
    }
    return {
      exercised: a.exercised + b.exercised,
      failed: a.failed + b.failed,
      firstFailure: Math.min(a.firstFailure ?? Infinity, b.firstFailure ?? Infinity),
      simplest: b.simplest === undefined ? a.simplest : simpler(weigh)(a.simplest, b.simplest),
      symptom: a.symptom === b.symptom ? a.symptom : undefined
    }
  }

/** The clauses seen broken. */
export const brokenIn = <F>(tally: Tally<F>): ReadonlyArray<ClauseId> => {
  const broken: Array<ClauseId> = []
  // asked after every case: entries of a Map as arrays are a tenth of what a run allocates
  tally.forEach(({ failed }, id) => failed > 0 && broken.push(id))
  return broken
}
