/**
 * Calls that are right, written or sent in a way that is not the usual one.
 */
import { CONTENT_TYPE as type } from '../../protocol/index.js'
import { clientRef, type TestCase } from '../TestCase.js'
import { inEscapes } from '../inEscapes.js'
import { fixedIds, type Scene, TARGET } from './Probe.js'

/** The client with the most secrets. */
export const fullest = (scene: Scene): string => (scene === 'provisioned' ? 'two' : 'one')

export const contentTypes = [
  `${type}; charset=utf-8`,
  `${type};charset=UTF-8`,
  `${type} ; a=b`,
  `${type}; charset="utf-8"`,
  `${type};a="b;c"; d=e`,
  type.toUpperCase(),
  'Application/X-Amz-Json-1.1',
  `${type.toUpperCase()};CHARSET=UTF-8`
]

export const spellings: ReadonlyArray<Readonly<Record<string, string>>> = [
  { 'Content-Type': type, 'X-Amz-Target': TARGET },
  { 'CONTENT-TYPE': type, 'X-AMZ-TARGET': TARGET },
  { 'Content-type': type, 'x-Amz-tARGET': TARGET }
]

/** A call written in the ways that RFC 8259 allows beside the usual one. */
export const unusualWritings = (scene: Scene): ReadonlyArray<TestCase> => {
  const ids = { ...fixedIds(scene), ClientId: clientRef(fullest(scene)) }
  const text = JSON.stringify(ids)
  return [
    ` \n${text}`,
    `${text}\n`,
    JSON.stringify(ids, undefined, '\t'),
    JSON.stringify(ids, undefined, 2).replaceAll('\n', '\r\n'),
    JSON.stringify({ UserPoolId: ids.UserPoolId, ClientId: ids.ClientId }),
    text.replace('ClientId', 'Client\\u0049d'),
    text.replace('UserPoolId', inEscapes('UserPoolId')),
    text.replace('{{client:', '{{escaped:client:').replace('{{pool:', '{{escaped:pool:')
  ].map((body) => [{ op: 'list', body }])
}

/** Over a socket the body is sent in chunks. */
export const chunked = { 'content-type': type, 'x-amz-target': TARGET, 'transfer-encoding': 'chunked' }

/** What SDKs send beside: servers pick a form by it, or take a second attempt for the first. */
export const sdkHeaders: ReadonlyArray<Readonly<Record<string, string>>> = [
  { accept: '*/*', 'user-agent': 'aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux lang/python#3.13.7 Botocore/2.31.0' },
  { 'amz-sdk-invocation-id': 'b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11', 'amz-sdk-request': 'attempt=1; max=3' },
  { 'amz-sdk-invocation-id': 'b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11', 'amz-sdk-request': 'attempt=2; max=3' },
  { 'x-amz-user-agent': 'aws-amplify/6.15.0 framework/2', 'cache-control': 'no-store', accept: '*/*' },
  {
    'x-amzn-trace-id': 'Root=1-5759e988-bd862e3fe1be46a994272793',
    traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`
  },
  { 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'http', 'x-forwarded-port': '80', 'x-debug': 'true' }
]

export const unknownMembers: ReadonlyArray<Readonly<Record<string, unknown>>> = [
  { Unknown: 1 },
  { clientId: 'no', userPoolId: 'no' },
  { MaxResults: 1 },
  { Nested: { ClientId: 'no' }, List: [null] },
  { '': null },
  { __proto__x: 1, constructor: 2, toString: 3 },
  { Unknown: 'a\0' },
  { Unknown: 'é中😀' },
  { Nested: JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) as unknown },
  Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`M${i}`, i]))
]
