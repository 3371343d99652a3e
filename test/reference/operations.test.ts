/**
 * What the operations around List answer: refusals with their words, and the members of their answers.
 */
import { describe, expect, it } from 'vitest'
import { initialState } from '../../src/reference/index.js'
import { createClient, createPool, listed, memberAt, NOW, oneClient, operate } from './operate.js'

const [state, ids, secret] = oneClient()
const { UserPoolId, ClientId } = ids
const full = operate(state, 'AddUserPoolClientSecret', ids).state
const [withPublic, publicIds] = createClient(state, UserPoolId, false)
const small = createClient(createPool(initialState(1, { clients: 1 }))[0], createPool(initialState(1))[1])[0]

const inputError = (member: string, constraint: string): string =>
  `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${constraint}`

describe('a refusal says why', () => {
  it.each([
    [
      small,
      'CreateUserPoolClient',
      { UserPoolId, ClientName: 'a' },
      'LimitExceededException',
      'There are already 1 user pool clients.'
    ],
    [
      withPublic,
      'AddUserPoolClientSecret',
      publicIds,
      'InvalidParameterException',
      `User pool client ${publicIds.ClientId} is a public client.`
    ],
    [
      full,
      'AddUserPoolClientSecret',
      ids,
      'LimitExceededException',
      `User pool client ${ClientId} already has 2 secrets.`
    ],
    [
      state,
      'DeleteUserPoolClientSecret',
      { ...ids, ClientSecretId: 'a--1' },
      'ResourceNotFoundException',
      'Client secret a--1 does not exist.'
    ],
    [
      state,
      'DeleteUserPoolClientSecret',
      { ...ids, ClientSecretId: `${ClientId}--${NOW.getTime()}` },
      'InvalidParameterException',
      'The last secret of a client cannot be deleted.'
    ],
    [
      state,
      'ListUserPools',
      { MaxResults: '1' },
      'SerializationException',
      "Value at 'maxResults' failed to satisfy constraint: Member must be of type integer"
    ],
    [
      state,
      'CreateUserPoolClient',
      { UserPoolId, ClientName: 'a', GenerateSecret: 1 },
      'SerializationException',
      "Value at 'generateSecret' failed to satisfy constraint: Member must be of type boolean"
    ],
    ...[0, -1, 61, 1.5].map(
      (MaxResults) =>
        [
          state,
          'ListUserPools',
          { MaxResults },
          'InvalidParameterException',
          inputError('maxResults', 'have length less than or equal to 60')
        ] as const
    ),
    ...['', 'a'.repeat(129)].map(
      (PoolName) => [state, 'CreateUserPool', { PoolName }, 'InvalidParameterException', expect.any(String)] as const
    ),
    [
      state,
      'CreateUserPool',
      { PoolName: 'a/b' },
      'InvalidParameterException',
      inputError('poolName', 'satisfy regular expression pattern: [\\w\\s+=,.@-]+')
    ],
    [
      state,
      'ListUserPools',
      { MaxResults: 1, NextToken: '' },
      'InvalidParameterException',
      inputError('nextToken', 'have length greater than or equal to 1')
    ]
  ] as const)('%#: %3$j', (before, operation, input, error, message) => {
    const outcome = operate(before, operation, input)
    expect([outcome.error, outcome.message]).toEqual([error, message])
    expect(outcome.state).toBe(before)
  })
})

describe('an answer', () => {
  const SECONDS = NOW.getTime() / 1000

  it('of CreateUserPool and DescribeUserPool has the id and the name of the pool', () => {
    const { body, state: after } = operate(initialState(1), 'CreateUserPool', { PoolName: 'My pool' })
    const Id = memberAt(body, 'UserPool', 'Id')
    expect(body).toEqual({
      UserPool: { Id, Name: 'My pool', CreationDate: SECONDS, LastModifiedDate: SECONDS }
    })
    expect(operate(after, 'DescribeUserPool', { UserPoolId: Id }).body).toEqual(body)
  })

  it('of ListUserPools has at most as many pools as were asked for, up to 60', () => {
    let many = initialState(1)
    for (let n = 0; n < 61; n++) many = createPool(many)[0]
    for (const MaxResults of [1, 60]) {
      const { body } = operate(many, 'ListUserPools', { MaxResults })
      expect(memberAt(body, 'UserPools', 'length')).toBe(MaxResults)
      expect(memberAt(body, 'NextToken')).toBe(memberAt(body, 'UserPools', MaxResults - 1, 'Id'))
    }
  })

  it('about a client shows its secret only where it is confidential, which it is only where that was asked for', () => {
    const plain = operate(state, 'CreateUserPoolClient', { UserPoolId, ClientName: 'a' })
    expect(Object.keys(memberAt(plain.body, 'UserPoolClient') as object)).not.toContain('ClientSecret')
    expect(memberAt(operate(state, 'DescribeUserPoolClient', ids).body, 'UserPoolClient', 'ClientSecret')).toBe(secret)
  })

  it('of AddUserPoolClientSecret has the id under which the new secret is listed', () => {
    const { body, state: after } = operate(state, 'AddUserPoolClientSecret', ids)
    expect(memberAt(body, 'ClientSecretDescriptor', 'ClientSecretId')).toBe(listed(after, ids)[1]?.ClientSecretId)
  })
})
