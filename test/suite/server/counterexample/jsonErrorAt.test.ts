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
  ['', 1],
  [' \t\r\n', 5],
  ['\u00a01', 1],
  ['{"message":"Value "a" is bad"}', 20],
  ["{'message':1}", 2],
  ['<html>', 1],
  ['{"a":1,}', 8],
  ['{"a":1', 7],
  ['{"a":"\n"}', 7],
  ['{"a":"\u001f"}', 7],
  ['{} {}', 4],
  ['1,', 2],
  ['1]', 2],
  [',', 1],
  ['{"a":NaN}', 6],
  ['{', 2],
  ['{,}', 2],
  ['{]', 2],
  ['{1:2}', 2],
  ['{"a"}', 5],
  ['{"a" 1}', 6],
  ['{"a":}', 6],
  ['{"a":1]', 7],
  ['{"a":1 "b":2}', 8],
  ['{"a":1,2}', 8],
  ['[', 2],
  ['[1', 3],
  ['[}', 2],
  ['[1}', 3],
  ['[1,]', 4],
  ['[1 2]', 4],
  ['[1:2]', 3],
  ['[[1]', 5],
  ['"a', 3],
  ['"\\', 2],
  ['"\\x"', 2],
  ['"\\u00g0"', 2],
  ['01', 2],
  ['-', 1],
  ['1.', 2],
  ['1.x', 2],
  ['.5', 1],
  ['+1', 1],
  ['1e', 2],
  ['1e+', 2],
  ['tru', 1],
  ['nullx', 5]
])('%j stops being JSON at character %i', (text, at) => {
  expect(jsonErrorAt(text)).toBe(at)
})

test.each([
  ' { "a" : [ 1 , -2.50e+10 , 0E-1 , true , false , null , { } , [ ] ] , "" : "" } ',
  '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u09aF\u007f\u2028"',
  '{"a":{"b":[[],[{}]]},"c":-0}',
  '1234567890.0987654321',
  '1e5'
])('%j is JSON to its end', (text) => {
  expect(jsonErrorAt(text)).toBeUndefined()
})
