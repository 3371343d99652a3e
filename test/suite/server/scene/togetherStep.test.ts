/**
 * Calls that are sent at the same time: what the suite knows of them, and that a race is seen, kept and shown.
 */
import { describe, expect, test } from 'vitest'
import { type Target, verify } from '../../../../src/conformance.js'
import { type ListStep, listClient, type SecretChange, type TestCase } from '../../../../src/generators/TestCase.js'
import { findClient, type KnownClient, type World } from '../../../../src/laws/server/World.js'
import { runCase } from '../../../../src/suite/server/scene/runCase.js'
import { setScene } from '../../../../src/suite/server/scene/scene.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { concurrentFaults } from '../../../faults/broken/concurrent.js'
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
  test('are both known, so that the List after them can be judged', async () => {
    const { client } = await play(overfull(), [together([add('one'), add('one')])], 'one')
    expect(client.secrets).toHaveLength(3)
  })

  test('are seen, and the counterexample keeps the two calls that race', async () => {
    const report = await verify(overfull(), { seed: 1, only: ['response.status.ok', 'list.afterConcurrentChanges'] })
    const { counterexample } = report.clauses.find(({ id }) => id === 'response.status.ok') ?? {}
    const steps = counterexample?.steps ?? []
    const changes = steps.flatMap((step) => (step.op === 'together' ? (step.changes ?? []) : []))
    expect(report.verdict).toBe('failed')
    expect(changes.map(({ op }) => op)).toEqual(['addUserPoolClientSecret', 'addUserPoolClientSecret'])
    expect(new Set(changes.map(({ client }) => client)).size).toBe(1)
    expect(steps.at(-1)?.op).toBe('list')
    expect(counterexample?.again).toMatchObject({ runs: 5, failed: 5 })
  })
})
