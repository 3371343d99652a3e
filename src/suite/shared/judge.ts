/**
 * From results to the verdict, and to the report that every suite ends in.
 */
import type { Binds } from '../../clauses/Clause.js'
import { clausesThatBind } from '../../clauses/index.js'
import { applyBaseline, type Baseline } from './Baseline.js'
import { type Cause, type ClauseResult, isMissing, type Report } from './Report.js'
import { first, plural } from './text.js'

/** How much a passed verdict speaks about, where what is judged decides it. */
export interface Scope {
  /** What the MUSTs that were judged are about. */
  readonly about: string
  /** Why the others were not judged. */
  readonly missing: string
}

/** What a suite knows when it is through. Members that are absent mean nothing for what it judges. */
export interface JudgedRun
  extends
    Pick<Report, 'target' | 'seed' | 'runs'>,
    Partial<Pick<Report, 'requests' | 'retries' | 'notes' | 'leftBehind'>> {
  readonly subject: Binds
  readonly results: ReadonlyArray<ClauseResult>
  readonly baseline: Baseline | undefined
  /** Of a validator: how much of the contract its module exports. */
  readonly scope?: Scope
  /** What kept the run from its end. */
  readonly problem: string | undefined
  /** In milliseconds, as `Date.now()` has it. */
  readonly started: number
}

/** The sentence that explains a passed verdict. */
const because = (
  clauses: ReadonlyArray<ClauseResult>,
  excused: number,
  all: number,
  scope: Scope | undefined
): string => {
  const musts = clauses.filter(({ level }) => level === 'MUST')
  const unjudged = musts.filter(({ status }) => status === 'untested')
  const leftOut = all - clauses.length
  const known = excused === 0 ? [] : [`${excused} that the baseline lists`]
  const about = scope === undefined || unjudged.length === 0 ? '' : ` about ${scope.about}`
  const unseen =
    scope !== undefined || unjudged.length === 0
      ? []
      : [`${unjudged.length} that ${unjudged.length === 1 ? 'is' : 'are'} judged only when seen`]
  const excepted = [...known, ...unseen]
  const except = excepted.length === 0 ? '' : `, except ${excepted.join(' and ')}`
  const held = `every ${leftOut > 0 ? 'selected ' : ''}MUST${about} was tested and held${except}`
  const untested =
    scope === undefined || unjudged.length === 0
      ? ''
      : `; ${plural(unjudged.length, 'MUST')} ${unjudged.length === 1 ? 'was' : 'were'} not judged: ${scope.missing}`
  return [
    musts.length > 0 ? held : 'no MUST was selected',
    ...(leftOut > 0 ? [`(${leftOut} of ${plural(all, 'clause')} left out)`] : [])
  ]
    .join(' ')
    .concat(untested)
}

const MAX_REASONS = 3

const reasonOf = ({ reason = 'not exercised' }: ClauseResult): string => reason

const causesOf = (clauses: ReadonlyArray<ClauseResult>): ReadonlyArray<Cause> => {
  const untested = clauses.filter(({ status, excused }) => status === 'untested' && !excused)
  return [...new Set(untested.filter(isMissing).map(reasonOf))].map((reason) => ({
    reason,
    clauses: untested.filter((one) => reasonOf(one) === reason).map(({ id }) => id)
  }))
}

/**
 * The verdict over results, why, and why MUSTs were not tested. `problem` is what kept the run from its end, `all` how
 * many clauses the run would have judged if none had been left out.
 */
export const judge = (
  clauses: ReadonlyArray<ClauseResult>,
  problem: string | undefined,
  baselineProblems: ReadonlyArray<string> = [],
  all: number = clauses.length,
  scope?: Scope
): Pick<Report, 'verdict' | 'because' | 'causes'> => {
  const causes = causesOf(clauses)
  return { ...verdictOf(clauses, causes, problem, baselineProblems, all, scope), causes }
}

const verdictOf = (
  clauses: ReadonlyArray<ClauseResult>,
  causes: ReadonlyArray<Cause>,
  problem: string | undefined,
  baselineProblems: ReadonlyArray<string>,
  all: number,
  scope: Scope | undefined
): Pick<Report, 'verdict' | 'because'> => {
  const broken = clauses.filter(({ status }) => status === 'failed')
  const failed = broken.filter(({ known }) => known === undefined).length
  const missing = clauses.filter(isMissing)
  const tested = clauses.filter(({ status }) => status === 'passed' || status === 'warned').length
  if (failed > 0) {
    const incomplete = problem === undefined ? '' : `; the run is incomplete: ${problem}`
    return { verdict: 'failed', because: `${plural(failed, 'clause')} broken${incomplete}` }
  }
  if (baselineProblems.length > 0) {
    return { verdict: 'failed', because: `the baseline is out of date: ${baselineProblems.join('; ')}` }
  }
  if (problem !== undefined) return { verdict: 'inconclusive', because: problem }
  if (missing.length > 0) {
    return {
      verdict: 'inconclusive',
      because: `${plural(missing.length, 'MUST clause')} could not be tested: ${first(
        causes.map(({ reason }) => reason),
        MAX_REASONS
      ).join('; ')}`
    }
  }
  if (tested + broken.length === 0) return { verdict: 'inconclusive', because: 'no clause was tested' }
  return { verdict: 'passed', because: because(clauses, broken.length, all, scope) }
}

/** The report that every suite ends in. */
export const reportOf = (run: JudgedRun): Report => {
  const { target, subject, results, baseline, problem, started, seed, runs } = run
  const { clauses, baselineProblems } = applyBaseline(results, baseline, new Date(started))
  return {
    tool: 'cognito-secrets-contract',
    formatVersion: 1,
    target,
    ...judge(clauses, problem, baselineProblems, clausesThatBind(subject).length, run.scope),
    clauses,
    seed,
    runs,
    requests: run.requests ?? 0,
    retries: run.retries ?? 0,
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    notes: run.notes ?? [],
    leftBehind: run.leftBehind ?? [],
    baselineProblems
  }
}
