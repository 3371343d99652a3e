/**
 * Targets that refuse the caller, or lack the operation: named as what they are, and nothing about them is judged.
 */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { exitCode, type Target, verify } from '../../../../src/conformance.js'
import type { HttpRequest, HttpResponse } from '../../../../src/protocol/index.js'
import { operationRequest } from '../../../../src/suite/server/target/operationRequest.js'
import { type Preflight, preflight } from '../../../../src/suite/server/target/preflight.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { altering, json, operationOf, reference, refusal, textOf } from '../../../node/support/handlers.js'

const LIST = 'ListUserPoolClientSecrets'

/** What the preflight says of a target, and what it asked. */
const look = async (
  target: Target,
  known: Partial<Preflight> = {}
): Promise<{ readonly because: string | undefined; readonly asked: ReadonlyArray<HttpRequest> }> => {
  const asked: Array<HttpRequest> = []
  const session = openSession(
    (request) => {
      asked.push(request)
      return target(request)
    },
    { seed: 1, retries: 0, timeoutMs: 1000 }
  )
  const because = await preflight(session, { existing: undefined, isGiven: false, credentials: undefined, ...known })
  return { because, asked }
}

const reasonOf = async (target: Target, known?: Partial<Preflight>): Promise<string | undefined> =>
  (await look(target, known)).because

const EXISTING = { UserPoolId: 'us-east-1_Existing1', ClientId: 'existing' }

const isIllFormed = ({ body }: HttpRequest): boolean => textOf(body).includes('-Nobody123"')

/** Answers List, List with ids that it must refuse, and every other operation. */
const answers =
  (listed: HttpResponse, illFormed = listed, other = refusal('UnknownOperationException', 'what?')): Target =>
  (request) =>
    operationOf(request) !== LIST ? other : isIllFormed(request) ? illFormed : listed

const always =
  (response: HttpResponse): Target =>
  () =>
    response

const invalid = refusal('InvalidParameterException', 'no such form')
const notFound = refusal('ResourceNotFoundException', 'User pool x does not exist.')
const denied = refusal('AccessDeniedException', 'Access denied')

describe('a target is judged', () => {
  test.each<readonly [string, Target]>([
    ['that lists', answers(json(200, { ClientSecrets: [] }), invalid)],
    ['that finds nothing', answers(notFound, invalid)],
    ['that refuses the ids', answers(invalid)]
  ])('%s, after one look', async (_, target) => {
    const { because, asked } = await look(target)
    expect(because).toBeUndefined()
    expect(asked.map((request) => [operationOf(request), textOf(request.body)])).toEqual([
      [LIST, '{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}']
    ])
  })

  test('by ids that exist, where there are some', async () => {
    const { asked } = await look(answers(json(200, { ClientSecrets: [] })), { existing: EXISTING })
    expect(asked.map(({ body }) => JSON.parse(textOf(body)) as unknown)).toEqual([EXISTING])
  })

  test.each<readonly [string, Target]>([
    ['answers nothing', () => Promise.reject(new Error('socket hang up'))],
    ['throttles', always(refusal('Throttling', 'slow'))]
  ])('that %s: why it cannot be judged is for others to say', async (_, target) => {
    expect(await reasonOf(target)).toBeUndefined()
  })

  test('that knows the ids that were given, or refuses them for their form', async () => {
    const given = { existing: EXISTING, isGiven: true }
    expect(await reasonOf(answers(json(200, {})), given)).toBeUndefined()
    expect(await reasonOf(answers(invalid), given)).toBeUndefined()
  })

  test('that lists without the member, and not as it answers an unknown operation', async () => {
    const { because, asked } = await look(answers(json(200, {})))
    expect(because).toBeUndefined()
    expect(asked.map(operationOf)).toEqual([LIST, 'ListUserPoolClientSecretz'])
  })

  test('that has forgotten what was made', async () => {
    expect(await reasonOf(answers(notFound), { existing: EXISTING })).toBeUndefined()
  })
})

test('ids that were given and are not known are named', async () => {
  expect(await reasonOf(answers(notFound), { existing: EXISTING, isGiven: true })).toBe(
    'the target does not know the given ids: it answered ListUserPoolClientSecrets with HTTP 400 ResourceNotFoundException (User pool x does not exist.). Check --user-pool-id and --client-id, and that they belong together.'
  )
})

