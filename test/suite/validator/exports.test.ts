/**
 * What a module exports beside or instead of what is judged.
 */
import { describe, expect, test } from 'vitest'
import { left } from '../../../src/contract/Either.js'
import { misnamed, scopeOf } from '../../../src/suite/validator/exports.js'

const check = (): boolean => true

describe('misnamed', () => {
  test.each([
    ['clientId', 'ClientId'],
    ['client_id', 'ClientId'],
    ['isClientId', 'ClientId'],
    ['MyClientIdSchema', 'ClientId'],
    ['USER-POOL-ID-2', 'UserPoolId'],
    ['reqest', 'request'],
    ['ListRequest', 'request']
  ])('%s may mean %s', (name, meant) => {
    expect(misnamed({ [name]: check })).toEqual([`\`${name}\` is not a name that is judged: did you mean ${meant}?`])
  })

  test('a schema and a regular expression look like validators; other values do not, and other names mean nothing', () => {
    const schema = { '~standard': { validate: check } }
    expect(misnamed({ clientId: /x/, userPoolId: schema })).toHaveLength(2)
    expect(misnamed({ clientId: 7, userPoolId: {}, request_: null, helper: check, 'client-x-id-y': check })).toEqual([])
  })

  test('a name is asked for only while it is missing', () => {
    expect(misnamed({ ClientId: check, isClientId: check })).toEqual([])
    expect(misnamed({ ClientId: undefined, isClientId: check })).toHaveLength(1)
    expect(misnamed({ request: check, ClientId: check, UserPoolId: check })).toEqual([])
  })
})

describe('scopeOf', () => {
  const request = () => left({})

  test.each([
    ['nothing', {}, '', 'the module exports no ClientId and no UserPoolId and no request check'],
    ['an id', { ClientId: check }, 'ClientId', 'the module exports no UserPoolId and no request check'],
    [
      'a pattern and requests',
      { UserPoolId: /x/, request },
      'UserPoolId as a string and requests',
      'the module exports no ClientId'
    ],
    ['everything', { ClientId: check, UserPoolId: check, request }, 'ClientId and UserPoolId and requests', '']
  ])('of %s', (_, validators, about, missing) => {
    expect(scopeOf(validators, [])).toEqual({ about, missing })
  })

  test('other reasons stand behind what is missing', () => {
    expect(scopeOf({ ClientId: check, UserPoolId: check }, ['a', 'b']).missing).toBe(
      'the module exports no request check; a; b'
    )
    expect(scopeOf({ ClientId: check, UserPoolId: check, request }, ['a']).missing).toBe('a')
  })
})
