/**
 * The handlers of docs/server-author.md in their frameworks, as a reader copies them: each serves a client's life from
 * its creation to the listing of its secret. That they compile with the frameworks' own types is tested with all examples.
 */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyHandlerV2,
  APIGatewayProxyStructuredResultV2,
  Context
} from 'aws-lambda'
import type { FastifyInstance } from 'fastify'
import type { Hono } from 'hono'
import { getResponse, type HttpHandler } from 'msw'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CONTENT_TYPE, TARGET_PREFIX } from '../../src/protocol/index.js'
import { type Example, examples, prepare } from '../docs/examples.js'
import { type Sandbox, sandbox } from '../docs/sandbox.js'

const ENDPOINT = 'https://cognito-idp.us-east-1.amazonaws.com/'

/** What a framework answered: status, content type, body. */
type Answered = readonly [status: number, contentType: string | undefined, body: string]
type Call = (headers: Readonly<Record<string, string>>, body: string) => Promise<Answered>

const exampleWith = (text: string): Example => {
  const found = examples.filter(({ page, code }) => page === 'docs/server-author.md' && code.includes(text))
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} examples have ${text}`)
  return found[0]
}

let place: Sandbox

beforeAll(() => {
  place = sandbox()
  prepare(place)
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})

afterAll(() => {
  vi.restoreAllMocks()
  place.remove()
})

/** The names that an example declares, exported or not. */
const declared = async (text: string, ...names: ReadonlyArray<string>): Promise<Readonly<Record<string, unknown>>> => {
  const { file, code } = exampleWith(text)
  const path = join(place.path, file.replace(/\.ts$/, '.js'))
  const missing = names.filter((name) => !code.includes(`export const ${name}`))
  writeFileSync(path, `export { ${missing.join(', ')} }\n`, { flag: 'a' })
  return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>
}

const read = async (response: Response): Promise<Answered> => [
  response.status,
  response.headers.get('content-type') ?? undefined,
  await response.text()
]

const withFastify = async (): Promise<Call> => {
  const app = (await declared("from 'fastify'", 'app'))['app'] as FastifyInstance
  return async (headers, body) => {
    const answer = await app.inject({ method: 'POST', url: '/', headers, payload: body })
    return [answer.statusCode, answer.headers['content-type']?.toString(), answer.payload]
  }
}

const withHono = async (): Promise<Call> => {
  const app = (await declared("from 'hono'", 'app'))['app'] as Hono
  return async (headers, body) => read(await app.request('/', { method: 'POST', headers, body }))
}

const withMsw = async (): Promise<Call> => {
  const mock = (await declared("from 'msw'", 'mock'))['mock'] as HttpHandler
  return async (headers, body) => {
    const response = await getResponse([mock], new Request(ENDPOINT, { method: 'POST', headers, body }))
    if (response === undefined) throw new Error('MSW did not handle the request')
    return read(response)
  }
}

const event = (headers: Readonly<Record<string, string>>, body: string): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/',
  rawQueryString: '',
  headers,
  requestContext: {
    accountId: '000000000000',
    apiId: 'api',
    domainName: 'example.com',
    domainPrefix: 'example',
    http: { method: 'POST', path: '/', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: 'id',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0
  },
  body: Buffer.from(body).toString('base64'),
  isBase64Encoded: true
})

const withLambda = async (): Promise<Call> => {
  const { handler } = await declared("from 'aws-lambda'", 'handler')
  const invoke = handler as APIGatewayProxyHandlerV2<APIGatewayProxyStructuredResultV2>
  return async (headers, body) => {
    // the handler reads no context
    const result = await invoke(event(headers, body), {} as Context, () => undefined)
    if (typeof result !== 'object') throw new Error('the handler returned nothing')
    return [result.statusCode ?? 0, result.headers?.['content-type']?.toString(), result.body ?? '']
  }
}

describe.each([
  ['Fastify', withFastify],
  ['Hono', withHono],
  ['MSW', withMsw],
  ['Lambda', withLambda]
])('%s', (_, framework) => {
  let send: Call

  beforeAll(async () => {
    send = await framework()
  })

  const call = (operation: string, body: string): Promise<Answered> =>
    send({ 'content-type': CONTENT_TYPE, 'x-amz-target': TARGET_PREFIX + operation }, body)

  const succeed = async (operation: string, input: object): Promise<unknown> => {
    const [status, contentType, body] = await call(operation, JSON.stringify(input))
    expect([status, contentType]).toEqual([200, CONTENT_TYPE])
    return JSON.parse(body)
  }

  test('lists the secret of a client that it has made', async () => {
    const { UserPool } = (await succeed('CreateUserPool', { PoolName: 'p' })) as { UserPool: { Id: string } }
    const { UserPoolClient } = (await succeed('CreateUserPoolClient', {
      UserPoolId: UserPool.Id,
      ClientName: 'c',
      GenerateSecret: true
    })) as { UserPoolClient: { ClientId: string; ClientSecret: string } }
    const listed = await succeed('ListUserPoolClientSecrets', {
      UserPoolId: UserPool.Id,
      ClientId: UserPoolClient.ClientId
    })
    expect(listed).toMatchObject({ ClientSecrets: [{ ClientSecretId: expect.any(String) as string }] })
    expect(JSON.stringify(listed)).not.toContain(UserPoolClient.ClientSecret)
  })

  test('answers a client that does not exist', async () => {
    const [status, contentType, body] = await call('ListUserPoolClientSecrets', '{"ClientId":"b","UserPoolId":"a_0"}')
    expect([status, contentType]).toEqual([400, CONTENT_TYPE])
    expect(JSON.parse(body)).toMatchObject({ __type: 'ResourceNotFoundException' })
  })

  test('answers bytes that are no JSON', async () => {
    const [, , body] = await call('ListUserPoolClientSecrets', '{"UserPoolId":')
    expect(JSON.parse(body)).toMatchObject({ __type: 'SerializationException' })
  })
})
