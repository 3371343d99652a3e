/**
 * The AWS SDK for JavaScript against the reference and against scripted answers: today's release, and the first one that
 * knew the operation. Both have NextToken and a value in their models.
 */
import * as current from '@aws-sdk/client-cognito-identity-provider'
import * as first from 'cognito-sdk-older'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Listening, listen } from '../../src/node/index.js'
import type { HttpResponse } from '../../src/protocol/index.js'
import { inMemory } from '../../src/reference/index.js'
import { json, operationOf, reference } from './support/handlers.js'

type Sdk = typeof current

vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true')

const sdks: ReadonlyArray<readonly [name: string, sdk: Sdk]> = [
  ['the current SDK', current],
  ['the first SDK that knew the operation', first as unknown as Sdk]
]

const clientOf = (sdk: Sdk, endpoint: string): current.CognitoIdentityProviderClient =>
  new sdk.CognitoIdentityProviderClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'dummy' },
    maxAttempts: 1
  })

const OWN = 'CallersOwnSecret0123456789abcdef'

describe.each(sdks)('%s against the reference', (_, sdk) => {
  let server: Listening
  let client: current.CognitoIdentityProviderClient
  let UserPoolId: string

  beforeAll(async () => {
    let now = Date.UTC(2026, 10, 23, 1, 2, 3, 4)
    server = await listen(inMemory({ now: () => new Date((now += 789)), seed: 3 }))
    client = clientOf(sdk, server.url)
    const { UserPool } = await client.send(new sdk.CreateUserPoolCommand({ PoolName: 'p' }))
    UserPoolId = UserPool?.Id ?? ''
  })

  afterAll(async () => {
    client.destroy()
    await server.close()
  })

  const makeClient = async (
    GenerateSecret: boolean
  ): Promise<{ UserPoolId: string; ClientId: string; secret: string | undefined }> => {
    const input = { UserPoolId, ClientName: 'c', GenerateSecret }
    const { UserPoolClient } = await client.send(new sdk.CreateUserPoolClientCommand(input))
    return { UserPoolId, ClientId: UserPoolClient?.ClientId ?? '', secret: UserPoolClient?.ClientSecret }
  }

  const list = async ({ ClientId }: { ClientId: string }): Promise<current.ListUserPoolClientSecretsCommandOutput> =>
    client.send(new sdk.ListUserPoolClientSecretsCommand({ UserPoolId, ClientId }))

  test('a client without secrets has an empty list', async () => {
    const { ClientSecrets, NextToken, $metadata } = await list(await makeClient(false))
    expect({ ClientSecrets, NextToken, status: $metadata.httpStatusCode }).toEqual({
      ClientSecrets: [],
      NextToken: undefined,
      status: 200
    })
  })

  test('one secret, then two: ids and dates as Add returned them, to the millisecond, and no secret', async () => {
    const ids = await makeClient(true)
    const one = await list(ids)
    expect(one.ClientSecrets).toHaveLength(1)
    expect(one.ClientSecrets?.[0]?.ClientSecretCreateDate?.getTime()).toBeTypeOf('number')
    const { ClientSecretDescriptor: added } = await client.send(
      new sdk.AddUserPoolClientSecretCommand({ UserPoolId, ClientId: ids.ClientId })
    )
    const two = await list(ids)
    expect(
      two.ClientSecrets?.map(({ ClientSecretId, ClientSecretCreateDate }) => [
        ClientSecretId,
        ClientSecretCreateDate?.getTime()
      ])
    ).toEqual([
      [one.ClientSecrets?.[0]?.ClientSecretId, one.ClientSecrets?.[0]?.ClientSecretCreateDate?.getTime()],
      [added?.ClientSecretId, added?.ClientSecretCreateDate?.getTime()]
    ])
    expect((added?.ClientSecretCreateDate?.getTime() ?? 0) % 1000).not.toBe(0)
    expect(added?.ClientSecretValue).toMatch(/^\w{52}$/)
    for (const secret of [ids.secret, added?.ClientSecretValue])
      expect(JSON.stringify([one, two])).not.toContain(secret)
  })

  test("a caller's own secret is listed, never shown, and can be deleted again", async () => {
    const ids = await makeClient(true)
    const input = { UserPoolId, ClientId: ids.ClientId }
    const added = await client.send(new sdk.AddUserPoolClientSecretCommand({ ...input, ClientSecret: OWN }))
    const listed = await list(ids)
    expect(listed.ClientSecrets).toHaveLength(2)
    expect(JSON.stringify([added, listed])).not.toContain(OWN)
    const { ClientSecretId } = added.ClientSecretDescriptor ?? {}
    await client.send(new sdk.DeleteUserPoolClientSecretCommand({ ...input, ClientSecretId }))
    expect((await list(ids)).ClientSecrets?.map((one) => one.ClientSecretId)).not.toContain(ClientSecretId)
  })

  test('a NextToken, which its model allows, changes nothing', async () => {
    const ids = { UserPoolId, ClientId: (await makeClient(true)).ClientId }
    const listed = await client.send(new sdk.ListUserPoolClientSecretsCommand({ ...ids, NextToken: 'anything' }))
    expect(listed.ClientSecrets).toHaveLength(1)
    expect(listed.NextToken).toBeUndefined()
  })

  test('a third secret is a LimitExceededException of its own class', async () => {
    const { ClientId } = await makeClient(true)
    const add = (): Promise<unknown> => client.send(new sdk.AddUserPoolClientSecretCommand({ UserPoolId, ClientId }))
    await add()
    await expect(add()).rejects.toThrow(sdk.LimitExceededException)
    expect((await list({ ClientId })).ClientSecrets).toHaveLength(2)
  })

  test('ids of nobody are a ResourceNotFoundException, ill-formed ones an InvalidParameterException', async () => {
    await expect(list({ ClientId: 'nobody' })).rejects.toThrow(sdk.ResourceNotFoundException)
    await expect(list({ ClientId: 'nobody' })).rejects.toThrow('User pool client nobody does not exist.')
    await expect(list({ ClientId: 'a-b' })).rejects.toThrow(sdk.InvalidParameterException)
    await expect(list({ ClientId: 'a-b' })).rejects.toThrow(
      "1 validation error detected: Value 'a-b' at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+"
    )
  })
})

