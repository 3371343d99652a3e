/**
 * The clauses that an id says something about, and the verdict on it that keeps them.
 */
import type * as t from 'io-ts'
import { ClientId } from '../../contract/ClientId.js'
import { violations } from '../../contract/Codec.js'
import { isLeft } from '../../contract/Either.js'
import { UserPoolId } from '../../contract/UserPoolId.js'
import type { Constraint } from '../../contract/Violation.js'
import type { ClauseId } from '../../clauses/index.js'
import type { Member } from '../../laws/shared/independentCheck.js'

const codecs = { ClientId, UserPoolId } as const

/** What the ids of a member's clauses begin with. */
export const prefixOf = { ClientId: 'request.clientId.', UserPoolId: 'request.userPoolId.' } as const

/** The constraints that a value breaks; none for a good id. */
const broken = (member: Member, value: unknown): ReadonlyArray<Constraint> => {
  const decoded: t.Validation<string> = codecs[member].decode(value)
  return isLeft(decoded) ? violations(decoded.left).map(({ constraint }) => constraint) : []
}

/** The clause that a right verdict on the value keeps. */
export const clauseOf = (member: Member, constraint: Constraint | undefined): ClauseId => {
  const id = `${prefixOf[member]}${constraint ?? 'accepted'}`
  return id as ClauseId
}

/** The clauses that a value says something about: those of the constraints that it breaks, or that a good id is taken. */
export const clausesOf = (member: Member, value: unknown): ReadonlyArray<ClauseId> => {
  const constraints = broken(member, value)
  return constraints.length === 0
    ? [clauseOf(member, undefined)]
    : constraints.map((constraint) => clauseOf(member, constraint))
}

/** A good id must be accepted, a bad one refused. */
export const isJudgedRight = (member: Member, accept: (u: unknown) => boolean, value: unknown): boolean =>
  accept(value) === (broken(member, value).length === 0)
