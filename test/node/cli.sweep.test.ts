/**
 * `sweep`: removes what runs left, and nothing that anybody else made.
 */
import { describe, expect, test } from 'vitest'
import type { HttpRequest } from '../../src/protocol/index.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'
import { type Handler, operationOf, reference, refusal, textOf } from './support/handlers.js'
import { serving } from './support/serving.js'

const request = (operation: string, input: object): HttpRequest => ({
  method: 'POST',
  path: '/',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`
  },
  body: JSON.stringify(input)
})

const names = async (handler: Handler): Promise<ReadonlyArray<string>> => {
  const { body } = await handler(request('ListUserPools', { MaxResults: 60 }))
  return (JSON.parse(textOf(body)) as { UserPools: ReadonlyArray<{ Name: string }> }).UserPools.map(({ Name }) => Name)
}

const STRANGERS = [
  'production',
  'cognito-secrets-contract',
  'cognito-secrets-contract-',
  'cognito-secrets-contract-7',
  'my-cognito-secrets-contract-7-main',
  'Cognito-Secrets-Contract-7-main',
  'cognito-secrets-contract-7-main copy',
  'cognito-secrets-contract-something-else-entirely'
]

/** A service with pools of unrecognised, and of runs with seed 7 and 8. */
const crowded = async (): Promise<Handler> => {
  const handler = reference()
  const ours = ['cognito-secrets-contract-7-main', 'cognito-secrets-contract-7-p', 'cognito-secrets-contract-8-main']
  for (const PoolName of [...STRANGERS, ...ours]) await handler(request('CreateUserPool', { PoolName }))
  return handler
}

describe('sweep', () => {
  test('removes the pools that runs made, and no others', async (t) => {
    const handler = await crowded()
    const { code, stdout, stderr } = await cli(['sweep', await serving(t, handler)])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.match(/^removed cognito-secrets-contract-[78]-\w+ \(us-east-1_\w+\)$/gm)).toHaveLength(3)
    expect(await names(handler)).toEqual(STRANGERS)
  })

  test('--seed leaves what other runs made', async (t) => {
    const handler = await crowded()
    expect(await inProcess(['sweep', await serving(t, handler), '--seed', '7'])).toMatchObject({ code: 0 })
    expect(await names(handler)).toContain('cognito-secrets-contract-8-main')
    expect(await names(handler)).not.toContain('cognito-secrets-contract-7-main')
  })

  test('--dry-run removes nothing and says what it would', async (t) => {
    const handler = await crowded()
    const before = await names(handler)
    const { code, stdout } = await inProcess(['sweep', await serving(t, handler), '--dry-run'])
    expect(stdout.match(/^would remove cognito-secrets-contract-/gm)).toHaveLength(3)
    expect(code).toBe(0)
    expect(await names(handler)).toEqual(before)
  })

  test('nothing to remove is no error', async (t) => {
    const { code, stdout } = await inProcess(['sweep', await serving(t, reference())])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'nothing to remove\n' })
  })

  test('what could not be removed is told, and exits with 3', async (t) => {
    const handler = await crowded()
    const url = await serving(t, (call) =>
      operationOf(call) === 'DeleteUserPool' ? Promise.resolve(refusal('NotAuthorizedException', 'no')) : handler(call)
    )
    const { code, stdout, stderr } = await inProcess(['sweep', url])
    expect(stderr.match(/could not be removed: NotAuthorizedException, HTTP 400/g)).toHaveLength(3)
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  })

  test('a target that is not there exits with 3', async (t) => {
    const url = await serving(t, reference())
    const { code, stderr } = await inProcess(['sweep', url.replace(/\d+$/, '1')])
    expect(stderr).toContain('ECONNREFUSED')
    expect(code).toBe(3)
  })
})
