/**
 * Validators as people write them, each wrong in one way, and the clause that shows it.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { describeViolation, type Violation, validationMessage, validateRequest } from '../../../src/index.js'
import type { ClauseId } from '../../../src/clauses/index.js'
import type { Refusal, Validator } from '../../../src/laws/validator/Validator.js'

interface Rule {
  readonly pattern: RegExp
  readonly min: number
  readonly max: number
  readonly length: (s: string) => number
  /** Before anything else, a wrong JSON type included. */
  readonly prepare: (u: unknown) => unknown
  readonly required: boolean
}

const points = (s: string): number => [...s].length

const same = (u: unknown): unknown => u

const CLIENT: Rule = { pattern: /^[\w+]+$/, min: 1, max: 128, length: points, prepare: same, required: true }

const POOL: Rule = { ...CLIENT, pattern: /^[\w-]+_[0-9a-zA-Z]+$/, max: 55 }

const shownPattern = { ClientId: '[\\w+]+', UserPoolId: '[\\w-]+_[0-9a-zA-Z]+' } as const

const broken = (name: 'ClientId' | 'UserPoolId', rule: Rule, value: unknown): ReadonlyArray<Violation> => {
  const path = [name]
  if (value === undefined || value === null) return rule.required ? [{ path, constraint: 'required' }] : []
  if (typeof value !== 'string') return [{ path, constraint: 'type', limit: 'string' }]
  const all: Array<Violation> = []
  if (!rule.pattern.test(value)) all.push({ path, constraint: 'pattern', limit: shownPattern[name] })
  if (rule.length(value) < rule.min) all.push({ path, constraint: 'minLength', limit: rule.min })
  if (rule.length(value) > rule.max) all.push({ path, constraint: 'maxLength', limit: rule.max })
  return all
}

const own = (u: unknown, key: string): unknown => {
  try {
    return typeof u === 'object' && u !== null && !Array.isArray(u) && Object.hasOwn(u, key)
      ? Reflect.get(u, key)
      : undefined
  } catch {
    return Symbol('unreadable')
  }
}

type Say = (all: ReadonlyArray<Violation>) => Refusal

const inCognitosWords: Say = (all) => ({
  message: validationMessage(all.map((v) => describeViolation(v))),
  violations: all
})

interface Parts {
  readonly client: Partial<Rule>
  readonly pool: Partial<Rule>
  readonly read: (u: unknown, key: string) => unknown
  readonly say: Say
}

const handMade = ({ client = {}, pool = {}, read = own, say = inCognitosWords }: Partial<Parts> = {}): Validator => {
  const rules = { ClientId: { ...CLIENT, ...client }, UserPoolId: { ...POOL, ...pool } }
  return (u): Either<Refusal, unknown> => {
    const ClientId = rules.ClientId.prepare(read(u, 'ClientId'))
    const UserPoolId = rules.UserPoolId.prepare(read(u, 'UserPoolId'))
    const all = [...broken('ClientId', rules.ClientId, ClientId), ...broken('UserPoolId', rules.UserPoolId, UserPoolId)]
    return all.length === 0 ? right({ ClientId, UserPoolId }) : left(say(all))
  }
}

/** None of them wrong, and none of them ours. */
export const goodValidators: Readonly<Record<string, Validator>> = {
  'with violations and message': handMade(),
  'with violations in another order': handMade({ say: (all) => inCognitosWords([...all].reverse()) }),
  'with a message only': handMade({ say: (all) => ({ message: inCognitosWords(all).message }) })
}

/** Says no more than yes or no: keeps every MUST. */
export const mute: Validator = handMade({ say: () => ({}) })

export interface Broken<A> {
  readonly name: string
  readonly subject: A
  readonly killedBy: ClauseId
}

const fault = (name: string, subject: Validator, killedBy: ClauseId): Broken<Validator> => ({ name, subject, killedBy })

const trimmed = (u: unknown): unknown => (typeof u === 'string' ? u.trim() : u)
const asText = (u: unknown): unknown => (u === undefined || u === null ? u : String(u))

const refusing =
  (isBad: (keys: ReadonlyArray<string>) => boolean): Validator =>
  (u) =>
    typeof u === 'object' && u !== null && isBad(Object.keys(u))
      ? left({ message: 'unknown member' })
      : validateRequest(u)

