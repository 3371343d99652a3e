/**
 * Where a text stops being JSON, against the engine's own parser.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonErrorAt } from '../../../../src/suite/server/counterexample/jsonErrorAt.js'

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON, and texts that are nearly JSON. */
const texts = fc.oneof(
  fc.json(),
  fc
    .json()
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.constantFrom('', '"', '{', ']', ',', ':', 'x', '\\', '\n', '0'))
        .map(([at, inserted]) => text.slice(0, at) + inserted + text.slice(at + 1))
    ),
  fc.string({ unit: fc.constantFrom(...'[]{},:"\\u0 1-.etrufalsn\n'), maxLength: 12 })
)

test('finds a fault exactly where JSON.parse refuses', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(jsonErrorAt(text) === undefined).toBe(parses(text))
    }),
    { numRuns: 3000, seed: 1 }
  )
})

test('what stands before the place can be completed to JSON, the character there cannot', () => {
  // of a name or a number that is cut, the place is where it starts
  const completions = ['', '"', '0', '}', ']', '"}', '0}', '0]', '":0}', ':0}', '"":0}', '0,"":0}', 'u0000"', '\\"']
  const canGoOn = (text: string): boolean =>
    completions.some(
      (one) => parses(text + one) || [']', '}', ']]', '}]', ']}', '}}'].some((end) => parses(text + one + end))
    )
  const small = fc.string({ unit: fc.constantFrom(...'[]{},:"0 1x'), maxLength: 6 })
  fc.assert(
    fc.property(small, (text) => {
      const at = jsonErrorAt(text)
      if (at === undefined) return
      expect(canGoOn(text.slice(0, at - 1))).toBe(true)
      if (at <= text.length) expect(canGoOn(text.slice(0, at))).toBe(false)
    }),
    { numRuns: 2000, seed: 1 }
  )
})

test.each([
  ['{"message":"Value "a" is bad"}', 20],
  ["{'message':1}", 2],
  ['<html>', 1],
  ['{"a":1,}', 8],
  ['{"a":1', 7],
  ['{"a":"\n"}', 7],
  ['{} {}', 4],
  ['{"a":NaN}', 6]
])('%j stops being JSON at character %i', (text, at) => {
  expect(jsonErrorAt(text)).toBe(at)
})
