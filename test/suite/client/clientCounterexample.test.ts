/**
 * A counterexample of a client in words.
 */
import { describe, expect, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import type { ResponseSample } from '../../../src/laws/client/ResponseSample.js'
import { calling, type ClientCase, plainCase, reading } from '../../../src/suite/client/ClientCase.js'
import { clientCounterexample } from '../../../src/suite/client/clientCounterexample.js'
import { decodeClientReplay } from '../../../src/suite/client/clientReplay.js'
import { planReplay } from '../../../src/suite/client/plan.js'
import type { CallResult } from '../../../src/suite/client/RemoteClient.js'

const SECRET = 'S3cretS3cretS3cret0001abcd'
const again = { runs: 5, failed: 5, kind: 'deterministic' } as const
const request = {
  method: 'POST',
  path: '/x',
  headers: { 'X-Amz-Target': 'Service.List', 'content-type': 'application/json', authorization: 'AWS4' },
  body: '{"ClientId":"a"}'
}

const shown = (id: ClauseId, one: ClientCase, result: Partial<CallResult>) => {
  const [planned] = planReplay(one)
  if (planned === undefined) throw new Error('nothing is planned')
  const called = { one, result: { requests: [], output: '', ...result } }
  return clientCounterexample(id, { failure: { called, planned }, again })
}

const answering = (means: ResponseSample['means'], more: Partial<ResponseSample> = {}): ClientCase =>
  reading({ ...plainCase.answer, means, ...more })

const error = { _tag: 'Error', type: 'TooManyRequestsException', message: 'why', reasonCode: 'code' } as const

describe('what is expected', () => {
  test.each<readonly [string, ClauseId, ClientCase, string]>([
    ['an empty list', 'client.total', plainCase, '{"secrets":[]}'],
    [
      'a list',
      'client.createDate.exact',
      answering({
        _tag: 'Listing',
        descriptors: [
          { id: 'a', time: 1785000000250 },
          { id: undefined, time: undefined }
        ]
      }),
      '{"secrets":[{"id":"a","createDate":"2026-07-25T17:20:00.250Z"},{}]}'
    ],
    [
      'an error',
      'client.errors.documented',
      answering(error),
      '{"error":{"type":"TooManyRequestsException","message":"why","reasonCode":"code"}}'
    ],
    [
      'an error without a name',
      'client.errors.open',
      answering({ _tag: 'Error', type: undefined, message: undefined, reasonCode: undefined }),
      '{"error":{"type":"(any name that is not documented)"}}'
    ],
    [
      'a refusal',
      'response.status.ok',
      answering({ _tag: 'Violation', breaks: 'response.status.ok' }),
      '{"refused":"any text"}: the answer breaks response.status.ok'
    ],
    [
      'no secret',
      'client.secretValue.contained',
      plainCase,
      'a report and output without the secret that is in the answer'
    ],
    [
      'no request',
      'client.request.refused',
      calling({ ClientId: '-' }),
      'nothing sent for {"UserPoolId":"us-east-1_Example12","ClientId":"-"}'
    ],
    [
      'a request',
      'client.request.wire',
      calling({ ClientId: 'a' }),
      'a POST of {"UserPoolId":"us-east-1_Example12","ClientId":"a"} with the operation\'s X-Amz-Target and Content-Type'
    ]
  ])('%s', (_, id, one, expected) => {
    expect(shown(id, one, {}).expected).toBe(expected)
  })
})

describe('what was received', () => {
  const problem = 'the command ended (exit code 1)'

  test.each<readonly [string, ClauseId, Partial<CallResult>, string]>([
    ['a report', 'client.total', { reported: { ids: [1] }, output: ' {"ids":[1]}\n' }, '{"ids":[1]}'],
    [
      'a report among other lines',
      'client.total',
      { reported: 7, output: 'one\n\n  \n  {"a":1}\ntwo\n' },
      '7, printing one two'
    ],
    ['no report', 'client.total', { problem }, problem],
    ['no report, but an error', 'client.total', { problem, output: 'Error: no\n' }, `${problem}, printing Error: no`],
    [
      'all that was printed, where a secret may be in it',
      'client.secretValue.contained',
      { reported: { secrets: [] }, output: '\n{"secrets":[]}\nlog\n' },
      '{"secrets":[]}, printing {"secrets":[]}\nlog'
    ],
    ['the same without a report', 'client.secretValue.contained', { problem, output: 'a' }, `${problem}, printing a`],
    [
      'nothing sent',
      'client.request.wire',
      { reported: { refused: 'no' } },
      'nothing was sent; it reported {"refused":"no"}'
    ],
    [
      'what was sent',
      'client.request.wire',
      { requests: [request], reported: { secrets: [] } },
      'POST /x, x-amz-target: Service.List, content-type: application/json {"ClientId":"a"}'
    ],
    [
      'what was sent without headers, in bytes',
      'client.request.refused',
      { requests: [{ ...request, method: 'GET', headers: {}, body: Uint8Array.from(Buffer.from('é')) }] },
      'GET /x, x-amz-target: (none), content-type: (none) é'
    ]
  ])('%s', (_, id, result, received) => {
    expect(shown(id, plainCase, result).received).toBe(received)
  })
})

describe('messages', () => {
  test('the request and the answer are shown, without what it was signed with', () => {
    const { replay = '', ...rest } = shown('client.total', plainCase, { requests: [request], reported: 1 })
    expect(rest).toEqual({
      probe: 'replay',
      expected: '{"secrets":[]}',
      received: '1',
      request: {
        start: 'POST /x',
        headers: { 'X-Amz-Target': 'Service.List', 'content-type': 'application/json' },
        body: '{"ClientId":"a"}'
      },
      response: {
        start: 'HTTP 200',
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: '{"ClientSecrets":[]}'
      },
      again
    })
    expect(decodeClientReplay(replay)).toEqual({ _tag: 'Right', right: { clause: 'client.total', one: plainCase } })
  })

  test('of a call, neither a request that was not sent nor an answer that was not asked for is shown', () => {
    expect(Object.keys(shown('client.request.wire', calling({}), {})).sort()).toEqual([
      'again',
      'expected',
      'probe',
      'received',
      'replay'
    ])
  })

  test('a header that names the error stands behind the status', () => {
    const response = { status: 400, headers: { 'X-Amzn-ErrorType': 'A' }, body: '' }
    expect(shown('client.total', answering(error, { response }), {}).response?.start).toBe(
      'HTTP 400, x-amzn-errortype: A'
    )
  })

  test.each([
    ['a text of 400 characters is shown whole', 'x'.repeat(400), 'x'.repeat(400)],
    [
      'of a longer one the beginning and the end are shown',
      `Traceback${'^'.repeat(500)}KeyError: a`,
      `Traceback${'^'.repeat(191)} … ${'^'.repeat(189)}KeyError: a`
    ]
  ])('%s', (_, output, printed) => {
    expect(shown('client.total', plainCase, { problem: 'it ended', output }).received).toBe(
      `it ended, printing ${printed}`
    )
  })

  test('a secret is masked before a long text is cut, so that no half of it is left', () => {
    const output = `${'a'.repeat(190)}${SECRET}${'b'.repeat(600)}`
    const { received } = shown('client.total', answering(error, { secrets: [SECRET] }), { problem: 'it ended', output })
    expect(received).not.toContain(SECRET.slice(0, 10))
    expect(received).toContain('[secret]')
  })

  test('a secret of the answer is masked wherever it stands', () => {
    const body = `{"ClientSecrets":[{"ClientSecretValue":"${SECRET}"}]}`
    const one = answering(
      { ...error, message: SECRET },
      { secrets: [SECRET], response: { status: 400, headers: { 'x-amzn-errortype': SECRET }, body } }
    )
    const found = shown('client.total', one, {
      reported: { error: { message: SECRET } },
      output: SECRET,
      requests: [{ ...request, body: SECRET }]
    })
    expect(JSON.stringify(found)).not.toContain(SECRET)
    expect(found).toMatchObject({
      expected: '{"error":{"type":"TooManyRequestsException","message":"[secret]","reasonCode":"code"}}',
      received: '{"error":{"message":"[secret]"}}, printing [secret]',
      request: { body: '[secret]' },
      response: { start: 'HTTP 400, x-amzn-errortype: [secret]' }
    })
  })
})
