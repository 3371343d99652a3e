/**
 * The result of each clause: its counterexample as people read it, or why the clause could not be tested.
 */
import { describe, expect, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import {
  type ClauseResult,
  type Counterexample,
  type Progress,
  type Report,
  type Target,
  verify,
  type VerifyOptions
} from '../../../src/conformance.js'
import { type Step, listClient } from '../../../src/generators/TestCase.js'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { emptyWorld } from '../../../src/laws/server/World.js'
import { decodeReplay } from '../../../src/suite/server/counterexample/replay.js'
import { serverResults } from '../../../src/suite/server/results.js'
import { emptyTally } from '../../../src/suite/server/ServerTally.js'
import { openSession } from '../../../src/suite/server/target/Session.js'
import {
  altering,
  answering,
  json,
  operationOf,
  paging,
  reference,
  refusal,
  textOf
} from '../../node/support/handlers.js'

const IDS = { userPoolId: 'us-east-1_Nobody123', clientId: '1h57kf5cpq17m0eml12example' }

const EMPTY: Step = { op: 'list', body: '{}' }

/** What a run finds that sends these steps, for one clause. */
const replayed = (
  target: Target,
  clause: ClauseId,
  steps: ReadonlyArray<Step>,
  options: Partial<VerifyOptions> = {}
): Promise<Report> => verify(target, { seed: 1, replay: { clause, steps }, ...options })

const resultOf = async (...args: Parameters<typeof replayed>): Promise<ClauseResult> =>
  (await replayed(...args)).clauses[0] ?? expect.fail('there is no result')

const counterexampleOf = async (...args: Parameters<typeof replayed>): Promise<Counterexample> =>
  (await resultOf(...args)).counterexample ?? expect.fail('nothing is broken')

/** Answers every List with a list and a token. */
const tokens = (): Target => answering('ListUserPoolClientSecrets', json(200, { ClientSecrets: [], NextToken: 'more' }))

/** The reference, but what lists nothing is answered with a token, as long as another list came before it. */
const tokensLater = (): Target => {
  let before = ''
  return altering((response, request) => {
    const body = textOf(request.body)
    const isLater = body === '{}' && before !== '' && before !== '{}'
    before = body
    return isLater ? json(200, { ClientSecrets: [], NextToken: 'more' }) : response
  })
}

/** The reference, but Lists are answered with what is made of the last secret that a client was made with. */
const leaking = (
  answer: (secret: string) => HttpResponse
): { readonly target: Target; readonly planted: () => string } => {
  const inner = reference()
  let secret = ''
  return {
    target: async (request) => {
      const response = await inner(request)
      secret = /"ClientSecret":"([^"]+)"/.exec(textOf(response.body))?.[1] ?? secret
      return operationOf(request) === 'ListUserPoolClientSecrets' ? answer(secret) : response
    },
    planted: () => secret
  }
}

const HEADERS = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
}

