import { expect, it } from 'vitest'
import { holdsSecret } from '../../../src/laws/client/ClientOutcome.js'

const SECRET = '0q8xkz3vfp7s1n5wj4tr9ydmbgch2ael6u'

const circular: { self?: unknown; readonly text: string } = { text: SECRET }
circular.self = circular

it.each([
  ['a text', SECRET],
  ['the name of a member', { [SECRET]: 1 }],
  ['the cause of an error', new Error('a', { cause: SECRET })],
  ['a Map', new Map([[1, SECRET]])],
  ['a Set', new Set([SECRET])],
  ['bytes', Buffer.from(SECRET)],
  ['a value that holds itself', circular],
  ['a member beside null', { a: null, b: SECRET }]
])('a secret in %s is found', (_, value) => {
  expect(holdsSecret(value, [SECRET])).toBe(true)
})

it.each([
  ['another text', 'another text'],
  ["a function, whose code is nobody's answer", Object.assign(() => 0, { toString: () => SECRET })],
  ['a symbol', Symbol(SECRET)],
  ['nothing', undefined],
  [
    'a getter that throws',
    {
      get a(): never {
        throw new Error(SECRET)
      }
    }
  ]
])('none is found in %s', (_, value) => {
  expect(holdsSecret(value, [SECRET])).toBe(false)
})
