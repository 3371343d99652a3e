/**
 * The suite for validators of the two ids: a regular expression from a template, a schema of another library, a
 * function; judged by the same oracle as servers.
 */
import * as fc from 'fast-check'
import type * as t from 'io-ts'
import { ClientId } from '../contract/ClientId.js'
import { isLeft } from '../contract/Either.js'
import { UserPoolId } from '../contract/UserPoolId.js'
import type { Constraint } from '../contract/Violation.js'
import { violations } from '../contract/Codec.js'
import { clientId, nearMissClientId, nearMissUserPoolId, userPoolId } from '../laws/arbitraries/index.js'
import { clause, type ClauseId, idExamples } from '../laws/index.js'
import { accepts, type IdValidator } from './IdValidator.js'
import { type ClauseResult, judge, type Report } from './Report.js'
import { hash } from './seeds.js'
import { shorten } from './shorten.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * What is judged: a validator for either id, or for both.
 *
 * @since 0.1.0
 */
export interface IdValidators {
  readonly ClientId?: IdValidator
  readonly UserPoolId?: IdValidator
}

/**
 * @since 0.1.0
 */
export interface VerifyValidatorOptions {
  readonly name: string
  readonly seed: number
  /** Generated ids of each kind. Default 1000. */
  readonly runs?: number
}

type Member = keyof IdValidators

const MEMBERS: ReadonlyArray<Member> = ['ClientId', 'UserPoolId']

const codecs = { ClientId, UserPoolId } as const

// ------------------------------------------------------------------------------------
// values
// ------------------------------------------------------------------------------------

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

const otherTypes = (member: Member): ReadonlyArray<unknown> => {
  const right = member === 'ClientId' ? '1h57kf5cpq17m0eml12example' : 'us-east-1_Example12'
  return [0, 1, true, false, [], {}, [right], { toString: () => right }, [[right]]]
}

/** The constraints that a value breaks; none for a good id. */
const broken = (member: Member, value: unknown): ReadonlyArray<Constraint> => {
  const decoded: t.Validation<string> = codecs[member].decode(value)
  return isLeft(decoded) ? violations(decoded.left).map(({ constraint }) => constraint) : []
}

const lowerCamel = (member: Member): 'clientId' | 'userPoolId' => (member === 'ClientId' ? 'clientId' : 'userPoolId')

/** The clause that a right verdict on the value keeps. */
const clauseOf = (member: Member, constraint: Constraint | undefined): ClauseId => {
  const id = `request.${lowerCamel(member)}.${constraint ?? 'accepted'}`
  return id as ClauseId
}

// ------------------------------------------------------------------------------------
// judging
// ------------------------------------------------------------------------------------

interface Tally {
  exercised: number
  broken: number
  shortest: { readonly value: unknown } | undefined
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)

const enter = (tallies: Map<ClauseId, Tally>, id: ClauseId, value: unknown, isRight: boolean): void => {
  const tally = tallies.get(id) ?? { exercised: 0, broken: 0, shortest: undefined }
  tally.exercised++
  if (!isRight) {
    tally.broken++
    if (tally.shortest === undefined || show(value).length < show(tally.shortest.value).length) {
      tally.shortest = { value }
    }
  }
  tallies.set(id, tally)
}

/** The clauses that a value says something about: those of the constraints that it breaks, or that a good id is taken. */
const clausesOf = (member: Member, value: unknown): ReadonlyArray<ClauseId> => {
  const constraints = broken(member, value)
  return constraints.length === 0
    ? [clauseOf(member, undefined)]
    : constraints.map((constraint) => clauseOf(member, constraint))
}

/** A good id must be accepted, a bad one refused. */
const isJudgedRight = (member: Member, accept: (u: unknown) => boolean, value: unknown): boolean =>
  accept(value) === (broken(member, value).length === 0)

const judgeValue = (
  tallies: Map<ClauseId, Tally>,
  member: Member,
  accept: (u: unknown) => boolean,
  value: unknown
): boolean => {
  const isRight = isJudgedRight(member, accept, value)
  for (const id of clausesOf(member, value)) enter(tallies, id, value, isRight)
  return isRight
}

/** What was found, with all left out that it does not take. */
const shortenAll = (tallies: Map<ClauseId, Tally>, member: Member, accept: (u: unknown) => boolean): void => {
  for (const [id, tally] of tallies) {
    const value = tally.shortest?.value
    if (typeof value !== 'string' || !id.startsWith(`request.${lowerCamel(member)}.`)) continue
    const shows = (text: string): boolean =>
      clausesOf(member, text).includes(id) && !isJudgedRight(member, accept, text)
    tally.shortest = { value: shorten(value, shows) }
  }
}

/** Generated values, and where one is judged wrong, what fast-check shrinks it to. */
const search = (
  tallies: Map<ClauseId, Tally>,
  member: Member,
  accept: (u: unknown) => boolean,
  seed: number,
  runs: number
): void => {
  const seeds = { seed: hash(`${seed}/${member}`), numRuns: runs }
  fc.sample(arbitraries[member], seeds).forEach((value) => judgeValue(tallies, member, accept, value))
  fc.check(
    fc.property(arbitraries[member], (value) => judgeValue(tallies, member, accept, value)),
    seeds
  )
}

// ------------------------------------------------------------------------------------
// the suite
// ------------------------------------------------------------------------------------

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
 * Judges validators of the two ids. Each broken clause comes with the shortest value found that shows it.
 *
 * @since 0.1.0
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
    const accept = accepts(validator)
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
  return {
    tool: 'cognito-secrets-contract',
    formatVersion: 1,
    target: name,
    ...judge(clauses, judged.length === 0 ? 'no validator was given' : undefined),
    clauses,
    seed,
    runs,
    requests: 0,
    retries: 0,
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    notes: [],
    leftBehind: [],
    baselineProblems: []
  }
}
