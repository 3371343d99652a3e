/**
 * What may have been meant.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clausesThatBind } from '../../../src/clauses/index.js'
import { suggest } from '../../../src/suite/shared/suggest.js'

const words = ['verify', 'verify-client', 'verify-validator', 'serve', 'sweep']

describe('suggest', () => {
  test.each([
    ['verfiy', 'verify'],
    ['VERIFY', 'verify'],
    ['serv', 'serve'],
    ['swep', 'sweep'],
    ['verify-clent', 'verify-client'],
    ['verify_validator', 'verify-validator']
  ])('%s may be %s', (mistyped, meant) => {
    expect(suggest(mistyped, words)).toBe(meant)
  })

  test.each(['bogus', '', 'x', 'help'])('%j may be none of them', (mistyped) => {
    expect(suggest(mistyped, words)).toBe(undefined)
  })

  test.each([
    ['ab', 'ba', true],
    ['bc', 'ab', false],
    ['ca', 'ab', false],
    ['abc', 'cba', false],
    ['xbc', 'abc', true],
    ['xbcdefgy', 'abcdefgh', true],
    ['badcefgh', 'abcdefgh', true],
    ['bacdefxy', 'abcdefgh', false],
    ['abcdefghijk', 'abcdefgh', false]
  ])('%s may be %s: %j', (mistyped, word, isClose) => {
    expect(suggest(mistyped, [word])).toBe(isClose ? word : undefined)
  })

  test('the closest counts, and the first of those that are as close', () => {
    expect([suggest('ab', ['aa', 'ab']), suggest('ab', ['ab', 'aa']), suggest('ac', ['aa', 'ab'])]).toEqual([
      'ab',
      'ab',
      'aa'
    ])
  })

  test('one letter that is left out of a long name, or two that are swapped, are forgiven', () => {
    const ids = clausesThatBind('server')
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.nat(), (id, n) => {
        const at = n % (id.length - 1)
        const dropped = id.slice(0, at) + id.slice(at + 1)
        const swapped = id.slice(0, at) + (id[at + 1] ?? '') + (id[at] ?? '') + id.slice(at + 2)
        for (const mistyped of [dropped, swapped]) expect(suggest(mistyped, [id])).toBe(id)
      }),
      { seed: 9 }
    )
  })
})
