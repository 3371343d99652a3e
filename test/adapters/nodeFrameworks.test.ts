import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import { describe, expect, test, type TestContext } from 'vitest'
import { toNodeListener } from '../../src/adapters/node.js'
import { CONTENT_TYPE, type HttpRequest, type HttpResponse } from '../../src/protocol/index.js'
import { at, passesTheSuite, passesTransfer, reference } from './passes.js'

const GOOD: HttpResponse = { status: 200, headers: { 'content-type': CONTENT_TYPE }, body: '{}' }

const serving = async ({ onTestFinished }: TestContext, listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const post = (url: string, body: string, type = CONTENT_TYPE): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': type }, body })

/** Keeps the bodies that reach it, as text. */
const recording = (): { readonly bodies: Array<string>; readonly handler: (request: HttpRequest) => HttpResponse } => {
  const bodies: Array<string> = []
  return {
    bodies,
    handler: ({ body }) => {
      bodies.push(Buffer.from(body).toString())
      return GOOD
    }
  }
}

describe('toNodeListener', () => {
  test('the suite passes through node:http', async (context) => {
    await at(passesTheSuite)(await serving(context, toNodeListener(reference())))
  })

  test('what the suite says about transfer passes through Express', async (context) => {
    const app = express()
    app.use(toNodeListener(reference()))
    await at(passesTransfer)(await serving(context, app))
  })

  test('what the suite says about transfer passes through Express behind express.raw', async (context) => {
    const app = express()
    app.use(express.raw({ type: () => true, limit: '2mb' }), toNodeListener(reference()))
    await at(passesTransfer)(await serving(context, app))
  })

  test('what the suite says about transfer passes through Fastify with a parser that keeps the bytes', async ({
    onTestFinished
  }) => {
    const app = fastify()
    const handler = reference()
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    app.all('/*', async (request, reply) => {
      const body = request.body instanceof Uint8Array ? request.body : ''
      const response = await handler({ method: request.method, path: request.url, headers: request.headers, body })
      return reply
        .code(response.status)
        .headers({ ...response.headers } as Record<string, string>)
        .send(response.body)
    })
    onTestFinished(() => app.close())
    await at(passesTransfer)(await app.listen({ port: 0, host: '127.0.0.1' }))
  })

  test.each([
    ['text', express.text({ type: () => true }), '{"a": 1}'],
    ['bytes', express.raw({ type: () => true }), '{"a": 1}'],
    ['an object', express.json({ type: () => true }), '{"a":1}']
  ])('a body that a parser left as %s reaches the handler', async (_, parser, expected) => {
    const { bodies, handler } = recording()
    const app = express()
    app.use(parser, toNodeListener(handler))
    const server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await post(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, '{"a": 1}')
    server.close()
    server.closeAllConnections()
    expect(bodies).toEqual([expected])
  })

  test('a parser that passes this content type over leaves the body to the listener', async (context) => {
    const { bodies, handler } = recording()
    const app = express()
    app.use(express.json(), toNodeListener(handler))
    await post(await serving(context, app), '{"a": 1}')
    expect(bodies).toEqual(['{"a": 1}'])
  })

  test('a body that a parser read and did not keep says so through onError', async (context) => {
    const errors: Array<unknown> = []
    const listener = toNodeListener(() => GOOD, { onError: (error) => errors.push(error) })
    const url = await serving(context, (request, response) => {
      request.resume()
      request.once('end', () => listener(request, response))
    })
    expect((await post(url, '{"a":1}')).status).toBe(500)
    expect(String(errors[0])).toMatch(/body parser .* express\.raw/)
  })

  test('a request without a body reaches the handler with an empty one', async (context) => {
    const { bodies, handler } = recording()
    await fetch(await serving(context, toNodeListener(handler)))
    expect(bodies).toEqual([''])
  })

  test('a body over the limit is answered with 413, and one of exactly the limit is read', async (context) => {
    const { bodies, handler } = recording()
    const url = await serving(context, toNodeListener(handler, { maxBodyBytes: 3000 }))
    expect((await post(url, 'x'.repeat(3001))).status).toBe(413)
    expect((await post(url, 'x'.repeat(3000))).status).toBe(200)
    expect(bodies.map((body) => body.length)).toEqual([3000])
  })

  test.for([
    ['text', express.text({ type: () => true })],
    ['bytes', express.raw({ type: () => true })],
    ['an object', express.json({ type: () => true })],
    ['nothing yet', (_request: unknown, _response: unknown, next: () => void): void => next()]
  ] as const)(
    'the limit counts bytes, not characters, of a body that a parser left as %s',
    async ([, parser], context) => {
      const app = express()
      app.use(
        parser,
        toNodeListener(() => GOOD, { maxBodyBytes: 20 })
      )
      const url = await serving(context, app)
      // 8 bytes of JSON around the text
      for (const exact of ['éééééé', '€€€€', '😀😀😀']) {
        expect((await post(url, JSON.stringify({ a: exact }))).status).toBe(200)
        expect((await post(url, JSON.stringify({ a: `${exact}x` }))).status).toBe(413)
      }
    }
  )

  test('what a handler throws reaches onError and nothing of it reaches the caller', async (context) => {
    const errors: Array<unknown> = []
    const failure = new Error('MySecret0123456789abcdef')
    const listener = toNodeListener(() => Promise.reject(failure), { onError: (error) => errors.push(error) })
    const response = await post(await serving(context, listener), '{}')
    expect(errors).toEqual([failure])
    expect({ status: response.status, body: await response.text() }).toEqual({
      status: 500,
      body: '{"__type":"InternalServerException"}'
    })
  })
})