describe('a counterexample', () => {
  test('has what was sent, what came, and how to send it again', async () => {
    const { replay = '', ...shown } = await counterexampleOf(tokens(), 'response.nextToken.absent', [EMPTY], {
      provision: false,
      url: 'http://127.0.0.1:9229/cognito'
    })
    expect(shown).toEqual({
      probe: 'replay',
      expected: 'no pagination token',
      received: 'HTTP 200 ($.NextToken is a string of 4 characters): {"ClientSecrets":[],"NextToken":"more"}',
      steps: [EMPTY],
      request: { start: 'POST /', headers: HEADERS, body: '{}' },
      response: {
        start: 'HTTP 200',
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: '{"ClientSecrets":[],"NextToken":"more"}'
      },
      curl:
        "curl -sS -i -X POST 'http://127.0.0.1:9229/cognito' -H 'content-type: application/x-amz-json-1.1' " +
        "-H 'x-amz-target: AWSCognitoIdentityProviderService.ListUserPoolClientSecrets' " +
        "-H 'authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request, " +
        "SignedHeaders=host, Signature=0' --data-raw '{}'",
      again: { runs: 5, failed: 5, kind: 'deterministic' }
    })
    expect(decodeReplay(replay)).toMatchObject({ right: { clause: 'response.nextToken.absent', steps: [EMPTY] } })
  })

  test('of the scene starts from nothing, and is made as small as others', async () => {
    const report = await verify(paging(), { seed: 1, runs: 0, only: ['response.nextToken'], bail: true })
    expect(report.clauses[0]).toMatchObject({ status: 'failed', foundAfter: 12 })
    expect(report.clauses[0]?.counterexample).toMatchObject({
      probe: 'setting the scene',
      steps: [
        { op: 'createUserPool', pool: 'main' },
        { op: 'createUserPoolClient', pool: 'main', client: 'one', secret: true },
        listClient('one')
      ],
      again: { runs: 5, failed: 5, kind: 'deterministic' }
    })
    // steps without which others name nothing were left out to see whether it shows as well
    expect(report.notes).toEqual([])
    expect(report.leftBehind).toEqual([])
  })

  test('to which no response came has none', async () => {
    const target = altering((response, { body }) =>
      body === '{}' ? Promise.reject(new Error('socket hang up')) : response
    )
    const shown = await counterexampleOf(target, 'response.http.complete', [EMPTY])
    expect(shown).not.toHaveProperty('response')
    expect(shown).toMatchObject({
      expected: 'one complete HTTP response',
      received: 'socket hang up',
      request: { start: 'POST /', headers: HEADERS, body: '{}' }
    })
  })

  test('has the reason phrase of a response that has one', async () => {
    const target = altering((response) => ({ ...response, status: 200, statusText: 'Fine', headers: {} }))
    const { response } = await counterexampleOf(target, 'response.contentType', [listClient('one')])
    expect(response).toMatchObject({ start: 'HTTP 200 Fine', headers: {} })
  })

  test('has the length of a body that nobody can read in place of the body', async () => {
    const { target } = leaking((secret) => ({
      status: 200,
      headers: { 'content-encoding': 'gzip', 'x-trace': secret },
      body: Uint8Array.of(31, 139, 8, 0, 77, 88)
    }))
    const { response } = await counterexampleOf(target, 'response.secret.neverRevealed', [listClient('one')])
    expect(response).toEqual({
      start: 'HTTP 200',
      headers: { 'content-encoding': 'gzip', 'x-trace': expect.stringMatching(/^\[/) as unknown },
      body: '[6 bytes]'
    })
  })

  test('shows no secret that the target repeats, in no member', async () => {
    const { target, planted } = leaking((secret) => ({
      status: 200,
      statusText: secret,
      headers: { 'x-trace': secret },
      body: JSON.stringify({ secret })
    }))
    const shown = await counterexampleOf(target, 'response.clientSecrets.present', [listClient('one')])
    expect(planted().length).toBeGreaterThan(20)
    expect(JSON.stringify(shown)).not.toContain(planted())
    expect(shown.response?.start).toMatch(/^HTTP 200 \[/)
  })

  test('shows no credential that the target repeats in its curl line, however long it is', async () => {
    const long = `{"UserPoolId":"${'x'.repeat(5000)}"}`
    const { curl = '' } = await counterexampleOf(tokens(), 'response.nextToken.absent', [{ op: 'list', body: long }], {
      provision: false,
      url: 'http://127.0.0.1/wJalrXUtnFEMI-K7MDENG',
      credentialSecrets: ['wJalrXUtnFEMI-K7MDENG']
    })
    expect(curl).toContain("-X POST 'http://127.0.0.1/[")
    expect(curl).not.toContain('wJalrXUtnFEMI')
  })
})

describe('the curl line of a counterexample', () => {
  const named: ReadonlyArray<Step> = [listClient('one')]
  const URL = { url: 'http://127.0.0.1:9229' }

  test.each<readonly [string, boolean, ReadonlyArray<Step>, Partial<VerifyOptions>]>([
    ['names what the run has deleted', true, named, URL],
    ['names what the run keeps', false, named, { ...URL, keep: true }],
    ['names ids that were given', false, named, { ...URL, given: IDS }],
    ['names nothing that the run made', false, [EMPTY], URL],
    ['is for a target without an address', true, [EMPTY], {}],
    ['is for a target without an address that keeps all', true, named, { keep: true }]
  ])('%s: stale is %s', async (_, isStale, steps, options) => {
    const shown = await counterexampleOf(tokens(), 'response.nextToken.absent', steps, options)
    expect('curlIsStale' in shown).toBe(isStale)
    expect(shown.curlIsStale).toBe(isStale ? true : undefined)
    expect(shown.curl).toContain(options.url === undefined ? "-X POST 'http://127.0.0.1'" : URL.url)
  })

  test('is not stale where only a step before it names what the run made', async () => {
    const steps = [listClient('two'), EMPTY]
    const shown = await counterexampleOf(tokensLater(), 'response.nextToken.absent', steps, URL)
    expect(shown.steps).toEqual(steps)
    expect(shown).not.toHaveProperty('curlIsStale')
  })
})

describe('a clause that was not tested', () => {
  const one = listClient('one')

  test.each<readonly [string, ClauseId, Step]>([
    ['AddUserPoolClientSecret', 'list.generatedSecret', { op: 'addUserPoolClientSecret', client: 'none', own: false }],
    ['AddUserPoolClientSecret', 'list.callerSecret', { op: 'addUserPoolClientSecret', client: 'none', own: true }],
    ['AddUserPoolClientSecret', 'list.afterRefusedAdd', { op: 'addUserPoolClientSecret', client: 'two', own: true }],
    ['AddUserPoolClientSecret', 'list.createDate', { op: 'addUserPoolClientSecret', client: 'none', own: true }],
    [
      'AddUserPoolClientSecret',
      'response.clientSecretId.unique',
      { op: 'addUserPoolClientSecret', client: 'none', own: true }
    ],
    [
      'DeleteUserPoolClientSecret',
      'list.deletedSecret',
      { op: 'deleteUserPoolClientSecret', client: 'two', position: 0 }
    ],
    ['DeleteUserPoolClient', 'error.notFound.deletedClient', { op: 'deleteUserPoolClient', client: 'one' }],
    ['DeleteUserPool', 'error.notFound.deletedPool', { op: 'deleteUserPool', pool: 'main' }]
  ])('for %s failed says so: %s', async (operation, clause, step) => {
    const target = answering(operation, refusal('UnknownOperationException', 'No such operation'))
    // a client without secrets says nothing about dates
    const result = await resultOf(target, clause, [step, listClient('none')])
    expect(result.reason).toContain(`${operation} `)
    expect(result).toMatchObject({
      status: 'untested',
      reason: expect.stringMatching(/^\w+ failed: UnknownOperationException, HTTP 400(?: \(2 times\))?$/) as unknown,
      excused: false
    })
  })

  test.each<readonly [string, ClauseId, Step]>([
    ['CreateUserPool', 'error.notFound.deletedPool', { op: 'createUserPool', pool: 'p' }],
    [
      'CreateUserPoolClient',
      'list.generatedSecret',
      { op: 'createUserPoolClient', pool: 'main', client: 'a', secret: true }
    ],
    [
      'CreateUserPoolClient',
      'error.notFound.deletedClient',
      { op: 'createUserPoolClient', pool: 'main', client: 'a', secret: true }
    ]
  ])('for no more could be made by %s says so: %s', async (operation, clause, step) => {
    const inner = reference()
    let made = 0
    // as many as the scene takes
    const most = operation === 'CreateUserPool' ? 2 : 4
    const target: Target = (request) =>
      operationOf(request) === operation && ++made > most
        ? refusal('LimitExceededException', 'No more')
        : inner(request)
    expect(await resultOf(target, clause, [step, one])).toMatchObject({
      status: 'untested',
      reason: `${operation} failed: LimitExceededException, HTTP 400`,
      excused: false
    })
  })

  test('for another reason says nothing of an operation that failed', async () => {
    const target = answering('DeleteUserPool', refusal('UnknownOperationException', 'No such operation'))
    const steps: ReadonlyArray<Step> = [{ op: 'deleteUserPool', pool: 'main' }, one]
    expect(await resultOf(target, 'list.deletedSecret', steps)).toMatchObject({
      reason: 'not exercised by any request'
    })
  })

  test('for the run came to no end says why, and not which operation failed', async () => {
    const target = answering('DeleteUserPool', refusal('UnknownOperationException', 'No such operation'))
    const steps: ReadonlyArray<Step> = [{ op: 'deleteUserPool', pool: 'main' }, one]
    const signal = AbortSignal.abort('the lights went out')
    const { clauses } = await replayed(target, 'error.notFound.deletedPool', steps, { signal })
    expect(clauses[0]).toMatchObject({ reason: 'the lights went out', excused: false })
  })

  test('for nothing was sent that says anything about it', async () => {
    expect(await resultOf(reference(), 'request.method.post', [one])).toMatchObject({
      status: 'untested',
      reason: 'not exercised by any request',
      excused: false
    })
  })

  test('for another clause explains that it was broken says so', async () => {
    const entry = { exercised: 1, failed: 1, firstFailure: 1, simplest: undefined, symptom: undefined }
    const id = 'request.nextToken.tolerated'
    const tally = emptyTally()
    tally.parts.set('', {
      aspects: { wrong: [], unusual: [] },
      tally: new Map([
        ['list.complete', entry],
        [id, entry]
      ])
    })
    const run = {
      session: openSession(() => json(200, {}), { seed: 1, retries: 0, timeoutMs: 1000 }),
      laws: [],
      world: () => Promise.resolve(emptyWorld),
      tally,
      concurrency: 1,
      onProgress: undefined,
      isEnough: () => true,
      scene: 'given',
      cases: { done: 1, total: 1 },
      url: undefined,
      strict: false,
      because: 'the lights went out'
    } as const
    expect(await serverResults(run, [id])).toMatchObject([
      { id, status: 'untested', reason: 'every answer that broke it is explained by another broken clause' }
    ])
  })

  test('for no request can provoke it is excused', async () => {
    expect(await resultOf(reference(), 'error.limitExceeded.status', [one])).toMatchObject({
      status: 'untested',
      reason: 'a request cannot make a server fail or throttle on purpose; judged only when seen',
      excused: true
    })
  })

  test('has no secret in its reason', async () => {
    let secret = ''
    const inner = reference()
    const target: Target = (request) => {
      secret = /"ClientSecret":"([^"]+)"/.exec(textOf(request.body))?.[1] ?? secret
      return operationOf(request) === 'DeleteUserPoolClientSecret' ? refusal(`No${secret}`, 'no') : inner(request)
    }
    const steps: ReadonlyArray<Step> = [{ op: 'deleteUserPoolClientSecret', client: 'two', position: 0 }, one]
    const { reason = '' } = await resultOf(target, 'list.deletedSecret', steps)
    expect(secret).not.toBe('')
    expect(reason).toMatch(/^DeleteUserPoolClientSecret failed: /)
    expect(reason).not.toContain(secret)
  })
})

