import { describe, expect, it } from 'vitest'
import { initialState } from '../../src/reference/index.js'
import { title } from '../laws/title.js'
import { createClient, createPool, listed, operate } from './operate.js'

const [one, pool] = createPool(initialState(3))
const [two, other] = createPool(one)
const [three, a] = createClient(two, pool)
const [four, b] = createClient(three, pool)
const [state, c] = createClient(four, other)

const OPERATIONS = [
  'ListUserPoolClientSecrets',
  'AddUserPoolClientSecret',
  'DescribeUserPoolClient',
  'DeleteUserPoolClient'
] as const

describe('pools and clients are apart', () => {
  it('the ids that the service makes are good ids, and none is made twice', () => {
    const ids = [pool, other, a.ClientId, b.ClientId, c.ClientId]
    expect(new Set(ids).size).toBe(5)
    for (const { UserPoolId, ClientId } of [a, b, c]) {
      expect(UserPoolId).toMatch(/^us-east-1_[a-z0-9]{9}$/)
      expect(ClientId).toMatch(/^[a-z0-9]{26}$/)
    }
  })

  it.each(OPERATIONS)(`${title('error.notFound.otherPool')} %s`, (operation) => {
    const refused = operate(state, operation, { UserPoolId: other, ClientId: a.ClientId })
    expect([refused.error, refused.message]).toEqual([
      'ResourceNotFoundException',
      `User pool client ${a.ClientId} does not exist.`
    ])
    expect(refused.state).toBe(state)
  })

  it.each(OPERATIONS)(`${title('error.notFound.pool')} %s`, (operation) => {
    const refused = operate(state, operation, { UserPoolId: 'us-east-1_nobody', ClientId: a.ClientId })
    expect([refused.error, refused.message]).toEqual([
      'ResourceNotFoundException',
      'User pool us-east-1_nobody does not exist.'
    ])
  })

  it(title('error.notFound.client'), () => {
    for (const ClientId of ['nobody', a.ClientId.toUpperCase(), a.ClientId.slice(1), '__proto__', 'constructor']) {
      expect(operate(state, 'ListUserPoolClientSecrets', { ...a, ClientId }).error).toBe('ResourceNotFoundException')
    }
  })

  it(title('list.otherClient'), () => {
    const added = operate(state, 'AddUserPoolClientSecret', a)
    expect(listed(added.state, a)).toHaveLength(2)
    expect([listed(added.state, b), listed(added.state, c)]).toEqual([listed(state, b), listed(state, c)])
    const theirs = listed(state, b)[0]?.ClientSecretId
    expect(operate(added.state, 'DeleteUserPoolClientSecret', { ...a, ClientSecretId: theirs }).error).toBe(
      'ResourceNotFoundException'
    )
  })

  it(title('error.notFound.deletedClient'), () => {
    const { state: after } = operate(state, 'DeleteUserPoolClient', a)
    expect(operate(after, 'ListUserPoolClientSecrets', a).error).toBe('ResourceNotFoundException')
    expect([listed(after, b), listed(after, c)]).toEqual([listed(state, b), listed(state, c)])
    expect(operate(after, 'DeleteUserPoolClient', a).error).toBe('ResourceNotFoundException')
  })

  it(title('error.notFound.deletedPool'), () => {
    const { state: after } = operate(state, 'DeleteUserPool', { UserPoolId: pool })
    for (const ids of [a, b])
      expect(operate(after, 'ListUserPoolClientSecrets', ids).error).toBe('ResourceNotFoundException')
    expect(listed(after, c)).toEqual(listed(state, c))
  })

  it('a client made after another was deleted has another id and none of its secrets', () => {
    const { state: after } = operate(state, 'DeleteUserPoolClient', a)
    const [again, d] = createClient(after, pool)
    expect(d.ClientId).not.toBe(a.ClientId)
    expect(listed(again, d)[0]?.ClientSecretId).not.toBe(listed(state, a)[0]?.ClientSecretId)
  })
})
