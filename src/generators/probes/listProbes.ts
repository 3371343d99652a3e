/**
 * The search around what is listed: calls of clients that exist, and lives of clients from creation to deletion.
 */
import * as fc from 'fast-check'
import type { ClauseId } from '../../clauses/index.js'
import { CONTENT_TYPE as type, OPERATION, TARGET_PREFIX } from '../../protocol/index.js'
import { clientRef, listClient, poolRef, type TestCase } from '../TestCase.js'
import { membersOfSiblings, paginationTokens } from './otherMembers.js'
import { changesTogether, life, lives, poolLives } from './clientLifecycles.js'
import { call, type Probe, type Scene, fixedIds } from './Probe.js'

const target = `${TARGET_PREFIX}${OPERATION}`

const contentTypes = [
  `${type}; charset=utf-8`,
  `${type};charset=UTF-8`,
  `${type} ; a=b`,
  `${type}; charset="utf-8"`,
  `${type};a="b;c"; d=e`,
  type.toUpperCase(),
  'Application/X-Amz-Json-1.1',
  `${type.toUpperCase()};CHARSET=UTF-8`
]

const spellings: ReadonlyArray<Readonly<Record<string, string>>> = [
  { 'Content-Type': type, 'X-Amz-Target': target },
  { 'CONTENT-TYPE': type, 'X-AMZ-TARGET': target },
  { 'Content-type': type, 'x-Amz-tARGET': target }
]

