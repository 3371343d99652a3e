/**
 * Each step that sets the scene: what it sends, what is known afterwards, and what is noted.
 */
import { describe, expect, test } from 'vitest'
import type { AddSecretStep, SceneStep } from '../../../../src/generators/TestCase.js'
import {
  emptyWorld,
  findClient,
  findPool,
  type KnownClient,
  type KnownSecret,
  type World
} from '../../../../src/laws/server/World.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import { sceneStep } from '../../../../src/suite/server/scene/sceneSteps.js'
import { addClient, addPool, updateClient } from '../../../../src/suite/server/scene/worldChanges.js'
import { openSession, type SessionOptions } from '../../../../src/suite/server/target/Session.js'
import { hash, secretOf } from '../../../../src/suite/shared/seeds.js'
import { json, operationOf, refusal, textOf } from '../../../node/support/handlers.js'

const POOL = 'us-east-1_Main'

const creation: KnownSecret = { origin: 'creation', id: 'c--1', date: 1 }
const added: KnownSecret = { origin: 'generated', id: 'c--2', date: 2 }

const withPool = addPool(emptyWorld, { name: 'main', id: POOL, created: 1_000_000 })

const having = (secrets: ReadonlyArray<KnownSecret> | undefined, isPublic = false): World =>
  addClient(withPool, { name: 'one', pool: 'main', id: 'clientone', secrets, isPublic })

/** What one step sends and leads to, where every call gets the same answer. */
const played = async (
  step: SceneStep,
  response: HttpResponse,
  world: World = withPool,
  options: Partial<SessionOptions> = {}
) => {
  const asked: Array<readonly [string, unknown]> = []
  const session = openSession(
    (request) => {
      asked.push([operationOf(request), JSON.parse(textOf(request.body))])
      return response.status === 0 ? Promise.reject(new Error('socket hang up')) : response
    },
    { seed: 1, retries: 0, timeoutMs: 1000, ...options }
  )
  // 36 seconds after the epoch: `10` in names
  const stepped = await sceneStep({ ...session, startedAt: 36 }, world, step, 'case/0')
  return { asked, ...stepped, client: findClient(stepped.world, 'one'), notes: session.notes() }
}

const LOST: HttpResponse = { status: 0, headers: {}, body: '' }
const denied = refusal('NotAuthorizedException', 'no')

describe('createUserPool', () => {
  const step: SceneStep = { op: 'createUserPool', pool: 'p' }
  const made = (id: unknown, date?: number) => json(200, { UserPool: { Id: id, CreationDate: date } })

  test('sends a name and a tag that sweep finds, and knows the pool', async () => {
    const { asked, world, stuck, notes } = await played(step, made('r_Id', 5))
    expect(asked).toEqual([
      [
        'CreateUserPool',
        {
          PoolName: 'cognito-secrets-contract-10-1-0auifpx-p',
          UserPoolTags: { 'cognito-secrets-contract': '10-1' }
        }
      ]
    ])
    expect(world.pools.slice(1)).toEqual([
      { name: 'p', calledAs: 'cognito-secrets-contract-10-1-0auifpx-p', id: 'r_Id', created: 5, deleted: false }
    ])
    expect([stuck, notes]).toEqual([undefined, []])
  })

  test.each([undefined, 1_795_000_000_000])('knows no date of creation from %j', async (date) => {
    expect(findPool((await played(step, made('r_Id', date))).world, 'p')).not.toHaveProperty('created')
  })

  test.each([
    ['a-b', `which UserPoolId's pattern [\\w-]+_[0-9a-zA-Z]+ refuses`],
    [`r_${'x'.repeat(54)}`, 'which is longer than a UserPoolId may be: 55']
  ])('goes no further with the id %s', async (id, why) => {
    const { world, stuck, notes } = await played(step, made(id))
    expect(stuck).toBe(`CreateUserPool named a pool "${id}", ${why}`)
    expect(notes).toEqual([stuck])
    expect(findPool(world, 'p')?.id).toBe(id)
  })

  test.each<readonly [string, HttpResponse, string, string]>([
    ['refused', denied, 'NotAuthorizedException, HTTP 400', 'CreateUserPool failed'],
    ['lost', LOST, 'socket hang up', 'CreateUserPool failed'],
    ['without an id', made(undefined), 'an answer without the id', 'CreateUserPool'],
    ['with an empty id', made(''), 'an answer without the id', 'CreateUserPool']
  ])('goes no further after an answer that is %s', async (_, response, problem, noted) => {
    const { world, stuck, notes } = await played(step, response)
    expect(world).toBe(withPool)
    expect(stuck).toBe(`CreateUserPool: ${problem}`)
    expect(notes).toEqual([`${noted}: ${problem}`])
  })

  test('blames the fixtures and not the target', async () => {
    const fixtures = () => Promise.reject(new RangeError('full'))
    const { stuck, notes, asked } = await played(step, denied, withPool, { fixtures })
    expect([stuck, notes, asked]).toEqual([
      'CreateUserPool: RangeError: full',
      ['CreateUserPool: RangeError: full'],
      []
    ])
  })

  test('says once, in the end, that nobody can read the answers', async () => {
    const { stuck, notes } = await played(step, { status: 200, headers: { 'content-encoding': 'br' }, body: '\u001f' })
    expect(stuck).toBe(
      'CreateUserPool: the target encoded 1 answer with br, which no request asked for, so nobody could read them; turn compression off for this target, in the server or in a proxy before it'
    )
    expect(notes).toEqual([])
  })
})

