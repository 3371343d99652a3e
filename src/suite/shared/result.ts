/**
 * From the tally of a run to the result of one clause, the same for servers, clients and validators.
 */
import { clause, type ClauseId, levelFor } from '../../clauses/index.js'
import type { Binds } from '../../clauses/Clause.js'
import type { ClauseResult, Counterexample } from './Report.js'
import type { Tally } from './Tally.js'

/** What a suite knows about its failures. */
export interface Judging<F> {
  /** What is judged: a clause may be a MUST for servers and a SHOULD for clients. */
  readonly subject: Binds
  readonly strict: boolean
  readonly tally: Tally<F>
  /** Why a clause was not exercised, and whether the verdict may pass all the same. */
  readonly untested: (id: ClauseId) => Required<Pick<ClauseResult, 'reason' | 'excused'>>
  readonly counterexample: (failure: F, id: ClauseId) => Counterexample | Promise<Counterexample>
}

/** The results of the clauses, one after the other: counterexamples are sent again by the same connection. */
export const resultsOf = async <F>(
  judging: Judging<F>,
  ids: Iterable<ClauseId>
): Promise<ReadonlyArray<ClauseResult>> => {
  const results: Array<ClauseResult> = []
  for (const id of ids) results.push(await resultOf(judging, id))
  return results
}

export const resultOf = async <F>(judging: Judging<F>, id: ClauseId): Promise<ClauseResult> => {
  const { sentence, evidence, section } = clause(id)
  const level = levelFor(judging.subject, id)
  const entry = judging.tally.get(id)
  const about = { id, sentence, level, evidence, section, exercised: entry?.exercised ?? 0, broken: entry?.failed ?? 0 }
  if (entry === undefined) return { ...about, status: 'untested', ...judging.untested(id) }
  if (entry.simplest === undefined) return { ...about, status: 'passed' }
  return {
    ...about,
    status: level === 'MUST' || judging.strict ? 'failed' : 'warned',
    foundAfter: entry.firstFailure ?? 0,
    ...(entry.symptom === undefined ? {} : { symptom: entry.symptom }),
    counterexample: await judging.counterexample(entry.simplest, id)
  }
}
