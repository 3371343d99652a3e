/**
 * The clauses that bind validators, as predicates on one value. What is right is decided character by character here:
 * the laws share no regular expression with what they judge.
 */
import { type Either, isLeft } from '../contract/Either.js'
import { isRecord, member } from '../contract/Structure.js'
import { describeViolation, type Violation, validationMessage } from '../contract/Violation.js'
import type { ClauseId } from './clauses/index.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * Why a value was refused, as far as the validator says.
 *
 * @since 0.1.0
 */
export interface Refusal {
  readonly message?: string | undefined
  readonly violations?: ReadonlyArray<Violation> | undefined
}

/**
 * Any validator of requests. One that throws to refuse needs an adapter: here a throw is a fault.
 *
 * @since 0.1.0
 */
export type Validator = (u: unknown) => Either<Refusal, unknown>

/**
 * @since 0.1.0
 */
export interface ValidatorLaw {
  readonly clause: ClauseId
  readonly applies: (value: unknown) => boolean
  readonly holds: (validate: Validator, value: unknown) => boolean
}

type Member = 'ClientId' | 'UserPoolId'

// ------------------------------------------------------------------------------------
// what is right
// ------------------------------------------------------------------------------------

const isAlphanumeric = (c: string): boolean =>
  (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')

const matches: Readonly<Record<Member, (characters: ReadonlyArray<string>) => boolean>> = {
  ClientId: (all) => all.length > 0 && all.every((c) => isAlphanumeric(c) || c === '_' || c === '+'),
  UserPoolId: (all) => {
    const last = all.lastIndexOf('_')
    const tail = all.slice(last + 1)
    const isHead = (c: string): boolean => isAlphanumeric(c) || c === '_' || c === '-'
    return last > 0 && all.slice(0, last).every(isHead) && tail.length > 0 && tail.every(isAlphanumeric)
  }
}

const maxLength: Readonly<Record<Member, number>> = { ClientId: 128, UserPoolId: 55 }

const pattern: Readonly<Record<Member, string>> = { ClientId: '[\\w+]+', UserPoolId: '[\\w-]+_[0-9a-zA-Z]+' }

const wrongWith = (name: Member, value: unknown): ReadonlyArray<Violation> => {
  const path = [name]
  if (value === undefined) return [{ path, constraint: 'required' }]
  if (typeof value !== 'string') return [{ path, constraint: 'type', limit: 'string' }]
  const all = [...value]
  return [
    ...(matches[name](all) ? [] : [{ path, constraint: 'pattern', limit: pattern[name] } as const]),
    ...(all.length > 0 ? [] : [{ path, constraint: 'minLength', limit: 1 } as const]),
    ...(all.length <= maxLength[name] ? [] : [{ path, constraint: 'maxLength', limit: maxLength[name] } as const])
  ]
}

/** An own member; `undefined` for null, for none, and for a member of what is no object. */
const read = (value: unknown, name: Member): unknown => (isRecord(value) ? member(value, name) : undefined)

/**
 * Everything that is wrong with a request; nothing for a good one.
 *
 * @since 0.1.0
 */
export const wrongs = (value: unknown): ReadonlyArray<Violation> => [
  ...wrongWith('ClientId', read(value, 'ClientId')),
  ...wrongWith('UserPoolId', read(value, 'UserPoolId'))
]

const breaks = (value: unknown, name: Member, constraint?: Violation['constraint']): boolean =>
  wrongs(value).some((v) => v.path[0] === name && (constraint === undefined || v.constraint === constraint))

// ------------------------------------------------------------------------------------
// what a validator says
// ------------------------------------------------------------------------------------

/** `undefined` where it throws, or returns what is no Either. */
const ask = (validate: Validator, value: unknown): Either<Refusal, unknown> | undefined => {
  try {
    const answer = validate(value)
    return ['Left', 'Right'].includes(answer._tag) ? answer : undefined
  } catch {
    return undefined
  }
}

const refuses = (validate: Validator, value: unknown): boolean => {
  const answer = ask(validate, value)
  return answer !== undefined && isLeft(answer)
}

const names = (refusal: Refusal, wrong: Violation): boolean =>
  refusal.violations === undefined
    ? saysIt(refusal.message, wrong)
    : refusal.violations.some((v) => v.path[0] === wrong.path[0] && v.constraint === wrong.constraint)

/** In the words of Cognito, with the value shown or not. */
const saysIt = (message: string | undefined, wrong: Violation): boolean =>
  message?.includes(describeViolation(wrong).replace(/^Value(?: null)? /, '')) ?? false

/** Refused, or accepted with which ids; `undefined` where there is no answer. */
const verdict = (validate: Validator, value: unknown): string | undefined => {
  const answer = ask(validate, value)
  if (answer === undefined) return undefined
  return isLeft(answer) ? 'refused' : JSON.stringify([read(answer.right, 'ClientId'), read(answer.right, 'UserPoolId')])
}

const keysOf = (value: unknown): ReadonlyArray<string> => {
  try {
    return isRecord(value) ? Object.keys(value) : []
  } catch {
    return [] // a proxy that refuses
  }
}

/** The same request without what the operation does not know. */
const documented = (value: unknown): unknown =>
  Object.fromEntries(
    (['ClientId', 'UserPoolId'] as const)
      .map((name) => [name, read(value, name)] as const)
      .filter(([, id]) => id !== undefined)
  )

// ------------------------------------------------------------------------------------
// laws
// ------------------------------------------------------------------------------------

const refused = (clause: ClauseId, name: Member, constraint: Violation['constraint']): ValidatorLaw => ({
  clause,
  applies: (value) => breaks(value, name, constraint),
  holds: refuses
})

/** Accepted as it is, or refused for the other member. */
const accepted = (clause: ClauseId, name: Member): ValidatorLaw => ({
  clause,
  applies: (value) => !breaks(value, name),
  holds: (validate, value) => {
    const answer = ask(validate, value)
    if (answer === undefined) return false
    if (!isLeft(answer)) return read(answer.right, name) === read(value, name)
    const { violations } = answer.left
    return wrongs(value).length > 0 && (violations === undefined || violations.every((v) => v.path[0] !== name))
  }
})

const ignored = (clause: ClauseId, isIgnored: (key: string) => boolean): ValidatorLaw => ({
  clause,
  applies: (value) => keysOf(value).some(isIgnored),
  holds: (validate, value) => {
    const answer = verdict(validate, value)
    return answer !== undefined && answer === verdict(validate, documented(value))
  }
})

/**
 * @since 0.1.0
 */
export const validatorLaws: ReadonlyArray<ValidatorLaw> = [
  refused('request.clientId.required', 'ClientId', 'required'),
  refused('request.clientId.type', 'ClientId', 'type'),
  refused('request.clientId.minLength', 'ClientId', 'minLength'),
  refused('request.clientId.maxLength', 'ClientId', 'maxLength'),
  refused('request.clientId.pattern', 'ClientId', 'pattern'),
  accepted('request.clientId.accepted', 'ClientId'),
  refused('request.userPoolId.required', 'UserPoolId', 'required'),
  refused('request.userPoolId.type', 'UserPoolId', 'type'),
  refused('request.userPoolId.minLength', 'UserPoolId', 'minLength'),
  refused('request.userPoolId.maxLength', 'UserPoolId', 'maxLength'),
  refused('request.userPoolId.pattern', 'UserPoolId', 'pattern'),
  accepted('request.userPoolId.accepted', 'UserPoolId'),
  ignored('request.unknownMembers.ignored', (key) => !['ClientId', 'UserPoolId', 'NextToken'].includes(key)),
  ignored('request.nextToken.tolerated', (key) => key === 'NextToken'),
  {
    clause: 'error.invalidParameter.wording',
    // Cognito has no words for a wrong JSON type, nor for what is no object
    applies: (value) =>
      isRecord(value) && wrongs(value).length > 0 && wrongs(value).every((v) => v.constraint !== 'type'),
    holds: (validate, value) => {
      const answer = ask(validate, value)
      const message = answer !== undefined && isLeft(answer) ? answer.left.message : undefined
      const head = validationMessage(wrongs(value).map(() => '')).split(':', 1)[0] ?? ''
      return message !== undefined && message.startsWith(head) && wrongs(value).every((wrong) => saysIt(message, wrong))
    }
  },
  { clause: 'validator.total', applies: () => true, holds: (validate, value) => ask(validate, value) !== undefined },
  {
    clause: 'validator.allViolations',
    applies: (value) => isRecord(value) && wrongs(value).length > 1,
    holds: (validate, value) => {
      const answer = ask(validate, value)
      return answer !== undefined && isLeft(answer) && wrongs(value).every((wrong) => names(answer.left, wrong))
    }
  }
]

/**
 * The law on the other faces of a validator: its guard, its JSON Schema and so on, each as what it accepts.
 *
 * @since 0.1.0
 */
export const agreesWith = (faces: ReadonlyArray<(u: unknown) => boolean>): ValidatorLaw => ({
  clause: 'validator.agrees',
  applies: () => faces.length > 0,
  holds: (validate, value) => {
    const answer = ask(validate, value)
    return answer !== undefined && faces.every((accepts) => accepts(value) !== isLeft(answer))
  }
})
