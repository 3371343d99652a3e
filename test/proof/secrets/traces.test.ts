import { expect, test } from 'vitest'
import { traces } from './traces.js'

const SECRET = 'pl4ntedS3cretOfThirtyTwoLetters0'

class Keeper {
  readonly #inside = SECRET
  get shown(): string {
    return this.#inside
  }
}

const thrower = {
  get member(): string {
    throw new Error(SECRET)
  }
}

/** Each hides the secret in another way. */
const places: ReadonlyArray<readonly [name: string, value: unknown]> = [
  ['a text', `a ${SECRET} b`],
  ['a member', { a: [{ b: SECRET }] }],
  ['the name of a member', { [SECRET]: 1 }],
  ['a symbol', { [Symbol(SECRET)]: 1 }],
  ['a member that is not enumerable', Object.defineProperty({}, 'a', { value: SECRET, enumerable: false })],
  ['a Map', new Map([['a', SECRET]])],
  ['a Set', new Set([SECRET])],
  ['bytes', Buffer.from(SECRET)],
  ['the cause of an error', new Error('a', { cause: new Error(SECRET) })],
  ['the errors of an AggregateError', new AggregateError([new Error(SECRET)])],
  ['a getter that throws', thrower],
  ['a property of a function', Object.assign(() => 0, { a: SECRET })],
  ['a text, reversed', [...SECRET].reverse().join('')],
  ['a text, in base64', btoa(SECRET)],
  ['a text, in hex', Buffer.from(SECRET).toString('hex').toUpperCase()],
  ['a text, in part', SECRET.slice(2, 22)]
]

test.each(places)('a secret in %s is found', (_, value) => {
  expect(traces(value, [SECRET]).length).toBeGreaterThan(0)
  expect(traces(value, [SECRET]).join()).not.toContain(SECRET)
})

test('a value without the secret has no trace of it, and a private field shows nothing', () => {
  expect(traces({ a: ['other', 1, null, new Date(0)] }, [SECRET])).toEqual([])
  expect(traces(new Keeper(), [SECRET])).toEqual([])
})