export const brokenValidators: ReadonlyArray<Broken<Validator>> = [
  fault('no $ in the pattern', handMade({ client: { pattern: /^[\w+]+/ } }), 'request.clientId.pattern'),
  fault('no ^ in the pattern', handMade({ client: { pattern: /[\w+]+$/ } }), 'request.clientId.pattern'),
  fault('the m flag', handMade({ client: { pattern: /^[\w+]+$/m } }), 'request.clientId.pattern'),
  fault(
    'the i and u flags, which fold ſ and K',
    handMade({ client: { pattern: /^[\w+]+$/iu } }),
    'request.clientId.pattern'
  ),
  fault('Unicode letters', handMade({ client: { pattern: /^[\p{L}\p{N}_+]+$/u } }), 'request.clientId.pattern'),
  fault(
    'a newline before the end',
    handMade({ pool: { pattern: /^[\w-]+_[0-9a-zA-Z]+\n?$/ } }),
    'request.userPoolId.pattern'
  ),
  fault('trims', handMade({ client: { prepare: trimmed }, pool: { prepare: trimmed } }), 'request.clientId.pattern'),
  fault('a - in ClientId', handMade({ client: { pattern: /^[\w+-]+$/ } }), 'request.clientId.pattern'),
  fault('no + in ClientId', handMade({ client: { pattern: /^\w+$/ } }), 'request.clientId.accepted'),
  fault(
    '26 lower-case characters only',
    handMade({ client: { pattern: /^[a-z0-9]{26}$/ } }),
    'request.clientId.accepted'
  ),
  fault(
    'lower-cases the id',
    handMade({ client: { prepare: (u) => (typeof u === 'string' ? u.toLowerCase() : u) } }),
    'request.clientId.accepted'
  ),
  fault('127 at most', handMade({ client: { max: 127 } }), 'request.clientId.accepted'),
  fault('129 at most', handMade({ client: { max: 129 } }), 'request.clientId.maxLength'),
  fault('none at least', handMade({ client: { pattern: /^[\w+]*$/, min: 0 } }), 'request.clientId.minLength'),
  fault(
    'no minimum, no pattern',
    handMade({ pool: { pattern: /^(?:[\w-]+_[0-9a-zA-Z]+)?$/, min: 0 } }),
    'request.userPoolId.minLength'
  ),
  fault('128 at most for a pool', handMade({ pool: { max: 128 } }), 'request.userPoolId.maxLength'),
  fault('anything after the _', handMade({ pool: { pattern: /^[\w-]+_.+$/ } }), 'request.userPoolId.pattern'),
  fault('a \\w tail', handMade({ pool: { pattern: /^[\w-]+_\w+$/ } }), 'request.userPoolId.pattern'),
  fault(
    'a region in front',
    handMade({ pool: { pattern: /^[a-z]{2}-[a-z]+-\d_[0-9a-zA-Z]+$/ } }),
    'request.userPoolId.accepted'
  ),
  fault('one _ only', handMade({ pool: { pattern: /^[a-zA-Z0-9-]+_[0-9a-zA-Z]+$/ } }), 'request.userPoolId.accepted'),
  fault(
    'lengths in UTF-16',
    handMade({ client: { length: (s) => s.length }, pool: { length: (s) => s.length } }),
    'error.invalidParameter.wording'
  ),
  fault('makes a string of everything', handMade({ client: { prepare: asText } }), 'request.clientId.type'),
  fault(
    'takes a list of one',
    handMade({ pool: { prepare: (u) => (Array.isArray(u) ? u[0] : u) } }),
    'request.userPoolId.type'
  ),
  fault('ClientId is optional', handMade({ client: { required: false } }), 'request.clientId.required'),
  fault('UserPoolId is optional', handMade({ pool: { required: false } }), 'request.userPoolId.required'),
  fault(
    'reads inherited members',
    handMade({ read: (u, key) => (typeof u === 'object' && u !== null && key in u ? Reflect.get(u, key) : undefined) }),
    'request.userPoolId.required'
  ),
  fault(
    'throws on null',
    (u) => (u === null ? left({ message: String((u as unknown as { x: unknown }).x) }) : validateRequest(u)),
    'validator.total'
  ),
  fault(
    'throws on a getter that throws',
    handMade({ read: (u, key) => (typeof u === 'object' && u !== null ? Reflect.get(u, key) : undefined) }),
    'validator.total'
  ),
  fault(
    'throws to refuse',
    (u) => {
      const r = validateRequest(u)
      if (r._tag === 'Left') throw new Error(r.left.message)
      return r
    },
    'validator.total'
  ),
  fault('returns true', (u) => (validateRequest(u)._tag === 'Right') as never, 'validator.total'),
  fault(
    'throws where it should accept',
    (u) => {
      const r = validateRequest(u)
      if (r._tag === 'Right') throw new Error('not yet')
      return r
    },
    'request.clientId.accepted'
  ),
  fault(
    'throws where a request has nothing besides the two ids',
    (u) => {
      if (typeof u === 'object' && u !== null && Object.keys(u).length <= 2) throw new Error('not yet')
      return validateRequest(u)
    },
    'request.unknownMembers.ignored'
  ),
  fault(
    'the first violation only',
    handMade({ say: (all) => inCognitosWords(all.slice(0, 1)) }),
    'validator.allViolations'
  ),
  fault(
    'a violation without the others in its message',
    handMade({ say: (all) => ({ message: inCognitosWords(all.slice(0, 1)).message }) }),
    'validator.allViolations'
  ),
  fault(
    'words of its own',
    handMade({ say: (all) => ({ message: 'Invalid input', violations: all }) }),
    'error.invalidParameter.wording'
  ),
  fault(
    '"errors" for one',
    handMade({
      say: (all) => ({
        ...inCognitosWords(all),
        message: `${all.length} validation errors detected: ${all.map((v) => describeViolation(v)).join('; ')}`
      })
    }),
    'error.invalidParameter.wording'
  ),
  fault(
    'refuses unknown members',
    refusing((keys) => keys.some((key) => !['ClientId', 'UserPoolId', 'NextToken'].includes(key))),
    'request.unknownMembers.ignored'
  ),
  fault(
    'refuses NextToken',
    refusing((keys) => keys.includes('NextToken')),
    'request.nextToken.tolerated'
  )
]
