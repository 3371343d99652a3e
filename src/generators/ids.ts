/**
 * Ids: valid ones biased to the boundaries, and near-misses, each wrong in exactly one way that has a name.
 */
import * as fc from 'fast-check'
import type { ClientId } from '../contract/ClientId.js'
import type { UserPoolId } from '../contract/UserPoolId.js'
import { clientIdCharacters, forbidden, poolHeadCharacters, poolTailCharacters } from './characters.js'

/** An id that breaks the constraints, and how. */
export interface NearMiss {
  /** It breaks the pattern or a length. */
  readonly id: string
  /** The one way in which it is wrong. */
  readonly wrong: 'empty' | 'too long' | 'character' | 'no underscore' | 'nothing before' | 'nothing after' | 'tail'
}

const stringOf = (characters: ReadonlyArray<string>, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...characters), { minLength, maxLength, size: 'max' }).map((parts) => parts.join(''))

/** Half of the lengths at either end. */
const biased = (characters: ReadonlyArray<string>, min: number, max: number): fc.Arbitrary<string> =>
  fc.oneof(
    stringOf(characters, min, Math.min(max, min + 2)),
    stringOf(characters, min, max),
    stringOf(characters, Math.max(min, max - 2), max)
  )

/** `character` at the start, in the middle or at the end of `text`, which shrinks to nothing. */
const spoiled = (text: fc.Arbitrary<string>, characters: ReadonlyArray<string>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.constantFrom(...characters), fc.constantFrom(0, 0.5, 1)).map(([s, c, where]) => {
    const at = Math.floor(s.length * where)
    return s.slice(0, at) + c + s.slice(at)
  })

const miss =
  (wrong: NearMiss['wrong']) =>
  (id: string): NearMiss => ({ id, wrong })

/** Valid ClientIds, half of them at either end of 1 to 128 characters. */
export const clientId = (): fc.Arbitrary<ClientId> => biased(clientIdCharacters, 1, 128) as fc.Arbitrary<ClientId>

/** ClientIds that are wrong in exactly one way. */
export const nearMissClientId = (): fc.Arbitrary<NearMiss> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ id: '', wrong: 'empty' } as const) },
    { weight: 2, arbitrary: biased(clientIdCharacters, 129, 160).map(miss('too long')) },
    {
      weight: 6,
      arbitrary: spoiled(stringOf(clientIdCharacters, 0, 40), forbidden(clientIdCharacters)).map(miss('character'))
    }
  )

/** head, `_`, tail, with `min` to `max` code points in all. */
const pooled = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: 1, max: max - 2 })
    .chain((tailLength) =>
      fc.tuple(
        biased(poolHeadCharacters, Math.max(1, min - 1 - tailLength), max - 1 - tailLength),
        stringOf(poolTailCharacters, tailLength, tailLength)
      )
    )
    .map(([head, tail]) => `${head}_${tail}`)

/** Valid UserPoolIds of up to 55 characters, with and without a region in front. */
export const userPoolId = (): fc.Arbitrary<UserPoolId> =>
  fc.oneof(
    pooled(3, 6),
    pooled(3, 55),
    pooled(55, 55),
    stringOf(poolTailCharacters, 9, 9).map((tail) => `us-east-1_${tail}`)
  ) as fc.Arbitrary<UserPoolId>

/** UserPoolIds that are wrong in exactly one way. */
export const nearMissUserPoolId = (): fc.Arbitrary<NearMiss> => {
  const noUnderscore = poolHeadCharacters.filter((c) => c !== '_')
  return fc.oneof(
    fc.constant({ id: '', wrong: 'empty' } as const),
    pooled(56, 70).map(miss('too long')),
    biased(noUnderscore, 1, 55).map(miss('no underscore')),
    stringOf(poolTailCharacters, 1, 54).map((tail) => miss('nothing before')(`_${tail}`)),
    stringOf(poolHeadCharacters, 1, 54).map((head) => miss('nothing after')(`${head}_`)),
    // the last underscore is followed by a character that only the head may have
    fc
      .tuple(stringOf(poolHeadCharacters, 1, 20), spoiled(stringOf(poolTailCharacters, 0, 20), ['-']))
      .map(([head, tail]) => miss('tail')(`${head}_${tail}`)),
    fc
      .tuple(
        spoiled(stringOf(poolHeadCharacters, 0, 20), forbidden(poolHeadCharacters)),
        stringOf(poolTailCharacters, 1, 20)
      )
      .map(([head, tail]) => miss('character')(`${head}_${tail}`)),
    fc
      .tuple(
        stringOf(poolHeadCharacters, 1, 20),
        spoiled(stringOf(poolTailCharacters, 0, 20), forbidden([...poolTailCharacters, '_', '-']))
      )
      .map(([head, tail]) => miss('character')(`${head}_${tail}`))
  )
}
