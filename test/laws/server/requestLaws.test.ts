import { describe, expect, it, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import type { Exchange } from '../../../src/laws/server/Exchange.js'
import type { KnownClient } from '../../../src/laws/server/World.js'
import { HEADERS, post } from '../../protocol/messages.js'
import { answer, call, error, exchanged, IDS, lawOf, list, type Row, verdict, worldOf } from './exchanges.js'
import { type Target, verify } from '../../../src/conformance.js'
import { header, type HttpResponse } from '../../../src/protocol/index.js'
import { reference, refusal } from '../../node/support/handlers.js'
import { title } from '../title.js'

describe(title('request.method.post'), () => {
  it.each<readonly [status: number, type: string | undefined, expected: string]>([
    [400, 'UnknownOperationException', 'passed'],
    [404, undefined, 'passed'],
    [405, undefined, 'passed'],
    [499, undefined, 'passed'],
    [501, undefined, 'passed'],
    [200, undefined, 'warned'],
    [302, undefined, 'warned'],
    [500, undefined, 'warned'],
    [502, undefined, 'warned'],
    // that is for what the operation was called with
    [400, 'InvalidParameterException', 'warned']
  ])('HTTP %i with the error %s for another method: %s', async (status, type, expected) => {
    const inner = reference()
    const answer = type === undefined ? { status, headers: {}, body: '' } : refusal(type, 'no', status)
    const report = await verify((request) => (request.method === 'POST' ? inner(request) : Promise.resolve(answer)), {
      seed: 1,
      runs: 5,
      only: ['request.method.post']
    })
    expect(report.clauses[0]?.status).toBe(expected)
  })
})

describe(title('request.body.chunked'), () => {
  it.each<readonly [status: number, expected: string]>([
    [411, 'passed'],
    [501, 'passed'],
    [400, 'warned'],
    [500, 'warned'],
    [502, 'warned']
  ])('HTTP %i for a body in chunks: %s', async (status, expected) => {
    const inner = reference()
    const target: Target = (request) =>
      header(request.headers, 'transfer-encoding') === undefined
        ? inner(request)
        : Promise.resolve({ status, headers: {}, body: '' })
    const report = await verify(target, { seed: 1, runs: 5, only: ['request.body.chunked'] })
    expect(report.clauses[0]?.status).toBe(expected)
  })

  /** Answers chunks so, and all else as the reference does. */
  const forChunks = (answer: () => Promise<HttpResponse>): Target => {
    const inner = reference()
    return (request) => (header(request.headers, 'transfer-encoding') === undefined ? inner(request) : answer())
  }

  it('says nothing of a server that answers by HTTP/1.0', async () => {
    const target = forChunks(() => Promise.resolve({ status: 400, httpVersion: '1.0', headers: {}, body: '' }))
    const report = await verify(target, { seed: 1, runs: 5, only: ['request.body.chunked'] })
    expect(report.clauses.map(({ status }) => status)).toEqual(['untested'])
  })

  it.each<readonly [answer: string, () => Promise<HttpResponse>]>([
    ['HTML', () => Promise.resolve({ status: 400, headers: { 'content-type': 'text/html' }, body: '<h1>No</h1>' })],
    ['the list of another', () => Promise.resolve({ status: 200, headers: {}, body: '{"ClientSecrets":[{}]}' })],
    ['no response', () => Promise.reject(new Error('socket hang up'))]
  ])('%s in answer to chunks breaks no other clause', async (_, answer) => {
    const report = await verify(forChunks(answer), { seed: 1, runs: 5 })
    const broken = report.clauses.filter(({ status }) => status === 'failed' || status === 'warned')
    expect(broken.map(({ id }) => id)).toEqual(['request.body.chunked'])
    expect(report.verdict).toBe('passed')
  })
})

const INVALID = 'InvalidParameterException'
const SERIALIZATION = 'SerializationException'

/** What was sent, and the error that came. */
const refused = (members: object, type: string, status = 400, message = 'no'): Exchange =>
  exchanged(error(type, status, { message }), worldOf(), call(members))

const wrongIds = (
  [
    ['request.clientId.required', { ClientId: undefined }],
    ['request.clientId.minLength', { ClientId: '' }],
    ['request.clientId.maxLength', { ClientId: 'a'.repeat(129) }],
    ['request.clientId.pattern', { ClientId: 'a-b' }],
    ['request.userPoolId.required', { UserPoolId: undefined }],
    ['request.userPoolId.minLength', { UserPoolId: '' }],
    ['request.userPoolId.maxLength', { UserPoolId: `a_${'b'.repeat(54)}` }],
    ['request.userPoolId.pattern', { UserPoolId: 'ab' }]
  ] as const
).flatMap(([clause, wrong]): ReadonlyArray<Row> => {
  const members = { ...IDS, ...wrong }
  return [
    [clause, 'it is refused', refused(members, INVALID), 'holds'],
    [clause, 'it is refused by another name', refused(members, SERIALIZATION), 'broken'],
    [clause, 'it is not found', refused(members, 'ResourceNotFoundException'), 'broken'],
    [clause, 'it is listed', exchanged(list(), worldOf(), call(members)), 'broken'],
    [clause, 'the ids are right', exchanged(list()), 'not exercised'],
    [clause, 'there is no body', exchanged(list(), worldOf(), post('')), 'not exercised']
  ]
})

const types = (
  [
    ['request.clientId.type', { ...IDS, ClientId: 1 }, { ...IDS, UserPoolId: 1 }],
    ['request.userPoolId.type', { ...IDS, UserPoolId: [] }, { ...IDS, ClientId: [] }]
  ] as const
).flatMap(([clause, wrong, otherWrong]): ReadonlyArray<Row> => [
  [clause, 'it is invalid', refused(wrong, INVALID), 'holds'],
  [clause, 'it cannot be read', refused(wrong, SERIALIZATION), 'holds'],
  [clause, 'with another status', refused(wrong, INVALID, 500), 'broken'],
  [clause, 'by another name', refused(wrong, 'ValidationException'), 'broken'],
  [clause, 'the other id is wrong', refused(otherWrong, INVALID), 'not exercised']
])

/** Both ids as Cognito makes them. */
const USUAL = { ClientId: '1h57kf5cpq17m0eml12example', UserPoolId: 'us-east-1_Example12' }
const accepted = (
  [
    ['request.clientId.accepted', { ...USUAL, ClientId: 'A+_' }, { ...USUAL, UserPoolId: '-_a' }],
    ['request.userPoolId.accepted', { ...USUAL, UserPoolId: '-_a' }, { ...USUAL, ClientId: 'A+_' }]
  ] as const
).flatMap(([clause, unusual, otherUnusual]): ReadonlyArray<Row> => [
  [clause, 'it is not found', refused(unusual, 'ResourceNotFoundException'), 'holds'],
  [clause, 'usual ids are not found', refused(USUAL, 'ResourceNotFoundException'), 'holds'],
  [clause, 'usual ids are invalid', refused(USUAL, INVALID), 'broken'],
  [clause, 'both are unusual', refused(IDS, INVALID), 'broken'],
  ...[INVALID, SERIALIZATION, 'ValidationException'].map((type): Row => [
    clause,
    `an unusual one is a ${type}`,
    refused(unusual, type),
    'broken'
  ]),
  [clause, 'the other one is unusual', refused(otherUnusual, INVALID), 'not exercised'],
  [clause, 'it is wrong', refused({ ...IDS, ClientId: '-' }, INVALID), 'not exercised']
])

const LISTED = { id: 'a', date: 1 }
const SECRET = { origin: 'generated', id: 'a' } as const
const BODY = JSON.stringify(IDS)
const unusualRequests = (
  [
    ['request.unknownMembers.ignored', call({ ...IDS, x: 1 })],
    ['request.nextToken.tolerated', call({ ...IDS, NextToken: 'x' })],
    [
      'request.headers.caseInsensitive',
      post(BODY, { 'Content-Type': HEADERS['content-type'], 'X-Amz-Target': HEADERS['x-amz-target'] })
    ],
    [
      'request.contentType.parametersIgnored',
      post(BODY, { ...HEADERS, 'content-type': `${HEADERS['content-type']}; charset=utf-8` })
    ],
    ['request.body.chunked', post(BODY, { ...HEADERS, 'transfer-encoding': 'chunked' })]
  ] as const
).flatMap(([clause, request]): ReadonlyArray<Row> => {
  const listing = (client: Partial<KnownClient>, ...descriptors: ReadonlyArray<object>): Exchange =>
    exchanged(list(...descriptors), worldOf(client), request)
  return [
    [clause, 'what is there is listed', listing({ secrets: [SECRET] }, {}), 'holds'],
    [clause, 'less is listed', listing({ secrets: [SECRET] }), 'broken'],
    [clause, 'more is listed', listing({ secrets: [SECRET] }, {}, {}), 'broken'],
    [clause, 'as many are listed as before', listing({ secrets: [SECRET], listed: [] }), 'holds'],
    [clause, 'more than two cannot be compared', listing({ secrets: [SECRET, SECRET, SECRET] }), 'holds'],
    [clause, 'as many as before, of an unknown client', listing({ secrets: undefined, listed: [LISTED] }, {}), 'holds'],
    [clause, 'less than before, of an unknown client', listing({ secrets: undefined, listed: [LISTED] }), 'broken'],
    [clause, 'anything of a client of which nothing is known', listing({ secrets: undefined }, {}, {}), 'holds'],
    [clause, 'an error', exchanged(error('X'), worldOf(), request), 'broken'],
    [clause, 'another success', exchanged({ ...list(), status: 201 }, worldOf(), request), 'broken'],
    [clause, 'nothing is unusual', exchanged(list()), 'not exercised'],
    [clause, 'nobody knows the client', exchanged(list(), { pools: [], clients: [] }, request), 'not exercised']
  ]
})
const both = exchanged(list(), worldOf(), call({ ...IDS, x: 1, NextToken: 'x' }))

const sent = (body: string, response: Parameters<typeof exchanged>[0]): Exchange =>
  exchanged(response, worldOf(), post(body))
const unreadable = (
  [
    ['request.body.malformed', '{', '[]'],
    ['request.body.notObject', '[]', '{']
  ] as const
).flatMap(([clause, body, other]): ReadonlyArray<Row> => [
  [clause, 'any error with a name', sent(body, error('X')), 'holds'],
  [clause, 'a name in the header alone', sent(body, answer(400, '', { 'x-amzn-errortype': 'X' })), 'holds'],
  [clause, 'another status', sent(body, error('X', 500)), 'broken'],
  [clause, 'no name', sent(body, answer(400, '{}')), 'broken'],
  [clause, 'HTML', sent(body, answer(400, '<html>', { 'x-amzn-errortype': 'X' })), 'broken'],
  [clause, 'not found', sent(body, error('ResourceNotFoundException')), 'broken'],
  [clause, 'another body', sent(other, error('X', 500)), 'not exercised']
])

const silent = (status: number | undefined): Exchange =>
  exchanged(
    status === undefined ? undefined : answer(status, ''),
    worldOf(),
    post(BODY, { ...HEADERS, 'content-type': 'text/plain' })
  )
const target = (type: string, status: number): Exchange =>
  exchanged(error(type, status), worldOf(), post(BODY, { ...HEADERS, 'x-amz-target': 'x' }))
const method = (type: string, status: number): Exchange =>
  exchanged(error(type, status), worldOf(), post(BODY, HEADERS, 'GET'))
const WORDS =
  "1 validation error detected: Value 'a-b' at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+"
const lone = '{"ClientId":"\\ud800","UserPoolId":"r_main"}'

const rest: ReadonlyArray<Row> = [
  ['request.unknownMembers.ignored', 'there is a NextToken too', both, 'not exercised'],
  ['request.nextToken.tolerated', 'there is an unknown member too', both, 'not exercised'],
  ['request.body.empty', 'it is refused', sent('', error(INVALID)), 'holds'],
  ['request.body.empty', 'it is not found', sent('', error('ResourceNotFoundException')), 'broken'],
  ['request.body.empty', 'an empty object', sent('{}', error('X')), 'not exercised'],
  ...[200, 400, 499].map((status): Row => ['request.body.hostile', `HTTP ${status}`, silent(status), 'holds']),
  ...[201, 302, 399, 500].map((status): Row => ['request.body.hostile', `HTTP ${status}`, silent(status), 'broken']),
  ['request.body.hostile', 'no response', silent(undefined), 'broken'],
  ['request.body.hostile', 'an ordinary request', exchanged(list()), 'not exercised'],
  ['request.body.serializationException', 'it is one', sent('{', error(SERIALIZATION)), 'holds'],
  ['request.body.serializationException', 'it is another', sent('[]', error('X')), 'broken'],
  ['request.body.serializationException', 'it is one for a type', refused({ ClientId: 1 }, SERIALIZATION), 'holds'],
  ['request.body.serializationException', 'it is another for a type', refused({ ClientId: 1 }, INVALID), 'broken'],
  [
    'request.body.serializationException',
    'a wrong type is listed',
    exchanged(list(), worldOf(), call({ ClientId: 1 })),
    'not exercised'
  ],
  ['request.body.serializationException', 'a missing id', refused({}, INVALID), 'not exercised'],
  ['request.operation.unknown', 'it is unknown', target('UnknownOperationException', 400), 'holds'],
  ['request.operation.unknown', 'with status 500', target('UnknownOperationException', 500), 'broken'],
  ['request.operation.unknown', 'by another name', target('X', 400), 'broken'],
  ['request.operation.unknown', 'another method', method('X', 400), 'not exercised'],
  ['request.method.post', 'another target', target('X', 500), 'not exercised'],
  ['request.clientId.pattern', 'a lone surrogate is invalid', sent(lone, error(INVALID)), 'holds'],
  ['request.clientId.pattern', 'a lone surrogate cannot be read', sent(lone, error(SERIALIZATION)), 'holds'],
  ['request.clientId.pattern', 'a lone surrogate is not found', sent(lone, error('X')), 'broken'],
  [
    'error.invalidParameter.wording',
    "Cognito's words",
    refused({ ...IDS, ClientId: 'a-b' }, INVALID, 400, WORDS),
    'holds'
  ],
  ['error.invalidParameter.wording', 'other words', refused({ ...IDS, ClientId: 'a-b' }, INVALID), 'broken'],
  ['error.invalidParameter.wording', 'no message', exchanged(error(INVALID, 400, {}), worldOf(), call({})), 'broken'],
  ['error.invalidParameter.wording', 'another error', refused({ ...IDS, ClientId: 'a-b' }, 'X'), 'not exercised'],
  ['error.invalidParameter.wording', 'a wrong type', refused({ ...IDS, ClientId: 1 }, INVALID), 'not exercised'],
  ['error.invalidParameter.wording', 'right ids', refused(IDS, INVALID), 'not exercised']
]

describe('the laws of requests', () => {
  it.each([...wrongIds, ...types, ...accepted, ...unusualRequests, ...unreadable, ...rest])(
    '%s: %s',
    (clause, _, e, expected) => {
      expect(verdict(clause, e)).toBe(expected)
    }
  )

  it('reads the words of Message where there is no message', () => {
    const e = exchanged(error(INVALID, 400, { Message: WORDS }), worldOf(), call({ ...IDS, ClientId: 'a-b' }))
    expect(verdict('error.invalidParameter.wording', e)).toBe('holds')
  })

  test.each<readonly [clause: ClauseId, expected: string]>([
    ['request.clientId.pattern', 'InvalidParameterException (any message)'],
    ['request.clientId.type', 'HTTP 400, SerializationException or InvalidParameterException'],
    ['request.userPoolId.accepted', 'anything but a complaint about the form of UserPoolId: it is well-formed'],
    ['request.nextToken.tolerated', 'HTTP 200 and the same list, as without it'],
    ['request.body.chunked', 'HTTP 200 and the same list as without chunks, or 411 or 501'],
    ['request.body.empty', 'InvalidParameterException (any message)'],
    ['request.body.malformed', 'HTTP 400 and the name of an error'],
    ['request.body.notObject', 'HTTP 400 and the name of an error'],
    ['request.body.hostile', 'HTTP 200 or a status between 400 and 499'],
    ['request.body.serializationException', 'SerializationException'],
    ['request.operation.unknown', 'UnknownOperationException, with a status below 500'],
    ['request.method.post', 'a status between 400 and 499, or 501, and not for its input'],
    ['error.invalidParameter.wording', WORDS]
  ])('%s says what it expected', (clause, expected) => {
    expect(lawOf(clause).expected(refused({ ...IDS, ClientId: 'a-b' }, INVALID))).toBe(expected)
  })
})
