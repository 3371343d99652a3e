/**
 * What a report says was received: whole sentences, and one run in which they come from a broken target.
 */
import { describe, expect, test } from 'vitest'
import { verify } from '../../../../src/conformance.js'
import type { ClauseId } from '../../../../src/clauses/index.js'
import { exchange } from '../../../../src/laws/server/Exchange.js'
import { emptyWorld } from '../../../../src/laws/server/World.js'
import type { Leak } from '../../../../src/laws/shared/Leaks.js'
import { parseResponse } from '../../../../src/laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import { describeReceived } from '../../../../src/suite/server/counterexample/describe.js'
import { operationRequest } from '../../../../src/suite/server/target/operationRequest.js'
import { altering, json } from '../../../node/support/handlers.js'

const asked = operationRequest('ListUserPoolClientSecrets', {})

const describeAll = (
  clause: ClauseId,
  outcome: { readonly response: HttpResponse } | { readonly failure?: string },
  found: ReadonlyArray<Leak> = [],
  mask = (text: string): string => text
): string => {
  const answer = 'response' in outcome ? { ...outcome, answer: parseResponse(outcome.response) } : outcome
  return describeReceived(clause, exchange(emptyWorld, asked, answer, { planted: 1, found }), mask)
}

const received = (clause: ClauseId, response: HttpResponse): string => describeAll(clause, { response })

/** One success, with its members and what is said of them; the body follows. */
const remarks = (clause: ClauseId, body: object): string => {
  const text = received(clause, json(200, body))
  const start = 'HTTP 200 ('
  const end = `): ${JSON.stringify(body)}`
  expect([text.slice(0, start.length), text.slice(-end.length)]).toEqual([start, end])
  return text.slice(start.length, -end.length)
}

const plain = (body: HttpResponse['body'], headers: HttpResponse['headers'] = {}): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
  body
})

describe('a response is described with', () => {
  test.each<readonly [string, HttpResponse, string]>([
    ['its status and its body', plain('{"ClientSecrets":[]}'), 'HTTP 200: {"ClientSecrets":[]}'],
    ['its status alone, where it has no body', plain(''), 'HTTP 200, no body'],
    ['a body of spaces', plain('  '), 'HTTP 200:   '],
    ['no Content-Type', { ...plain('{}'), headers: {} }, 'HTTP 200 (no Content-Type): {}'],
    ['another Content-Type', plain('{}', { 'content-type': 'text/plain' }), 'HTTP 200 (Content-Type text/plain): {}'],
    [
      'a Content-Encoding, and a body that it hides',
      plain('\u001f', { 'content-encoding': 'br' }),
      'HTTP 200 (Content-Encoding br; not JSON at character 1): a body that cannot be read'
    ],
    [
      'a Content-Encoding before JSON that is not encoded',
      plain('{}', { 'content-encoding': 'br' }),
      'HTTP 200 (Content-Encoding br): {}'
    ],
    ['a byte order mark', plain('\uFEFF{}'), 'HTTP 200 (a byte order mark before the JSON): {}'],
    [
      'a byte order mark in bytes',
      plain(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)),
      'HTTP 200 (a byte order mark before the JSON): {}'
    ],
    ['bytes that are no text', plain(Uint8Array.of(0xff)), 'HTTP 200: a body that is not UTF-8'],
    ['the place where it stops being JSON', plain('{"a":b}'), 'HTTP 200 (not JSON at character 6): {"a":b}'],
    ['JSON that is not an object', plain('[]'), 'HTTP 200 (JSON, but not an object): []'],
    [
      'JSON that is nested too deep',
      plain('['.repeat(1001) + ']'.repeat(1001)),
      `HTTP 200 (JSON, but nested deeper than 1000): ${'['.repeat(600)}…`
    ],
    [
      '600 characters of its body',
      plain(JSON.stringify({ a: 'x'.repeat(593) })),
      `HTTP 200: {"a":"${'x'.repeat(593)}"}…`.replace('"}…', '"…')
    ],
    [
      'all 600 characters of its body',
      plain(JSON.stringify({ a: 'x'.repeat(592) })),
      `HTTP 200: {"a":"${'x'.repeat(592)}"}`
    ]
  ])('%s', (_, response, expected) => {
    expect(received('list.only', response)).toBe(expected)
  })

  test.each<readonly [string, HttpResponse, string]>([
    ['no name', json(400, { message: 'no' }), ', no error name'],
    ['a name', json(400, { __type: 'a#X' }), ' X'],
    ['the same name in two places', json(400, { code: 'X', __type: 'X' }, { 'x-amzn-errortype': 'X:' }), ' X'],
    [
      'names that differ',
      json(404, { code: 'X', __type: 'Y' }, { 'x-amzn-errortype': 'X' }),
      ', X in the header x-amzn-errortype but X in code but Y in __type'
    ]
  ])('an error and %s', (_, response, named) => {
    expect(received('error.type.present', response)).toBe(`HTTP ${response.status}${named}: ${String(response.body)}`)
  })
})

describe('a request without a response is described with', () => {
  test.each([
    ['why there is none', 'socket hang up', 'socket hang up'],
    ['that alone, where nothing is known', undefined, 'no response'],
    [
      'what bytes behind the end of another response are',
      'Parse Error: Expected HTTP/, RTSP/ or ICE/',
      'Parse Error: Expected HTTP/, RTSP/ or ICE/ (the response before it may have had more bytes than its Content-Length says)'
    ]
  ])('%s', (_, failure, expected) => {
    expect(describeAll('response.http.complete', failure === undefined ? {} : { failure })).toBe(expected)
  })
})

