import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkOutput } from '../../src/adapters/checkOutput.js'
import { isLeft } from '../../src/contract/Either.js'
import { anything, clientSecret, listUserPoolClientSecretsResponse } from '../../src/generators/index.js'

describe('checkOutput', () => {
  test('every response of the contract passes, with whatever else an SDK adds to it', () => {
    fc.assert(
      fc.property(listUserPoolClientSecretsResponse(), (response) => {
        const checked = checkOutput({ $metadata: { httpStatusCode: 200 }, ...response })
        expect(checked).toEqual({ _tag: 'Right', right: response })
      }),
      { seed: 1 }
    )
  })

  test('a value that was leaked is refused, and the violation does not hold it', () => {
    fc.assert(
      fc.property(clientSecret(), (ClientSecretValue) => {
        const checked = checkOutput({
          ClientSecrets: [{ ClientSecretId: 'i', ClientSecretCreateDate: new Date(0), ClientSecretValue }]
        })
        expect(isLeft(checked) && checked.left.violations).toEqual([
          { path: ['ClientSecrets', 0, 'ClientSecretValue'], constraint: 'absent' }
        ])
        expect(JSON.stringify(checked)).not.toContain(ClientSecretValue)
      }),
      { seed: 1 }
    )
  })

  test.each([
    ['an invalid date', { ClientSecrets: [{ ClientSecretId: 'i', ClientSecretCreateDate: new Date(NaN) }] }],
    ['a date in epoch milliseconds as text', { ClientSecrets: [{ ClientSecretCreateDate: '1' }] }],
    ['no object', 7],
    ['nothing', undefined],
    [
      'a getter that throws',
      {
        get ClientSecrets(): never {
          throw new Error('no')
        }
      }
    ]
  ])('%s is refused with a violation', (_, output) => {
    const checked = checkOutput(output)
    expect(isLeft(checked) && checked.left.violations.length).toBe(1)
  })

  test.each<readonly [string, unknown, ReadonlyArray<object>]>([
    ['a number', 7, [{ path: [], constraint: 'type', limit: 'object' }]],
    ['null', null, [{ path: [], constraint: 'required' }]],
    ['nothing', undefined, [{ path: [], constraint: 'required' }]],
    [
      'a list of what are no descriptors',
      { ClientSecrets: [null, 'a'] },
      [
        { path: ['ClientSecrets', 0], constraint: 'required' },
        { path: ['ClientSecrets', 1], constraint: 'type', limit: 'object' }
      ]
    ]
  ])('%s is named as what it is', (_, output, violations) => {
    const checked = checkOutput(output)
    expect(isLeft(checked) && checked.left.violations).toEqual(violations)
  })

  test('all violations are in the message, and what cannot be read is one', () => {
    const two = checkOutput({ ClientSecrets: [{ ClientSecretId: '', ClientSecretCreateDate: new Date(NaN) }, 7] })
    expect(isLeft(two) && two.left.violations.map(({ path, constraint }) => [path.join('.'), constraint])).toEqual([
      ['ClientSecrets.0.ClientSecretCreateDate', 'type'],
      ['ClientSecrets.0.ClientSecretId', 'minLength'],
      ['ClientSecrets.1', 'type']
    ])
    expect(isLeft(two) && two.left.message.split('; ').length).toBe(3)
    const unreadable = checkOutput(
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('S3cret')
          }
        }
      )
    )
    expect(unreadable).toEqual({
      _tag: 'Left',
      left: {
        message:
          "The answer breaks the contract: Value at 'input' failed to satisfy constraint: Member must be of type readable object",
        violations: [{ path: [], constraint: 'type', limit: 'readable object' }]
      }
    })
  })

  test('it returns for every value', () => {
    fc.assert(
      fc.property(anything(), (value) => {
        const checked = checkOutput(value)
        expect(!isLeft(checked) || checked.left.violations.length > 0).toBe(true)
      }),
      { seed: 1 }
    )
  })
})
