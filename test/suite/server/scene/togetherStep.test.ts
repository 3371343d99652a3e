/**
 * Calls that are sent at the same time: what the suite knows of them, and that a race is seen, kept and shown.
 */
import { describe, expect, test } from 'vitest'
import { type Target, verify } from '../../../../src/conformance.js'
import {
  list,
  type ListStep,
  listClient,
  type SecretChange,
  type TestCase
} from '../../../../src/generators/TestCase.js'
import { exchange } from '../../../../src/laws/server/Exchange.js'
import {
  emptyWorld,
  findClient,
  type KnownClient,
  type KnownSecret,
  type World
} from '../../../../src/laws/server/World.js'
import { runCase } from '../../../../src/suite/server/scene/runCase.js'
import { setScene } from '../../../../src/suite/server/scene/scene.js'
import { togetherStep } from '../../../../src/suite/server/scene/togetherStep.js'
import { toRequest } from '../../../../src/suite/server/scene/toRequest.js'
import { addClient, addPool, updateClient } from '../../../../src/suite/server/scene/worldChanges.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { concurrentFaults } from '../../../faults/broken/concurrent.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import { answering, json, operationOf, reference, refusal } from '../../../node/support/handlers.js'

/** Two Adds that find room for one both take it. */
const overfull = (): Target => {
  const found = concurrentFaults.find(({ name }) => name === 'a limit that is checked too early')
  if (found === undefined) throw new Error('there is no such fault')
  const handler = found.make()
  return async (request) => handler(request)
}

/** Both secrets of a client that were added within one second have one id, and Delete takes one of them; seen in a public server. */
const sameId = (): Target => {
  const secret = { ClientSecretId: 'one-id--1785000000', ClientSecretCreateDate: 1785000000 }
  const added = answering('AddUserPoolClientSecret', json(200, { ClientSecretDescriptor: secret }))
  return async (request) => (operationOf(request) === 'DeleteUserPoolClientSecret' ? json(200, {}) : added(request))
}

const add = (client: string): SecretChange => ({ op: 'addUserPoolClientSecret', client, own: true })

const remove = (client: string, position: number): SecretChange => ({
  op: 'deleteUserPoolClientSecret',
  client,
  position
})

const together = (changes: ReadonlyArray<SecretChange>, lists: ReadonlyArray<ListStep> = []): TestCase[number] => ({
  op: 'together',
  lists,
  changes
})

/** What is known of a client before and after a case, and what was listed on the way. */
const play = async (target: Target, steps: TestCase, name: string) => {
  const session = openSession(target, { seed: 1, retries: 0, timeoutMs: 1000 })
  const { world } = await setScene(session, undefined, true)
  const { exchanges, world: after } = await runCase(session, world, steps, 'case')
  const known = (one: World): KnownClient => findClient(one, name) ?? expect.fail(`${name} is not known`)
  return { before: known(world), client: known(after), exchanges: exchanges.map(({ exchange }) => exchange) }
}

const idsOf = (secrets: KnownClient['secrets']): ReadonlyArray<string | undefined> | undefined =>
  secrets?.map(({ id }) => id)

