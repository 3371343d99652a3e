/**
 * The bench compares like with like: every contestant accepts and refuses the same values.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientId, userPoolId } from '../../src/generators/index.js'
import { contestants } from './contestants.js'
import { isGuarded } from './guard.js'
import { inputs } from './inputs.js'
import { wirePairs } from './wire.js'

/** Ids around the patterns: good ones, ones of the characters that matter, with lengths around the limits. */
const nearlyAnId = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    clientId(),
    userPoolId(),
    fc.stringMatching(/^[a_+\n-]{0,60}$/),
    fc.integer({ min: 126, max: 130 }).map((length) => 'a'.repeat(length)),
    fc.integer({ min: 53, max: 57 }).map((length) => 'a_'.padEnd(length, 'b')),
    fc.constantFrom(undefined, null, 1, ['a_b'], {}, 'é_é', 'a_b\n', '\u{1f511}')
  )

const request = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ ClientId: nearlyAnId(), UserPoolId: nearlyAnId() }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, null, 'a', 1, []) }
  )

describe.each(contestants)('$name', ({ accepts, explain, is }) => {
  test.each(inputs)('$name', ({ values, isValid }) => {
    for (const value of values) {
      expect(accepts(value)).toBe(isValid)
      if (explain !== undefined) expect(explain(value)).toEqual(isValid ? undefined : expect.stringMatching(/./))
      if (is !== undefined) expect(is(value)).toBe(isValid)
    }
  })

  test('accepts the values that the hand-written guard accepts', () => {
    let valid = 0
    fc.assert(
      fc.property(request(), (value) => {
        const expected = isGuarded(value)
        if (expected) valid++
        return accepts(value) === expected && (is === undefined || is(value) === expected)
      }),
      { numRuns: 1000, seed: 1 }
    )
    expect(valid).toBeGreaterThan(20)
  })
})

describe('the wire and its floor', () => {
  const { requests, serve, serveBare, responses, read, readBare } = wirePairs

  test('serve the same answer', () => {
    for (const one of requests) expect(JSON.parse(serve(one))).toEqual(JSON.parse(serveBare(one)))
  })

  test('read the same answer', () => {
    for (const one of responses) expect(read(one)).toEqual({ _tag: 'Right', right: { ClientSecrets: readBare(one) } })
  })
})
