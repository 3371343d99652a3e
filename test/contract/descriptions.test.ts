/**
 * What descriptions and violations hold beside the check itself.
 */
import { describe, expect, it, test } from 'vitest'
import { boundedList } from '../../src/contract/BoundedList.js'
import { issueAt } from '../../src/contract/Check.js'
import { clientId } from '../../src/contract/ClientId.js'
import { absent, optional } from '../../src/contract/Structure.js'
import { timestamp } from '../../src/contract/Timestamp.js'
import { validationMessage } from '../../src/contract/Violation.js'
import {
  ClientId,
  ClientSecretId,
  ClientSecretListDescriptorType,
  describeViolation,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  Timestamp,
  UserPoolId
} from '../../src/index.js'

describe('a description is named', () => {
  it.each([
    ['list of Timestamp', boundedList(timestamp, 2)],
    ['ClientId', optional(clientId)],
    ['absent', absent]
  ])('%s', (name, description) => {
    expect(description.name).toBe(name)
  })
})

test('the public codecs are named as AWS names their shapes', () => {
  const codecs = { ClientId, ClientSecretId, UserPoolId, ClientSecretListDescriptorType, Timestamp }
  for (const [name, codec] of Object.entries(codecs)) expect(codec.name).toBe(name)
  expect(ListUserPoolClientSecretsRequest.name).toBe('ListUserPoolClientSecretsRequest')
  expect(ListUserPoolClientSecretsResponse.name).toBe('ListUserPoolClientSecretsResponse')
})

describe('a violation', () => {
  test('has a limit where its constraint has one', () => {
    expect(issueAt(['ClientId'], 'minLength', 1)().violation).toStrictEqual({
      path: ['ClientId'],
      constraint: 'minLength',
      limit: 1
    })
  })

  test('has no limit where its constraint has none', () => {
    expect(issueAt(['ClientId'], 'required')().violation).toStrictEqual({ path: ['ClientId'], constraint: 'required' })
  })

  test('is frozen with its issue, because every refusal shares both', () => {
    const issue = issueAt([], 'required')()
    expect([Object.isFrozen(issue), Object.isFrozen(issue.violation)]).toEqual([true, true])
  })

  test('of a member that must be absent says that it must be null', () => {
    expect(describeViolation({ path: ['ClientSecretValue'], constraint: 'absent' })).toBe(
      "Value at 'clientSecretValue' failed to satisfy constraint: Member must be null"
    )
  })

  test('is counted and joined with others in a message', () => {
    expect(validationMessage(['a'])).toBe('1 validation error detected: a')
    expect(validationMessage(['a', 'b'])).toBe('2 validation errors detected: a; b')
  })

  test('counts the elements of a list from 1 in its sentence', () => {
    expect(describeViolation({ path: ['ClientSecrets', 0, 'ClientSecretId'], constraint: 'required' })).toBe(
      "Value null at 'clientSecrets.1.member.clientSecretId' failed to satisfy constraint: Member must not be null"
    )
  })
})