describe('refused credentials are named', () => {
  const SET =
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN for temporary credentials) to credentials that the target accepts.'
  const unknownKey = refusal('UnrecognizedClientException', 'who?')

  test('with the key that signed', async () => {
    expect(await reasonOf(always(unknownKey), { credentials: 'the made-up key' })).toBe(
      `the target refused the credentials: it answered ListUserPoolClientSecrets with HTTP 400 UnrecognizedClientException (who?). The requests were signed with the made-up key. ${SET}`
    )
  })

  test('at once where the name leaves no doubt', async () => {
    const { because, asked } = await look(answers(unknownKey, invalid))
    expect(because).toBe(
      `the target refused the credentials: it answered ListUserPoolClientSecrets with HTTP 400 UnrecognizedClientException (who?). ${SET}`
    )
    expect(asked).toHaveLength(1)
  })

  test('where a permission is missing to list what exists', async () => {
    const { because, asked } = await look(answers(denied, invalid), { existing: EXISTING })
    expect(because).toBe(
      'the target refused the caller permission: it answered ListUserPoolClientSecrets with HTTP 400 AccessDeniedException (Access denied). Give the credentials the permission cognito-idp:ListUserPoolClientSecrets.'
    )
    expect(asked).toHaveLength(1)
  })

  test('where everything is refused, also what has no right form', async () => {
    expect(await reasonOf(answers(denied))).toMatch(/^the target refused the caller permission: /)
    expect(await reasonOf(always({ status: 403, headers: {}, body: '<h1>Forbidden</h1>' }))).toMatch(
      /^the target refused the caller permission: .* with HTTP 403\. /
    )
  })

  test.each<readonly [string, HttpResponse]>([
    ['ids of no right form are refused otherwise', invalid],
    ['ids of no right form are not answered', refusal('Throttling', 'slow')]
  ])('but not where %s: some servers say so of a pool that does not exist', async (_, illFormed) => {
    expect(await reasonOf(answers(denied, illFormed))).toBeUndefined()
  })
})

describe('an operation that is not implemented is named', () => {
  test.each([
    'NotImplemented',
    'not_implemented',
    'UnimplementedException',
    'UnknownOperationException',
    'UnknownAction',
    'UnknownMethod',
    'Unsupported',
    'UnsupportedOperation',
    'OperationNotSupported',
    'ActionNotImplemented',
    'OperationNotFound',
    'NotSupportedError',
    'InvalidAction',
    'InvalidOperation',
    'UnrecognizedOperation',
    'NoSuchOperation'
  ])('%s, whatever unknown operations are answered', async (name) => {
    expect(await reasonOf(answers(refusal(name, 'no')))).toBe(
      `the target does not implement ListUserPoolClientSecrets: it answers HTTP 400 ${name} (no)`
    )
  })

  test('by 501 alone', async () => {
    expect(await reasonOf(answers({ status: 501, headers: {}, body: '' }))).toBe(
      'the target does not implement ListUserPoolClientSecrets: it answers HTTP 501'
    )
  })

  test('where ids of no right form are not answered', async () => {
    expect(await reasonOf(answers(refusal('NotImplemented', 'no'), refusal('Throttling', 'slow')))).toMatch(
      /^the target does not implement/
    )
  })

  test.each([invalid, notFound])('but not where ids of no right form are answered by it', async (illFormed) => {
    expect(await reasonOf(answers(refusal('NotImplemented', 'not yet', 501), illFormed))).toBeUndefined()
  })

  test('but not for a name that only ends like that', async () => {
    expect(await reasonOf(answers(refusal('ThisIsNotImplemented', 'no')))).toBeUndefined()
  })

  const page = (status: number, operation: string): HttpResponse => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: `<p>${operation}: nothing here, request 0123456789abcdef</p>`
  })
  const ELSE =
    'as it answers an unknown operation: it does not implement it, or something else answers at this URL. Check its host, its port and its path.'

  test.each<readonly [string, Target, string]>([
    ['a page', (request) => page(404, operationOf(request)), 'HTTP 404'],
    ['a page that says that it works', always({ status: 200, headers: {}, body: '<p>It works</p>' }), 'HTTP 200'],
    ['JSON that says that it works', always(json(200, { ok: true })), 'HTTP 200'],
    ['the request itself', ({ body }) => ({ status: 200, headers: {}, body }), 'HTTP 200'],
    [
      'a redirect',
      always({ status: 301, headers: { location: 'https://example.com/x' }, body: '' }),
      'HTTP 301 to https://example.com/x'
    ]
  ])('by %s, as unknown operations get it, and that the URL may be wrong', async (_, target, short) => {
    expect(await reasonOf(target)).toBe(`the target answers ListUserPoolClientSecrets with ${short}, ${ELSE}`)
  })

  test('by the error that unknown operations get', async () => {
    const { because, asked } = await look(always(refusal('SomethingElse', 'no')))
    expect(because).toBe(
      'the target does not implement ListUserPoolClientSecrets: it answers HTTP 400 SomethingElse (no), as it answers an unknown operation'
    )
    expect(asked.map(operationOf)).toEqual([LIST, 'ListUserPoolClientSecretz'])
    expect(asked[1]?.body).toBe(asked[0]?.body)
  })

  test.each<readonly [string, HttpResponse]>([
    ['another page', page(404, 'Nothing')],
    ['a success', json(200, {})],
    ['nothing', refusal('Throttling', 'slow')]
  ])('but not where unknown operations get %s', async (_, other) => {
    const listed = { ...page(404, ''), body: '<p>no such client</p>' }
    expect(await reasonOf(answers(listed, listed, other))).toBeUndefined()
  })
})

