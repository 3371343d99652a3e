/**
 * Lives of clients and pools, from creation to deletion, listed in between.
 */
import * as fc from 'fast-check'
import { CONTENT_TYPE, OPERATION, TARGET_PREFIX } from '../../protocol/index.js'
import {
  list,
  listClient,
  type ListStep,
  poolRef,
  type SceneStep,
  type SecretChange,
  type Step,
  type TestCase
} from '../TestCase.js'

const own = (client: string, value?: string): SecretChange => ({
  op: 'addUserPoolClientSecret',
  client,
  own: true,
  ...(value === undefined ? {} : { value })
})
const generated = (client: string): SecretChange => ({ op: 'addUserPoolClientSecret', client, own: false })
const remove = (client: string, position: number): SecretChange => ({
  op: 'deleteUserPoolClientSecret',
  client,
  position
})
const create = (client: string, secret = true, pool = 'main'): SceneStep => ({
  op: 'createUserPoolClient',
  pool,
  client,
  secret
})
const look = (name: string): ListStep => listClient(name)
const together = (...names: ReadonlyArray<string>): Step => ({
  op: 'together',
  lists: names.map((name) => listClient(name))
})
/** Changes at the same time, and Lists of these clients on the way. */
const atOnce = (changes: ReadonlyArray<SecretChange>, ...looks: ReadonlyArray<string>): Step => ({
  op: 'together',
  lists: looks.map((name) => listClient(name)),
  changes
})

/** Two rotations at a time, one to a caller's own secret and one to a generated one. */
const rotations = (times: number, ...looks: ReadonlyArray<ListStep>): Step => ({
  op: 'repeat',
  times,
  steps: [own('a'), ...looks, remove('a', 0), generated('a'), ...looks, remove('a', 0)]
})

/** A List with the id that an SDK gives a call and its retries: it names the call, not what is answered. */
const invoked = (): ListStep => ({
  ...look('a'),
  headers: {
    'content-type': CONTENT_TYPE,
    'x-amz-target': `${TARGET_PREFIX}${OPERATION}`,
    'amz-sdk-invocation-id': 'b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11'
  }
})

