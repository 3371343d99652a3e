/**
 * The clauses that bind validators, as predicates on one value and what the validator answered.
 */
import { isLeft } from '../../contract/Either.js'
import { isRecord } from '../shared/members.js'
import type { Violation } from '../../contract/Violation.js'
import type { ClauseId } from '../../clauses/index.js'
import { breaks, isReadable, type Member, memberIn, independentViolations } from '../shared/independentCheck.js'
import { saysAll } from '../shared/wording.js'
import { names, type ValidatorAnswer, verdict } from './Validator.js'

export interface ValidatorLaw {
  readonly clause: ClauseId
  readonly applies: (value: unknown) => boolean
  /** Another value that must be answered as this one is, for a law that compares the two. */
  readonly control?: (value: unknown) => unknown
  readonly holds: (answer: ValidatorAnswer, value: unknown, control?: ValidatorAnswer) => boolean
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
      .map((name) => [name, memberIn(value, name)] as const)
      .filter(([, id]) => id !== undefined)
  )

const refused = (clause: ClauseId, name: Member, constraint: Violation['constraint']): ValidatorLaw => ({
  clause,
  applies: (value) => breaks(value, name, constraint),
  holds: (answer) => answer !== undefined && isLeft(answer)
})

/** Accepted as it is, or refused for the other member. */
const accepted = (clause: ClauseId, name: Member): ValidatorLaw => ({
  clause,
  applies: (value) => !breaks(value, name),
  holds: (answer, value) => {
    if (answer === undefined) return false
    if (!isLeft(answer)) return memberIn(answer.right, name) === memberIn(value, name)
    const { violations } = answer.left
    return (
      independentViolations(value).length > 0 &&
      (violations === undefined || violations.every((v) => v.path[0] !== name))
    )
  }
})

const ignored = (clause: ClauseId, isIgnored: (key: string) => boolean): ValidatorLaw => ({
  clause,
  applies: (value) => keysOf(value).some(isIgnored),
  control: documented,
  holds: (answer, _, control) => answer !== undefined && verdict(answer) === verdict(control)
})

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
    // Cognito has no words for a wrong JSON type, nor for a value that is not an object
    applies: (value) =>
      isReadable(value) &&
      isRecord(value) &&
      independentViolations(value).length > 0 &&
      independentViolations(value).every((v) => v.constraint !== 'type'),
    holds: (answer, value) =>
      answer !== undefined && isLeft(answer) && saysAll(answer.left.message, independentViolations(value))
  },
  { clause: 'validator.total', applies: () => true, holds: (answer) => answer !== undefined },
  {
    clause: 'validator.allViolations',
    applies: (value) => isReadable(value) && isRecord(value) && independentViolations(value).length > 1,
    holds: (answer, value) =>
      answer !== undefined && isLeft(answer) && independentViolations(value).every((wrong) => names(answer.left, wrong))
  }
]

/** The law on the other faces of a validator: its guard, its JSON Schema and so on, each as what it accepts. */
export const agreesWith = (faces: ReadonlyArray<(u: unknown) => boolean>): ValidatorLaw => ({
  clause: 'validator.agrees',
  applies: () => faces.length > 0,
  holds: (answer, value) => answer !== undefined && faces.every((accepts) => accepts(value) !== isLeft(answer))
})