/** A text in escapes of JSON. */
const escaped = (text: string): string =>
  [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** A call written in the ways that RFC 8259 allows beside the usual one. */
const unusualWritings = (scene: Scene): ReadonlyArray<TestCase> => {
  const ids = { ...fixedIds(scene), ClientId: clientRef(fullest(scene)) }
  const text = JSON.stringify(ids)
  return [
    ` \n${text}`,
    `${text}\n`,
    JSON.stringify(ids, undefined, '\t'),
    JSON.stringify(ids, undefined, 2).replaceAll('\n', '\r\n'),
    JSON.stringify({ UserPoolId: ids.UserPoolId, ClientId: ids.ClientId }),
    text.replace('ClientId', 'Client\\u0049d'),
    text.replace('UserPoolId', escaped('UserPoolId')),
    text.replace('{{client:', '{{escaped:client:').replace('{{pool:', '{{escaped:pool:')
  ].map((body) => [{ op: 'list', body }])
}

/** Over a socket the body is sent in chunks. */
const chunked = { 'content-type': type, 'x-amz-target': target, 'transfer-encoding': 'chunked' }

/** What SDKs send beside: servers pick a form by it, or take a second attempt for the first. */
const sdkHeaders: ReadonlyArray<Readonly<Record<string, string>>> = [
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

const unknownMembers: ReadonlyArray<Readonly<Record<string, unknown>>> = [
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

/** The client with the most secrets. */
const fullest = (scene: Scene): string => (scene === 'provisioned' ? 'two' : 'one')

/** A call of that client with other members, after a plain one where nobody knows how many secrets it has. */
const asking = (
  scene: Scene,
  members: Readonly<Record<string, unknown>>,
  rest: Parameters<typeof call>[2] = {}
): TestCase => [
  ...(scene === 'given' ? [listClient('one')] : []),
  ...call(scene, { ClientId: clientRef(fullest(scene)), ...members }, rest)
]

const clients = (scene: Scene): ReadonlyArray<string> => (scene === 'provisioned' ? ['one', 'two', 'none'] : ['one'])

/** Which secrets a list has: what any change to a client may break. */
const membership: ReadonlyArray<ClauseId> = [
  'list.complete',
  'list.only',
  'list.creationSecret',
  'list.generatedSecret',
  'list.callerSecret',
  'list.deletedSecret',
  'list.otherClient',
  'list.empty'
]

export const listProbes: ReadonlyArray<Probe> = [
  {
    name: 'clients that exist',
    exercises: [
      'response.http.complete',
      'response.status.ok',
      'response.contentType',
      'response.body.object',
      'response.clientSecrets.present',
      'response.clientSecrets.atMostTwo',
      'response.secretValue.absent',
      'response.nextToken.absent',
      'response.members.documented',
      'response.names.unique',
      'response.clientSecretId.present',
      'response.clientSecretId.length',
      'response.clientSecretCreateDate.present',
      'response.clientSecretCreateDate.number',
      'response.clientSecretCreateDate.seconds',
      'response.clientSecretCreateDate.noExponent',
      'list.repeatable'
    ],
    needs: 'given',
    examples: (scene) => [
      ...clients(scene).map((name) => [listClient(name), listClient(name)]),
      ...unusualWritings(scene)
    ],
    arbitrary: (scene) => fc.constantFrom(...clients(scene)).map((name) => [listClient(name), listClient(name)])
  },
  {
    name: 'clients that exist, asked for in unusual ways',
    exercises: [
      'request.unknownMembers.ignored',
      'request.nextToken.tolerated',
      'request.headers.caseInsensitive',
      'request.contentType.parametersIgnored',
      'request.body.chunked',
      'response.status.ok'
    ],
    needs: 'given',
    examples: (scene) => [
      ...sdkHeaders.map((headers) =>
        asking(scene, {}, { headers: { 'content-type': type, 'x-amz-target': target, ...headers } })
      ),
      // an error in the same form, whatever the client takes
      call(scene, { ClientId: 'nobody' }, { headers: { 'content-type': type, 'x-amz-target': target, accept: '*/*' } }),
      // a plain call before and after
      [
        listClient('one'),
        ...call(scene, {}, { headers: { 'content-type': type, 'x-amz-target': target, ...sdkHeaders[2] } }),
        listClient('one')
      ],
      asking(scene, {}, { headers: chunked }),
      ...unknownMembers.map((members) => call(scene, members)),
      ...membersOfSiblings(fullest(scene)).map((members) => asking(scene, members)),
      ...paginationTokens(fullest(scene)).map((NextToken) => asking(scene, { NextToken })),
      ...['x'.repeat(1000), null].map((NextToken) => call(scene, { NextToken })),
      ...spellings.map((headers) => call(scene, {}, { headers })),
      ...contentTypes.map((content) =>
        call(scene, {}, { headers: { 'content-type': content, 'x-amz-target': target } })
      )
    ],
    arbitrary: (scene) =>
      fc.oneof(
        fc
          .dictionary(fc.stringMatching(/^[A-Z][a-z]{1,8}[0-9]$/), fc.jsonValue(), { minKeys: 1 })
          .map((members) => call(scene, { ...members, ...fixedIds(scene) })),
        fc.stringMatching(/^[\x21-\x7a]{1,40}$/).map((NextToken) => call(scene, { NextToken })),
        fc.constantFrom(...spellings).map((headers) => call(scene, {}, { headers })),
        fc
          .constantFrom(...contentTypes)
          .map((content) => call(scene, {}, { headers: { 'content-type': content, 'x-amz-target': target } }))
      )
  },
  {
    name: 'through another pool',
    exercises: ['error.notFound.otherPool'],
    needs: 'provisioned',
    examples: (scene) => [
      call(scene, { UserPoolId: poolRef('other') }),
      call(scene, { ClientId: clientRef('elsewhere') }),
      call(scene, { ClientId: clientRef('none'), UserPoolId: poolRef('other') })
    ],
    arbitrary: (scene) =>
      fc
        .constantFrom(...clients(scene))
        .map((name) => call(scene, { ClientId: clientRef(name), UserPoolId: poolRef('other') }))
  },
  {
    name: 'lives of clients',
    exercises: [
      ...membership,
      'list.afterRefusedAdd',
      'list.createDate',
      'list.repeatable',
      'response.clientSecretId.unique',
      'response.clientSecrets.atMostTwo',
      'response.secretValue.absent',
      'response.secret.neverRevealed',
      'error.notFound.deletedClient'
    ],
    needs: 'provisioned',
    examples: () => lives,
    arbitrary: life,
    share: 0.3
  },
  {
    name: 'changes at the same time',
    exercises: [
      'list.duringChanges',
      'list.afterConcurrentChanges',
      ...membership,
      'list.createDate',
      'response.clientSecretId.unique',
      'response.clientSecrets.atMostTwo'
    ],
    needs: 'provisioned',
    examples: () => changesTogether,
    arbitrary: () => fc.constantFrom(...changesTogether),
    share: 0.05
  },
  {
    name: 'lives of pools',
    exercises: ['error.notFound.deletedPool', 'error.notFound.client', 'error.notFound.pool'],
    needs: 'provisioned',
    examples: () => poolLives,
    arbitrary: () => fc.constantFrom(...poolLives),
    share: 0.1
  }
]
