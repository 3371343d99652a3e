/**
 * What a validator is asked: the parts that were exported, and the values that each of them is given.
 */
import * as fc from 'fast-check'
import { isLeft } from '../../contract/Either.js'
import { nearMissClientId, nearMissUserPoolId, clientId, userPoolId } from '../../generators/ids.js'
import { idExamples } from '../../generators/probes/idExamples.js'
import { otherTypes, validatorValue } from '../../generators/validatorValue.js'
import { type Member, memberIn } from '../../laws/shared/independentCheck.js'
import type { ValidatorAnswer } from '../../laws/validator/Validator.js'
import { agreesWith, type ValidatorLaw, validatorLaws } from '../../laws/validator/validatorLaws.js'
import { hash } from '../shared/seeds.js'
import { askValidator, type IdValidator } from './IdValidator.js'

/** What is judged: validators of the ids, of whole requests, or both. */
export interface IdValidators {
  /** Absent: its clauses are untested. */
  readonly ClientId?: IdValidator
  /** Absent: its clauses are untested. */
  readonly UserPoolId?: IdValidator
  /** Of `{ ClientId, UserPoolId }`. */
  readonly request?: IdValidator
}

/** What decides the values: the seed, and how many are generated of each kind. */
interface Sampling {
  readonly seed: number
  readonly runs?: number
}

/** A part of what was exported, what it is asked about, and what its answers say. */
export interface Subject {
  readonly shown: Member | 'request'
  readonly values: () => ReadonlyArray<unknown>
  readonly ask: (request: unknown) => Promise<ValidatorAnswer>
  readonly laws: ReadonlyArray<ValidatorLaw>
}

export const GOOD: Readonly<Record<Member, string>> = {
  ClientId: '1h57kf5cpq17m0eml12example',
  UserPoolId: 'us-east-1_Example12'
}

export const MEMBERS: ReadonlyArray<Member> = ['ClientId', 'UserPoolId']

export const prefixes: Readonly<Record<Member, string>> = {
  ClientId: 'request.clientId.',
  UserPoolId: 'request.userPoolId.'
}

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

const idSubject = (member: Member, validator: IdValidator, { seed, runs = 1000 }: Sampling): Subject => ({
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
    return isLeft(answer) ? answer : { ...answer, right: withMember(member, answer.right) }
  },
  laws: validatorLaws.filter(({ clause }) => clause.startsWith(prefixes[member]) || clause === 'validator.total')
})

const requestSubject = (validator: IdValidator, { seed, runs = 1000 }: Sampling): Subject => ({
  shown: 'request',
  values: () => [
    ...MEMBERS.flatMap((member) =>
      [...idExamples[member], ...backtracking, ...otherForms(member)].map((id) => withMember(member, id))
    ),
    { ...GOOD, NextToken: 'a' },
    { ...GOOD, Unknown: 'a' },
    ...fc.sample(validatorValue(), { seed: hash(`${seed}/request`), numRuns: runs * 2 })
  ],
  ask: (request) => askValidator(validator, request),
  laws: validatorLaws
})

/** The same answer from the two ids and from the whole request; the control is the answer of the ids. */
const agreement: ValidatorLaw = {
  clause: 'validator.agrees',
  applies: (value) => MEMBERS.every((member) => typeof memberIn(value, member) === 'string'),
  holds: (answer, value, control) => agreesWith([() => control !== undefined && !isLeft(control)]).holds(answer, value)
}

export const subjectsOf = (validators: IdValidators, options: Sampling): ReadonlyArray<Subject> => {
  const ids = MEMBERS.flatMap((member) => {
    const validator = validators[member]
    return validator === undefined ? [] : [idSubject(member, validator, options)]
  })
  if (validators.request === undefined) return ids
  const request = requestSubject(validators.request, options)
  return [...ids, ids.length < MEMBERS.length ? request : { ...request, laws: [...request.laws, agreement] }]
}