describe('after calls that were sent together', () => {
  test('an Add that was carried out is known, and one that was refused is not', async () => {
    const { before, client } = await play(reference(), [together([add('one'), add('one')])], 'one')
    expect(client.secrets?.map(({ origin }) => origin)).toEqual(['creation', 'caller'])
    expect(client.secrets?.[0]).toEqual(before.secrets?.[0])
    expect(client).toMatchObject({ changedTogether: true, listed: undefined })
  })

  test('a secret is known as deleted once, though two calls deleted it', async () => {
    const { before, client } = await play(reference(), [together([remove('two', 0), remove('two', 0)])], 'two')
    const [gone, left] = idsOf(before.secrets) ?? []
    expect(idsOf(client.secrets)).toEqual([left])
    expect(client.deletedSecretIds).toEqual([gone])
  })

  test('nothing is known of the secrets of a client of which an Add failed', async () => {
    const inner = reference()
    let adds = 0
    // the first Add is that of the scene
    const target: Target = (request) =>
      operationOf(request) === 'AddUserPoolClientSecret' && ++adds === 2
        ? Promise.resolve(refusal('InternalServerException', 'no', 500))
        : inner(request)
    const { client } = await play(target, [together([add('one')])], 'one')
    expect(client.secrets).toBeUndefined()
  })

  test('nothing is known of the secrets of a client that lost one of two with the same id', async () => {
    const steps: TestCase = [add('none'), add('none'), together([remove('none', 0)])]
    const { client } = await play(sameId(), steps, 'none')
    expect(client.secrets).toBeUndefined()
    expect(client.deletedSecretIds).toEqual([])
  })

  test('nothing is known of the secrets of a client that lost one to a call which found it gone', async () => {
    const target = answering('DeleteUserPoolClientSecret', refusal('ResourceNotFoundException', 'it is gone'))
    const { client } = await play(target, [together([remove('two', 0)])], 'two')
    expect(client.secrets).toBeUndefined()
  })

  test('an Add that was refused before them has nothing to do with what is there', async () => {
    const third = { op: 'addUserPoolClientSecret', client: 'two', own: true } as const
    expect((await play(reference(), [third], 'two')).client.refusedAdd).toBe(true)
    expect((await play(reference(), [third, together([remove('two', 0)])], 'two')).client.refusedAdd).toBe(false)
  })

  test('a client that no change named is known as before', async () => {
    const { before, client } = await play(reference(), [together([add('one')], [listClient('two')])], 'two')
    expect(client).toEqual(before)
  })

  test('a List on the way is judged by what was there all the time and what was there at any time', async () => {
    const { before, client, exchanges } = await play(
      reference(),
      [together([add('one')], [listClient('one')]), listClient('one')],
      'one'
    )
    const [during, after] = exchanges.map(({ expected }) =>
      expected._tag === 'Listing' ? expected.client : expect.fail('no List is expected to succeed')
    )
    expect(idsOf(during?.changing?.always)).toEqual(idsOf(before.secrets))
    expect(idsOf(during?.changing?.ever)).toEqual(idsOf(client.secrets))
    expect(during?.secrets).toBeUndefined()
    expect(after?.changing).toBeUndefined()
    expect(idsOf(after?.secrets)).toEqual(idsOf(client.secrets))
  })
})

test('a List on the way is not judged by secrets of which one has no id that is known', async () => {
  const session = openSession(reference(), { seed: 1, retries: 0, timeoutMs: 1000 })
  const { world } = await setScene(session, undefined, true)
  const create = { op: 'createUserPoolClient', pool: 'main', client: 'new', secret: true } as const
  const { exchanges } = await runCase(session, world, [create, together([add('new')], [listClient('new')])], 'case')
  const expected = exchanges[0]?.exchange.expected
  expect(expected).toMatchObject({ _tag: 'Listing', client: { name: 'new', secrets: undefined } })
  expect(expected).not.toHaveProperty('client.changing')
})

describe('two Adds at once that both pass the limit', () => {
  test('are seen, and the counterexample keeps the two calls that race', async () => {
    const report = await verify(overfull(), { seed: 1, only: ['response.status.ok', 'list.afterConcurrentChanges'] })
    const { counterexample } = report.clauses.find(({ id }) => id === 'response.status.ok') ?? {}
    const steps = counterexample?.steps ?? []
    const changes = steps.flatMap((step) => (step.op === 'together' ? (step.changes ?? []) : []))
    expect(report.verdict).toBe('failed')
    expect(changes.map(({ op }) => op)).toEqual(['addUserPoolClientSecret', 'addUserPoolClientSecret'])
    expect(new Set(changes.map(({ client }) => client)).size).toBe(1)
    expect(steps.at(-1)?.op).toBe('list')
    // a machine that is busy may separate the two calls
    expect(counterexample?.again?.runs).toBe(5)
    expect(counterexample?.again?.failed).toBeGreaterThan(0)
  })
})

