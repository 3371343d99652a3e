/**
 * Which clauses are told to fail for one reason, in real runs against broken targets.
 */
import { describe, expect, test } from 'vitest'
import { type Report, type Target, verify } from '../../../src/conformance.js'
import { findingsOf } from '../../../src/report/findingsOf.js'
import { altering, json, refusal, textOf } from '../../node/support/handlers.js'

const run = (target: Target): Promise<Report> => verify(target, { seed: 5, runs: 5 })

/** The clause that stands for all that share its symptom, and how many those are. */
const findings = (report: Report): Readonly<Record<string, number>> =>
  Object.fromEntries(findingsOf(report).map(({ result, more }) => [result.id, more.length]))

describe.concurrent('one mistake is one finding', () => {
  test('errors that are not JSON', async () => {
    const report = await run(
      altering((response) =>
        response.status === 200
          ? response
          : { ...response, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: `{'__type':'X'}` }
      )
    )
    expect(findings(report)).toEqual({ 'error.body.object': expect.any(Number) as number })
    expect(findings(report)['error.body.object']).toBeGreaterThan(15)
  })

  test('errors without a name', async () => {
    const report = await run(
      altering((response) => (response.status === 200 ? response : json(400, { message: 'no' })))
    )
    expect(findings(report)).toEqual({ 'error.type.present': expect.any(Number) as number })
    expect(findings(report)['error.type.present']).toBeGreaterThan(15)
  })

  test('a failure in HTML in place of every response', async () => {
    const page = { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }
    const report = await run(altering(() => page))
    expect(findings(report)).toEqual({ 'response.status.ok': expect.any(Number) as number })
    expect(findings(report)['response.status.ok']).toBeGreaterThan(20)
  })

  test('another Content-Type everywhere', async () => {
    const report = await run(
      altering((response) => ({ ...response, headers: { ...response.headers, 'content-type': 'text/plain' } }))
    )
    expect(findings(report)).toEqual({ 'response.contentType': 1 })
  })

  test('a header that names one error for all', async () => {
    const report = await run(
      altering((response) =>
        response.status === 200
          ? response
          : { ...response, headers: { ...response.headers, 'x-amzn-errortype': 'InvalidParameterException' } }
      )
    )
    const all = findings(report)
    expect(Object.keys(all).length).toBeLessThanOrEqual(2)
    expect(report.clauses.filter(({ symptom }) => symptom === 'twoNames').length).toBeGreaterThan(5)
  })
})

describe.concurrent('two mistakes are two findings', () => {
  test('a fault of the form explains no clause that fails in a response of the right form, too', async () => {
    // nameless errors now and then, and a pattern that is never checked
    const report = await run(
      altering((response, _, n) => {
        if (response.status === 200) return response
        if (n % 7 === 0) return json(400, { message: 'no' })
        return textOf(response.body).includes('regular expression')
          ? refusal('ResourceNotFoundException', 'User pool client x does not exist.')
          : response
      })
    )
    const all = findingsOf(report)
    expect(all.map(({ result }) => result.id)).toEqual(
      expect.arrayContaining(['error.type.present', 'request.clientId.pattern', 'request.userPoolId.pattern'])
    )
  })

  test('a leak is a finding of its own, whatever the form of the response', async () => {
    let secret = ''
    const target = altering((response) => ({
      ...response,
      headers: { 'content-type': 'text/html' },
      body: `<b>${secret}</b>`
    }))
    const watching: Target = async (request) => {
      const response = await target(request)
      secret = /"ClientSecret":"([^"]+)"/.exec(textOf(response.body))?.[1] ?? secret
      return response
    }
    const ids = findingsOf(await run(watching)).map(({ result }) => result.id)
    expect(ids).toContain('response.secret.neverRevealed')
    expect(ids.indexOf('response.secret.neverRevealed')).toBeGreaterThan(ids.indexOf('response.body.object'))
  })
})