describe('createUserPoolClient', () => {
  const step = { op: 'createUserPoolClient', pool: 'main', client: 'one', secret: true } as const
  const made = (rest: object = {}, headers = {}) =>
    json(200, { UserPoolClient: { ClientId: 'clientone', ...rest } }, headers)

  test('sends a name that could be an id, and knows the client and its secret', async () => {
    const response = made(
      { ClientSecret: 'hushhushhush', CreationDate: 1_000_005 },
      { date: 'Thu, 01 Jan 1970 00:00:09 GMT' }
    )
    const { asked, client, stuck, notes } = await played(step, response)
    expect(asked).toEqual([
      [
        'CreateUserPoolClient',
        { UserPoolId: POOL, ClientName: 'cognito_secrets_contract_10_1_0auifpx_one', GenerateSecret: true }
      ]
    ])
    expect(client).toEqual({
      name: 'one',
      calledAs: 'cognito_secrets_contract_10_1_0auifpx_one',
      pool: 'main',
      id: 'clientone',
      secrets: [{ origin: 'creation', madeAt: 9 }],
      isPublic: false,
      created: 1_000_005,
      deleted: false,
      deletedSecretIds: [],
      refusedAdd: false,
      listed: undefined
    })
    expect([stuck, notes]).toEqual([undefined, []])
  })

  test('knows no time of a secret where the target gives no date', async () => {
    expect((await played(step, made({ ClientSecret: 'hushhushhush' }))).client?.secrets).toStrictEqual([
      { origin: 'creation' }
    ])
  })

  test('asks for no secret for a public client, which has none', async () => {
    const { asked, client, notes } = await played({ ...step, secret: false }, made())
    expect(asked[0]?.[1]).toMatchObject({ GenerateSecret: false })
    expect(client).toMatchObject({ secrets: [], isPublic: true })
    expect(client).not.toHaveProperty('isUnlisted')
    expect(notes).toEqual([])
  })

  test('notes a secret that nobody asked for, and knows it', async () => {
    const { client, notes } = await played({ ...step, secret: false }, made({ ClientSecret: 'hushhushhush' }))
    expect(client?.secrets).toEqual([{ origin: 'creation' }])
    expect(notes).toEqual(['CreateUserPoolClient made a secret that nobody asked for'])
  })

  test('notes that no secret was shown, and waits for List to tell of it', async () => {
    const { client, notes } = await played(step, made())
    expect(client).toMatchObject({ secrets: undefined, isUnlisted: true })
    expect(notes).toEqual(['CreateUserPoolClient showed no secret although GenerateSecret was true'])
  })

  const DAY = 86_400
  test.each([
    [1_000_000 + DAY - 1, true],
    [1_000_000 + DAY, false],
    [1_000_000 - DAY, false],
    [undefined, false]
  ])('a client made %j is within a day of its pool: %j', async (date, isLikely) => {
    const { client } = await played(step, made({ CreationDate: date }))
    expect(client?.created).toBe(isLikely ? date : undefined)
    expect(Object.hasOwn(client ?? {}, 'created')).toBe(isLikely)
  })

  test('is compared with the clock of this machine where the pool has no date', async () => {
    const world = addPool(emptyWorld, { name: 'main', id: POOL })
    const now = Math.floor(Date.now() / 1000)
    expect((await played(step, made({ CreationDate: now }), world)).client?.created).toBe(now)
    expect((await played(step, made({ CreationDate: 5 }), world)).client?.created).toBeUndefined()
  })

  test('goes no further with an ill-formed id', async () => {
    const { stuck, client } = await played(step, made({ ClientId: 'a-b' }))
    expect(stuck).toBe(`CreateUserPoolClient named a client "a-b", which ClientId's pattern [\\w+]+ refuses`)
    expect(client?.id).toBe('a-b')
  })

  test('goes no further without an id, or in a pool that is not known', async () => {
    expect((await played(step, json(200, {}))).stuck).toBe('CreateUserPoolClient: an answer without the id')
    const { asked, stuck } = await played({ ...step, pool: 'nowhere' }, made({}))
    expect([asked, stuck]).toEqual([[], 'it names what is not there'])
  })
})

