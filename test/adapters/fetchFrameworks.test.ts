import { Hono } from 'hono'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { describe, test } from 'vitest'
import { toFetchHandler } from '../../src/adapters/fetch.js'
import type { Target } from '../../src/conformance.js'
import type { HttpResponse } from '../../src/protocol/index.js'
import { passesTheSuite, passesTransfer, reference } from './passes.js'

const URL_OF_COGNITO = 'https://cognito-idp.us-east-1.amazonaws.com/'

const fetched = async (response: Response): Promise<HttpResponse> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: new Uint8Array(await response.arrayBuffer())
})

describe('toFetchHandler', () => {
  test('the suite passes through Hono', async () => {
    const app = new Hono()
    const cognito = toFetchHandler(reference())
    app.all('*', (c) => cognito(c.req.raw))
    const target: Target = async ({ method, headers, body }) =>
      fetched(
        await app.request('http://localhost/', {
          method,
          headers: headers as Record<string, string>,
          ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.from(body) })
        })
      )
    await passesTheSuite(target)
  })

  test('what the suite says about transfer passes through MSW and fetch', async ({ onTestFinished }) => {
    const cognito = toFetchHandler(reference())
    const server = setupServer(http.all(URL_OF_COGNITO, ({ request }) => cognito(request)))
    server.listen({ onUnhandledRequest: 'error' })
    onTestFinished(() => server.close())
    const target: Target = async ({ method, headers, body }) =>
      fetched(
        await fetch(URL_OF_COGNITO, {
          method,
          headers: headers as Record<string, string>,
          ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.from(body) })
        })
      )
    await passesTransfer(target)
  })
})
