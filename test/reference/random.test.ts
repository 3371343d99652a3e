import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomText } from '../../src/reference/random.js'
import { initialState, operations, type State } from '../../src/reference/index.js'
import { hash, secretOf } from '../../src/suite/shared/seeds.js'
import { createPool, memberAt, NOW } from './operate.js'

describe('randomText', () => {
  test('has the length and the alphabet that were asked for, and is the same for the same seed and stream', () => {
    const characters = fc.constantFrom('a', 'ab', '0123456789')
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer(),
        fc.nat({ max: 80 }),
        characters,
        (seed, stream, length, alphabet) => {
          const text = randomText(seed, stream, length, alphabet)
          expect(text).toHaveLength(length)
          expect([...text].every((c) => alphabet.includes(c))).toBe(true)
          expect(randomText(seed, stream, length, alphabet)).toBe(text)
        }
      ),
      { seed: 1 }
    )
  })

  test('is sfc32: the numbers are those of its published algorithm, computed without 32-bit operators', () => {
    const two32 = 4_294_967_296n
    const published = (seed: number, stream: number): ReadonlyArray<number> => {
      let [a, b, c, counter] = [BigInt(seed), 0n, BigInt(stream), 1n]
      const all: Array<number> = []
      for (let i = 0; i < 35; i++) {
        const sum = (a + b + counter) % two32
        counter = (counter + 1n) % two32
        a = b ^ (b >> 9n)
        b = (c + (c << 3n)) % two32
        c = ((((c << 21n) % two32) | (c >> 11n)) + sum) % two32
        all.push(Number(sum))
      }
      return all.slice(15)
    }
    const alphabet = Array.from({ length: 256 }, (_, n) => String.fromCharCode(n)).join('')
    for (const [seed, stream] of [
      [0, 0],
      [1, 2],
      [0xdeadbeef, 0xffffffff]
    ] as const) {
      const codes = [...randomText(seed, stream, 20, alphabet)].map((c) => c.charCodeAt(0))
      expect(codes).toEqual(published(seed, stream).map((n) => n % 256))
    }
  })

  test('differs in its first twelve characters where one bit of the seed or of the stream does', () => {
    const starts = new Set<string>()
    for (let bit = 0; bit < 53; bit++) starts.add(randomText(2 ** bit, 0, 12, 'abcdefghij'))
    for (let bit = 0; bit < 32; bit++) starts.add(randomText(0, 2 ** bit, 12, 'abcdefghij'))
    expect(starts.size).toBe(53 + 32)
  })
})

/** All that a service with many clients made public, and all that it and the suite keep secret. */
const manyClients = (
  seed: number,
  clients: number
): { readonly ids: Array<string>; readonly secrets: Array<string> } => {
  const ids: Array<string> = []
  const secrets: Array<string> = []
  let state: State
  let pool: string
  ;[state, pool] = createPool(initialState(seed))
  for (let n = 0; n < clients; n++) {
    const input = { UserPoolId: pool, ClientName: 'client', GenerateSecret: true }
    const [next, response] = operations.get('CreateUserPoolClient')?.(state, input, NOW) ?? [state, { body: '{}' }]
    const client = memberAt(JSON.parse(response.body), 'UserPoolClient')
    ids.push(String(memberAt(client, 'ClientId')))
    secrets.push(String(memberAt(client, 'ClientSecret')), secretOf(hash(`${seed}/${n}`)))
    state = next
  }
  return { ids, secrets }
}

const windows = (text: string): ReadonlyArray<string> =>
  Array.from({ length: Math.max(0, text.length - 11) }, (_, at) => text.slice(at, at + 12))

describe('of many clients', () => {
  test.each([
    [1_785_000_000_123, 20_000],
    [0, 2000],
    [1, 2000],
    [7, 2000],
    [2 ** 31, 2000]
  ])('seed %d: no id and no secret of %d clients is made twice, and none shares 12 characters', (seed, clients) => {
    const { ids, secrets } = manyClients(seed, clients)
    expect(new Set(ids).size).toBe(clients)
    expect(new Set(secrets).size).toBe(2 * clients)
    const ofIds = new Set(ids.flatMap(windows))
    expect(ofIds.size).toBe(15 * clients)
    expect(secrets.filter((secret) => windows(secret).some((window) => ofIds.has(window)))).toEqual([])
  })
})