export const lives: ReadonlyArray<TestCase> = [
  [create('a'), look('a'), look('a')],
  [create('a', false), look('a'), look('a')],
  [create('a'), look('a'), generated('a'), look('a'), look('a'), own('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), generated('a'), look('a')],
  [create('a'), look('a'), generated('a'), look('a'), remove('a', 0), look('a'), generated('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), remove('a', 1), look('a'), own('a'), look('a')],
  [create('a'), look('a'), remove('a', 0), look('a')],
  [create('a'), invoked(), own('a'), invoked(), remove('a', 0), invoked()],
  [create('a'), look('a'), own('a'), remove('a', 0), generated('a'), remove('a', 0), own('a'), look('a')],
  [create('a'), create('b'), look('a'), look('b'), own('a'), look('b'), own('b'), look('a'), look('b')],
  [create('a'), look('a'), own('a'), generated('a'), look('a'), own('a'), generated('a'), look('a')],
  [create('a'), create('b'), look('a'), look('b'), own('a'), own('b'), together('a', 'b', 'two', 'none', 'a', 'b')],
  [create('a'), look('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a')],
  [create('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a'), create('b'), look('b'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a')],
  [create('a', false), look('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a')],
  // often enough that a counter gets another digit, and a ring of a size that people choose is full
  [create('a'), look('a'), rotations(6, look('a')), look('a')],
  [create('a'), look('a'), rotations(51), look('a'), generated('a'), look('a')],
  // made without a secret
  [create('a', false), own('a'), look('a'), own('a'), look('a'), own('a'), look('a'), remove('a', 0), look('a')],
  [create('a', false), generated('a'), look('a'), generated('a'), look('a'), look('a')],
  // both secrets the caller's
  [
    create('a'),
    look('a'),
    own('a'),
    remove('a', 0),
    look('a'),
    own('a'),
    look('a'),
    remove('a', 0),
    own('a'),
    look('a')
  ],
  // the same value again, and in two clients
  [create('a'), look('a'), own('a', 'v'), look('a'), remove('a', 1), look('a'), own('a', 'v'), look('a'), look('a')],
  [
    create('a'),
    create('b'),
    look('a'),
    look('b'),
    own('a', 'v'),
    own('b', 'v'),
    look('a'),
    look('b'),
    remove('a', 1),
    look('b'),
    look('a')
  ],
  [create('a'), look('a'), own('a', 'v'), own('a', 'v'), look('a'), remove('a', 0), look('a'), own('a', 'v'), look('a')]
]

/** A third secret is refused, and the one that is left can be given company twice: both at once is one too many. */
const room = [create('a'), look('a'), own('a'), own('a'), look('a'), remove('a', 0), look('a')]

export const changesTogether: ReadonlyArray<TestCase> = [
  [...room, atOnce([generated('a'), own('a')]), look('a'), look('a')],
  [...room, atOnce([own('a'), own('a'), own('a')], 'a', 'a'), look('a'), look('a')],
  [create('a', false), atOnce([own('a'), generated('a'), own('a')], 'a'), look('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), atOnce([remove('a', 0)], 'a', 'a', 'a'), look('a'), look('a')],
  [create('a'), look('a'), look('a'), atOnce([own('a')], 'a', 'a', 'a'), look('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), atOnce([remove('a', 0), generated('a')], 'a', 'a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), atOnce([own('a'), remove('a', 1), own('a')], 'a', 'a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), atOnce([remove('a', 0), remove('a', 1)], 'a'), look('a')],
  [create('a'), create('b'), look('a'), look('b'), atOnce([own('a'), own('b')], 'a', 'b'), look('a'), look('b')],
  [
    create('a'),
    create('b'),
    look('a'),
    look('b'),
    own('a'),
    look('a'),
    atOnce([remove('a', 0), own('b'), generated('a')], 'two', 'b', 'a'),
    look('a'),
    look('b')
  ]
]

export const poolLives: ReadonlyArray<TestCase> = [
  [
    { op: 'createUserPool', pool: 'p' },
    listClient('one', 'p'),
    list({ ClientId: 'nobody', UserPoolId: poolRef('p') }),
    create('a', false, 'p'),
    listClient('a', 'p'),
    { op: 'deleteUserPool', pool: 'p' },
    listClient('a', 'p'),
    listClient('one', 'p'),
    list({ ClientId: 'nobody', UserPoolId: poolRef('p') })
  ],
  [list({ ClientId: 'nobody', UserPoolId: 'us-east-1_nobody' })],
  // what was deleted is not found through a pool that is still there either
  [create('a'), { op: 'deleteUserPoolClient', client: 'a' }, listClient('a', 'other')],
  [
    { op: 'createUserPool', pool: 'p' },
    create('a', true, 'p'),
    { op: 'deleteUserPool', pool: 'p' },
    listClient('a'),
    listClient('a', 'other')
  ],
  // more pools than a page of ten
  [
    { op: 'createUserPool', pool: 'p' },
    create('a', true, 'p'),
    { op: 'repeat', times: 9, steps: [{ op: 'createUserPool', pool: 'crowd' }] },
    { op: 'createUserPool', pool: 'q' },
    create('b', true, 'q'),
    listClient('a', 'p'),
    listClient('b', 'q')
  ],
  // more clients than Cognito's operations list at a time
  [
    { op: 'createUserPool', pool: 'p' },
    { op: 'repeat', times: 30, steps: [create('crowd', false, 'p'), create('crowd', true, 'p')] },
    create('a', true, 'p'),
    listClient('a', 'p'),
    listClient('crowd', 'p'),
    listClient('two')
  ],
  [
    { op: 'createUserPool', pool: 'p' },
    create('a', true, 'p'),
    listClient('a', 'p'),
    { op: 'deleteUserPool', pool: 'p' },
    listClient('a', 'p')
  ],
  [
    { op: 'createUserPool', pool: 'p' },
    create('a', true, 'p'),
    { op: 'deleteUserPoolClient', client: 'a' },
    { op: 'deleteUserPool', pool: 'p' },
    listClient('a', 'p')
  ]
]

/** A life of two clients: changes one by one or at the same time, some of them refused, each listed afterwards. */
export const life = (): fc.Arbitrary<TestCase> => {
  const name = fc.constantFrom('a', 'a', 'b')
  const change = fc.oneof(
    name.map(generated),
    name.map((n) => own(n)),
    name.map((n) => own(n, 'v')),
    { weight: 2, arbitrary: fc.tuple(name, fc.constantFrom(0, 1)).map(([n, position]) => remove(n, position)) }
  )
  const group = fc
    .tuple(fc.array(change, { minLength: 2, maxLength: 3 }), fc.array(name, { maxLength: 2 }))
    .map(([changes, looks]) => atOnce(changes, ...looks))
  const step = fc.oneof(
    { weight: 6, arbitrary: change },
    { weight: 2, arbitrary: group },
    { weight: 1, arbitrary: fc.constantFrom(look('two'), together('a', 'b', 'two')) }
  )
  const looksAfter = (s: Step): ReadonlyArray<Step> =>
    s.op === 'together'
      ? [...new Set((s.changes ?? []).map(({ client }) => client))].map(look)
      : 'client' in s
        ? [look(s.client)]
        : []
  return fc
    .tuple(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 10, size: 'max' }))
    .map(([isPublic, steps]) => [
      create('a'),
      create('b', !isPublic),
      look('a'),
      look('b'),
      ...steps.flatMap((s) => [s, ...looksAfter(s)])
    ])
}
