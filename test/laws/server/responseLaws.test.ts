import { describe, expect, it, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import { exchange, type Exchange } from '../../../src/laws/server/Exchange.js'
import type { HttpRequest } from '../../../src/protocol/index.js'
import { HEADERS, post } from '../../protocol/messages.js'
import { answer, call, error, exchanged, IDS, lawOf, list, listed, type Row, verdict, worldOf } from './exchanges.js'

const CALL = JSON.stringify(IDS)

const lists = (...descriptors: ReadonlyArray<unknown>): Exchange => exchanged(list(...descriptors))

/** A success with this text as its body. */
const says = (body: string, headers: object = {}): Exchange => exchanged(answer(200, body, { ...headers }))

const failed = (failure: string, request = call()): Exchange =>
  exchange(worldOf(), request, { failure }, { planted: 0, found: [] })

const asked = (request: HttpRequest): Exchange => exchanged(error('X'), worldOf(), request)

const silent = post(CALL, { ...HEADERS, 'content-type': 'text/plain' })
const noOperation = post(CALL, HEADERS, 'GET')

const http: ReadonlyArray<Row> = [
  ['response.http.complete', 'a response', lists(), 'holds'],
  ['response.http.complete', 'a cut connection', failed('socket hang up'), 'broken'],
  ['response.http.complete', 'no connection', failed('connect ECONNREFUSED'), 'not exercised'],
  ['response.http.complete', 'no such host', failed('getaddrinfo ENOTFOUND x'), 'not exercised'],
  ['response.http.complete', 'a cut that speaks of connections', failed('cannot connect '), 'broken'],
  ['response.http.complete', 'the sources are silent', failed('socket hang up', silent), 'not exercised'],
  ['response.http.complete', 'no operation', failed('socket hang up', noOperation), 'not exercised'],
  ['response.http.complete', 'its length', says('{"é":1}', { 'content-length': '8' }), 'holds'],
  ['response.http.complete', 'another length', says('{"é":1}', { 'content-length': '7' }), 'broken'],
  [
    'response.http.complete',
    'the length of its bytes',
    exchanged(answer(200, Uint8Array.of(123, 125), { 'content-length': '2' })),
    'holds'
  ],
  [
    'response.http.complete',
    'another length than its bytes',
    exchanged(answer(200, Uint8Array.of(123, 125), { 'content-length': '3' })),
    'broken'
  ],
  ['response.status.ok', 'a list', lists(), 'holds'],
  ['response.status.ok', 'an error', exchanged(error('X')), 'broken'],
  ['response.status.ok', 'another success', exchanged({ ...list(), status: 201 }), 'broken'],
  ['response.status.ok', 'an unknown client', asked(call({ ...IDS, ClientId: 'x' })), 'not exercised'],
  ['response.status.ok', 'an unknown member', asked(call({ ...IDS, x: 1 })), 'not exercised'],
  ['response.status.ok', 'a NextToken', asked(call({ ...IDS, NextToken: 'x' })), 'not exercised'],
  ['response.status.ok', 'chunks', asked(post(CALL, { ...HEADERS, 'transfer-encoding': 'chunked' })), 'not exercised'],
  [
    'response.status.ok',
    'headers in another case',
    asked(post(CALL, { 'Content-Type': HEADERS['content-type'], 'x-amz-target': HEADERS['x-amz-target'] })),
    'not exercised'
  ],
  [
    'response.status.ok',
    'a parameter of the content type',
    asked(post(CALL, { ...HEADERS, 'content-type': `${HEADERS['content-type']}; charset=utf-8` })),
    'not exercised'
  ],
  ['response.contentType', 'AWS JSON', lists(), 'holds'],
  ['response.contentType', 'JSON', says('{}', { 'content-type': 'application/json' }), 'broken'],
  ['response.contentType', 'an error', exchanged(answer(400, '{}', { 'content-type': 'x' })), 'not exercised'],
  ['response.body.object', 'an object', says('{}'), 'holds'],
  ['response.body.object', 'a list', says('[]'), 'broken'],
  ['response.body.object', 'no JSON', says('x'), 'broken'],
  ['response.body.object', 'a byte order mark', says('\uFEFF{}'), 'broken'],
  ['response.body.object', 'an error', exchanged(answer(400, '')), 'not exercised']
]

const ofLists: ReadonlyArray<Row> = [
  ['response.clientSecrets.present', 'an empty list', lists(), 'holds'],
  ['response.clientSecrets.present', 'none', says('{}'), 'broken'],
  ['response.clientSecrets.present', 'null', says('{"ClientSecrets":null}'), 'broken'],
  ['response.clientSecrets.present', 'an object', says('{"ClientSecrets":{"length":0}}'), 'broken'],
  ['response.clientSecrets.present', 'no object', says('[]'), 'not exercised'],
  ['response.clientSecrets.atMostTwo', 'two', lists({}, {}), 'holds'],
  ['response.clientSecrets.atMostTwo', 'three', lists({}, {}, {}), 'broken'],
  ['response.clientSecrets.atMostTwo', 'no list', says('{}'), 'not exercised'],
  ['response.secretValue.absent', 'none', lists(listed('a')), 'holds'],
  ['response.secretValue.absent', 'null', lists({ ClientSecretValue: null }), 'holds'],
  ['response.secretValue.absent', 'an empty one', lists({ ClientSecretValue: '' }), 'broken'],
  ['response.secretValue.absent', 'one in the second', lists({}, { ClientSecretValue: 'x' }), 'broken'],
  ['response.secretValue.absent', 'no descriptors', lists(), 'not exercised'],
  ['response.nextToken.absent', 'none', lists(), 'holds'],
  ['response.nextToken.absent', 'one', says('{"ClientSecrets":[],"NextToken":"x"}'), 'broken'],
  ['response.nextToken.absent', 'one deep inside', says('{"a":[{"nextToken":"x"}]}'), 'broken'],
  ['response.nextToken.absent', 'a flag that there is no more', says('{"hasMore":false}'), 'holds'],
  ['response.nextToken.absent', 'a header', says('{}', { 'x-next-token': 'a' }), 'broken'],
  ['response.nextToken.absent', 'a header that says there is no more', says('{}', { 'x-has-more': 'false' }), 'holds'],
  ['response.nextToken.absent', 'a link to the next page', says('{}', { Link: '</2>; rel="next"' }), 'broken'],
  ['response.nextToken.absent', 'a link to something else', says('{}', { link: '</2>; rel="help"' }), 'holds'],
  ['response.nextToken.absent', 'no object', says('[]', { 'x-next-token': 'a' }), 'not exercised'],
  ['response.members.documented', 'only the documented ones', lists(listed('a')), 'holds'],
  [
    'response.members.documented',
    'NextToken, which has a clause of its own',
    says('{"ClientSecrets":[],"NextToken":1}'),
    'holds'
  ],
  ['response.members.documented', 'another one', says('{"ClientSecrets":[],"x":1}'), 'broken'],
  ['response.members.documented', 'another one in the second', lists({}, { x: 1 }), 'broken'],
  [
    'response.members.documented',
    'another one beside a documented one',
    lists({ ClientSecretId: 'a', x: 1 }),
    'broken'
  ],
  ['response.members.documented', 'no list', says('{"x":1}'), 'not exercised'],
  ['response.names.unique', 'each once', says('{"a":1,"b":{"a":1}}'), 'holds'],
  ['response.names.unique', 'one twice', says('{"a":1,"a":1}'), 'broken'],
  ['response.names.unique', 'one twice in an error', exchanged(answer(400, '{"a":1,"a":1}')), 'broken'],
  ['response.names.unique', 'no object', says('[{"a":1,"a":1}]'), 'not exercised']
]

const longest = '😀'.repeat(128)
const members: ReadonlyArray<Row> = [
  ['response.clientSecretId.present', 'in both', lists(listed('a'), listed('b')), 'holds'],
  ['response.clientSecretId.present', 'in one of two', lists(listed('a'), {}), 'broken'],
  ['response.clientSecretId.present', 'null', lists(listed(null)), 'broken'],
  ['response.clientSecretId.present', 'a number', lists(listed(1)), 'broken'],
  ['response.clientSecretId.present', 'a descriptor that is no object', lists('a'), 'broken'],
  ['response.clientSecretId.present', 'no descriptors', lists(), 'not exercised'],
  ['response.clientSecretId.length', 'one character', lists(listed('a')), 'holds'],
  ['response.clientSecretId.length', '128 code points', lists(listed(longest)), 'holds'],
  ['response.clientSecretId.length', '129 code points', lists(listed(`${longest}a`)), 'broken'],
  ['response.clientSecretId.length', 'none', lists(listed('')), 'broken'],
  ['response.clientSecretId.length', 'too long in one of two', lists(listed('a'), listed(`${longest}a`)), 'broken'],
  ['response.clientSecretId.length', 'no text', lists(listed(1)), 'not exercised'],
  ['response.clientSecretId.unique', 'two', lists(listed('a'), listed('b')), 'holds'],
  ['response.clientSecretId.unique', 'the same twice', lists(listed('a'), listed('a')), 'broken'],
  ['response.clientSecretId.unique', 'only one', lists(listed('a'), {}), 'not exercised'],
  ['response.clientSecretCreateDate.present', 'in both', lists(listed('a'), listed('b')), 'holds'],
  ['response.clientSecretCreateDate.present', 'in one of two', lists(listed('a'), { ClientSecretId: 'b' }), 'broken'],
  ['response.clientSecretCreateDate.present', 'null', lists(listed('a', null)), 'broken'],
  ['response.clientSecretCreateDate.present', 'no descriptors', lists(), 'not exercised'],
  ['response.clientSecretCreateDate.number', 'numbers', lists(listed('a'), listed('b', 0.5)), 'holds'],
  ['response.clientSecretCreateDate.number', 'a text', lists(listed('a'), listed('b', '2026-07-25')), 'broken'],
  ['response.clientSecretCreateDate.number', 'none', lists({}), 'not exercised'],
  ['response.clientSecretCreateDate.seconds', 'seconds', lists(listed('a', 99_999_999_999)), 'holds'],
  ['response.clientSecretCreateDate.seconds', 'the least that are milliseconds', lists(listed('a', 1e11)), 'broken'],
  ['response.clientSecretCreateDate.seconds', 'milliseconds before 1970', lists(listed('a', -1e12)), 'broken'],
  [
    'response.clientSecretCreateDate.seconds',
    'milliseconds in one of two',
    lists(listed('a'), listed('b', 1e12)),
    'broken'
  ],
  ['response.clientSecretCreateDate.seconds', 'no number', lists(listed('a', '1')), 'not exercised'],
  ['response.clientSecretCreateDate.noExponent', 'digits', lists(listed('a', 1785000000.5)), 'holds'],
  [
    'response.clientSecretCreateDate.noExponent',
    'an exponent in one of two',
    says('{"ClientSecrets":[{"ClientSecretCreateDate":1},{"ClientSecretCreateDate":1e9}]}'),
    'broken'
  ],
  [
    'response.clientSecretCreateDate.noExponent',
    'an exponent',
    says('{"ClientSecrets":[{"ClientSecretCreateDate":1.785e9}]}'),
    'broken'
  ],
  [
    'response.clientSecretCreateDate.noExponent',
    'an exponent in capitals',
    says('{"ClientSecrets":[{"ClientSecretCreateDate":1.785E9}]}'),
    'broken'
  ],
  [
    'response.clientSecretCreateDate.noExponent',
    'an exponent elsewhere',
    says('{"x":1e9,"y":{"ClientSecretCreateDate":1e9},"ClientSecrets":[{"x":1e9}]}'),
    'not exercised'
  ]
]

const leaked = (planted: number, ...found: Exchange['leaks']): Exchange =>
  exchanged(list(), worldOf(), call(), { planted, found })
const leak: Exchange['leaks'][number] = { where: 'the body', form: 'plain', window: 'x' }
const secrets: ReadonlyArray<Row> = [
  ['response.secret.neverRevealed', 'no trace', leaked(1), 'holds'],
  ['response.secret.neverRevealed', 'a trace', leaked(1, leak), 'broken'],
  ['response.secret.neverRevealed', 'nothing was planted', leaked(0), 'not exercised']
]

describe('the laws of responses', () => {
  it.each([...http, ...ofLists, ...members, ...secrets])('%s: %s', (clause, _, e, expected) => {
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
    expect(lawOf(clause).expected(lists())).toBe(expected)
  })
})