test('an id that another has is noted, and the case goes no further', async () => {
  const twice = (kind: string): string => `${kind}, which another has`
  const client = { op: 'createUserPoolClient', pool: 'main', client: 'two', secret: false } as const
  const sameClient = await played(client, json(200, { UserPoolClient: { ClientId: 'clientone' } }), having([]))
  expect(sameClient.stuck).toBe(twice('CreateUserPoolClient gave a new client the id "clientone"'))
  expect(sameClient.notes).toEqual([sameClient.stuck])
  const samePool = await played({ op: 'createUserPool', pool: 'other' }, json(200, { UserPool: { Id: POOL } }))
  expect(samePool.stuck).toBe(twice(`CreateUserPool gave a new pool the id "${POOL}"`))
  const inOtherPool = addPool(having([]), { name: 'other', id: 'us-east-1_Other' })
  const step = { ...client, pool: 'other' }
  const { stuck } = await played(step, json(200, { UserPoolClient: { ClientId: 'clientone' } }), inOtherPool)
  expect(stuck).toBeUndefined()
})

test('ids that others have are noted once for each operation', async () => {
  const session = openSession(() => json(200, { UserPool: { Id: POOL }, UserPoolClient: { ClientId: 'clientone' } }), {
    seed: 1,
    retries: 0,
    timeoutMs: 1000
  })
  const client = { op: 'createUserPoolClient', pool: 'main', client: 'two', secret: false } as const
  for (const step of [client, client, { op: 'createUserPool', pool: 'p' } as const]) {
    await sceneStep(session, having([]), step, 'key')
  }
  expect(session.notes()).toEqual([
    'CreateUserPoolClient gave a new client the id "clientone", which another has (2 times)',
    `CreateUserPool gave a new pool the id "${POOL}", which another has`
  ])
})

test('ill-formed ids are noted once for each operation', async () => {
  const step = { op: 'createUserPoolClient', pool: 'main', secret: false } as const
  const ids = () => ({ UserPool: { Id: 'p' }, UserPoolClient: { ClientId: `a-${n++}` } })
  const session = openSession(() => json(200, ids()), {
    seed: 1,
    retries: 0,
    timeoutMs: 1000
  })
  let n = 0
  for (const client of ['a', 'b']) await sceneStep(session, withPool, { ...step, client }, 'key')
  await sceneStep(session, withPool, { op: 'createUserPool', pool: 'p' }, 'key')
  expect(session.notes()).toEqual([
    `CreateUserPoolClient named a client "a-0", which ClientId's pattern [\\w+]+ refuses (2 times)`,
    `CreateUserPool named a pool "p", which UserPoolId's pattern [\\w-]+_[0-9a-zA-Z]+ refuses`
  ])
})

