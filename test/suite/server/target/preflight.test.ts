/**
 * Targets that refuse the caller, or lack the operation: named as what they are, and nothing about them is judged.
 */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { exitCode, type Report, type Target, verify, type VerifyOptions } from '../../../../src/conformance.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import { operationRequest } from '../../../../src/suite/server/target/operationRequest.js'
import { altering, json, operationOf, reference, refusal, textOf } from '../../../node/support/handlers.js'

const inHeader = (type: string, status = 400): HttpResponse => ({
  status,
  headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/` },
  body: ''
})

const always =
  (response: HttpResponse): Target =>
  () =>
    Promise.resolve(response)

const listAlone = (response: HttpResponse): Target => altering(() => response)

const run = (target: Target, options: Partial<VerifyOptions> = {}): Promise<Report> =>
  verify(target, { seed: 1, runs: 2, ...options })

const expectNothingJudged = (report: Report, because: RegExp | string): void => {
  expect(report.because).toMatch(because)
  expect(report.verdict).toBe('inconclusive')
  expect(exitCode(report)).toBe(3)
  expect(new Set(report.clauses.map(({ status }) => status))).toEqual(new Set(['untested']))
  expect(report.leftBehind).toEqual([])
}

const refusals: ReadonlyArray<readonly [name: string, response: HttpResponse]> = [
  ...[
    'UnrecognizedClientException',
    'InvalidClientTokenId',
    'MissingAuthenticationTokenException',
    'MissingAuthenticationToken',
    'ExpiredTokenException',
    'ExpiredToken',
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
    'IncompleteSignatureException',
    'IncompleteSignature',
    'RequestExpired',
    'AccessDeniedException',
    'AccessDenied',
    'NotAuthorizedException',
    'com.amazon.coral.service#AccessDeniedException'
  ].map((type) => [type, json(400, { __type: type, message: 'no' })] as const),
  ['401 and a name in the body', json(401, { __type: 'UnauthorizedException', message: 'no' })],
  ['403 and a name in the body', json(403, { __type: 'SignatureDoesNotMatch', message: 'no' })],
  ['a name in the header alone', inHeader('UnrecognizedClientException')],
  ['403 and a name in the header alone', inHeader('AccessDeniedException', 403)],
  ['401 by itself', { status: 401, headers: { 'www-authenticate': 'AWS4-HMAC-SHA256' }, body: '' }],
  ['403 by itself', { status: 403, headers: { 'content-type': 'text/html' }, body: '<h1>Forbidden</h1>' }]
]

describe.concurrent('refused credentials', () => {
  test.each(refusals)('%s for everything is named, and nothing is judged', async (_, response) => {
    const report = await run(always(response), { credentials: 'the made-up key' })
    expectNothingJudged(report, /^the target refused the (?:credentials|caller permission): /)
    expect(report.because).toContain(`HTTP ${response.status}`)
    expect(report.because).toContain('The requests were signed with the made-up key.')
    expect(report.because).not.toContain('does not implement')
  })

  test.each(refusals)('%s for List alone, pools and clients having been made, is named too', async (_, response) => {
    expectNothingJudged(await run(listAlone(response)), /^the target refused the (?:credentials|caller permission): /)
  })

  test('a missing permission is named', async () => {
    const denied = refusal('AccessDeniedException', 'User: arn:aws:iam::1:user/x is not authorized to perform: that')
    expectNothingJudged(
      await run(listAlone(denied)),
      /HTTP 400 AccessDeniedException \(User: arn.*\)\. Give the credentials the permission cognito-idp:ListUserPoolClientSecrets\.$/
    )
  })

  test('a permission to list alone is enough to judge refusals by', async () => {
    const inner = reference()
    const report = await run((request) =>
      operationOf(request) === 'ListUserPoolClientSecrets'
        ? inner(request)
        : Promise.resolve(refusal('AccessDeniedException', 'no'))
    )
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toContain('the target could not be provisioned: CreateUserPool: AccessDeniedException')
    expect(report.clauses.find(({ id }) => id === 'request.clientId.pattern')?.status).toBe('passed')
  })

  test.each<readonly [string, HttpResponse]>([
    ['AccessDeniedException', refusal('AccessDeniedException', 'no such pool', 403)],
    ['403 by itself', { status: 403, headers: {}, body: '' }],
    ['NotAuthorizedException', refusal('NotAuthorizedException', 'Access denied')]
  ])('%s for what does not exist, by a server that else answers, is a broken clause', async (_, response) => {
    const target = altering((answer) => (textOf(answer.body).includes('NotFound') ? response : answer))
    const nothing = await run(target, { provision: false })
    const provisioned = await run(target)
    for (const report of [nothing, provisioned]) {
      expect(report.verdict).toBe('failed')
      expect(report.clauses.find(({ id }) => id === 'error.notFound.pool')?.status).toBe('failed')
    }
  })

  test('what the target says of them is shown without a secret', async () => {
    let secret = ''
    const inner = reference()
    const target: Target = async (request) => {
      if (operationOf(request) === 'ListUserPoolClientSecrets') {
        return refusal('AccessDeniedException', `not for ${secret}`)
      }
      const response = await inner(request)
      secret = /"ClientSecret":"([^"]+)"/.exec(textOf(response.body))?.[1] ?? secret
      return response
    }
    const report = await run(target)
    expect(report.because).toMatch(/^the target refused the caller permission/)
    expect(secret).not.toBe('')
    expect(JSON.stringify(report)).not.toContain(secret)
  })
})

/** Unknown operations are answered with the first, List with the second. */
const lacking = (unknown: HttpResponse, listed: HttpResponse): Target => {
  const inner = reference()
  return async (request) => {
    if (operationOf(request) === 'ListUserPoolClientSecrets') return listed
    const response = await inner(request)
    return textOf(response.body).includes('UnknownOperationException') ? unknown : response
  }
}

const UNKNOWN = refusal('UnknownOperationException', 'what?')

describe.concurrent('an operation that is not implemented', () => {
  test.each<readonly [string, HttpResponse]>([
    ['501 and a name', refusal('NotImplemented', 'ListUserPoolClientSecrets', 501)],
    ['501 by itself', { status: 501, headers: {}, body: '' }],
    ['NotImplementedException', refusal('NotImplementedException', 'not yet')],
    ['NotImplementedError', refusal('NotImplementedError', 'not yet', 500)],
    ['CognitoLocal#Unsupported', json(500, { __type: 'CognitoLocal#Unsupported', message: 'no' })],
    ['UnsupportedOperationException', refusal('UnsupportedOperationException', 'no')],
    ['UnsupportedOperation', refusal('UnsupportedOperation', 'no')],
    ['InvalidAction', refusal('InvalidAction', 'no')],
    ['UnknownOperationException', refusal('UnknownOperationException', 'no', 404)]
  ])('is told by %s, whatever unknown operations are answered', async (_, response) => {
    expectNothingJudged(
      await run(lacking(UNKNOWN, response)),
      /^the target does not implement ListUserPoolClientSecrets: it answers HTTP \d+/
    )
  })

  const page = (status: number, operation: string): HttpResponse => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: `<p>${operation}: nothing here, request 0123456789abcdef</p>`
  })

  test('is told by the same answer as an unknown operation gets', async () => {
    const target: Target = (request) => Promise.resolve(page(404, operationOf(request)))
    expectNothingJudged(
      await run(target),
      /answers ListUserPoolClientSecrets with HTTP 404, as it answers an unknown operation: .*Check its host, its port and its path/
    )
  })

  test('is told by a page that answers everything with 200, and by a redirect; the URL may be wrong', async () => {
    const html = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>It works</html>' }
    const moved = { status: 301, headers: { location: 'https://example.com/x' }, body: '' }
    for (const response of [html, moved]) {
      expectNothingJudged(
        await run(always(response)),
        /as it answers an unknown operation: .*something else answers at this URL/
      )
    }
    expect((await run(always(moved))).because).toContain('HTTP 301 to https://example.com/x')
    const named = await run(always(refusal('SomethingElse', 'no')))
    expect(named.because).not.toContain('something else')
    expect((await run(listAlone(html))).verdict).toBe('failed')
  })

  test('is not told by an answer that differs from that of an unknown operation in its text alone', async () => {
    const target: Target = (request) =>
      Promise.resolve(
        operationOf(request) === 'ListUserPoolClientSecrets'
          ? { ...page(404, ''), body: '<p>no such client</p>' }
          : page(404, operationOf(request))
      )
    const report = await run(target)
    expect(report.because).not.toContain('does not implement')
    expect(report.verdict).toBe('failed')
  })

  test('is not told by an answer that cannot be read', async () => {
    const packed: HttpResponse = {
      status: 404,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: Uint8Array.from([0x1f, 0x8b, 8])
    }
    const report = await run(always(packed))
    expectNothingJudged(report, /^the target encoded \d+ answers with gzip, which no request asked for/)
    expect(report.requests).toBeLessThan(5)
    // readable bytes under a header that says otherwise are not read either
    const named = refusal('NotImplemented', 'no', 501)
    const other = await run(always({ ...named, headers: { ...named.headers, 'content-encoding': 'br' } }))
    expect(other.because).not.toContain('does not implement')
  })

  test('a server that lists what exists and answers 501 for what does not is broken', async () => {
    const target = altering((answer) =>
      textOf(answer.body).includes('NotFound') ? refusal('NotImplemented', 'not yet', 501) : answer
    )
    expect((await run(target)).verdict).toBe('failed')
    expect((await run(target, { provision: false })).verdict).toBe('failed')
  })

  test('the reference is looked at once where nothing may be made, and judged', async () => {
    const report = await run(reference(), { provision: false })
    expect(report.clauses.find(({ id }) => id === 'error.notFound.pool')?.status).toBe('passed')
  })
})

test('answers that hide a success alone leave the errors of given ids to be judged', async () => {
  const inner = reference()
  const made = async (operation: string, input: object): Promise<string> =>
    textOf((await inner(operationRequest(operation, input))).body)
  const pool = /"Id":"([^"]+)"/.exec(await made('CreateUserPool', { PoolName: 'p' }))?.[1] ?? ''
  const client = await made('CreateUserPoolClient', { UserPoolId: pool, ClientName: 'c', GenerateSecret: true })
  const clientId = /"ClientId":"([^"]+)"/.exec(client)?.[1] ?? ''
  const report = await run(
    async (request) => {
      const response = await inner(request)
      return response.status === 200
        ? { ...response, headers: { ...response.headers, 'content-encoding': 'gzip' }, body: gzipSync(response.body) }
        : response
    },
    { given: { userPoolId: pool, clientId } }
  )
  expect(report.verdict).toBe('inconclusive')
  expect(report.clauses.find(({ id }) => id === 'request.clientId.pattern')?.status).toBe('passed')
})