describe('what is known of a client', () => {
  const first: KnownSecret = { origin: 'creation', id: 'c--1', date: 1 }
  const second: KnownSecret = { origin: 'caller', id: 'c--2', date: 2 }
  const third: KnownSecret = { origin: 'caller', id: 'c--3', date: 3 }

  const known = (secrets: ReadonlyArray<KnownSecret> | undefined, doubt?: KnownClient['doubt']): World =>
    updateClient(
      addClient(addPool(emptyWorld, { name: 'main', id: 'us-east-1_Main' }), {
        name: 'one',
        pool: 'main',
        id: 'clientone',
        secrets,
        isUnlisted: true
      }),
      'one',
      (client) => ({ ...client, refusedAdd: true, listed: [], deletedSecretIds: ['c--0'], doubt })
    )

  const added = json(200, { ClientSecretDescriptor: { ClientSecretId: 'c--3', ClientSecretCreateDate: 3 } })
  const deleted = json(200, {})
  const denied = refusal('NotAuthorizedException', 'no')
  const lost = undefined

  /** Sends changes together with one List, each change answered in turn. */
  const changed = async (
    secrets: ReadonlyArray<KnownSecret> | undefined,
    changes: ReadonlyArray<SecretChange>,
    answers: ReadonlyArray<HttpResponse | undefined>,
    doubt?: KnownClient['doubt'],
    retries = 0
  ) => {
    let n = 0
    const session = openSession(() => answers[n++] ?? Promise.reject(new Error('socket hang up')), {
      seed: 1,
      retries,
      timeoutMs: 1000
    })
    const world = known(secrets, doubt)
    const request = toRequest(listClient('one'), world) ?? expect.fail('there is no client')
    const seen = exchange(world, request, { failure: 'no' }, { planted: 0, found: [] })
    const list = () => Promise.resolve({ exchanges: [seen] })
    const step = { op: 'together', lists: [listClient('one')], changes } as const
    const { world: after, exchanges } = await togetherStep(session, world, step, 'key', list)
    const { expected, world: meanwhile } = exchanges[0] ?? expect.fail('nothing was listed')
    const during = expected._tag === 'Listing' ? expected.client : expect.fail('it was not found')
    expect(findClient(meanwhile, 'one')).toBe(during)
    expect(during).toMatchObject({ secrets: undefined, isUnlisted: false, listed: undefined })
    const client = findClient(after, 'one')
    expect(client).toMatchObject({ isUnlisted: false, listed: undefined })
    // one change by itself leaves no doubt about what is there
    expect(client?.changedTogether).toBe(changes.length > 1 ? true : undefined)
    return {
      changing: during.changing,
      secrets: client?.secrets,
      deletedSecretIds: client?.deletedSecretIds,
      ...(client?.refusedAdd ? { refusedAdd: true } : {}),
      ...(client?.keepsLimit === undefined ? {} : { keepsLimit: client.keepsLimit }),
      ...(client?.doubt && { doubt: client.doubt }),
      sent: n
    }
  }

  const UNKNOWN = { changing: undefined, secrets: undefined, deletedSecretIds: ['c--0'] }

  test('after an Add and a Delete: what was there all the time, and what was there at any time', async () => {
    expect(await changed([first, second], [add('one'), remove('one', 0)], [added, deleted])).toEqual({
      changing: { always: [second], ever: [first, second, third] },
      secrets: [second, third],
      deletedSecretIds: ['c--0', 'c--1'],
      sent: 2
    })
  })

  const but = (operation: string): string =>
    `${operation} was carried out although its answer was NotAuthorizedException, HTTP 400`

  test.each([
    [
      'a Delete, which may have been carried out',
      remove('one', 0),
      denied,
      { always: [second], ever: [first, second] },
      { doubt: { secrets: [second], note: but('DeleteUserPoolClientSecret') } }
    ],
    [
      'an Add, which may have been carried out',
      add('one'),
      denied,
      undefined,
      { doubt: { secrets: [first, second, { origin: 'caller' }], note: but('AddUserPoolClientSecret') } }
    ],
    [
      'an Add for the limit',
      add('one'),
      refusal('LimitExceededException', 'two'),
      { always: [first, second], ever: [first, second] },
      { refusedAdd: true, keepsLimit: true }
    ]
  ])('after a change that was refused: what it was: %s', async (_, change, answer, changing, more) => {
    expect(await changed([first, second], [change], [answer])).toEqual({
      changing,
      ...more,
      secrets: [first, second],
      deletedSecretIds: ['c--0'],
      sent: 1
    })
  })

  test('after an Add that was refused for the limit beside a Delete: that there is a limit', async () => {
    const full = refusal('LimitExceededException', 'two')
    expect(await changed([first, second], [add('one'), remove('one', 0)], [full, deleted])).toEqual({
      changing: { always: [second], ever: [first, second] },
      secrets: [second],
      deletedSecretIds: ['c--0', 'c--1'],
      keepsLimit: true,
      sent: 2
    })
  })

  test('after a change, where one before it was in doubt: nothing', async () => {
    const doubt = { secrets: [], note: 'it was deleted' }
    expect(await changed([first], [remove('one', 0)], [deleted], doubt)).toEqual({
      ...UNKNOWN,
      sent: 1
    })
  })

  test('after a server error that was answered the second time: nothing', async () => {
    const failure = refusal('InternalServerException', 'no', 500)
    expect(await changed([first], [add('one')], [failure, added], undefined, 1)).toEqual({ ...UNKNOWN, sent: 2 })
    expect(await changed([first], [remove('one', 0)], [failure, denied], undefined, 1)).toEqual({
      ...UNKNOWN,
      sent: 2
    })
  })

  test('after two Adds that both passed the limit: three secrets', async () => {
    const { secrets } = await changed([first], [add('one'), add('one')], [added, added])
    expect(secrets).toEqual([first, third, third])
  })

  test.each<readonly [string, HttpResponse | undefined]>([
    ['was lost', lost],
    ['is a failure', refusal('InternalServerException', 'no', 500)],
    ['is another failure', refusal('Unavailable', 'no', 502)],
    ['names nothing that is there', refusal('ResourceNotFoundException', 'no')]
  ])('after an answer that %s: nothing', async (_, answer) => {
    expect(await changed([first], [add('one')], [answer])).toEqual({ ...UNKNOWN, sent: 1 })
    expect(await changed([first], [remove('one', 0)], [answer])).toEqual({ ...UNKNOWN, sent: 1 })
  })

  test('after two Deletes of one secret, of which one found it gone: it is gone', async () => {
    const gone = refusal('ResourceNotFoundException', 'no')
    expect(await changed([first, second], [remove('one', 1), remove('one', 1)], [gone, deleted])).toMatchObject({
      secrets: [first],
      deletedSecretIds: ['c--0', 'c--2']
    })
    const other = await changed([first, second], [remove('one', 0), remove('one', 1)], [gone, deleted])
    expect(other).toMatchObject(UNKNOWN)
  })

  test('of which nothing was known: nothing', async () => {
    expect(await changed(undefined, [add('one')], [added])).toEqual({ ...UNKNOWN, sent: 1 })
    expect(await changed(undefined, [remove('one', 0)], [])).toEqual({ ...UNKNOWN, sent: 0 })
  })

  test('a secret without an id stays, and is not deleted by that; no List is judged by it', async () => {
    const nameless: KnownSecret = { origin: 'creation' }
    expect(await changed([nameless, first], [remove('one', 0), remove('one', 1)], [deleted])).toEqual({
      changing: undefined,
      secrets: [nameless],
      deletedSecretIds: ['c--0', 'c--1'],
      sent: 1
    })
  })

  test('with two secrets of one id: no List is judged by them', async () => {
    const { changing, secrets } = await changed([first, third], [add('one')], [added])
    expect(changing).toBeUndefined()
    expect(secrets).toEqual([first, third, third])
  })
})

