/**
 * Secrets that the suite makes while it shrinks a failure are masked in all that it tells.
 */
import { expect, test } from 'vitest'
import { verify } from '../../../src/conformance.js'
import type { HttpRequest, HttpResponse } from '../../../src/protocol/index.js'
import { operationOf, reference, refusal, textOf } from '../../node/support/handlers.js'

/** In characters: short enough for the name of an error, which is told, and enough to give a secret away. */
const PART = 20

test('in the notes and in what is left behind', async () => {
  const inner = reference()
  const parts = new Set<string>()
  const target = async (request: HttpRequest): Promise<HttpResponse> => {
    const response = await inner(request)
    const operation = operationOf(request)
    const [asked, answered] = [textOf(request.body), textOf(response.body)]
    if (operation === 'ListUserPoolClientSecrets') {
      // the second secret is lost, so that there are failures to shrink, and clients are made for it
      return { ...response, body: answered.replace(/(\{"ClientSecrets":\[\{[^}]*\}),.*/, '$1]}') }
    }
    for (const text of [asked, answered]) {
      for (const [, secret = ''] of text.matchAll(/"ClientSecret(?:Value)?":"([^"]+)"/g))
        parts.add(secret.slice(0, PART))
    }
    return operation.startsWith('DeleteUserPool') ? refusal(`N${[...parts].at(-1) ?? ''}`, 'no') : response
  }
  const report = await verify(target, { seed: 1, runs: 3, only: ['list'] })
  expect(report.verdict).toBe('failed')
  expect(parts.size).toBeGreaterThan(100)
  expect(report.leftBehind.length).toBeGreaterThan(10)
  const told = JSON.stringify(report)
  expect([...parts].filter((part) => told.includes(part))).toEqual([])
})
