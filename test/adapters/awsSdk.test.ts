import {
  AddUserPoolClientSecretCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  ListUserPoolClientSecretsCommand,
  ResourceNotFoundException
} from '@aws-sdk/client-cognito-identity-provider'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import {
  ContractViolationError,
  contractPlugin,
  InvalidParameterError,
  NetworkFailure,
  sdkRequestHandler
} from '../../src/adapters/awsSdk.js'
import type { Handler } from '../../src/protocol/index.js'
import type { HttpResponse } from '../../src/protocol/index.js'
import { reference } from './passes.js'

const IDS = { UserPoolId: 'us-east-1_Example', ClientId: '1example23456789' }

const SECRET = 'LeakedSecret0123456789abcdef'

const clientOf = (handler: Handler, maxAttempts = 1): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' },
    requestHandler: sdkRequestHandler(handler),
    maxAttempts
  })

const guarded = (handler: Handler): CognitoIdentityProviderClient => {
  const client = clientOf(handler)
  client.middlewareStack.use(contractPlugin())
  return client
}

const answering =
  (body: object): Handler =>
  (): HttpResponse => ({
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(body)
  })

const rejection = async (promise: Promise<unknown>): Promise<Error & Readonly<Record<string, unknown>>> => {
  const settled: unknown = await promise.then(
    () => new Error('it did not reject'),
    (error: unknown) => error
  )
  if (!(settled instanceof Error)) throw new Error('it rejected with something that is not an Error')
  return settled as Error & Readonly<Record<string, unknown>>
}

describe('sdkRequestHandler', () => {
  test.each([
    ['text', (text: string): unknown => text],
    ['bytes', (text: string): unknown => Buffer.from(text)],
    ['chunks', (text: string): unknown => Readable.from([text])]
  ])('the limit counts the bytes of a body given as %s, not its characters', async (_, toBody) => {
    const { handle } = sdkRequestHandler(answering({}), { maxBodyBytes: 10 })
    const statusOf = async (text: string): Promise<number> =>
      (await handle({ method: 'POST', path: '/', headers: {}, body: toBody(text) })).response.statusCode
    for (const exact of ['ééééé', '€€€x', '😀😀xx']) {
      expect(await statusOf(exact)).toBe(200)
      expect(await statusOf(`${exact}x`)).toBe(413)
    }
  })

  test('the SDK works against the reference without a socket', async () => {
    const client = clientOf(reference())
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'p' }))
    const UserPoolId = UserPool?.Id ?? ''
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'c', GenerateSecret: true })
    )
    const ids = { UserPoolId, ClientId: UserPoolClient?.ClientId ?? '' }
    await client.send(new AddUserPoolClientSecretCommand(ids))
    const { ClientSecrets = [] } = await client.send(new ListUserPoolClientSecretsCommand(ids))
    expect(ClientSecrets.map((secret) => Object.keys(secret).sort())).toEqual([
      ['ClientSecretCreateDate', 'ClientSecretId'],
      ['ClientSecretCreateDate', 'ClientSecretId']
    ])
  })

  test("errors arrive as the SDK's own classes", async () => {
    const error = await rejection(clientOf(reference()).send(new ListUserPoolClientSecretsCommand(IDS)))
    expect(error).toBeInstanceOf(ResourceNotFoundException)
  })

  test('the SDK tries a lost connection again', async () => {
    let calls = 0
    const client = clientOf(() => {
      calls++
      if (calls === 1) throw new NetworkFailure('the connection broke')
      return { status: 200, headers: {}, body: '{"ClientSecrets":[]}' }
    }, 2)
    await client.send(new ListUserPoolClientSecretsCommand(IDS))
    expect(calls).toBe(2)
  })

  test('a call that was aborted rejects with AbortError', async () => {
    const controller = new AbortController()
    controller.abort()
    const call = clientOf(reference()).send(new ListUserPoolClientSecretsCommand(IDS), {
      abortSignal: controller.signal
    })
    expect((await rejection(call)).name).toBe('AbortError')
  })

  test('what a handler throws reaches onError and is an InternalServerException for the SDK', async () => {
    const errors: Array<unknown> = []
    const failure = new Error(SECRET)
    const client = new CognitoIdentityProviderClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' },
      requestHandler: sdkRequestHandler(() => Promise.reject(failure), { onError: (error) => errors.push(error) }),
      maxAttempts: 1
    })
    expect((await rejection(client.send(new ListUserPoolClientSecretsCommand(IDS)))).name).toBe(
      'InternalServerException'
    )
    expect(errors).toEqual([failure])
  })
})

