/**
 * The suite for validators: of either id, or of whole requests; judged character by character, without the codecs of
 * the contract.
 */
import type { ClauseId } from '../../clauses/index.js'
import { isLeft, left, right } from '../../contract/Either.js'
import type { ValidatorAnswer } from '../../laws/validator/Validator.js'
import type { ValidatorLaw } from '../../laws/validator/validatorLaws.js'
import { abortReason, BAILED, isEnough } from '../shared/ending.js'
import { reportOf } from '../shared/judge.js'
import type { Counterexample, Report } from '../shared/Report.js'
import { resultsOf } from '../shared/result.js'
import { clausesToJudge, type SuiteOptions } from '../shared/SuiteOptions.js'
import { brokenIn, enter, type Tally } from '../shared/Tally.js'
import { misnamed, scopeOf } from './exports.js'
import { describeFailure, type Failure, minimise, weigh } from './Failure.js'
import { type IdValidators, MEMBERS, prefixes, type Subject, subjectsOf } from './subjects.js'
import type { ValidatorReplay } from './validatorReplay.js'

/** Knows which question is asked, for a caller that ends what does not answer. */
export interface Watch {
  /** Told before every question, by its number; `false` for one that was seen not to be answered. */
  readonly begins: (question: number) => boolean
  /** Milliseconds until a question counts as not answered. */
  readonly timeoutMs: number
}

/** What a run of the suite against validators may be told. */
export interface VerifyValidatorOptions extends SuiteOptions {
  readonly name: string
  /** Generated values of each kind. Default 1000. */
  readonly runs?: number
  readonly replay?: ValidatorReplay
  /** Without it a validator that never returns keeps the run waiting for ever. */
  readonly watch?: Watch
}

/** Give up a subject after this many values without an answer. */
const PATIENCE = 3

/** Questions are numbered within a phase, one for each subject and one for shrinking, so that giving up moves no number. */
const PHASE = 2 ** 29

const silence = ({ shown }: Subject): string => `gave up on ${shown} after ${PATIENCE} values without an answer`

/** Wording and completeness are judged of refusals that say why they refuse. */
const isJudgeable = ({ clause }: ValidatorLaw, answer: ValidatorAnswer): boolean => {
  const refusal = answer !== undefined && isLeft(answer) ? answer.left : {}
  if (clause === 'error.invalidParameter.wording') return refusal.message !== undefined
  if (clause !== 'validator.allViolations') return true
  return refusal.message !== undefined || refusal.violations !== undefined
}

const STRINGS_ONLY = 'a regular expression is asked about strings only'

/** Why a clause could not be judged with what was exported. */
const untestedReason = (id: ClauseId, validators: IdValidators): string => {
  const member = MEMBERS.find((one) => id.startsWith(prefixes[one]))
  if (member !== undefined) {
    return validators[member] instanceof RegExp ? STRINGS_ONLY : `export ${member} or request to have this judged`
  }
  if (id === 'validator.agrees') return 'export ClientId, UserPoolId and request to have this judged'
  return validators.request === undefined
    ? 'export request, a validator of whole requests, to have this judged'
    : 'the refusals give no message and no violations'
}

/**
 * Judges validators. Each broken clause comes with the shortest value found that shows it. Rejects only for a selection
 * that matches nothing and for a baseline with an unknown clause.
 */