describe('answers that nobody can read', () => {
  const packed: HttpResponse = { status: 404, headers: { 'content-encoding': 'gzip' }, body: Uint8Array.of(0x1f, 0x8b) }

  test('are the reason, where a refusal is one of them', async () => {
    const { because, asked } = await look(always(packed))
    expect(because).toBe(
      'the target encoded 2 answers with gzip, which no request asked for, so nobody could read them; turn compression off for this target, in the server or in a proxy before it'
    )
    expect(asked.map(isIllFormed)).toEqual([false, true])
    expect(asked[1]?.body).toBe('{"UserPoolId":"us-east-1-Nobody123","ClientId":"1h57kf5cpq17m0eml12-example"}')
  })

  test('are none where a refusal can be read', async () => {
    expect(await reasonOf(answers(packed, invalid))).toBeUndefined()
  })

  test('leave the errors of given ids to be judged, where only successes are hidden', async () => {
    const inner = reference()
    const made = async (operation: string, input: object): Promise<string> =>
      textOf((await inner(operationRequest(operation, input))).body)
    const pool = /"Id":"([^"]+)"/.exec(await made('CreateUserPool', { PoolName: 'p' }))?.[1] ?? ''
    const client = await made('CreateUserPoolClient', { UserPoolId: pool, ClientName: 'c', GenerateSecret: true })
    const clientId = /"ClientId":"([^"]+)"/.exec(client)?.[1] ?? ''
    const target: Target = async (request) => {
      const response = await inner(request)
      return response.status === 200
        ? { ...response, headers: { ...response.headers, 'content-encoding': 'gzip' }, body: gzipSync(response.body) }
        : response
    }
    const only = ['request.clientId.pattern', 'list.complete']
    const report = await verify(target, { seed: 1, runs: 0, only, given: { userPoolId: pool, clientId } })
    expect(report.verdict).toBe('inconclusive')
    expect(report.clauses.find(({ id }) => id === 'request.clientId.pattern')?.status).toBe('passed')
  })
})

describe('a run', () => {
  const of = (target: Target, provision = true) =>
    verify(target, { seed: 1, runs: 0, only: ['error.notFound.pool'], provision })

  test('of which the preflight gives a reason is inconclusive, and nothing is judged or left', async () => {
    const report = await of(altering(() => denied))
    expect(report.because).toMatch(/^the target refused the caller permission: /)
    expect(report).toMatchObject({ verdict: 'inconclusive', leftBehind: [] })
    expect(exitCode(report)).toBe(3)
    expect(report.clauses.map(({ status }) => status)).toEqual(['untested'])
  })

  test('shows what the target says of credentials without a secret', async () => {
    let secret = ''
    const inner = reference()
    const report = await of(async (request) => {
      if (operationOf(request) === LIST) return refusal('AccessDeniedException', `not for ${secret}`)
      const response = await inner(request)
      secret = /"ClientSecret":"([^"]+)"/.exec(textOf(response.body))?.[1] ?? secret
      return response
    })
    expect(report.because).toMatch(/^the target refused the caller permission/)
    expect(secret).not.toBe('')
    expect(JSON.stringify(report)).not.toContain(secret)
  })

  test('needs no permission but to list', async () => {
    const inner = reference()
    const report = await of((request) => (operationOf(request) === LIST ? inner(request) : denied))
    expect(report.verdict).toBe('passed')
  })

  test.each<readonly [string, HttpResponse]>([
    ['AccessDeniedException', denied],
    ['403 by itself', { status: 403, headers: {}, body: '' }],
    ['501', refusal('NotImplemented', 'not yet', 501)]
  ])('of a server that answers %s for what does not exist finds a broken clause', async (_, response) => {
    const target = (): Target => altering((answer) => (textOf(answer.body).includes('NotFound') ? response : answer))
    for (const provision of [true, false]) {
      const report = await of(target(), provision)
      expect(report.clauses.map(({ id, status }) => [id, status])).toEqual([['error.notFound.pool', 'failed']])
    }
  })
})
