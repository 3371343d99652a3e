import { describe, expect, it } from 'vitest'
import { differences } from '../../../src/laws/shared/decodings.js'
import {
  emptyLeakIndex,
  excuseId,
  findWindows,
  type LeakIndex,
  plant,
  ungrouped
} from '../../../src/laws/shared/LeakIndex.js'

const SECRET = 'SomeSecretThatNobodyShouldSees'

const planted = (secret: string): LeakIndex => {
  const index = emptyLeakIndex()
  plant(index, secret)
  return index
}

const found = (text: string, index = planted(SECRET)): ReadonlyArray<string> =>
  findWindows(index, text).map(({ window, form }) => `${form} ${window}`)

describe('a window of a secret', () => {
  it('is found wherever it stands, and each of its windows once', () => {
    const index = planted(SECRET)
    for (let before = 0; before <= 14; before++) {
      const text = `${'-'.repeat(before)}somesecretth`
      expect(found(text, index)).toEqual(['plain somesecretth'])
      expect(found(`${text}--------`, index)).toEqual(['plain somesecretth'])
      expect(found(`${text}at`, index)).toEqual(['plain somesecretth', 'plain omesecrettha', 'plain mesecretthat'])
      expect(found(`${'-'.repeat(before)}somesecrett-somesecrett`, index)).toEqual([])
      expect(found(`${'-'.repeat(before)}dyshouldsees`, index)).toEqual(['plain dyshouldsees'])
    }
  })

  it.each([
    ['plain', 'nobodyshould'],
    ['reversed', 'ydobontahtte'],
    ['rotated', 'abobqlfubhyq'],
    ['XOR', differences(SECRET).toLowerCase().slice(4, 16)],
    ['a cipher', 'tpnftfdsfuui'],
    ['a number', '575849021586']
  ])('is told by its form: %s', (form, window) => {
    expect(found(window)).toEqual([`${form} ${window}`])
  })

  it('is told in lower case also where the XOR of two characters is a letter', () => {
    const secret = 'a1B2c3D4e5F6g7H8i9J0'
    const window = differences(secret).toLowerCase().slice(0, 12)
    expect(window).not.toBe(differences(secret).slice(0, 12))
    expect(found(window, planted(secret))).toEqual([`XOR ${window}`])
  })

  it('is, of rare forms, one at their start', () => {
    expect(found('tpnftfdsfuuibuo')).toEqual(['a cipher tpnftfdsfuui'])
  })

  it('is none where it is one character over and over', () => {
    expect(found('xxxxxxxxxxxx', planted(`${'x'.repeat(12)}${SECRET}`))).toEqual([])
    expect(found('xxxxxxxxxxxs', planted(`${'x'.repeat(12)}${SECRET}`))).toEqual(['plain xxxxxxxxxxxs'])
  })
})

it('few secrets are looked for in rare forms, and none of three characters', () => {
  const encoded = (...secrets: ReadonlyArray<string>): number => {
    const index = emptyLeakIndex()
    secrets.forEach((secret) => plant(index, secret))
    return index.encoded
  }
  expect([encoded('abcabcabcabcabcabc'), encoded('abcdabcdabcdabcd'), encoded('aAbBcCaAbBcC')]).toEqual([0, 1, 0])
  expect(encoded(...Array.from({ length: 30 }, (_, i) => `${SECRET}${i}`))).toBe(24)
})

it('the windows of an id are those of the id, of its groups together and of its differences', () => {
  const index = emptyLeakIndex()
  excuseId(index, 'US-east-1_Abc')
  expect(index.ids).toEqual(new Set(['us-east-1_ab', 's-east-1_abc', differences('US-east-1_Abc').toLowerCase()]))
  excuseId(index, 'ab-cd-ef-gh-ij-kl')
  expect(index.ids.has('abcdefghijkl')).toBe(true)
  plant(index, 'abcdefghijkl_Other')
  expect(findWindows(index, 'abcdefghijkl').length).toBe(0)
  expect(findWindows(index, 'bcdefghijkl_').map(({ window }) => window)).toEqual(['bcdefghijkl_'])
})

it.each([
  ['a-b c, d', 'abcd'],
  ['{"0":"a","1":"b"}', 'ab'],
  ['{"part":"a","B_2":"b"}', 'ab'],
  [`{"${'a'.repeat(31)}":"b","${'a'.repeat(32)}":"c"}`, `b${'a'.repeat(32)}c`],
  ['{"_a":"b"}', '_ab'],
  ['{"a b":"c"}', 'abc'],
  ['a\\u00e9b\\nc\\"d\\\\e\\/f', 'abcdef'],
  ['a\\qb', 'aqb'],
  ['a\\u00EFb', 'ab'],
  ['a_b+c', 'a_b+c'],
  ['"a" : 1', 'a1'],
  ['"a": 1', '1'],
  ['"12":34', '34']
])('of %s the groups together are %s', (text, together) => {
  expect(ungrouped(text)).toBe(together)
})