const documented = [
  ['InternalServerException', 500],
  ['InvalidParameterException', 400],
  ['LimitExceededException', 400],
  ['ResourceNotFoundException', 400],
  ['TooManyRequestsException', 400]
] as const

type Style = (name: string, body: object, status: number) => HttpResponse

const styles: ReadonlyArray<readonly [name: string, style: Style]> = [
  ['in the header', (name, body, status) => json(status, body, { 'x-amzn-errortype': name })],
  [
    'in the header, with a URL behind it',
    (name, body, status) => json(status, body, { 'x-amzn-errortype': `${name}:http://internal.amazon.com/` })
  ],
  ['in __type', (name, body, status) => json(status, { __type: name, ...body })],
  [
    'in __type, with a namespace',
    (name, body, status) => json(status, { __type: `com.amazonaws.cognito.identity.idp.model#${name}`, ...body })
  ]
]

describe.each(sdks)('%s and the documented exceptions', (_, sdk) => {
  describe.each(styles)('named %s', (__, style) => {
    test.each(documented)('%s (HTTP %i) arrives as its own class', async (name, status) => {
      const inner = reference()
      const reasonCode = name === 'InvalidParameterException' ? { reasonCode: 'why' } : {}
      const server = await listen((request) =>
        operationOf(request) === 'ListUserPoolClientSecrets'
          ? Promise.resolve(style(name, { message: `about ${name}`, ...reasonCode }, status))
          : inner(request)
      )
      const client = clientOf(sdk, server.url)
      const input = { UserPoolId: 'us-east-1_x', ClientId: 'y' }
      const error: unknown = await client.send(new sdk.ListUserPoolClientSecretsCommand(input)).catch((e: unknown) => e)
      client.destroy()
      await server.close()
      expect(error).toBeInstanceOf(sdk[name])
      expect(error).toMatchObject({
        name,
        message: `about ${name}`,
        ...reasonCode,
        $metadata: { httpStatusCode: status }
      })
    })
  })
})
