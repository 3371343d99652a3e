/**
 * How results are told apart and gathered, the same in every report.
 */
import type { ClauseResult, Report, Status, Verdict } from '../suite/shared/Report.js'

/** A status, or broken as the baseline knows it: that does not count. */
export type Outcome = Status | 'known'

export const outcomes: ReadonlyArray<Outcome> = ['passed', 'failed', 'warned', 'known', 'untested']

/** Colour is never all that tells outcomes apart. */
export const signs: Readonly<Record<Outcome | Verdict, string>> = {
  passed: '✓',
  failed: '✗',
  warned: '!',
  known: '~',
  untested: '–',
  inconclusive: '?'
}

export const words: Readonly<Record<Outcome, string>> = {
  passed: 'passed',
  failed: 'broken',
  warned: 'warning',
  known: 'known',
  untested: 'not tested'
}

/** The clauses of one prefix. */
export interface Group {
  readonly name: string
  readonly results: ReadonlyArray<ClauseResult>
}

/** Clauses that were not tested for the same reason. */
export interface Untested {
  readonly reason: string
  /** Whether this kept the run from passing. */
  readonly counts: boolean
  readonly results: ReadonlyArray<ClauseResult>
}

export const outcomeOf = ({ status, known }: ClauseResult): Outcome =>
  known !== undefined && (status === 'failed' || status === 'warned') ? 'known' : status

export const having = (results: ReadonlyArray<ClauseResult>, outcome: Outcome): ReadonlyArray<ClauseResult> =>
  results.filter((result) => outcomeOf(result) === outcome)

/** Whether this alone keeps a run from passing: a MUST that nothing was said about. */
export const isMissing = ({ level, status, excused }: ClauseResult): boolean =>
  level === 'MUST' && status === 'untested' && !excused

const groupOf = ({ id }: ClauseResult): string => id.split('.', 1)[0] ?? ''

export const groupsOf = ({ clauses }: Report): ReadonlyArray<Group> =>
  [...new Set(clauses.map(groupOf))].map((name) => ({
    name,
    results: clauses.filter((result) => groupOf(result) === name)
  }))

export const untestedOf = ({ clauses, because }: Report): ReadonlyArray<Untested> => {
  const results = having(clauses, 'untested')
  const reasonOf = ({ reason }: ClauseResult): string => reason ?? because
  return [...new Set(results.map(reasonOf))].flatMap((reason) =>
    [true, false].flatMap((counts) => {
      const some = results.filter((result) => reasonOf(result) === reason && isMissing(result) === counts)
      return some.length === 0 ? [] : [{ reason, counts, results: some }]
    })
  )
}