describe('sdkRequestHandler without the SDK', () => {
  const request = { method: 'PUT', path: '/p', headers: { a: 'b' } }
  const good: HttpResponse = { status: 200, headers: {}, body: 'done' }

  test('the handler gets the request, and the answer has single headers and bytes', async () => {
    const requests: Array<unknown> = []
    const { handle } = sdkRequestHandler((message) => {
      requests.push(message)
      return { status: 201, headers: { 'X-A': ['1', '2'], 'x-b': '3', 'x-c': undefined }, body: 'é' }
    })
    expect(await handle({ ...request, body: 'text' })).toEqual({
      response: {
        statusCode: 201,
        headers: { 'x-a': '1, 2', 'x-b': '3', 'x-c': '' },
        body: Uint8Array.of(0xc3, 0xa9)
      }
    })
    expect(requests).toEqual([{ ...request, body: 'text' }])
    const bytes = Uint8Array.of(0, 255)
    expect((await sdkRequestHandler(() => ({ ...good, body: bytes })).handle(request)).response.body).toBe(bytes)
  })

  test.each([
    ['nothing', undefined, ''],
    ['text', 'é', 'é'],
    ['bytes', Buffer.from('é'), 'é'],
    ['chunks', Readable.from(['a', Buffer.from('b')]), 'ab'],
    ['null', null, ''],
    ['something else', { length: 1 }, ''],
    ['a function', () => 'a', '']
  ])('a body that is %s reaches the handler', async (_, body, expected) => {
    const bodies: Array<string> = []
    const { handle } = sdkRequestHandler((message) => {
      bodies.push(Buffer.from(message.body).toString())
      return good
    })
    await handle({ ...request, body })
    expect(bodies).toEqual([expected])
  })

  test('a lost connection rejects as it is, and is no error of the handler', async () => {
    const errors: Array<unknown> = []
    const lost = new NetworkFailure('the connection broke')
    const onError = (error: unknown): void => void errors.push(error)
    await expect(sdkRequestHandler(() => Promise.reject(lost), { onError }).handle(request)).rejects.toBe(lost)
    expect(errors).toEqual([])
    const other = sdkRequestHandler(() => Promise.reject(new Error('other')))
    expect((await other.handle(request)).response.statusCode).toBe(500)
  })

  test('a signal that is aborted before or during the call rejects with AbortError', async () => {
    let calls = 0
    const signal = { aborted: true }
    const { handle } = sdkRequestHandler(() => {
      calls++
      signal.aborted = true
      return good
    })
    await expect(handle(request, { abortSignal: signal })).rejects.toMatchObject({
      name: 'AbortError',
      message: 'Request aborted'
    })
    expect(calls).toBe(0)
    signal.aborted = false
    await expect(handle(request, { abortSignal: signal })).rejects.toMatchObject({ name: 'AbortError' })
    expect(calls).toBe(1)
    expect((await handle(request, {})).response.statusCode).toBe(200)
  })

  test('what else the SDK calls is there and does nothing', () => {
    const { metadata, destroy, updateHttpClientConfig, httpHandlerConfigs } = sdkRequestHandler(() => good)
    expect([metadata, destroy(), updateHttpClientConfig(), httpHandlerConfigs()]).toEqual([
      { handlerProtocol: 'http/1.1' },
      undefined,
      undefined,
      {}
    ])
  })
})

describe('contractPlugin', () => {
  test('ill-formed ids are refused with every violation, and nothing is sent', async () => {
    let calls = 0
    const client = guarded(() => {
      calls++
      return { status: 200, headers: {}, body: '{}' }
    })
    const error = await rejection(
      client.send(new ListUserPoolClientSecretsCommand({ UserPoolId: 'a', ClientId: 'b-c' }))
    )
    expect(error.name).toBe('InvalidParameterException')
    expect(error['violations']).toMatchObject([
      { path: ['ClientId'], constraint: 'pattern' },
      { path: ['UserPoolId'], constraint: 'pattern' }
    ])
    expect(calls).toBe(0)
  })

  test('it stands where the SDK has not yet serialised, and replaces one of its name', () => {
    const added: Array<unknown> = []
    contractPlugin().applyToStack({ add: (_, options) => void added.push(options) })
    expect(added).toEqual([{ step: 'initialize', name: 'cognitoSecretsContract', override: true }])
  })

  test('the errors say whose fault it is, and what is wrong', () => {
    const violations = [{ path: ['ClientId'], constraint: 'required' as const }]
    expect(new InvalidParameterError({ message: 'why', violations })).toMatchObject({
      name: 'InvalidParameterException',
      $fault: 'client',
      message: 'why',
      violations
    })
    expect(new ContractViolationError({ message: 'why', violations })).toMatchObject({
      name: 'ContractViolation',
      $fault: 'server',
      message: 'why',
      violations
    })
  })

  test('a good answer passes as the SDK gave it', async () => {
    const client = guarded(answering({ ClientSecrets: [{ ClientSecretId: 'i', ClientSecretCreateDate: 1.5 }] }))
    const { ClientSecrets } = await client.send(new ListUserPoolClientSecretsCommand(IDS))
    expect(ClientSecrets).toEqual([{ ClientSecretId: 'i', ClientSecretCreateDate: new Date(1500) }])
  })

  const descriptor = { ClientSecretId: 'i', ClientSecretCreateDate: 1 }

  test.each([
    ['a leaked value', { ClientSecrets: [{ ...descriptor, ClientSecretValue: SECRET }] }, 'absent'],
    [
      'a third secret',
      { ClientSecrets: [descriptor, descriptor, { ...descriptor, ClientSecretId: SECRET }] },
      'maxItems'
    ],
    ['no list', {}, 'required']
  ])('an answer with %s is refused, and the error holds nothing of it', async (_, body, constraint) => {
    const error = await rejection(guarded(answering(body)).send(new ListUserPoolClientSecretsCommand(IDS)))
    expect(error.name).toBe('ContractViolation')
    expect(error['violations']).toMatchObject([{ constraint }])
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain(SECRET)
  })

  test('other operations pass untouched', async () => {
    const client = guarded(reference())
    expect((await client.send(new CreateUserPoolCommand({ PoolName: 'p' }))).UserPool?.Name).toBe('p')
  })

  test("the service's own errors pass as they are", async () => {
    const error = await rejection(guarded(reference()).send(new ListUserPoolClientSecretsCommand(IDS)))
    expect(error).toBeInstanceOf(ResourceNotFoundException)
  })
})
