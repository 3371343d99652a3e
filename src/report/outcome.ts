/**
 * How results are told apart and gathered, the same in every report.
 */
import { type ClauseResult, isMissing, type Report, type Status, type Verdict } from '../suite/shared/Report.js'
import { plural } from '../suite/shared/text.js'

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
  readonly results: ReadonlyArray<ClauseResult>
}

export const outcomeOf = ({ status, known }: ClauseResult): Outcome => (known === undefined ? status : 'known')

export const having = (results: ReadonlyArray<ClauseResult>, outcome: Outcome): ReadonlyArray<ClauseResult> =>
  results.filter((result) => outcomeOf(result) === outcome)

const groupOf = ({ id }: ClauseResult): string => id.split('.', 1)[0] ?? ''

export const groupsOf = ({ clauses }: Report): ReadonlyArray<Group> =>
  [...new Set(clauses.map(groupOf))].map((name) => ({
    name,
    results: clauses.filter((result) => groupOf(result) === name)
  }))

/** What kept a MUST from being tested, with all that it kept. */
export const causesOf = ({ clauses, causes }: Report): ReadonlyArray<Untested> =>
  causes.map(({ reason, clauses: ids }) => ({ reason, results: clauses.filter(({ id }) => ids.includes(id)) }))

/** The clauses that may be untested, by reason. */
export const excusedOf = ({ clauses, causes, because }: Report): ReadonlyArray<Untested> => {
  const missing = causes.flatMap((cause) => cause.clauses)
  const results = having(clauses, 'untested').filter(({ id }) => !missing.includes(id))
  const reasonOf = ({ reason = because }: ClauseResult): string => reason
  return [...new Set(results.map(reasonOf))].map((reason) => ({
    reason,
    results: results.filter((result) => reasonOf(result) === reason)
  }))
}

/** `9 MUSTs and 1 SHOULD were not tested: WHY`. */
export const untestedInWords = ({ reason, results }: Untested): string => {
  const musts = results.filter(isMissing).length
  const counts = [plural(musts, 'MUST'), plural(results.length - musts, 'SHOULD')].filter(
    (text) => !text.startsWith('0 ')
  )
  return `${counts.join(' and ')} ${results.length === 1 ? 'was' : 'were'} not tested: ${reason}`
}
