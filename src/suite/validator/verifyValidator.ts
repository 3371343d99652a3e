/**
 * The suite for validators: of either id, or of whole requests; judged character by character, without the codecs of
 * the contract.
 */
import * as fc from 'fast-check'
import { isLeft } from '../../contract/Either.js'
import { type ClauseId, clausesThatBind } from '../../clauses/index.js'
import { nearMissClientId, nearMissUserPoolId, clientId, userPoolId } from '../../generators/ids.js'
import { idExamples } from '../../generators/probes/idExamples.js'
import { otherTypes, validatorValue } from '../../generators/validatorValue.js'
import { type Member, memberIn, wrongs } from '../../laws/shared/independentCheck.js'
import type { ValidatorAnswer } from '../../laws/validator/Validator.js'
import { agreesWith, type ValidatorLaw, validatorLaws } from '../../laws/validator/validatorLaws.js'
import { applyBaseline, type Baseline } from '../shared/Baseline.js'
import { reportOf } from '../shared/judge.js'
import type { Progress } from '../shared/Progress.js'
import type { ClauseResult, Counterexample, Report } from '../shared/Report.js'
import { resultOf } from '../shared/result.js'
import { hash } from '../shared/seeds.js'
import { select, type Selection } from '../shared/selection.js'
import { enter, type Tally, type Weight } from '../shared/Tally.js'
import { shortening } from '../server/shorten.js'
import { describeValue, jsonOf } from './describeValue.js'
import { askValidator, type IdValidator } from './IdValidator.js'

/** What is judged: validators of the ids, of whole requests, or both. */
export interface IdValidators {
  readonly ClientId?: IdValidator
  readonly UserPoolId?: IdValidator
  readonly request?: IdValidator
}

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

/** A part of what was exported, what it is asked about, and what its answers say. */
interface Subject {
  readonly shown: Member | 'request'
  readonly values: () => ReadonlyArray<unknown>
  readonly ask: (request: unknown) => Promise<ValidatorAnswer>
  readonly laws: ReadonlyArray<ValidatorLaw>
}

interface Failure {
  readonly law: ValidatorLaw | undefined
  readonly subject: Subject
  readonly value: unknown
  readonly answer: ValidatorAnswer
}

const GOOD: Readonly<Record<Member, string>> = {
  ClientId: '1h57kf5cpq17m0eml12example',
  UserPoolId: 'us-east-1_Example12'
}

const MEMBERS: ReadonlyArray<Member> = ['ClientId', 'UserPoolId']

const prefixes: Readonly<Record<Member, string>> = { ClientId: 'request.clientId.', UserPoolId: 'request.userPoolId.' }

const arbitraries: Readonly<Record<Member, fc.Arbitrary<string>>> = {
  ClientId: fc.oneof(
    clientId(),
    nearMissClientId().map(({ id }) => id)
  ),
  UserPoolId: fc.oneof(
    userPoolId(),
    nearMissUserPoolId().map(({ id }) => id)
  )
}

const withMember = (member: Member, value: unknown): object => ({ ...GOOD, [member]: value })

/** Texts that make a pattern that backtracks go through every way to split them. */
const backtracking: ReadonlyArray<string> = [
  'a'.repeat(55),
  `${'a_'.repeat(27)}!`,
  `${'a'.repeat(5000)}!`,
  '_'.repeat(5000)
]

/** No id, and a good one as it must not be given. */
const otherForms = (member: Member): ReadonlyArray<unknown> => [
  undefined,
  null,
  [GOOD[member]],
  { toString: () => GOOD[member] }
]

