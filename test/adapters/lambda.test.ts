import type {
  ALBEvent,
  ALBHandler,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  LambdaFunctionURLEvent
} from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { type LambdaEvent, type LambdaResult, toLambdaHandler } from '../../src/adapters/lambda.js'
import type { Target } from '../../src/conformance.js'
import type { HttpRequest, HttpResponse } from '../../src/protocol/index.js'
import { passesTheSuite, passesTransfer, reference } from './passes.js'

const single = (headers: HttpRequest['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers as Record<string, string>))

const base64 = (body: HttpRequest['body']): string => Buffer.from(body).toString('base64')

const received = ({ statusCode, headers, multiValueHeaders, body, isBase64Encoded }: LambdaResult): HttpResponse => ({
  status: statusCode,
  headers: multiValueHeaders ?? headers,
  body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
})

/** The same request as each kind of event, with the members that AWS documents and the adapter reads. */
type Event = readonly [kind: string, toEvent: (request: HttpRequest) => LambdaEvent]

const events: readonly [Event, ...ReadonlyArray<Event>] = [
  [
    'a function URL or an HTTP API (payload 2.0)',
    ({ method, path, headers, body }) => ({
      version: '2.0',
      rawPath: path,
      rawQueryString: '',
      headers: single(headers),
      requestContext: { http: { method, path } },
      body: base64(body),
      isBase64Encoded: true
    })
  ],
  [
    'a REST API (payload 1.0)',
    ({ method, path, headers, body }) => ({
      httpMethod: method,
      path,
      headers: single(headers),
      multiValueHeaders: null,
      body: typeof body === 'string' ? body : base64(body),
      isBase64Encoded: typeof body !== 'string'
    })
  ],
  [
    'a load balancer with one value for each header',
    ({ method, path, headers, body }) => ({
      requestContext: { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:0:targetgroup/t/1' } },
      httpMethod: method,
      path,
      headers: single(headers),
      body: base64(body),
      isBase64Encoded: true
    })
  ],
  [
    'a load balancer with lists of values',
    ({ method, path, headers, body }) => ({
      requestContext: { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:0:targetgroup/t/1' } },
      httpMethod: method,
      path,
      multiValueHeaders: Object.fromEntries(Object.entries(single(headers)).map(([name, value]) => [name, [value]])),
      body: base64(body),
      isBase64Encoded: true
    })
  ]
]

describe('toLambdaHandler', () => {
  const targetOf =
    (toEvent: (request: HttpRequest) => LambdaEvent, lambda = toLambdaHandler(reference())): Target =>
    async (request) =>
      received(await lambda(toEvent(request)))

  const [[kind, first], ...others] = events

  test(`the suite passes through ${kind}`, () => passesTheSuite(targetOf(first)))

  test.each(others)('what the suite says about transfer passes through %s', (_, toEvent) =>
    passesTransfer(targetOf(toEvent))
  )

  test("the events of AWS's types are accepted, and so is the result", () => {
    const lambda = toLambdaHandler(reference())
    const typed: ReadonlyArray<
      (
        event: APIGatewayProxyEventV2 & LambdaFunctionURLEvent & APIGatewayProxyEvent & ALBEvent
      ) => Promise<LambdaResult>
    > = [lambda]
    const balancer: ALBHandler = (event) => lambda(event)
    expect([typed.length, typeof balancer]).toEqual([1, 'function'])
  })

  test.each<readonly [string, LambdaEvent, Partial<HttpRequest>]>([
    ['an empty event', {}, { method: 'POST', path: '/', headers: {}, body: '' }],
    [
      'payload 2.0',
      {
        requestContext: { http: { method: 'PUT' } },
        httpMethod: 'GET',
        rawPath: '/raw',
        path: '/path',
        rawQueryString: '',
        headers: { a: '1' },
        body: 'text'
      },
      { method: 'PUT', path: '/raw', headers: { a: '1' }, body: 'text' }
    ],
    [
      'payload 1.0',
      { requestContext: {}, httpMethod: 'GET', path: '/path', headers: null, multiValueHeaders: null, body: null },
      { method: 'GET', path: '/path', headers: {}, body: '' }
    ],
    [
      'both kinds of headers',
      { requestContext: { http: {} }, headers: { a: '1' }, multiValueHeaders: { a: ['2'], b: ['3', '4'] } },
      { method: 'POST', headers: { a: '1', b: ['3', '4'] } }
    ],
    ['bytes', { body: 'AP8=', isBase64Encoded: true }, { body: Uint8Array.of(0, 255) }],
    ['no bytes', { body: null, isBase64Encoded: true }, { body: new Uint8Array(0) }],
    ['text that looks like bytes', { body: 'AP8=', isBase64Encoded: false }, { body: 'AP8=' }]
  ])('of %s the handler gets a request', async (_, event, request) => {
    const requests: Array<HttpRequest> = []
    await toLambdaHandler((message) => {
      requests.push(message)
      return { status: 200, headers: {}, body: '' }
    })(event)
    expect(requests).toMatchObject([request])
    expect(Object.keys(requests[0]?.headers ?? {})).toHaveLength(Object.keys(request.headers ?? {}).length)
  })

  test('the query follows the path', async () => {
    const paths: Array<string> = []
    const lambda = toLambdaHandler((request) => {
      paths.push(request.path)
      return { status: 200, headers: {}, body: '' }
    })
    await lambda({ rawPath: '/p', rawQueryString: 'a=1', requestContext: { http: { method: 'POST' } } })
    expect(paths).toEqual(['/p?a=1'])
  })

  test('bytes leave as base64', async () => {
    const lambda = toLambdaHandler(() => ({ status: 200, headers: { a: ['1', '2'] }, body: Uint8Array.of(0, 255) }))
    expect(await lambda({})).toEqual({ statusCode: 200, headers: { a: '1, 2' }, body: 'AP8=', isBase64Encoded: true })
  })

  test('a body over the limit is answered with 413', async () => {
    const lambda = toLambdaHandler(reference(), { maxBodyBytes: 10 })
    expect((await lambda({ body: 'x'.repeat(11) })).statusCode).toBe(413)
    expect((await lambda({ body: 'x'.repeat(10) })).statusCode).toBe(400)
  })

  test.each([
    ['text', (text: string): LambdaEvent => ({ body: text })],
    ['base64', (text: string): LambdaEvent => ({ body: base64(text), isBase64Encoded: true })]
  ])('the limit counts the bytes of a body sent as %s, not its characters', async (_, toEvent) => {
    const lambda = toLambdaHandler(() => ({ status: 200, headers: {}, body: '' }), { maxBodyBytes: 10 })
    for (const exact of ['ééééé', '€€€x', '😀😀xx']) {
      expect((await lambda(toEvent(exact))).statusCode).toBe(200)
      expect((await lambda(toEvent(`${exact}x`))).statusCode).toBe(413)
    }
  })

  test('a load balancer that sent one value for each header gets one, and lists where it sent lists', async () => {
    const lambda = toLambdaHandler(() => ({ status: 200, headers: { a: ['1', '2'] }, body: '' }))
    const requestContext = { elb: {} }
    const plain = { statusCode: 200, headers: { a: '1, 2' }, body: '', isBase64Encoded: false }
    for (const event of [{ requestContext }, { multiValueHeaders: { b: ['1'] } }])
      expect(await lambda(event)).toEqual(plain)
    expect(await lambda({ requestContext, headers: { b: '1' }, multiValueHeaders: { b: ['1'] } })).toEqual(plain)
    const empty = toLambdaHandler(() => ({ status: 200, headers: { a: 'b c', d: undefined }, body: '' }))
    expect(await empty({ requestContext, multiValueHeaders: {} })).toEqual({
      ...plain,
      headers: { a: 'b c' },
      multiValueHeaders: { a: ['b c'] }
    })
    expect(await lambda({ requestContext, headers: { b: '1' } })).toEqual(plain)
    expect(await lambda({ requestContext, multiValueHeaders: { b: ['1'] } })).toEqual({
      ...plain,
      multiValueHeaders: { a: ['1', '2'] }
    })
  })

  test('what a handler throws reaches onError and nothing of it reaches the caller', async () => {
    const errors: Array<unknown> = []
    const failure = new Error('MySecret0123456789abcdef')
    const lambda = toLambdaHandler(() => Promise.reject(failure), { onError: (error) => errors.push(error) })
    const { statusCode, body } = await lambda({})
    expect({ statusCode, body }).toEqual({ statusCode: 500, body: '{"__type":"InternalServerException"}' })
    expect(errors).toEqual([failure])
  })
})