describe('calls that are sent together', () => {
  const session = () =>
    openSession(() => expect.fail('nothing is to be sent'), { seed: 1, retries: 0, timeoutMs: 1000 })

  test('end the case where a List names what is not there, and change nothing that no change named', async () => {
    const step = { op: 'together', lists: [listClient('a'), listClient('b')], changes: [add('nobody')] } as const
    const { body } = listClient('b')
    const list = (one: ListStep) => Promise.resolve(one.body === body ? { stuck: 'it is not there' } : {})
    const world = addPool(emptyWorld, { name: 'main', id: 'us-east-1_Main' })
    const unused = session()
    expect(await togetherStep(unused, world, step, 'key', list)).toEqual({
      world,
      exchanges: [],
      stuck: 'it is not there'
    })
    expect(unused.stats().requests).toBe(0)
  })

  test('leave alone what is expected of an answer for another reason than what is there', async () => {
    const request = toRequest(list({}), emptyWorld) ?? expect.fail('there is no request')
    const died = exchange(emptyWorld, request, { failure: 'no' }, { planted: 0, found: [] }, { _tag: 'Anything' })
    const step = { op: 'together', lists: [list({})] } as const
    const played = await togetherStep(session(), emptyWorld, step, 'key', () => Promise.resolve({ exchanges: [died] }))
    expect(played.exchanges[0]).toBe(died)
    expect(played).not.toHaveProperty('stuck')
  })
})
