/**
 * The suite for validators of the two ids: a regular expression from a template, a schema of another library, a
 * function; judged by the codecs of the contract.
 */
import { clause, type ClauseId } from '../../clauses/index.js'
import { idExamples } from '../../generators/probes/idExamples.js'
import { type Member } from '../../laws/shared/independentCheck.js'
import { clauseOf } from './idClauses.js'
import { judgeValue, otherTypes, search, shortenAll, show, type Tally } from './idSearch.js'
import { accepts, type IdValidator } from './IdValidator.js'
import { reportOf } from '../shared/judge.js'
import type { ClauseResult, Report } from '../shared/Report.js'

/** What is judged: a validator for either id, or for both. */
export interface IdValidators {
  readonly ClientId?: IdValidator
  readonly UserPoolId?: IdValidator
}

export interface VerifyValidatorOptions {
  readonly name: string
  readonly seed: number
  /** Generated ids of each kind. Default 1000. */
  readonly runs?: number
}

const MEMBERS: ReadonlyArray<Member> = ['ClientId', 'UserPoolId']

const CONSTRAINTS = ['required', 'type', 'minLength', 'maxLength', 'pattern', undefined] as const

const resultOf = (id: ClauseId, tally: Tally | undefined): ClauseResult => {
  const { sentence, level, evidence, section } = clause(id)
  const about = { id, sentence, level, evidence, section, exercised: tally?.exercised ?? 0, broken: tally?.broken ?? 0 }
  if (tally === undefined) {
    const reason = 'a regular expression is asked about strings only'
    return { ...about, status: 'untested', reason, excused: true }
  }
  if (tally.shortest === undefined) return { ...about, status: 'passed' }
  const good = id.endsWith('.accepted')
  const counterexample = {
    probe: 'examples and generated ids',
    expected: good ? 'accepted' : 'refused',
    received: good ? 'refused' : 'accepted',
    value: show(tally.shortest.value)
  }
  return { ...about, status: 'failed', counterexample }
}

/**
 * Judges validators of the two ids. Each broken clause comes with the shortest value found that shows it. Throws a
 * TypeError where a validator returns a promise.
 */
export const verifyValidator = (
  validators: IdValidators,
  { name, seed, runs = 1000 }: VerifyValidatorOptions
): Report => {
  const started = Date.now()
  const tallies = new Map<ClauseId, Tally>()
  const judged = MEMBERS.filter((member) => validators[member] !== undefined)
  for (const member of judged) {
    const validator = validators[member]
    if (validator === undefined) continue
    const accept = accepts(validator, member)
    idExamples[member].forEach((value) => judgeValue(tallies, member, accept, value))
    search(tallies, member, accept, seed, runs)
    shortenAll(tallies, member, accept)
    // `test` makes a string of everything first
    if (!(validator instanceof RegExp)) {
      const others = [undefined, null, ...otherTypes(member)]
      others.forEach((value) => judgeValue(tallies, member, accept, value))
    }
  }
  const ids = judged.flatMap((member) => CONSTRAINTS.map((constraint) => clauseOf(member, constraint)))
  const clauses = ids.map((id) => resultOf(id, tallies.get(id)))
  return reportOf({
    target: name,
    clauses,
    problem: judged.length === 0 ? 'no validator was given' : undefined,
    all: MEMBERS.length * CONSTRAINTS.length,
    started,
    seed,
    runs
  })
}