describe('deleteUserPoolClient and deleteUserPool', () => {
  test('know what is gone', async () => {
    const client = await played({ op: 'deleteUserPoolClient', client: 'one' }, json(200, {}), having([]))
    expect(client.asked).toEqual([['DeleteUserPoolClient', { UserPoolId: POOL, ClientId: 'clientone' }]])
    expect(client).toMatchObject({ client: { deleted: true }, notes: [] })
    const pool = await played({ op: 'deleteUserPool', pool: 'main' }, json(200, {}), having([]))
    expect(pool.asked).toEqual([['DeleteUserPool', { UserPoolId: POOL }]])
    expect(findPool(pool.world, 'main')?.deleted).toBe(true)
  })

  test('go no further where they are refused, with a note', async () => {
    const client = await played({ op: 'deleteUserPoolClient', client: 'one' }, denied, having([]))
    expect(client.stuck).toBe('DeleteUserPoolClient: NotAuthorizedException, HTTP 400')
    expect(client.notes).toEqual(['DeleteUserPoolClient failed: NotAuthorizedException, HTTP 400'])
    const pool = await played({ op: 'deleteUserPool', pool: 'main' }, denied, having([]))
    expect(pool.stuck).toBe('DeleteUserPool: NotAuthorizedException, HTTP 400')
    expect(pool.notes).toEqual(['DeleteUserPool failed: NotAuthorizedException, HTTP 400'])
  })

  test.each<SceneStep>([
    { op: 'deleteUserPoolClient', client: 'nobody' },
    { op: 'deleteUserPool', pool: 'nowhere' }
  ])('ask nothing about what is not known, and note nothing', async (step) => {
    const { asked, stuck, notes } = await played(step, denied, having([]))
    expect([asked, stuck, notes]).toEqual([[], 'it names what is not there', []])
  })
})

