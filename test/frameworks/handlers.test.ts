/**
 * Handlers as people write them in their framework. That this file compiles under `strict` is half of the test: the
 * types are those of the frameworks themselves. The other half is that each handler answers like the reference.
 */
import type { APIGatewayProxyHandlerV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import fastify from 'fastify'
import { Hono } from 'hono'
import { getResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { toFetchHandler } from '../../src/adapters/fetch.js'
import { toLambdaHandler } from '../../src/adapters/lambda.js'
import { CONTENT_TYPE, decodeRequest, encodeError, encodeResponse, TARGET_PREFIX } from '../../src/protocol/index.js'
import type { EncodedResponse, HttpRequest } from '../../src/protocol/index.js'

const IDS = { UserPoolId: 'us-east-1_EXAMPLE', ClientId: '1example23456789' }
const URL_OF_COGNITO = 'https://cognito-idp.us-east-1.amazonaws.com/'

const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}ListUserPoolClientSecrets` }

/** A synchronous handler with one client, which has no secret. */
const answer = (request: HttpRequest): EncodedResponse => {
  const decoded = decodeRequest(request)
  if (decoded._tag === 'Left') return encodeError(decoded.left)
  return decoded.right.ClientId === IDS.ClientId
    ? encodeResponse({ _tag: 'Right', right: { ClientSecrets: [] } })
    : encodeError({ _tag: 'ResourceNotFoundException', status: 400, message: 'User pool client does not exist.' })
}

/** What a framework answered: status, error type, parsed body. */
type Answered = readonly [status: number, contentType: string | undefined, body: unknown]

const read = async (response: Response): Promise<Answered> => [
  response.status,
  response.headers.get('content-type') ?? undefined,
  await response.json()
]

const toRequest = (body: string): Request => new Request(URL_OF_COGNITO, { method: 'POST', headers, body })

const withFastify = async (body: string): Promise<Answered> => {
  const app = fastify()
  app.addContentTypeParser(CONTENT_TYPE, { parseAs: 'buffer' }, (_, bytes, done) => done(null, bytes))
  app.post<{ Body: Buffer }>('/', (request, reply) => {
    const response = answer({ method: request.method, path: request.url, headers: request.headers, body: request.body })
    // to the content type of a text Fastify adds a charset, to that of bytes nothing
    return reply.code(response.status).headers(response.headers).send(Buffer.from(response.body))
  })
  const {
    statusCode,
    headers: answered,
    payload
  } = await app.inject({ method: 'POST', url: '/', headers, payload: body })
  await app.close()
  return [statusCode, answered['content-type']?.toString(), JSON.parse(payload)]
}

const withHono = async (body: string): Promise<Answered> => {
  const app = new Hono()
  app.post('/', async (c) => {
    const { method, url, headers: received } = c.req.raw
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const response = answer({ method, path: new URL(url).pathname, headers: Object.fromEntries(received), body: bytes })
    return new Response(response.body, response)
  })
  return read(await app.request(toRequest(body)))
}

const withHonoAdapter = async (body: string): Promise<Answered> => {
  const app = new Hono()
  const handle = toFetchHandler(answer)
  app.post('/', (c) => handle(c.req.raw))
  return read(await app.request(toRequest(body)))
}

const withMsw = async (body: string): Promise<Answered> => {
  const handle = toFetchHandler(answer)
  const response = await getResponse([http.post(URL_OF_COGNITO, ({ request }) => handle(request))], toRequest(body))
  if (response === undefined) throw new Error('MSW did not handle the request')
  return read(response)
}

const event = (body: string): Parameters<APIGatewayProxyHandlerV2>[0] => ({
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

const readLambda = ({ statusCode, headers: answered, body }: APIGatewayProxyStructuredResultV2): Answered => [
  statusCode ?? 0,
  answered?.['content-type']?.toString(),
  JSON.parse(body ?? '')
]

const lambda: APIGatewayProxyHandlerV2<APIGatewayProxyStructuredResultV2> = async (received) => {
  const { method, path } = received.requestContext.http
  const body = Buffer.from(received.body ?? '', received.isBase64Encoded ? 'base64' : 'utf8')
  const response = answer({ method, path, headers: received.headers, body })
  return { statusCode: response.status, headers: response.headers, body: response.body }
}

const adapted: APIGatewayProxyHandlerV2<APIGatewayProxyStructuredResultV2> = toLambdaHandler(answer)

/** No handler here reads the context or calls back. */
const invoke = async (handler: typeof lambda, body: string): Promise<Answered> => {
  const result = await handler(event(body), {} as Context, () => undefined)
  if (typeof result !== 'object') throw new Error('the handler returned nothing')
  return readLambda(result)
}

describe.each([
  ['Fastify', withFastify],
  ['Hono', withHono],
  ['Hono with toFetchHandler', withHonoAdapter],
  ['MSW with toFetchHandler', withMsw],
  ['Lambda', (body: string) => invoke(lambda, body)],
  ['Lambda with toLambdaHandler', (body: string) => invoke(adapted, body)]
])('%s', (_, call) => {
  test('answers a listing', async () => {
    expect(await call(JSON.stringify(IDS))).toEqual([200, CONTENT_TYPE, { ClientSecrets: [] }])
  })

  test('answers a client that does not exist', async () => {
    const [status, contentType, body] = await call(JSON.stringify({ ...IDS, ClientId: 'nobody' }))
    expect([status, contentType]).toEqual([400, CONTENT_TYPE])
    expect(body).toMatchObject({ __type: 'ResourceNotFoundException' })
  })

  test('answers bytes that are no JSON', async () => {
    expect((await call('{"UserPoolId":'))[2]).toMatchObject({ __type: 'SerializationException' })
  })
})
