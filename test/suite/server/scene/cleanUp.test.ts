/**
 * Clean-up: what it deletes, what it leaves out and what it names.
 */
import { describe, expect, test } from 'vitest'
import { emptyWorld, type World } from '../../../../src/laws/server/World.js'
import type { HttpRequest } from '../../../../src/protocol/index.js'
import { cleanUp, cleanUpAll, cleanUpCase } from '../../../../src/suite/server/scene/cleanUp.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { addClient, addPool, updateClient, updatePool } from '../../../../src/suite/server/scene/worldChanges.js'
import { json, operationOf, refusal } from '../../../node/support/handlers.js'

const made = ['a', 'b'].reduce<World>(
  (world, name) =>
    addClient(addPool(world, { name, id: `eu-west-1_${name}` }), {
      name: `in${name}`,
      pool: name,
      id: `client${name}`,
      secrets: []
    }),
  emptyWorld
)

const REASON = 'NotAuthorizedException, HTTP 400'

/** What is said to be left, of those of whose ids the last letters are given. */
const named = (reason: string, clients: ReadonlyArray<string>, pools: ReadonlyArray<string>) => [
  ...clients.map((one) => ({ kind: 'app client', id: `client${one}`, pool: `eu-west-1_${one}`, reason })),
  ...pools.map((one) => ({ kind: 'user pool', id: `eu-west-1_${one}`, reason }))
]

const withoutPoolA = updatePool(made, 'a', (pool) => ({ ...pool, deleted: true }))

/** What a target that deletes nothing is asked, and what is told to be left. */
const cleaned = async (world: World, keep: boolean, error = 'NotAuthorizedException') => {
  const asked: Array<HttpRequest> = []
  const session = openSession(
    (request) => {
      asked.push(request)
      return Promise.resolve(refusal(error, 'no'))
    },
    { seed: 1, retries: 0, timeoutMs: 1000, keep }
  )
  const left = await cleanUpAll(session, world)
  return {
    asked: asked.map((request) => [operationOf(request), JSON.parse(String(request.body)) as unknown]),
    left
  }
}

describe('cleanUpAll', () => {
  test('deletes clients, then pools, and names what the target does not delete', async () => {
    const { asked, left } = await cleaned(made, false)
    expect(asked).toEqual([
      ['DeleteUserPoolClient', { UserPoolId: 'eu-west-1_a', ClientId: 'clienta' }],
      ['DeleteUserPoolClient', { UserPoolId: 'eu-west-1_b', ClientId: 'clientb' }],
      ['DeleteUserPool', { UserPoolId: 'eu-west-1_a' }],
      ['DeleteUserPool', { UserPoolId: 'eu-west-1_b' }]
    ])
    expect(left).toEqual(named(REASON, ['a', 'b'], ['a', 'b']))
  })

  test('leaves out a pool that was deleted and the clients that went with it', async () => {
    const { asked, left } = await cleaned(withoutPoolA, false)
    expect(asked.map(([operation]) => operation)).toEqual(['DeleteUserPoolClient', 'DeleteUserPool'])
    expect(left).toEqual(named(REASON, ['b'], ['b']))
  })

  test('leaves out a client that was deleted', async () => {
    const withoutB = updateClient(made, 'inb', (client) => ({ ...client, deleted: true }))
    expect((await cleaned(withoutB, false)).left).toEqual(named(REASON, ['a'], ['a', 'b']))
  })

  test('does not name what somebody else has deleted', async () => {
    const { asked, left } = await cleaned(made, false, 'ResourceNotFoundException')
    expect(asked).toHaveLength(4)
    expect(left).toEqual([])
  })

  test('deletes nothing where all is kept, and names what is there', async () => {
    expect(await cleaned(withoutPoolA, true)).toEqual({ asked: [], left: named('kept', ['b'], ['b']) })
  })
})

/** What of two worlds is asked to be deleted, and what waits, where the target answers so. */
const asking = (keep: boolean, deletes: boolean) => {
  const asked: Array<string> = []
  const session = openSession(
    (request) => {
      asked.push(String(request.body))
      return deletes ? json(200, {}) : refusal('NotAuthorizedException', 'no')
    },
    { seed: 1, retries: 0, timeoutMs: 1000, keep }
  )
  return { session, asked }
}

/** A world that has the pool a and its client, and one that has those of b as well. */
const base = { pools: made.pools.slice(0, 1), clients: made.clients.slice(0, 1) }

const ONLY_B = ['{"UserPoolId":"eu-west-1_b","ClientId":"clientb"}', '{"UserPoolId":"eu-west-1_b"}']

describe('after a case', () => {
  test('what it made is deleted, and nothing that was there before', async () => {
    const { session, asked } = asking(false, true)
    await cleanUpCase(session, made, base)
    expect(asked).toEqual(ONLY_B)
    expect([session.pendingCleanUps, session.kept]).toEqual([[], []])
  })

  test('what cannot be deleted is tried again in the end, and then named', async () => {
    const { session, asked } = asking(false, false)
    await cleanUp(session, made, base)
    expect(session.pendingCleanUps).toEqual([{ world: made, base }])
    expect(await cleanUpAll(session, emptyWorld)).toEqual(named(REASON, ['b'], ['b']))
    expect(asked).toEqual([...ONLY_B, ...ONLY_B])
  })

  test('what it made is kept where that was asked for, and named in the end', async () => {
    const { session, asked } = asking(true, true)
    await cleanUpCase(session, made, base)
    expect(await cleanUpAll(session, base)).toEqual([...named('kept', ['a'], ['a']), ...named('kept', ['b'], ['b'])])
    expect([asked, session.pendingCleanUps]).toEqual([[], []])
  })

  test('a client of a pool that nobody knows is left alone', async () => {
    const { session, asked } = asking(false, true)
    await cleanUp(session, { pools: [], clients: made.clients }, emptyWorld)
    expect(asked).toEqual([])
  })
})

test('a target that was given up has one more chance in the end', async () => {
  let isBack = false
  const session = openSession(() => (isBack ? json(200, {}) : Promise.reject(new Error('socket hang up'))), {
    seed: 1,
    retries: 0,
    timeoutMs: 1000
  })
  for (let i = 0; i < 5; i++) await session.call('CreateUserPool', {})
  expect(session.lost()).toBe('gave up after 5 requests without a complete answer (socket hang up)')
  isBack = true
  expect(await cleanUpAll(session, made)).toEqual([])
})

test('a target that was not given up is asked for every deletion, though none is answered', async () => {
  let asked = 0
  const session = openSession(() => Promise.reject(new Error(`socket hang up ${++asked}`)), {
    seed: 1,
    retries: 0,
    timeoutMs: 1000
  })
  expect((await cleanUpAll(session, made)).map(({ reason }) => reason)).toEqual([
    'socket hang up 1',
    'socket hang up 2',
    'socket hang up 3',
    'socket hang up 4'
  ])
})