describe('the place that breaks a clause is named:', () => {
  const descriptors = (...all: ReadonlyArray<unknown>) => ({ ClientSecrets: all })

  test.each<readonly [ClauseId, object, string]>([
    ['response.nextToken.absent', { NextToken: null }, '$.NextToken is null'],
    ['response.nextToken.absent', { a: 1, nextToken: 'x' }, '$.nextToken is a string of 1 character'],
    ['response.clientSecrets.present', {}, '$.ClientSecrets is absent'],
    ['response.clientSecrets.present', { ClientSecrets: 'é😀' }, '$.ClientSecrets is a string of 2 characters'],
    ['response.clientSecrets.present', { ClientSecrets: {} }, '$.ClientSecrets is an object'],
    ['response.clientSecrets.present', { ClientSecrets: [1, 2] }, '$.ClientSecrets is a list of 2'],
    ['response.clientSecrets.present', { ClientSecrets: null }, '$.ClientSecrets is null'],
    [
      'response.members.documented',
      { ClientSecrets: [{ ClientSecretId: 'a', ClientSecretCreateDate: 1 }, { Hint: 1 }], NextToken: '', 'x y': 1 },
      '$["x y"]; $.ClientSecrets[1].Hint'
    ],
    [
      'response.clientSecretId.present',
      descriptors({ ClientSecretId: 7 }, {}),
      '$.ClientSecrets[0].ClientSecretId is 7; $.ClientSecrets[1].ClientSecretId is absent'
    ],
    [
      'response.clientSecretCreateDate.number',
      descriptors({ ClientSecretCreateDate: '2026' }),
      '$.ClientSecrets[0].ClientSecretCreateDate is a string of 4 characters'
    ],
    [
      'response.secretValue.absent',
      descriptors({}, { ClientSecretValue: 'abc' }),
      '$.ClientSecrets[1].ClientSecretValue is a string of 3 characters'
    ],
    [
      'error.message.string',
      { message: 7, reasonCode: true },
      '$.message is 7; $.Message is absent; $.reasonCode is true'
    ]
  ])('%s by %j', (clause, body, expected) => {
    expect(remarks(clause, body)).toBe(expected)
  })

  test('a name that comes twice', () => {
    expect(received('response.names.unique', plain('{"a":{"b":1,"b":2}}'))).toBe(
      'HTTP 200 ($.a.b comes twice): {"a":{"b":1,"b":2}}'
    )
  })

  test('a header that speaks of further pages', () => {
    expect(received('response.nextToken.absent', plain('{}', { 'x-next-token': '1' }))).toBe(
      'HTTP 200 (the header x-next-token is there): {}'
    )
  })

  test('no descriptor of a response that has none', () => {
    expect(received('response.clientSecretId.present', plain('{}'))).toBe('HTTP 200: {}')
  })

  test.each<readonly [ClauseId, string]>([
    ['response.nextToken.absent', ''],
    ['response.clientSecrets.present', '$.ClientSecrets is absent; '],
    ['error.message.string', '$.message is absent; $.Message is absent; $.reasonCode is absent; ']
  ])('%s by a body that is not an object', (clause, place) => {
    expect(received(clause, plain('[]'))).toBe(`HTTP 200 (${place}JSON, but not an object): []`)
  })

  test('three places at most', () => {
    expect(remarks('response.clientSecretId.present', descriptors({}, {}, {}, {}))).toBe(
      '$.ClientSecrets[0].ClientSecretId is absent; $.ClientSecrets[1].ClientSecretId is absent; $.ClientSecrets[2].ClientSecretId is absent'
    )
  })
})

describe('a secret is named by where it stands:', () => {
  const leak = (where: string, form: Leak['form'] = 'plain'): Leak => ({ where, form, window: '' })

  test.each<readonly [string, ReadonlyArray<Leak>, string]>([
    [
      'each place once',
      [leak('the body'), leak('the header a'), leak('the body')],
      'a secret in the body; a secret in the header a'
    ],
    ['and as what, where it is not plain', [leak('the body', 'base64')], 'a secret in the body, base64'],
    [
      'but as plain, where it is that too',
      [leak('the body', 'base64'), leak('the body'), leak('$.a', 'reversed')],
      'a secret in the body; a secret in $.a, reversed'
    ]
  ])('%s', (_, leaks, expected) => {
    const text = describeAll('response.secret.neverRevealed', { response: plain('{}') }, leaks)
    expect(text).toBe(`HTTP 200 (${expected}): {}`)
  })
})

test('a secret is masked wherever the target put it', () => {
  const mask = (text: string): string => text.replaceAll('hush', '***')
  const response = json(400, { __type: 'hush', message: 'hush' }, { 'content-type': 'hush' })
  expect(describeAll('list.only', { response }, [], mask)).toBe(
    'HTTP 400 *** (Content-Type ***): {"__type":"***","message":"***"}'
  )
  expect(describeAll('list.only', { failure: 'not hush' }, [], mask)).toBe('not ***')
})

test('a run describes what it received', async () => {
  const target = altering((response) => (response.status === 200 ? { ...response, body: '[]' } : response))
  const report = await verify(target, { seed: 5, runs: 0, only: ['response.body.object'] })
  expect(report.clauses[0]?.counterexample?.received).toBe('HTTP 200 (JSON, but not an object): []')
})
