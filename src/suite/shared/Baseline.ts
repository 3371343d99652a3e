/**
 * Clauses that a target is known to break, each with a reason. They still run; a baseline that is no longer true fails
 * the run.
 */
import { type Either, left, right } from '../../contract/Either.js'
import { clauseIds } from '../../clauses/index.js'
import { parseJson } from '../../protocol/Json.js'
import type { ClauseResult, Counterexample, Report } from './Report.js'
import { didYouMean } from './selection.js'
import { brief, MAX_NAME, shownName } from './text.js'

/** A clause that the target is known to break. */
export interface KnownFailure {
  /** Such as `response.secretValue.absent`. */
  readonly clause: string
  /** Never empty. */
  readonly reason: string
  /** The last day on which it counts, `YYYY-MM-DD` in UTC. */
  readonly expires?: string
}

/** All known failures of a target. */
export interface Baseline {
  /** In any order. */
  readonly knownFailures: ReadonlyArray<KnownFailure>
}

/** Some engines take the 30th of February for the 2nd of March. */
const isInCalendar = (day: string): boolean => {
  const date = new Date(day)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

const isDay = (text: unknown): boolean =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && isInCalendar(text)

const isClause = (text: string): boolean => clauseIds.some((id) => id === text)

/** `NAME, which is not a clause`, of the first such name. */
export const unknownClause = ({ knownFailures }: Pick<Baseline, 'knownFailures'>): string | undefined => {
  const unknown = knownFailures.find(({ clause }) => !isClause(clause))?.clause
  return unknown === undefined ? undefined : `${shownName(unknown)}, which is not a clause${didYouMean(unknown)}`
}

const problemOf = (entry: unknown): string | undefined => {
  if (typeof entry !== 'object' || entry === null) return 'is not an object'
  const { clause, reason, expires, ...rest } = entry as Readonly<Record<string, unknown>>
  if (typeof clause !== 'string') return 'has no clause'
  if (typeof reason !== 'string' || reason.trim() === '')
    return `(${shownName(clause)}) has no reason: say why it is known to fail`
  if (expires !== undefined && !isDay(expires))
    return `(${shownName(clause)}) has an expires that is no day such as 2027-01-31`
  const unknown = Object.keys(rest)
  if (unknown.length > 0)
    return `(${shownName(clause)}) has members that are not known here: ${unknown.map(shownName).join(', ')}`
  const name = unknownClause({ knownFailures: [{ clause, reason }] })
  return name === undefined ? undefined : `names ${name}`
}

/** Reads a baseline file. Says what is wrong with it where something is. */
export const parseBaseline = (text: string): Either<string, Baseline> => {
  const parsed = parseJson(text)
  if (parsed._tag === 'Left') return left('it is not JSON')
  const { knownFailures } = (parsed.right ?? {}) as Readonly<Record<string, unknown>>
  if (!Array.isArray(knownFailures)) return left('it has no list knownFailures')
  const entries: ReadonlyArray<unknown> = knownFailures
  const problems = entries.flatMap((entry, i) => {
    const problem = problemOf(entry)
    return problem === undefined ? [] : [`entry ${i + 1} ${problem}`]
  })
  return problems.length > 0
    ? left(problems.join('; '))
    : right({ knownFailures: entries as ReadonlyArray<KnownFailure> })
}

const UNEXPLAINED = 'not yet explained'

/** What stands for a reason until somebody gives one. The body of an answer is left out: half of one says little. */
const placeholder = (target: string, { expected, received }: Pick<Counterexample, 'expected' | 'received'>): string => {
  const answer = received.replace(/: .*/s, '')
  return `${UNEXPLAINED}; expected ${brief(expected, MAX_NAME)}; ${target} answered ${brief(answer, MAX_NAME)}`
}

/** The entries that nobody has given a reason yet. */
export const unexplained = ({ knownFailures }: Baseline): ReadonlyArray<KnownFailure> =>
  knownFailures.filter(({ reason }) => reason.startsWith(UNEXPLAINED))

/** A baseline of what a report shows broken. Reasons and expiries of `previous` are kept. */
export const baselineOf = ({ clauses, target }: Report, previous: Baseline = { knownFailures: [] }): Baseline => ({
  knownFailures: clauses
    .filter(({ status }) => status === 'failed')
    .map(
      ({ id, counterexample }) =>
        previous.knownFailures.find(({ clause }) => clause === id) ?? {
          clause: id,
          reason: counterexample === undefined ? UNEXPLAINED : placeholder(target, counterexample)
        }
    )
})

/** The text of a baseline file. */
export const printBaseline = (baseline: Baseline): string => `${JSON.stringify(baseline, null, 2)}\n`

const isExpired = ({ expires }: KnownFailure, now: Date): boolean =>
  expires !== undefined && now.getTime() >= Date.parse(expires) + 24 * 60 * 60 * 1000

/** What is no longer true of an entry. */
const staleness = (entry: KnownFailure, results: ReadonlyArray<ClauseResult>, now: Date): string | undefined => {
  if (isExpired(entry, now))
    return `${entry.clause} was excused until ${entry.expires ?? ''}: repair it and take the entry out, or give it a later day in expires`
  return results.find(({ id }) => id === entry.clause)?.status === 'passed'
    ? `${entry.clause} passes now: take it out of the baseline`
    : undefined
}

/** Marks the results that are known failures, and lists what is no longer true of the baseline. */
export const applyBaseline = (
  results: ReadonlyArray<ClauseResult>,
  baseline: Baseline | undefined,
  now: Date
): { readonly clauses: ReadonlyArray<ClauseResult>; readonly baselineProblems: ReadonlyArray<string> } => {
  const entries = baseline?.knownFailures ?? []
  const valid = entries.filter((entry) => !isExpired(entry, now))
  return {
    clauses: results.map((result) => {
      const known = valid.find(({ clause }) => clause === result.id)
      return known !== undefined && (result.status === 'failed' || result.status === 'warned')
        ? { ...result, known: known.reason }
        : result
    }),
    baselineProblems: entries.flatMap((entry) => staleness(entry, results, now) ?? [])
  }
}
