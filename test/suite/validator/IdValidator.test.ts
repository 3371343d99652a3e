/**
 * `accepts`: what counts as an answer of a validator.
 */
import { describe, expect, test } from 'vitest'
import { accepts, type IdValidator, verifyValidator } from '../../../src/conformance.js'

const schema = (validate: (value: unknown) => unknown): IdValidator => ({ '~standard': { validate } })

// oxlint-disable-next-line unicorn/no-thenable -- what is thenable by mistake is what is tested
const withThen = (then: unknown): object => ({ then })

describe('accepts', () => {
  test.each<readonly [string, IdValidator, boolean]>([
    ['false', () => false, false],
    ['null', () => null, false],
    ['a Left', () => ({ _tag: 'Left', left: 'no' }), false],
    ['success: false', () => ({ success: false }), false],
    ['issues', schema(() => ({ issues: [{ message: 'no' }] })), false],
    ['an error thrown', () => JSON.parse(''), false],
    ['true', () => true, true],
    ['undefined', () => undefined, true],
    ['a value', schema((value) => ({ value })), true],
    ['a member called then that is no function', () => withThen('later'), true]
  ])('%s', (_, validator, accepted) => {
    expect(accepts(validator)('a')).toBe(accepted)
  })

  test.each<readonly [string, IdValidator]>([
    ['an async function', async () => Promise.resolve(true)],
    ['an async function that rejects', async () => Promise.reject(new Error('no'))],
    ['a thenable', () => withThen(() => undefined)],
    ['an async schema', schema(async (value) => Promise.resolve({ value }))]
  ])('%s is no answer', (_, validator) => {
    expect(() => accepts(validator, 'ClientId')('a')).toThrow(
      new TypeError('ClientId returned a promise: a validator answers at once')
    )
  })
})

describe('verifyValidator', () => {
  const options = { name: 'late', seed: 1, runs: 50 }

  test('has no verdict on what answers later', () => {
    expect(() => verifyValidator({ UserPoolId: async () => Promise.resolve(true) }, options)).toThrow(TypeError)
  })

  test('nor where only some answers come later', () => {
    const sometimes: IdValidator = (value) => (typeof value === 'string' ? true : Promise.resolve(false))
    expect(() => verifyValidator({ ClientId: sometimes }, options)).toThrow('ClientId returned a promise')
  })

  test('says where only one of the two was judged', () => {
    const { because } = verifyValidator({ ClientId: /^[\w+]{1,128}$/ }, options)
    expect(because).toBe('every selected MUST was tested and held (6 of 12 clauses left out)')
  })
})