describe('addUserPoolClientSecret', () => {
  const step: AddSecretStep = { op: 'addUserPoolClientSecret', client: 'one', own: false }
  const made = json(200, { ClientSecretDescriptor: { ClientSecretId: 'c--3', ClientSecretCreateDate: 3 } })

  test('has the target make a secret, and knows it', async () => {
    const { asked, client, notes } = await played(step, made, having([creation]))
    expect(asked).toEqual([['AddUserPoolClientSecret', { UserPoolId: POOL, ClientId: 'clientone' }]])
    expect(client?.secrets).toEqual([creation, { origin: 'generated', id: 'c--3', date: 3 }])
    expect(notes).toEqual([])
  })

  test('knows what it can of a secret of which the target tells nothing', async () => {
    expect((await played(step, json(200, {}), having([]))).client?.secrets).toStrictEqual([{ origin: 'generated' }])
    const dated = json(200, {}, { date: 'Thu, 01 Jan 1970 00:00:09 GMT' })
    expect((await played(step, dated, having([]))).client?.secrets).toEqual([{ origin: 'generated', madeAt: 9 }])
  })

  test.each([
    [{ own: true }, '1/case/0'],
    [{ own: true, value: 'v' }, '1/case/v']
  ])('sends a secret of its own that follows from %j', async (rest, stream) => {
    const { asked, client } = await played({ ...step, ...rest }, made, having([]))
    expect(asked[0]?.[1]).toMatchObject({ ClientSecret: secretOf(hash(stream)) })
    expect(client?.secrets).toMatchObject([{ origin: 'caller' }])
  })

  test('sends the value of that name wherever the case names it', async () => {
    const keys: Array<string> = []
    const session = {
      ...openSession(() => made, { seed: 1, retries: 0, timeoutMs: 1000 }),
      ownSecret: (key: string) => {
        keys.push(key)
        return 'hushhushhush'
      }
    }
    const value = { ...step, own: true, value: 'v' }
    for (const key of ['a/1/b/0', 'a/1/b/10/0/2']) await sceneStep(session, having([]), value, key)
    expect(keys).toEqual(['a/1/b/v', 'a/1/b/v'])
  })

  test("notes that the target repeats a caller's own secret, but not one that it made", async () => {
    const shown = (value: string) => json(200, { ClientSecretDescriptor: { ClientSecretValue: value } })
    const own = { ...step, own: true }
    expect((await played(own, shown(secretOf(hash('1/case/0'))), having([]))).notes).toEqual([
      "AddUserPoolClientSecret returned a caller's own secret, which Cognito leaves out"
    ])
    expect((await played(own, shown('another'), having([]))).notes).toEqual([])
    expect((await played(step, shown('another'), having([]))).notes).toEqual([])
    expect((await played(step, json(200, {}), having([]))).notes).toEqual([])
  })

  test('goes no further where there is no such client', async () => {
    const { asked, stuck } = await played({ ...step, client: 'nobody' }, made)
    expect([asked, stuck]).toEqual([[], 'it names what is not there'])
  })

  test('notes a third secret, and knows it', async () => {
    const { client, notes } = await played(step, made, having([creation, added]))
    expect(client?.secrets).toHaveLength(3)
    expect(notes).toEqual(['AddUserPoolClientSecret accepted what should have been a third secret'])
    expect((await played(step, made, having([creation]))).notes).toEqual([])
  })

  test('notes no third secret where a Delete that was refused may have been carried out', async () => {
    const doubt = { secrets: [added], note: 'it was deleted' }
    const world = updateClient(having([creation, added]), 'one', (client) => ({ ...client, doubt }))
    const { client, notes } = await played(step, made, world)
    const third = { origin: 'generated', id: 'c--3', date: 3 }
    expect(client).toMatchObject({ secrets: [creation, added, third], doubt: { secrets: [added, third] } })
    expect(notes).toEqual([])
  })

  test.each([
    [499, undefined, [creation]],
    [500, undefined, undefined],
    [499, true, undefined]
  ])(
    'knows nothing of the secrets where it may have been carried out before: %i, %j',
    async (status, isUnsure, secrets) => {
      const session = {
        ...openSession(() => made, { seed: 1, retries: 0, timeoutMs: 1000 }),
        call: () => Promise.resolve({ status, body: {}, problem: 'X', ...(isUnsure && { isUnsure }) })
      }
      const { world } = await sceneStep(session, having([creation]), step, 'key')
      expect(findClient(world, 'one')?.secrets).toEqual(secrets)
    }
  )

  test('knows nothing of the secrets after a second try that was answered', async () => {
    const session = {
      ...openSession(() => made, { seed: 1, retries: 0, timeoutMs: 1000 }),
      call: () => Promise.resolve({ status: 200, body: {}, problem: undefined, isUnsure: true })
    }
    const { world } = await sceneStep(session, having([creation]), step, 'key')
    expect(findClient(world, 'one')?.secrets).toBeUndefined()
  })

  test.each<readonly [HttpResponse, ReadonlyArray<string>]>([
    [refusal('LimitExceededException', 'full'), []],
    [denied, ['AddUserPoolClientSecret refused a third secret as NotAuthorizedException, HTTP 400']]
  ])('knows that a third secret was refused: %j', async (response, noted) => {
    const { client, notes } = await played(step, response, having([creation, added]))
    expect(client).toMatchObject({ secrets: [creation, added], refusedAdd: true, keepsLimit: true })
    expect(notes).toEqual(noted)
  })

  test('knows nothing of the secrets after an answer that was lost', async () => {
    const { client, notes } = await played(step, LOST, having([creation]))
    expect(client).toMatchObject({ secrets: undefined, isUnlisted: false, listed: undefined })
    expect(notes).toEqual([])
  })

  test('notes a refusal that nothing explains', async () => {
    const { client, notes } = await played(step, denied, having([creation]))
    expect(client).toMatchObject({ secrets: [creation], refusedAdd: false })
    expect(client?.doubt).toEqual({
      secrets: [creation, { origin: 'generated' }],
      note: 'AddUserPoolClientSecret was carried out although its answer was NotAuthorizedException, HTTP 400'
    })
    expect(notes).toEqual(['AddUserPoolClientSecret failed: NotAuthorizedException, HTTP 400'])
  })

  test.each<readonly [string, Partial<KnownClient>, boolean]>([
    ['where there is one', {}, true],
    ['where nobody knows how many there are', { secrets: undefined }, false],
    ['where one that was refused may be there', { doubt: { secrets: [creation, added], note: '' } }, false]
  ])('notes that a second secret was refused as a third %s: %j', async (_, known, isNoted) => {
    const world = updateClient(having([creation]), 'one', (client) => ({ ...client, ...known }))
    const failed = (problem: string): string => `AddUserPoolClientSecret failed: ${problem}, HTTP 400`
    const { notes } = await played(step, refusal('LimitExceededException', 'full'), world)
    expect(notes).toEqual(isNoted ? [failed('LimitExceededException')] : [])
    expect((await played(step, denied, world)).notes).toEqual([failed('NotAuthorizedException')])
  })

  test('notes no refusal of a client made without a secret, or of a value that another has', async () => {
    expect((await played(step, denied, having([], true))).notes).toEqual([])
    expect((await played({ ...step, own: true, value: 'v' }, denied, having([creation]))).notes).toEqual([])
  })

  test('counts no secrets where nobody knows them', async () => {
    const { client, notes } = await played(step, made, having(undefined))
    expect(client?.secrets).toBeUndefined()
    expect(notes).toEqual([])
  })
})

