/**
 * `askValidator`: what counts as an answer of a validator.
 */
import { describe, expect, test } from 'vitest'
import type { IdValidator } from '../../../src/conformance.js'
import { askValidator } from '../../../src/suite/validator/IdValidator.js'

const schema = (validate: (value: unknown) => unknown): IdValidator => ({ '~standard': { validate } })

// oxlint-disable-next-line unicorn/no-thenable -- what is thenable by mistake is what is tested
const withThen = (then: unknown): object => ({ then })

describe('askValidator', () => {
  test.each<readonly [string, IdValidator, 'Left' | 'Right']>([
    ['false', () => false, 'Left'],
    ['null', () => null, 'Left'],
    ['a Left', () => ({ _tag: 'Left', left: 'no' }), 'Left'],
    ['success: false', () => ({ success: false }), 'Left'],
    ['issues', schema(() => ({ issues: [{ message: 'no' }] })), 'Left'],
    ['an error thrown', () => JSON.parse(''), 'Left'],
    ['a promise of false', async () => Promise.resolve(false), 'Left'],
    ['a promise that rejects', async () => Promise.reject(new Error('no')), 'Left'],
    ['true', () => true, 'Right'],
    ['undefined', () => undefined, 'Right'],
    ['a value', schema((value) => ({ value })), 'Right'],
    ['no issues', schema(() => ({ issues: [] })), 'Right'],
    ['a promise of a value', schema(async (value) => Promise.resolve({ value })), 'Right'],
    ['a member called then that is no function', () => withThen('later'), 'Right'],
    ['a RegExp with g that matches', /a/g, 'Right'],
    ['a RegExp that does not match', /b/, 'Left'],
    ['a RegExp with i', /A/i, 'Right'],
    ['a RegExp with y', /b|(?<=^a)$/y, 'Right']
  ])('%s', async (_, validator, tag) => {
    expect((await askValidator(validator, 'a'))?._tag).toBe(tag)
    // a RegExp with g must not remember
    expect((await askValidator(validator, 'a'))?._tag).toBe(tag)
  })

  test('a Left that says why is read as validateRequest says it', async () => {
    const violations = [{ path: ['ClientId'], constraint: 'pattern' }]
    const says = (left: unknown) => askValidator(() => ({ _tag: 'Left', left }), 'a')
    expect(await says({ message: 'why', violations })).toEqual({ _tag: 'Left', left: { message: 'why', violations } })
    expect(await says('why')).toEqual({ _tag: 'Left', left: { message: 'why' } })
    expect(await says({ message: 7, violations: [7] })).toEqual({ _tag: 'Left', left: {} })
    const [violation] = violations
    for (const one of [
      null,
      7,
      {},
      { path: ['a'] },
      { constraint: 'a' },
      { path: 'a', constraint: 'a' },
      { path: [], constraint: 1 }
    ]) {
      expect(await says({ message: 'why', violations: [violation, one] })).toEqual({
        _tag: 'Left',
        left: { message: 'why' }
      })
    }
    for (const none of [undefined, null, 7]) expect(await says(none)).toEqual({ _tag: 'Left', left: {} })
  })
})