export const verifyValidator = async (validators: IdValidators, options: VerifyValidatorOptions): Promise<Report> => {
  const { name, seed, runs = 1000, strict = false, replay, signal, watch } = options
  const selected = clausesToJudge(options, 'validator')
  const shouldStop = isEnough(options, 'validator')
  const started = Date.now()
  const tally: Tally<Failure> = new Map()
  const subjects = subjectsOf(validators, options)
  const ids = subjects.filter(({ shown }) => shown !== 'request')

  let questions = 0
  let phase = { start: 0, asked: 0, unanswered: 0 }
  const givenUp = new Set<Subject>()
  const ask = async (subject: Subject, value: unknown): Promise<ValidatorAnswer> => {
    if (phase.unanswered >= PATIENCE) return undefined
    questions++
    if (watch?.begins(phase.start + phase.asked++) !== false) return subject.ask(value)
    phase.unanswered++
    return undefined
  }
  const askIds = async (value: unknown): Promise<ValidatorAnswer> => {
    let isRefused = false
    for (const one of ids) {
      const answer = await ask(one, value)
      if (answer === undefined) return undefined
      isRefused ||= isLeft(answer)
    }
    return isRefused ? left({}) : right(value)
  }
  /** `undefined` where there is no answer to compare with. */
  const holds = async (
    { control, ...law }: ValidatorLaw,
    subject: Subject,
    value: unknown,
    answer: ValidatorAnswer
  ): Promise<boolean | undefined> => {
    const isAboutIds = law.clause === 'validator.agrees'
    if (!isAboutIds && control === undefined) return law.holds(answer, value)
    const other = isAboutIds ? await askIds(value) : control && (await ask(subject, control(value)))
    return other === undefined ? undefined : law.holds(answer, value, other)
  }

  const jobs = subjects
    .filter(({ shown }) => replay === undefined || shown === replay.shown)
    .flatMap((subject) =>
      (replay === undefined ? subject.values() : [replay.value]).map((value) => ({ subject, value }))
    )
  let stopped: string | undefined
  let current: Subject | undefined
  for (const [done, { subject, value }] of jobs.entries()) {
    // a validator that answers at once would keep the signal from arriving
    if (done % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 0))
    stopped = abortReason(signal) ?? (shouldStop(brokenIn(tally)) ? BAILED : undefined)
    if (stopped !== undefined) break
    if (subject !== current) phase = { start: subjects.indexOf(subject) * PHASE, asked: 0, unanswered: 0 }
    current = subject
    if (givenUp.has(subject)) continue
    const answer = await ask(subject, value)
    for (const law of subject.laws) {
      if (!selected.has(law.clause) || !law.applies(value) || !isJudgeable(law, answer)) continue
      // silence breaks one clause, not each that it leaves without an answer
      if (answer === undefined && law.clause !== 'validator.total') continue
      // an id that was given up says nothing to compare with
      if (law.clause === 'validator.agrees' && ids.some((one) => givenUp.has(one))) continue
      const isHeld = await holds(law, subject, value, answer)
      if (isHeld === undefined) continue
      enter(tally, law.clause, isHeld ? undefined : { law, subject, value, answer }, questions, weigh)
    }
    if (phase.unanswered >= PATIENCE) givenUp.add(subject)
    options.onProgress?.({ done: done + 1, total: jobs.length, requests: 0, broken: brokenIn(tally) })
  }

  const missing =
    replay === undefined
      ? 'no validator was given'
      : `the counterexample is about ${replay.shown}, which is not exported`
  const problem = jobs.length === 0 ? missing : (abortReason(signal) ?? stopped)
  const counterexample = async (found: Failure): Promise<Counterexample> => {
    const { law, subject, answer: first } = found
    const fails = async (value: unknown): Promise<ValidatorAnswer | 'no'> => {
      if (first === undefined || !law.applies(value)) return 'no'
      const answer = await ask(subject, value)
      const isShown =
        answer !== undefined && isJudgeable(law, answer) && (await holds(law, subject, value, answer)) === false
      return isShown ? answer : 'no'
    }
    const isHurried = abortReason(signal) !== undefined
    return describeFailure(isHurried ? found : await minimise(found, fails), watch?.timeoutMs ?? 0)
  }
  phase = { start: subjects.length * PHASE, asked: 0, unanswered: 0 }
  const untested = (id: ClauseId) => {
    const silent = [...givenUp].find(({ laws }) => laws.some(({ clause }) => clause === id))
    const reason = problem ?? (silent && silence(silent))
    return { reason: reason ?? untestedReason(id, validators), excused: reason === undefined }
  }
  const results = await resultsOf({ subject: 'validator', strict, tally, untested, counterexample }, selected)
  const { baseline } = options
  const reasons = results.some(({ reason }) => reason === STRINGS_ONLY) ? [STRINGS_ONLY] : []
  return reportOf({
    target: name,
    subject: 'validator',
    results,
    baseline,
    scope: scopeOf(validators, reasons),
    notes: [...[...givenUp].map(silence), ...(replay === undefined ? misnamed(validators) : [])],
    problem,
    started,
    seed,
    runs
  })
}
