/**
 * The suite for validators: of either id, or of whole requests; judged character by character, without the codecs of
 * the contract.
 */
import { isLeft } from '../../contract/Either.js'
import { type ClauseId, clausesThatBind } from '../../clauses/index.js'
import { memberIn } from '../../laws/shared/independentCheck.js'
import type { ValidatorAnswer } from '../../laws/validator/Validator.js'
import { agreesWith, type ValidatorLaw } from '../../laws/validator/validatorLaws.js'
import { applyBaseline, type Baseline } from '../shared/Baseline.js'
import { reportOf } from '../shared/judge.js'
import type { Progress } from '../shared/Progress.js'
import type { ClauseResult, Counterexample, Report } from '../shared/Report.js'
import { resultOf } from '../shared/result.js'
import { select, type Selection } from '../shared/selection.js'
import { enter, type Tally } from '../shared/Tally.js'
import { describeFailure, type Failure, minimise, weigh } from './Failure.js'
import { type IdValidators, MEMBERS, prefixes, type Subject, subjectsOf } from './subjects.js'

/** Knows which question is asked, for a caller that ends what does not answer. */
export interface Watch {
  /** Told before every question, by its number; `false` for one that was seen not to be answered. */
  readonly begins: (question: number) => boolean
  readonly timeoutMs: number
}

export interface VerifyValidatorOptions extends Selection {
  readonly name: string
  readonly seed: number
  /** Generated values of each kind. Default 1000. */
  readonly runs?: number
  /** Whether a broken SHOULD fails the run. Default false. */
  readonly strict?: boolean
  /** Clauses known to fail. */
  readonly baseline?: Baseline
  readonly onProgress?: (progress: Progress) => void
  /** Ends the run early; what was reached is judged. Its reason is told. */
  readonly signal?: AbortSignal
  /** Without it a validator that never returns keeps the run waiting for ever. */
  readonly watch?: Watch
}

/** Wording and completeness are judged of refusals that say why they refuse. */
const isJudgeable = ({ clause }: ValidatorLaw, answer: ValidatorAnswer): boolean => {
  const refusal = answer !== undefined && isLeft(answer) ? answer.left : {}
  if (clause === 'error.invalidParameter.wording') return refusal.message !== undefined
  if (clause !== 'validator.allViolations') return true
  return refusal.message !== undefined || refusal.violations !== undefined
}

/** Why a clause could not be judged with what was exported. */
const untestedReason = (id: ClauseId, validators: IdValidators): string => {
  const member = MEMBERS.find((one) => id.startsWith(prefixes[one]))
  if (member !== undefined) {
    return validators[member] instanceof RegExp
      ? 'a regular expression is asked about strings only'
      : `export ${member} or request to have this judged`
  }
  if (id === 'validator.agrees') return 'export ClientId, UserPoolId and request to have this judged'
  return validators.request === undefined
    ? 'export request, a validator of whole requests, to have this judged'
    : 'the refusals give no message and no violations'
}

/**
 * Judges validators. Each broken clause comes with the shortest value found that shows it. Rejects only for a selection
 * that matches nothing.
 */
export const verifyValidator = async (validators: IdValidators, options: VerifyValidatorOptions): Promise<Report> => {
  const { name, seed, runs = 1000, strict = false, signal, watch } = options
  const all = clausesThatBind('validator')
  const { selected, unmatched } = select(options, all)
  if (unmatched.length > 0 || selected.size === 0) {
    throw new RangeError(`no clause matches ${unmatched.join(', ') || 'the selection'}`)
  }
  const started = Date.now()
  const tally: Tally<Failure> = new Map()
  let questions = 0
  const ask = async (subject: Subject, value: unknown): Promise<ValidatorAnswer> => {
    const question = questions++
    return watch?.begins(question) === false ? undefined : subject.ask(value)
  }
  const judgeLaw = async (
    subject: Subject,
    law: ValidatorLaw,
    value: unknown,
    answer: ValidatorAnswer
  ): Promise<boolean> => law.holds(answer, value, law.control && (await ask(subject, law.control(value))))

  const subjects = subjectsOf(validators, options)
  const { ClientId, UserPoolId } = validators
  const ids = subjects.filter(({ shown }) => shown !== 'request')
  const jobs = subjects.flatMap((subject) => subject.values().map((value) => ({ subject, value })))
  const isAborted = (): boolean => signal?.aborted ?? false
  for (const [done, { subject, value }] of jobs.entries()) {
    if (isAborted()) break
    // a validator that answers at once would keep the signal from arriving
    if (done % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 0))
    const answer = await ask(subject, value)
    for (const law of subject.laws) {
      if (!selected.has(law.clause) || !law.applies(value) || !isJudgeable(law, answer)) continue
      // silence breaks one clause, not each that it leaves without an answer
      if (answer === undefined && law.clause !== 'validator.total') continue
      const failure = (await judgeLaw(subject, law, value, answer)) ? undefined : { law, subject, value, answer }
      enter(tally, law.clause, failure, questions, weigh)
    }
    const canCompare = subject.shown === 'request' && ClientId && UserPoolId && selected.has('validator.agrees')
    if (canCompare && answer !== undefined && MEMBERS.every((member) => typeof memberIn(value, member) === 'string')) {
      const others: Array<boolean> = []
      for (const one of ids) {
        const other = await ask(one, value)
        others.push(other !== undefined && !isLeft(other))
      }
      const holds = agreesWith([() => others.every((accepts) => accepts)]).holds(answer, value)
      enter(tally, 'validator.agrees', holds ? undefined : { law: undefined, subject, value, answer }, questions, weigh)
    }
    const broken = [...tally].filter(([, { failed }]) => failed > 0).map(([id]) => id)
    options.onProgress?.({ done: done + 1, total: jobs.length, requests: 0, broken })
  }

  const aborted = isAborted() ? (typeof signal?.reason === 'string' ? signal.reason : 'interrupted') : undefined
  const problem = subjects.length === 0 ? 'no validator was given' : aborted
  const counterexample = async (found: Failure): Promise<Counterexample> => {
    const { law, subject, answer: first } = found
    const fails = async (value: unknown): Promise<ValidatorAnswer | 'no'> => {
      if (law === undefined || first === undefined || !law.applies(value)) return 'no'
      const answer = await ask(subject, value)
      const isShown = answer !== undefined && isJudgeable(law, answer) && !(await judgeLaw(subject, law, value, answer))
      return isShown ? answer : 'no'
    }
    return describeFailure(isAborted() ? found : await minimise(found, fails), watch?.timeoutMs ?? 0)
  }
  const untested = (id: ClauseId) => ({
    reason: problem ?? untestedReason(id, validators),
    excused: problem === undefined
  })
  const results: Array<ClauseResult> = []
  for (const id of selected) {
    results.push(await resultOf({ subject: 'validator', strict, tally, untested, counterexample }, id))
  }
  const { clauses, baselineProblems } = applyBaseline(results, options.baseline, new Date(started))
  return reportOf({ target: name, clauses, problem, all: all.length, started, seed, runs, baselineProblems })
}
