/**
 * `sweep`: lists what runs left, removes it with --yes, and nothing that anybody else made.
 */
import { describe, expect, test } from 'vitest'
import { verify } from '../../src/conformance.js'
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
  return (JSON.parse(textOf(body)) as { UserPools: ReadonlyArray<{ Name: string }> }).UserPools.map(
    ({ Name }) => Name
  ).sort()
}

const OTHERS = [
  'production',
  'cognito-secrets-contract',
  'cognito-secrets-contract-staging-main',
  'cognito-secrets-contract-prod-users',
  'cognito-secrets-contract-7-main'
]

/** A service with pools of others, and of runs with the seeds 7 and 8 that could not clean up. */
const crowded = async (): Promise<Handler> => {
  const handler = reference()
  for (const PoolName of OTHERS) await handler(request('CreateUserPool', { PoolName }))
  for (const seed of [7, 8]) {
    await verify(
      (call) =>
        operationOf(call).startsWith('DeleteUserPool')
          ? Promise.resolve(refusal('NotAuthorizedException', 'no'))
          : handler(call),
      { seed, runs: 0, only: ['response.body'] }
    )
  }
  return handler
}

const ALL = ['--all-ages', '--yes']

describe('sweep', () => {
  test('lists what runs made and removes it with --yes, and no other pool', async (t) => {
    const handler = await crowded()
    const url = await serving(t, handler)
    const before = await names(handler)
    const listed = await cli(['sweep', url, '--all-ages'])
    expect(listed).toMatchObject({ code: 0, stderr: '' })
    expect(
      listed.stdout.match(/^would remove cognito-secrets-contract-\w+-[78]-\w{7}-\w+ \(us-east-1_\w+\)$/gm)
    ).toHaveLength(4)
    expect(listed.stdout).toContain('add --yes to remove')
    expect(await names(handler)).toEqual(before)
    const { code, stdout } = await inProcess(['sweep', url, ...ALL])
    expect(code).toBe(0)
    expect(stdout.match(/^removed /gm)).toHaveLength(4)
    expect(await names(handler)).toEqual([...OTHERS].sort())
  })

  test('leaves alone what a run made that began less than an hour ago', async (t) => {
    const handler = await crowded()
    const before = await names(handler)
    const { code, stdout } = await inProcess(['sweep', await serving(t, handler), '--yes'])
    expect(stdout.match(/^left alone .*: its run began \d minutes? ago$/gm)).toHaveLength(4)
    expect(code).toBe(0)
    expect(await names(handler)).toEqual(before)
  })

  test('--seed leaves what other runs made', async (t) => {
    const handler = await crowded()
    expect(await inProcess(['sweep', await serving(t, handler), ...ALL, '--seed', '7'])).toMatchObject({ code: 0 })
    const left = (await names(handler)).filter((name) => !OTHERS.includes(name))
    expect(left).toHaveLength(2)
    for (const name of left) expect(name).toMatch(/^cognito-secrets-contract-\w+-8-/)
  })

  test('on AWS --yes needs --provision-aws, and nothing is sent without it', async () => {
    const { code, stderr } = await inProcess(['sweep', 'https://cognito-idp.us-east-1.amazonaws.com', '--yes'])
    expect(stderr).toContain('only with --provision-aws')
    expect(code).toBe(2)
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
    const { code, stdout, stderr } = await inProcess(['sweep', url, ...ALL])
    expect(stderr.match(/could not be removed: NotAuthorizedException, HTTP 400/g)).toHaveLength(4)
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  })

  test('a target that is not there exits with 3', async (t) => {
    const url = await serving(t, reference())
    const { code, stderr } = await inProcess(['sweep', url.replace(/\d+$/, '1')])
    expect(stderr).toContain('ECONNREFUSED')
    expect(code).toBe(3)
  })
})
