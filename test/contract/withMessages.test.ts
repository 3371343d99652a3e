import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anything, almostRequest } from '../../src/generators/index.js'
import { ClientId, ListUserPoolClientSecretsRequest, withMessages } from '../../src/index.js'
import type { Codec } from '../../src/index.js'

const TEXTS = { required: 'Please enter an id.', pattern: 'Only letters, digits, _ and + are possible.' }

const Field = withMessages(ClientId, TEXTS)
const Form = withMessages(ListUserPoolClientSecretsRequest, TEXTS)

const issuesOf = <A, O>(codec: Codec<A, O>, value: unknown): ReadonlyArray<readonly [string, string]> => {
  const checked = codec['~standard'].validate(value)
  return 'issues' in checked && checked.issues
    ? checked.issues.map(({ path, message }) => [path.join('.'), message] as const)
    : []
}

describe('withMessages', () => {
  test.each([
    ['', [['', TEXTS.required]]],
    [undefined, [['', TEXTS.required]]],
    ['a-b', [['', TEXTS.pattern]]],
    ['good', []]
  ])('%j of a field', (value, issues) => {
    expect(issuesOf(Field, value)).toEqual(issues)
  })

  test('each member of a form has its own text, and an empty member has one', () => {
    expect(issuesOf(Form, { ClientId: '', UserPoolId: 'a' })).toEqual([
      ['ClientId', TEXTS.required],
      ['UserPoolId', TEXTS.pattern]
    ])
  })

  test('a constraint without a text keeps the text of the service', () => {
    const [[, message = ''] = []] = issuesOf(Field, 'a'.repeat(129))
    expect(message).toContain('length less than or equal to 128')
  })

  test('it accepts exactly what the codec accepts, and decodes it to the same', () => {
    fc.assert(
      fc.property(fc.oneof(almostRequest(), anything()), (value) => {
        const plain = ListUserPoolClientSecretsRequest.decode(value)
        const worded = Form.decode(value)
        expect(worded._tag).toBe(plain._tag)
        if (plain._tag === 'Right') expect(worded).toEqual(plain)
      }),
      { seed: 31, numRuns: 300 }
    )
  })
})
