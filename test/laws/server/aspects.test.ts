/**
 * What is wrong and what is unusual about a request.
 */
import { describe, expect, test } from 'vitest'
import { aspectsOf } from '../../../src/laws/server/aspects.js'
import { exchange } from '../../../src/laws/server/Exchange.js'
import { CONTENT_TYPE, type HttpRequest } from '../../../src/protocol/index.js'
import { call, IDS, worldOf } from './exchanges.js'

const aspects = (request: HttpRequest): ReturnType<typeof aspectsOf> =>
  aspectsOf(exchange(worldOf(), request, {}, { planted: 0, found: [] }))

const usual = call()
const withBody = (body: string): HttpRequest => ({ ...usual, body })
const withHeaders = (headers: HttpRequest['headers']): HttpRequest => ({ ...usual, headers })
const target = 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'

test('of a plain call nothing is wrong or unusual', () => {
  expect(aspects(usual)).toEqual({ wrong: [], unusual: [] })
  expect(aspects(call({ ClientId: 'nobody', UserPoolId: 'r_none' }))).toEqual({ wrong: [], unusual: [] })
})

test.for<[string, object, ReadonlyArray<string>]>([
  ['no ClientId', { UserPoolId: 'r_main' }, ['request.clientId.required']],
  ['no UserPoolId', { ClientId: 'oneid' }, ['request.userPoolId.required']],
  ['neither', {}, ['request.clientId.required', 'request.userPoolId.required']],
  ['a number', { ...IDS, ClientId: 1 }, ['request.clientId.type']],
  ['an empty id, which breaks the pattern as well', { ...IDS, UserPoolId: '' }, ['request.userPoolId.minLength']],
  [
    'an empty id beside another',
    { ClientId: '', UserPoolId: 'a-' },
    ['request.clientId.minLength', 'request.userPoolId.pattern']
  ],
  ['a long id', { ...IDS, ClientId: 'a'.repeat(129) }, ['request.clientId.maxLength']],
  ['a hyphen', { ...IDS, ClientId: 'a-b' }, ['request.clientId.pattern']]
])('wrong: %s', ([, members, wrong]) => {
  const found = aspects(call(members))
  expect([...found.wrong].sort()).toEqual(wrong)
  expect(found.unusual).toEqual([])
})

test.for<[string, HttpRequest, ReadonlyArray<string>]>([
  ['another member', call({ ...IDS, Unknown: 1 }), ['request.unknownMembers.ignored']],
  ['a NextToken', call({ ...IDS, NextToken: 'a' }), ['request.nextToken.tolerated']],
  [
    'capitals in the names of headers',
    withHeaders({ 'Content-Type': CONTENT_TYPE, 'X-Amz-Target': target }),
    ['request.headers.caseInsensitive']
  ],
  [
    'a charset',
    withHeaders({ 'content-type': `${CONTENT_TYPE}; charset=utf-8`, 'x-amz-target': target }),
    ['request.contentType.parametersIgnored']
  ],
  [
    'another header',
    withHeaders({ 'content-type': CONTENT_TYPE, 'x-amz-target': target, accept: '*/*' }),
    ['response.status.ok']
  ],
  ['the pool first', withBody('{"UserPoolId":"r_main","ClientId":"oneid"}'), ['response.status.ok']],
  ['a blank', withBody(' {"ClientId":"oneid","UserPoolId":"r_main"}'), ['response.status.ok']],
  ['an escape', withBody('{"Client\\u0049d":"oneid","UserPoolId":"r_main"}'), ['response.status.ok']],
  [
    'a blank and another member',
    withBody('{"ClientId":"oneid","UserPoolId":"r_main", "a":1}'),
    ['request.unknownMembers.ignored', 'response.status.ok']
  ]
])('unusual: %s', ([, request, unusual]) => {
  expect(aspects(request)).toEqual({ wrong: [], unusual })
})

describe('the order of one id alone', () => {
  test.for([{ UserPoolId: 'r_main' }, { ClientId: 'oneid' }])('is not unusual: %o', (members) => {
    expect(aspects(call(members)).unusual).toEqual([])
  })
})

test('a body that is not JSON has no aspect', () => {
  expect(aspects(withBody('!'))).toEqual({ wrong: [], unusual: [] })
})
