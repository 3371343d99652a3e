/**
 * Two unusual things at a time: ids that must be refused, or are of nothing, in calls that are unusual in another way. A
 * server that takes another path for those may forget a check on it.
 */
import * as fc from 'fast-check'
import { CONTENT_TYPE as type } from '../../protocol/index.js'
import { list, type ListStep, poolRef, type TestCase } from '../TestCase.js'
import { fixedIds, type Probe, type Scene, TARGET } from './Probe.js'

type Members = Readonly<Record<string, unknown>>

const withHeaders =
  (headers: Readonly<Record<string, string>>) =>
  (members: Members): ListStep =>
    list(members, { headers })

const written =
  (write: (text: string) => string) =>
  (members: Members): ListStep => ({ op: 'list', body: write(JSON.stringify(members)) })

/** Ways of a call that change nothing of what it asks for. */
const ways: ReadonlyArray<(members: Members) => ListStep> = [
  (members) => list({ ...members, Unknown: 1 }),
  (members) => list({ Unknown: { ClientId: 'a', UserPoolId: 'a_b' }, ...members }),
  (members) => list({ ...members, NextToken: 'a' }),
  (members) => list({ ...members, MaxResults: 1 }),
  (members) => list({ ...members, Unknown: 'x'.repeat(5000) }),
  written((text) => `\n${JSON.stringify(JSON.parse(text), undefined, 2)}\n`),
  written((text) => text.replaceAll('Id":', '\\u0049d":')),
  (members) => list(Object.fromEntries(Object.entries(members).reverse())),
  withHeaders({ 'content-type': `${type}; charset=utf-8`, 'x-amz-target': TARGET }),
  withHeaders({ 'Content-Type': type, 'X-Amz-Target': TARGET }),
  withHeaders({ 'content-type': type, 'x-amz-target': TARGET, accept: '*/*' }),
  withHeaders({ 'content-type': type, 'x-amz-target': TARGET, 'amz-sdk-request': 'attempt=2; max=3' })
]

/** Of each kind of violation, one for each id. */
const wrong: ReadonlyArray<Members> = [
  { ClientId: undefined },
  { ClientId: ['a'] },
  { ClientId: 'a'.repeat(129) },
  { ClientId: 'a-b' },
  { UserPoolId: undefined },
  { UserPoolId: ['a_b'] },
  { UserPoolId: `a_${'b'.repeat(54)}` },
  { UserPoolId: 'a_b-c' }
]

/** What is not there. */
const unknown: ReadonlyArray<Members> = [{ ClientId: 'nobody' }, { UserPoolId: 'a_nobody' }]

const inAllWays = (scene: Scene, all: ReadonlyArray<Members>): ReadonlyArray<TestCase> =>
  all.flatMap((members) => ways.map((way): TestCase => [way({ ...fixedIds(scene), ...members })]))

/** Few are drawn: the examples are all that there are. */
const probe = (name: string, needs: Scene, exercises: Probe['exercises'], all: ReadonlyArray<Members>): Probe => ({
  name: `${name} in calls that are unusual in another way`,
  exercises,
  needs,
  examples: (scene) => inAllWays(scene, all),
  arbitrary: (scene) => fc.constantFrom(...inAllWays(scene, all)),
  share: 0.05
})

export const mixedProbes: ReadonlyArray<Probe> = [
  probe(
    'wrong ids',
    'nothing',
    [
      'request.clientId.required',
      'request.clientId.type',
      'request.clientId.maxLength',
      'request.clientId.pattern',
      'request.userPoolId.required',
      'request.userPoolId.type',
      'request.userPoolId.maxLength',
      'request.userPoolId.pattern',
      'request.body.serializationException'
    ],
    wrong
  ),
  probe('unknown ids', 'given', ['error.notFound.pool', 'error.notFound.client'], unknown),
  probe('another pool', 'provisioned', ['error.notFound.otherPool'], [{ UserPoolId: poolRef('other') }])
]
