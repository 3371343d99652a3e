import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clientIdCharacters,
  forbidden,
  poolHeadCharacters,
  poolTailCharacters,
  treacherous
} from '../../src/generators/characters.js'
import {
  clientId,
  type NearMiss,
  nearMissClientId,
  nearMissUserPoolId,
  userPoolId
} from '../../src/generators/index.js'
import { independentViolations } from '../../src/laws/shared/independentCheck.js'
import { shrinkTree } from './shrinkTree.js'

const SEED = { seed: 20261123, numRuns: 3000 }

const lengthOf = (s: string): number => [...s].length

const only = (allowed: ReadonlyArray<string>, s: string): boolean => [...s].every((c) => allowed.includes(c))

const isWrongClientId: Readonly<Partial<Record<NearMiss['wrong'], (id: string) => boolean>>> = {
  empty: (id) => id === '',
  'too long': (id) => lengthOf(id) > 128 && only(clientIdCharacters, id),
  character: (id) => lengthOf(id) <= 128 && !only(clientIdCharacters, id)
}

const tailOf = (id: string): string => id.slice(id.lastIndexOf('_') + 1)

const isWrongUserPoolId: Readonly<Partial<Record<NearMiss['wrong'], (id: string) => boolean>>> = {
  empty: (id) => id === '',
  'too long': (id) =>
    lengthOf(id) > 55 &&
    only(poolHeadCharacters, id) &&
    id.lastIndexOf('_') > 0 &&
    only(poolTailCharacters, tailOf(id)),
  'no underscore': (id) => !id.includes('_') && only(poolHeadCharacters, id),
  'nothing before': (id) => id.lastIndexOf('_') === 0 && only(poolTailCharacters, tailOf(id)),
  'nothing after': (id) => id.endsWith('_') && id.length > 1 && only(poolHeadCharacters, id),
  tail: (id) => id.lastIndexOf('_') > 0 && only(poolHeadCharacters, id) && tailOf(id).includes('-'),
  character: (id) => !only(poolHeadCharacters, id)
}

const members = [
  [
    'ClientId',
    clientId,
    nearMissClientId,
    isWrongClientId,
    128,
    (id: unknown) => independentViolations({ ClientId: id, UserPoolId: 'a_0' })
  ],
  [
    'UserPoolId',
    userPoolId,
    nearMissUserPoolId,
    isWrongUserPoolId,
    55,
    (id: unknown) => independentViolations({ ClientId: 'a', UserPoolId: id })
  ]
] as const

describe.each(members)('arbitraries of %s', (_, good, nearMiss, isWrong, max, wrongWith) => {
  it('valid ids are valid, and stay valid as they shrink', () => {
    fc.assert(
      fc.property(shrinkTree(good() as fc.Arbitrary<string>), (ids) => {
        expect(ids.filter((id) => wrongWith(id).length > 0)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('near-misses are invalid, in the way that they name and in no other, and stay so as they shrink', () => {
    fc.assert(
      fc.property(shrinkTree(nearMiss()), (misses) => {
        expect(misses.filter(({ id, wrong }) => wrongWith(id).length === 0 || isWrong[wrong]?.(id) !== true)).toEqual(
          []
        )
        expect(misses.filter(({ id, wrong }) => wrong !== 'too long' && lengthOf(id) > max)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('every way to be wrong comes up', () => {
    const ways = new Set(fc.sample(nearMiss(), SEED).map(({ wrong }) => wrong))
    expect([...ways].sort()).toEqual(Object.keys(isWrong).sort())
  })

  it('both boundaries come up, on both sides', () => {
    const good_ = new Set(fc.sample(good() as fc.Arbitrary<string>, SEED).map(lengthOf))
    const shortest = max === 128 ? 1 : 3
    expect([shortest, shortest + 1, max - 1, max].filter((length) => !good_.has(length))).toEqual([])
    const wrong = new Set(fc.sample(nearMiss(), SEED).map(({ id }) => lengthOf(id)))
    expect([0, 1, max + 1].filter((length) => !wrong.has(length))).toEqual([])
  })

  it('every character that is allowed comes up, and every one that is not', () => {
    const allowed = max === 128 ? clientIdCharacters : poolHeadCharacters
    const inGood = new Set(fc.sample(good() as fc.Arbitrary<string>, SEED).flatMap((id) => [...id]))
    expect(allowed.filter((c) => !inGood.has(c))).toEqual([])
    const inWrong = new Set(fc.sample(nearMiss(), { ...SEED, numRuns: 20_000 }).flatMap(({ id }) => [...id]))
    expect(forbidden(allowed).filter((c) => !inWrong.has(c))).toEqual([])
  })

  it('the same seed makes the same ids', () => {
    for (const make of [good, nearMiss] as ReadonlyArray<() => fc.Arbitrary<unknown>>) {
      expect(fc.sample(make(), SEED)).toEqual(fc.sample(make(), SEED))
      expect(fc.sample(make(), SEED)).not.toEqual(fc.sample(make(), { ...SEED, seed: 1 }))
    }
  })

  it('a failure shrinks to something short', () => {
    const ids = good() as fc.Arbitrary<string>
    const { counterexample } = fc.check(
      fc.property(ids, (id) => wrongWith(id).length > 0),
      { seed: 1 }
    )
    expect(counterexample).toEqual([expect.stringMatching(/^(?:us-east-1_[\w+]{9}|.{1,3})$/)])
  })
})

describe('characters', () => {
  it('what is allowed and what is forbidden are ASCII and what deceives, each once', () => {
    for (const allowed of [clientIdCharacters, poolHeadCharacters, poolTailCharacters]) {
      const all = [...allowed, ...forbidden(allowed)]
      expect(all).toHaveLength(128 + treacherous.length)
      expect(new Set(all).size).toBe(all.length)
    }
    expect([clientIdCharacters.length, poolHeadCharacters.length, poolTailCharacters.length]).toEqual([64, 64, 62])
  })

  it('what deceives is one code point each, outside ASCII', () => {
    expect(treacherous.filter((c) => lengthOf(c) !== 1 || (c.codePointAt(0) ?? 0) < 128)).toEqual([])
  })
})