const idSubject = (member: Member, validator: IdValidator, { seed, runs = 1000 }: VerifyValidatorOptions): Subject => ({
  shown: member,
  values: () => {
    const strings = [
      ...idExamples[member],
      ...backtracking,
      ...fc.sample(arbitraries[member], { seed: hash(`${seed}/${member}`), numRuns: runs })
    ]
    const generated = fc.sample(otherTypes(), { seed: hash(`${seed}/${member}/types`), numRuns: 50 })
    // a RegExp's `test` makes a string of everything first
    const all = validator instanceof RegExp ? strings : [...strings, ...otherForms(member), ...generated]
    return all.map((value) => withMember(member, value))
  },
  ask: async (request) => {
    const answer = await askValidator(validator, memberIn(request, member))
    return answer === undefined || isLeft(answer) ? answer : { ...answer, right: withMember(member, answer.right) }
  },
  laws: validatorLaws.filter(({ clause }) => clause.startsWith(prefixes[member]) || clause === 'validator.total')
})

const requestSubject = (validator: IdValidator, { seed, runs = 1000 }: VerifyValidatorOptions): Subject => ({
  shown: 'request',
  values: () => [
    ...MEMBERS.flatMap((member) =>
      [...idExamples[member], ...backtracking, ...otherForms(member)].map((id) => withMember(member, id))
    ),
    ...fc.sample(validatorValue(), { seed: hash(`${seed}/request`), numRuns: runs * 2 })
  ],
  ask: (request) => askValidator(validator, request),
  laws: validatorLaws
})

const subjectsOf = (validators: IdValidators, options: VerifyValidatorOptions): ReadonlyArray<Subject> => [
  ...MEMBERS.flatMap((member) => {
    const validator = validators[member]
    return validator === undefined ? [] : [idSubject(member, validator, options)]
  }),
  ...(validators.request === undefined ? [] : [requestSubject(validators.request, options)])
]

const weigh = ({ value }: Failure): Weight => ({ faults: wrongs(value).length, text: describeValue(value) })

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

/** Makes the ids of a failure as short as they can be, and then as plain. */
const minimise = async (
  found: Failure,
  fails: (value: unknown) => Promise<ValidatorAnswer | 'no'>
): Promise<Failure> => {
  let smallest = found
  for (const member of MEMBERS) {
    const text = memberIn(smallest.value, member)
    if (typeof text !== 'string' || text === GOOD[member]) continue
    const tryText = async (other: string): Promise<boolean> => {
      const value = { ...Object(smallest.value), [member]: other }
      const answer = await fails(value)
      if (answer !== 'no') smallest = { ...smallest, value, answer }
      return answer !== 'no'
    }
    const search = shortening(text)
    let next = search.next()
    while (!next.done) next = search.next(await tryText(next.value))
    const shortest = [...next.value]
    for (const at of shortest.keys()) {
      const plainer = shortest.map((c, i) => (i === at ? 'a' : c))
      if (shortest[at] !== 'a' && (await tryText(plainer.join('')))) shortest[at] = 'a'
    }
  }
  return smallest
}

const describeFailure = ({ law, subject, value, answer }: Failure, timeoutMs: number): Counterexample => {
  const shown = subject.shown === 'request' ? value : memberIn(value, subject.shown)
  const length = typeof shown === 'string' ? [...shown].length : jsonOf(shown).length
  const isRefused = answer !== undefined && isLeft(answer)
  const said = isRefused && answer.left.message !== undefined ? `, saying ${JSON.stringify(answer.left.message)}` : ''
  const isGood = law?.clause.endsWith('.accepted') || wrongs(value).length === 0
  const about = `${subject.shown} of ${length} ${length === 1 ? 'character' : 'characters'}`
  const received =
    answer === undefined
      ? `did not answer within ${timeoutMs} ms for a value of length ${length}`
      : isRefused
        ? `refused${said}`
        : 'accepted'
  const words: Partial<Record<ClauseId, string>> = {
    'validator.total': 'an answer',
    'validator.agrees': 'the same answer from ClientId, UserPoolId and request',
    'error.invalidParameter.wording': "a refusal in Cognito's words",
    'validator.allViolations': `a refusal that names ${wrongs(value).length} violations`
  }
  return {
    probe: `examples and generated values (${about})`,
    expected: words[law?.clause ?? 'validator.agrees'] ?? (isGood ? 'accepted' : 'refused'),
    received,
    value: describeValue(shown)
  }
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
