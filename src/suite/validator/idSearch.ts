/**
 * The search for ids that a validator judges wrongly, and the count of those that it was asked about.
 */
import * as fc from 'fast-check'
import { clientId, nearMissClientId, nearMissUserPoolId, userPoolId } from '../../generators/index.js'
import type { ClauseId } from '../../clauses/index.js'
import type { Member } from '../../laws/shared/independentCheck.js'
import { clausesOf, isJudgedRight, prefixOf } from './idClauses.js'
import { hash } from '../shared/seeds.js'
import { shorten } from '../server/shorten.js'

/** Grows in place. */
export interface Tally {
  exercised: number
  broken: number
  shortest: { readonly value: unknown } | undefined
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

export const otherTypes = (member: Member): ReadonlyArray<unknown> => {
  const right = member === 'ClientId' ? '1h57kf5cpq17m0eml12example' : 'us-east-1_Example12'
  return [0, 1, true, false, [], {}, [right], { toString: () => right }, [[right]]]
}

export const show = (value: unknown): string => JSON.stringify(value) ?? String(value)

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

export const judgeValue = (
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
export const shortenAll = (tallies: Map<ClauseId, Tally>, member: Member, accept: (u: unknown) => boolean): void => {
  for (const [id, tally] of tallies) {
    const value = tally.shortest?.value
    if (typeof value !== 'string' || !id.startsWith(prefixOf[member])) continue
    const shows = (text: string): boolean =>
      clausesOf(member, text).includes(id) && !isJudgedRight(member, accept, text)
    tally.shortest = { value: shorten(value, shows) }
  }
}

/** Generated values, and where one is judged wrong, what fast-check shrinks it to. */
export const search = (
  tallies: Map<ClauseId, Tally>,
  member: Member,
  accept: (u: unknown) => boolean,
  seed: number,
  runs: number
): void => {
  const seeds = { seed: hash(`${seed}/${member}`), numRuns: runs }
  fc.sample(arbitraries[member], seeds).forEach((value) => judgeValue(tallies, member, accept, value))
  const { errorInstance } = fc.check(
    fc.property(arbitraries[member], (value) => judgeValue(tallies, member, accept, value)),
    seeds
  )
  // only that the validator has no answer is thrown, and that is no counterexample
  if (errorInstance instanceof TypeError) throw errorInstance
}
