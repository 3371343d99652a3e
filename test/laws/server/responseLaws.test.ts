import { describe, expect, it, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import { exchange, type Exchange } from '../../../src/laws/server/Exchange.js'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { HEADERS, post } from '../../protocol/messages.js'
import { answer, call, error, exchanged, IDS, lawOf, list, listed, type Row, verdict, worldOf } from './exchanges.js'

const withLength = (length: string, body: HttpResponse['body']): Exchange =>
  exchanged(answer(200, body, { 'Content-Length': length }))

const failed = (failure: string, request = call()): Exchange =>
  exchange(worldOf(), request, { failure }, { planted: 0, found: [] })

const otherMethod = post('{}', HEADERS, 'GET')
const otherType = post('{}', { ...HEADERS, 'content-type': 'text/plain' })

const http: ReadonlyArray<Row> = [
  ['response.http.complete', 'there is no length', exchanged(list()), 'holds'],
  ['response.http.complete', 'the length counts bytes', withLength('3', '\u20ac'), 'holds'],
  ['response.http.complete', 'the length counts characters', withLength('1', '\u20ac'), 'broken'],
  ['response.http.complete', 'the length of bytes', withLength('2', Uint8Array.of(0x7b, 0x7d)), 'holds'],
  ['response.http.complete', 'one less', withLength('1', '{}'), 'broken'],
  ['response.http.complete', 'one more', withLength('3', '{}'), 'broken'],
  ['response.http.complete', 'a length that is no number', withLength('x', '{}'), 'broken'],
  ['response.http.complete', 'the connection was cut', failed('socket hang up'), 'broken'],
  ['response.http.complete', 'it was cut after a connect', failed('cannot connect ever'), 'broken'],
  ['response.http.complete', 'it was never made', failed('connect ECONNREFUSED 127.0.0.1:1'), 'not exercised'],
  ['response.http.complete', 'the host is not known', failed('getaddrinfo ENOTFOUND nowhere'), 'not exercised'],
  ['response.http.complete', 'another method was cut', failed('socket hang up', otherMethod), 'not exercised'],
  ['response.http.complete', 'the sources are silent', failed('socket hang up', otherType), 'not exercised']
]

/** What was answered to a request with members or headers that a server may trip over. */
const toUnusual = (request: Parameters<typeof exchanged>[2]): Exchange => exchanged(error('X'), worldOf(), request)

const success: ReadonlyArray<Row> = [
  ['response.status.ok', 'HTTP 200', exchanged(list()), 'holds'],
  ['response.status.ok', 'HTTP 201', exchanged({ ...list(), status: 201 }), 'broken'],
  ['response.status.ok', 'an error', exchanged(error('X')), 'broken'],
  ['response.status.ok', 'an unknown member', toUnusual(call({ ...IDS, x: 1 })), 'not exercised'],
  ['response.status.ok', 'a NextToken', toUnusual(call({ ...IDS, NextToken: 'x' })), 'not exercised'],
  [
    'response.status.ok',
    'a header in capitals',
    toUnusual(post(JSON.stringify(IDS), { ...HEADERS, 'X-Other': '' })),
    'not exercised'
  ],
  [
    'response.status.ok',
    'a parameter of the media type',
    toUnusual(post(JSON.stringify(IDS), { ...HEADERS, 'content-type': `${HEADERS['content-type']}; charset=utf-8` })),
    'not exercised'
  ],
  ['response.status.ok', 'an unknown client', toUnusual(call({ ...IDS, ClientId: 'nobody' })), 'not exercised'],
  ['response.status.ok', 'no response', exchanged(undefined), 'not exercised'],
  ['response.contentType', 'that of AWS JSON', exchanged(list()), 'holds'],
  ['response.contentType', 'JSON', exchanged(answer(200, '{}', { 'content-type': 'application/json' })), 'broken'],
  ['response.contentType', 'none', exchanged({ status: 200, headers: {}, body: '{}' }), 'broken'],
  ['response.contentType', 'another success', exchanged(answer(201, '', { 'content-type': 'x' })), 'not exercised'],
  ['response.body.object', 'an object', exchanged(answer(200, '{}')), 'holds'],
  ['response.body.object', 'a list', exchanged(answer(200, '[]')), 'broken'],
  ['response.body.object', 'an error', exchanged(answer(400, '[]')), 'not exercised'],
  [
    'response.body.object',
    'an answer to HEAD',
    exchanged(answer(200, ''), worldOf(), { ...call(), method: 'HEAD' }),
    'not exercised'
  ]
]

const ofBody = (body: object): Exchange => exchanged(answer(200, JSON.stringify(body)))

const noBody = exchanged(answer(200, '[]'))
const noList = ofBody({ ClientSecrets: {} })

const body: ReadonlyArray<Row> = [
  ['response.clientSecrets.present', 'an empty list', ofBody({ ClientSecrets: [] }), 'holds'],
  ['response.clientSecrets.present', 'an object', noList, 'broken'],
  ['response.clientSecrets.present', 'none', ofBody({}), 'broken'],
  ['response.clientSecrets.present', 'there is no object', noBody, 'not exercised'],
  ['response.clientSecrets.atMostTwo', 'none', exchanged(list()), 'holds'],
  ['response.clientSecrets.atMostTwo', 'two', exchanged(list({}, {})), 'holds'],
  ['response.clientSecrets.atMostTwo', 'three', exchanged(list({}, {}, {})), 'broken'],
  ['response.clientSecrets.atMostTwo', 'there is no list', noList, 'not exercised'],
  ['response.secretValue.absent', 'two without', exchanged(list({}, listed('a'))), 'holds'],
  ['response.secretValue.absent', 'null', exchanged(list({ ClientSecretValue: null })), 'holds'],
  ['response.secretValue.absent', 'one of two', exchanged(list({}, { ClientSecretValue: '' })), 'broken'],
  ['response.secretValue.absent', 'nothing is listed', exchanged(list()), 'not exercised'],
  ['response.secretValue.absent', 'there is no list', noList, 'not exercised'],
  ['response.nextToken.absent', 'none', exchanged(list()), 'holds'],
  ['response.nextToken.absent', 'a member', ofBody({ NextToken: null }), 'broken'],
  ['response.nextToken.absent', 'a header', exchanged(answer(200, '{}', { 'x-next-token': 'a' })), 'broken'],
  ['response.nextToken.absent', 'there is no object', noBody, 'not exercised'],
  ['response.members.documented', 'no other', exchanged(list(listed('a'), {})), 'holds'],
  ['response.members.documented', 'a NextToken', ofBody({ ClientSecrets: [], NextToken: 'a' }), 'holds'],
  ['response.members.documented', 'another member', ofBody({ ClientSecrets: [], Count: 0 }), 'broken'],
  ['response.members.documented', 'a descriptor with another', exchanged(list({}, { Hint: 'a' })), 'broken'],
  ['response.members.documented', 'a list in it', ofBody({ ClientSecrets: [['a']] }), 'holds'],
  ['response.members.documented', 'there is no list', noList, 'not exercised'],
  ['response.names.unique', 'every name once', exchanged(list(listed('a'), listed('b'))), 'holds'],
  ['response.names.unique', 'a name twice', exchanged(answer(200, '{"a":1,"a":1}')), 'broken'],
  ['response.names.unique', 'a name twice in an error', exchanged(answer(400, '{"a":1,"a":1}')), 'broken'],
  ['response.names.unique', 'there is no object', exchanged(answer(200, '[{"a":1,"a":1}]')), 'not exercised']
]

const leak = { where: 'the body', form: 'plain', window: '' } as const
const searched = (planted: number, ...found: ReadonlyArray<typeof leak>): Exchange =>
  exchanged(error('X'), worldOf(), call(), { planted, found })

const secrets: ReadonlyArray<Row> = [
  ['response.secret.neverRevealed', 'nothing is found', searched(1), 'holds'],
  ['response.secret.neverRevealed', 'a secret is found', searched(1, leak), 'broken'],
  ['response.secret.neverRevealed', 'nothing was planted', searched(0), 'not exercised']
]

const one = (descriptor: unknown): Exchange => exchanged(list(listed('a'), descriptor))
/** The numbers as they are written. */
const dated = (...dates: ReadonlyArray<string>): Exchange =>
  exchanged(answer(200, `{"ClientSecrets":[${dates.map((date) => `{"ClientSecretCreateDate":${date}}`).join()}]}`))

const descriptors: ReadonlyArray<Row> = [
  ['response.clientSecretId.present', 'two texts', one(listed('b')), 'holds'],
  ['response.clientSecretId.present', 'one of two is missing', one({}), 'broken'],
  ['response.clientSecretId.present', 'one of two is null', one(listed(null)), 'broken'],
  ['response.clientSecretId.present', 'one of two is a number', one(listed(1)), 'broken'],
  ['response.clientSecretId.present', 'nothing is listed', exchanged(list()), 'not exercised'],
  ['response.clientSecretId.length', '1 and 128 characters', one(listed('b'.repeat(128))), 'holds'],
  ['response.clientSecretId.length', '128 emojis', one(listed('\u{1f600}'.repeat(128))), 'holds'],
  ['response.clientSecretId.length', '129 characters', one(listed('b'.repeat(129))), 'broken'],
  ['response.clientSecretId.length', 'none', one(listed('')), 'broken'],
  ['response.clientSecretId.length', 'one of two is a number', one(listed(1)), 'holds'],
  ['response.clientSecretId.length', 'there is no text', exchanged(list(listed(1))), 'not exercised'],
  ['response.clientSecretId.unique', 'two that differ', one(listed('b')), 'holds'],
  ['response.clientSecretId.unique', 'two that are the same', one(listed('a')), 'broken'],
  ['response.clientSecretId.unique', 'two that differ in case', one(listed('A')), 'holds'],
  ['response.clientSecretId.unique', 'one', exchanged(list(listed('a'))), 'not exercised'],
  [
    'response.clientSecretId.unique',
    'one text and two numbers',
    exchanged(list(listed('a'), listed(1), listed(1))),
    'not exercised'
  ],
  ['response.clientSecretCreateDate.present', 'two', one(listed('b', 'x')), 'holds'],
  ['response.clientSecretCreateDate.present', 'one of two is missing', one({ ClientSecretId: 'b' }), 'broken'],
  ['response.clientSecretCreateDate.present', 'one of two is null', one(listed('b', null)), 'broken'],
  ['response.clientSecretCreateDate.present', 'nothing is listed', exchanged(list()), 'not exercised'],
  ['response.clientSecretCreateDate.number', 'two numbers', one(listed('b', 0.5)), 'holds'],
  ['response.clientSecretCreateDate.number', 'a number and none', one({}), 'holds'],
  ['response.clientSecretCreateDate.number', 'one of two is a text', one(listed('b', '1785000000')), 'broken'],
  ['response.clientSecretCreateDate.number', 'there is none', exchanged(list({})), 'not exercised'],
  ['response.clientSecretCreateDate.seconds', 'two of this century', one(listed('b')), 'holds'],
  ['response.clientSecretCreateDate.seconds', 'one of two in milliseconds', one(listed('b', 1785000000000)), 'broken'],
  ['response.clientSecretCreateDate.seconds', 'long before 1970', one(listed('b', -1e11)), 'broken'],
  ['response.clientSecretCreateDate.seconds', 'the year 5138', one(listed('b', 1e11)), 'broken'],
  ['response.clientSecretCreateDate.seconds', 'just before that', one(listed('b', 1e11 - 1)), 'holds'],
  ['response.clientSecretCreateDate.seconds', 'one of two is a text', one(listed('b', '1785000000000')), 'holds'],
  ['response.clientSecretCreateDate.seconds', 'there is no number', exchanged(list(listed('a', 'x'))), 'not exercised'],
  ['response.clientSecretCreateDate.noExponent', 'plain numbers', dated('1785000000', '1.5'), 'holds'],
  ['response.clientSecretCreateDate.noExponent', 'one of two has one', dated('1785000000', '1.785e9'), 'broken'],
  [
    'response.clientSecretCreateDate.noExponent',
    'one of two has one in capitals',
    dated('1785000000', '1.785E9'),
    'broken'
  ],
  ['response.clientSecretCreateDate.noExponent', 'a text', dated('"1e9"'), 'not exercised'],
  [
    'response.clientSecretCreateDate.noExponent',
    'other numbers',
    exchanged(answer(200, '{"ClientSecrets":[{"Other":1e9}],"ClientSecretCreateDate":1e9}')),
    'not exercised'
  ]
]

describe('the laws of responses', () => {
  it.each([...http, ...success, ...body, ...secrets, ...descriptors])('%s: %s', (clause, _, e, expected) => {
    expect(verdict(clause, e)).toBe(expected)
  })

  test.each<readonly [clause: ClauseId, expected: string]>([
    ['response.http.complete', 'one complete HTTP response'],
    ['response.status.ok', 'HTTP 200: the client exists'],
    ['response.contentType', 'application/x-amz-json-1.1'],
    ['response.body.object', 'a JSON object in UTF-8'],
    ['response.clientSecrets.present', 'a member ClientSecrets that is a list'],
    ['response.clientSecrets.atMostTwo', 'no more than two descriptors'],
    ['response.secretValue.absent', 'no ClientSecretValue'],
    ['response.secret.neverRevealed', 'no trace of a secret'],
    ['response.nextToken.absent', 'no pagination token'],
    ['response.members.documented', 'ClientSecrets, and in it ClientSecretId and ClientSecretCreateDate; nothing else'],
    ['response.names.unique', 'every name once in its object'],
    ['response.clientSecretId.present', 'a ClientSecretId, a string, in every descriptor'],
    ['response.clientSecretId.length', 'ClientSecretIds of 1 to 128 code points'],
    ['response.clientSecretId.unique', 'ClientSecretIds that differ'],
    ['response.clientSecretCreateDate.present', 'a ClientSecretCreateDate in every descriptor'],
    ['response.clientSecretCreateDate.number', 'ClientSecretCreateDates that are JSON numbers'],
    ['response.clientSecretCreateDate.seconds', 'ClientSecretCreateDates in epoch seconds'],
    ['response.clientSecretCreateDate.noExponent', 'numbers without exponent']
  ])('%s says what it expected', (clause, expected) => {
    expect(lawOf(clause).expected(exchanged(list()))).toBe(expected)
  })
})