test('progress counts counterexamples while they are made small, after every case that is tried', async () => {
  const seen: Array<Progress> = []
  const onProgress = (progress: Progress): void => void seen.push(progress)
  await replayed(tokens(), 'response.nextToken.absent', [EMPTY], { provision: false, onProgress })
  const broken = ['response.nextToken.absent']
  const during = { done: 1, total: 1, broken, shrunk: { done: 0, total: 1 } }
  expect(seen).toEqual([
    { done: 1, total: 1, requests: 2, broken },
    // it is sent five times more
    ...[3, 4, 5, 6, 7].map((requests) => ({ ...during, requests })),
    { ...during, requests: 7, shrunk: { done: 1, total: 1 } }
  ])
})

test('results stand in the order of the clauses, not in that in which they were found', async () => {
  // the first takes longest: it is broken, and made small
  const target = answering('ListUserPoolClientSecrets', { status: 200, headers: {}, body: '{"ClientSecrets":[]}' })
  const only = ['response.clientSecrets.present', 'response.contentType', 'response.body.object']
  const { clauses } = await verify(target, { seed: 1, runs: 0, only, given: IDS })
  expect(clauses.map(({ id, status }) => [id, status])).toEqual([
    ['response.contentType', 'failed'],
    ['response.body.object', 'passed'],
    ['response.clientSecrets.present', 'passed']
  ])
})
