/**
 * The search around what is listed: calls of clients that exist, and lives of clients from creation to deletion.
 */
import * as fc from 'fast-check'
import type { ClauseId } from '../../clauses/index.js'
import { CONTENT_TYPE as type } from '../../protocol/index.js'
import { clientRef, listClient, poolRef, type TestCase } from '../TestCase.js'
import { membersOfSiblings, paginationTokens } from './otherMembers.js'
import { changesTogether, life, lives } from './clientLifecycles.js'
import { poolLives } from './poolLifecycles.js'
import { call, type Probe, type Scene, fixedIds, TARGET } from './Probe.js'
import {
  chunked,
  contentTypes,
  fullest,
  sdkHeaders,
  spellings,
  unknownMembers,
  unusualWritings
} from './unusualCalls.js'

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
    arbitrary: (scene) =>
      fc
        .constantFrom(
          ...clients(scene).map((name) => listClient(name)),
          ...(scene === 'provisioned' ? [listClient('elsewhere', 'other')] : [])
        )
        .map((one) => [one, one])
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
        asking(scene, {}, { headers: { 'content-type': type, 'x-amz-target': TARGET, ...headers } })
      ),
      // an error in the same form, whatever the client takes
      call(scene, { ClientId: 'nobody' }, { headers: { 'content-type': type, 'x-amz-target': TARGET, accept: '*/*' } }),
      // a plain call before and after
      [
        listClient('one'),
        ...call(scene, {}, { headers: { 'content-type': type, 'x-amz-target': TARGET, ...sdkHeaders[2] } }),
        listClient('one')
      ],
      asking(scene, {}, { headers: chunked }),
      ...unknownMembers.map((members) => call(scene, members)),
      ...membersOfSiblings(fullest(scene)).map((members) => asking(scene, members)),
      ...paginationTokens(fullest(scene)).map((NextToken) => asking(scene, { NextToken })),
      ...['x'.repeat(1000), null].map((NextToken) => call(scene, { NextToken })),
      ...spellings.map((headers) => call(scene, {}, { headers })),
      ...contentTypes.map((content) =>
        call(scene, {}, { headers: { 'content-type': content, 'x-amz-target': TARGET } })
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
          .map((content) => call(scene, {}, { headers: { 'content-type': content, 'x-amz-target': TARGET } }))
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