describe('deleteUserPoolClientSecret', () => {
  const step = { op: 'deleteUserPoolClientSecret', client: 'one', position: 0 } as const
  const gone = json(200, {})

  test('knows what is gone', async () => {
    const { asked, client, notes } = await played(step, gone, having([creation, added]))
    expect(asked).toEqual([
      ['DeleteUserPoolClientSecret', { UserPoolId: POOL, ClientId: 'clientone', ClientSecretId: 'c--1' }]
    ])
    expect(client).toMatchObject({ secrets: [added], deletedSecretIds: ['c--1'] })
    expect(notes).toEqual([])
  })

  test.each<readonly [string, World]>([
    ['a client that is not known', withPool],
    ['a secret that is not there', having([])],
    ['a secret whose id nobody knows', having([{ origin: 'creation' }])],
    ['secrets that nobody knows', having(undefined)]
  ])('sends nothing for %s, and goes on', async (_, world) => {
    const stepped = await played(step, gone, world)
    expect([stepped.asked, stepped.world, stepped.stuck]).toEqual([[], world, undefined])
  })

  test('knows nothing of the secrets after an answer that was lost', async () => {
    expect((await played(step, LOST, having([creation, added]))).client?.secrets).toBeUndefined()
  })

  test('notes a refusal, but not of the last secret', async () => {
    const two = await played(step, denied, having([creation, added]))
    expect(two.client?.secrets).toEqual([creation, added])
    expect(two.client?.doubt).toEqual({
      secrets: [added],
      note: 'DeleteUserPoolClientSecret was carried out although its answer was NotAuthorizedException, HTTP 400'
    })
    expect(two.notes).toEqual(['DeleteUserPoolClientSecret failed: NotAuthorizedException, HTTP 400'])
    const last = await played(step, denied, having([creation]))
    expect(last).toMatchObject({ client: { secrets: [creation] }, notes: [] })
  })

  test('notes that the last secret was deleted, where a List has shown that it was the last', async () => {
    const alreadyListed = (doubt?: KnownClient['doubt']): World =>
      updateClient(having([creation]), 'one', (one) => ({ ...one, listed: [{ id: 'c--1', date: 1 }], doubt }))
    const { client, notes } = await played(step, gone, alreadyListed())
    expect(client?.secrets).toEqual([])
    expect(notes).toEqual(['DeleteUserPoolClientSecret deleted the last secret of a client'])
    expect((await played(step, gone, having([creation]))).notes).toEqual([])
    expect((await played(step, gone, alreadyListed({ secrets: [], note: '' }))).notes).toEqual([])
  })

  test('knows nothing of the secrets where two had the id', async () => {
    const { client } = await played(step, gone, having([creation, { ...added, id: 'c--1' }]))
    expect(client).toMatchObject({ secrets: undefined, deletedSecretIds: [] })
  })
})
