/**
 * A conversation with a target: what is told of it, and what is known after an answer that was lost.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Target } from '../../../../src/conformance.js'
import { type TestCase, listClient } from '../../../../src/generators/TestCase.js'
import { emptyWorld, findClient, type World } from '../../../../src/laws/server/World.js'
import { runCase } from '../../../../src/suite/server/scene/runCase.js'
import { setScene } from '../../../../src/suite/server/scene/scene.js'
import { addClient, addPool, updateClient } from '../../../../src/suite/server/scene/worldChanges.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import { operationRequest } from '../../../../src/suite/server/target/operationRequest.js'
import { openSession, type SessionOptions } from '../../../../src/suite/server/target/Session.js'
import { hash, secretOf } from '../../../../src/suite/shared/seeds.js'
import { answering, json, operationOf, reference, refusal } from '../../../node/support/handlers.js'

const OPTIONS = { seed: 1, retries: 0, timeoutMs: 1000 }

const IDS = { UserPoolId: 'us-east-1_Main', ClientId: 'clientone' }

const world = addClient(addPool(emptyWorld, { name: 'main', id: IDS.UserPoolId }), {
  name: 'one',
  pool: 'main',
  id: IDS.ClientId,
  secrets: undefined
})

const LIST = operationRequest('ListUserPoolClientSecrets', IDS)

/** What the target made could not be: it is looked for in every answer. */
const SECRET = 'Hush4hush5hush6hush7'

/** A target that answers Create with a secret and List with what is given, one after the other. */
const following = (...script: ReadonlyArray<HttpResponse | string>): Target => {
  let n = 0
  return (request) => {
    if (operationOf(request) !== 'ListUserPoolClientSecrets') {
      return json(200, { UserPoolClient: { ClientId: 'clientone', ClientSecret: SECRET } })
    }
    const next = script[Math.min(n++, script.length - 1)] ?? expect.fail('there is no answer')
    return typeof next === 'string' ? Promise.reject(new Error(next)) : next
  }
}

const listed = json(200, { ClientSecrets: [] })
const throttling = refusal('ThrottlingException', 'slow')

describe('a List', () => {
  const seen = async (target: Target, options: Partial<SessionOptions> = {}, request = LIST, of: World = world) => {
    const session = openSession(target, { ...OPTIONS, ...options })
    const exchanges = await session.list(of, request)
    return exchanges.map(({ expected, failure, answer }) => [expected._tag, failure ?? answer?.status])
  }

  test('is an exchange, with what is expected of it', async () => {
    expect(await seen(following(listed))).toEqual([['Listing', 200]])
    expect(await seen(following(listed), {}, LIST, emptyWorld)).toEqual([['NotFound', 200]])
  })

  test('that is tried again is as many; nothing but of the last is anything expected', async () => {
    expect(await seen(following(throttling, throttling, listed), { retries: 2 })).toEqual([
      ['Anything', 400],
      ['Anything', 400],
      ['Listing', 200]
    ])
  })

  test('that was throttled to the end is one of which nothing is expected', async () => {
    expect(await seen(following(throttling))).toEqual([['Anything', 400]])
  })

  test('that gets no answer is one as well', async () => {
    expect(await seen(following('socket hang up'))).toEqual([['Listing', 'socket hang up']])
    const [one] = await openSession(following('socket hang up'), OPTIONS).list(world, LIST)
    expect(one?.leaks).toEqual([])
  })

  test('is not sent where the run has ended', async () => {
    const session = openSession(following(listed), { ...OPTIONS, stop: () => 'enough' })
    expect([session.ended(), await session.list(world, LIST), session.stats().requests]).toEqual(['enough', [], 0])
  })

  test('that is not sent, because the target was given up meanwhile, is none', async () => {
    const session = openSession(following('no answer'), { ...OPTIONS, rateLimit: 1000 })
    const all = await Promise.all(Array.from({ length: 12 }, () => session.list(world, LIST)))
    expect(all.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0])
    expect(session.lost()).toBe('gave up after 5 requests without a complete answer (no answer)')
    expect(await session.list(world, LIST)).toEqual([])
  })
})

describe('secrets', () => {
  const leaky = json(200, { ClientSecrets: [], Hint: SECRET })

  test('that the target made are looked for in every answer, and masked', async () => {
    const session = openSession(following(leaky), OPTIONS)
    expect((await session.list(world, LIST))[0]).toMatchObject({ planted: 0, leaks: [] })
    for (let i = 0; i < 2; i++) await session.call('CreateUserPoolClient', {})
    const [found] = await session.list(world, LIST)
    expect([found?.planted, new Set(found?.leaks.map(({ where }) => where))]).toEqual([1, new Set(['$.Hint'])])
    expect(session.mask()(`it is ${SECRET}`)).toBe('it is [secret]')
  })

  test.each([
    ['{"ClientSecretDescriptor":{"ClientSecretValue":"0123456789ab"}}', 1],
    ['{"a":{"ClientSecret":"0123456789ab"},"b":[{"ClientSecret":"ab0123456789"}]}', 2],
    ['{"ClientSecret":"0123456789a"}', 0],
    ['{"ClientSecret":""}', 0],
    ['{"ClientSecretId":"0123456789ab","XClientSecret":"0123456789ab"}', 0]
  ])('in %s are %i', async (body, planted) => {
    const answers = answering('AddUserPoolClientSecret', { ...listed, body })
    const session = openSession(answers, OPTIONS)
    await session.call('AddUserPoolClientSecret', {})
    expect((await session.list(world, LIST))[0]?.planted).toBe(planted)
  })

  test('of a caller follow from the seed and the key, and are looked for', async () => {
    const session = openSession(following(listed), { ...OPTIONS, seed: 5 })
    expect(session.ownSecret('key')).toBe(secretOf(hash('5/key')))
    session.ownSecret('key')
    expect((await session.list(world, LIST))[0]?.planted).toBe(1)
    expect(session.mask()(`"${secretOf(hash('5/key'))}"`)).toBe('"[secret]"')
  })

  test('of the caller of the suite are masked, but no leak', async () => {
    const session = openSession(following(leaky), { ...OPTIONS, credentialSecrets: [SECRET] })
    expect((await session.list(world, LIST))[0]).toMatchObject({ planted: 0, leaks: [] })
    expect(session.mask()(SECRET)).toBe('[secret]')
  })

  test.each<readonly [string, object, Partial<typeof OPTIONS & { readonly credentialSecrets: ReadonlyArray<string> }>]>(
    [
      ['the target', { UserPoolClient: { ClientSecret: SECRET } }, {}],
      ['the caller of the suite', {}, { credentialSecrets: [SECRET] }]
    ]
  )('of %s keep a text from being shown that they are encoded in', async (_, made, options) => {
    const session = openSession(answering('CreateUserPoolClient', json(200, made)), { ...OPTIONS, ...options })
    await session.call('CreateUserPoolClient', {})
    const encoded = Buffer.from(`x${SECRET}`).toString('base64')
    expect(session.mask()(encoded)).toBe('[withheld: it gives a secret away]')
    expect(session.mask()('nothing')).toBe('nothing')
  })

  test.each([
    ['pool', { UserPool: { Id: 'pool_of_20_letters_x', ClientSecret: 'pool_of_20_letters_x_and_more' } }],
    ['client', { UserPoolClient: { ClientId: 'pool_of_20_letters_x', ClientSecret: 'pool_of_20_letters_x_and_more' } }]
  ])('of which the id of a %s is a part give nothing away by that', async (_, made) => {
    const session = openSession(answering('CreateUserPool', json(200, made)), OPTIONS)
    for (let i = 0; i < 2; i++) await session.call('CreateUserPool', {})
    const request = operationRequest('ListUserPoolClientSecrets', { ...IDS, UserPoolId: 'pool_of_20_letters_x' })
    expect((await session.list(world, request))[0]).toMatchObject({ planted: 1, leaks: [] })
    const message = 'User pool pool_of_20_letters_x does not exist.'
    expect(session.mask()(message)).toBe(message)
  })

  test('leave as many characters to be shown as asked for', () => {
    const session = openSession(following(listed), OPTIONS)
    expect(session.mask(5)('0123456789')).toBe('01234… (10 characters in all)')
  })
})

test('answers that a Content-Encoding hides are counted', async () => {
  const packed: HttpResponse = { status: 200, headers: { 'content-encoding': 'br' }, body: '\u001f' }
  const session = openSession(following(listed, packed, packed), OPTIONS)
  await session.list(world, LIST)
  expect(session.hidden()).toBeUndefined()
  await session.list(world, LIST)
  await session.ask(LIST)
  expect(session.hidden()).toEqual({
    answers: 2,
    why: 'the target encoded 2 answers with br, which no request asked for, so nobody could read them; turn compression off for this target, in the server or in a proxy before it'
  })
})

test('what a session is told of is what it is', async () => {
  const before = Math.floor(Date.now() / 1000)
  const plain = openSession(following(listed), OPTIONS)
  expect(plain).toMatchObject({ seed: 1, keep: false, hasFixtures: false, pendingCleanUps: [], kept: [] })
  expect(plain.startedAt - before).toBeLessThanOrEqual(1)
  expect(plain.ended()).toBeUndefined()
  const other = openSession(following(listed), { ...OPTIONS, keep: true, fixtures: () => Promise.resolve({ a: 1 }) })
  expect(other).toMatchObject({ keep: true, hasFixtures: true })
  expect(await other.call('Any', {})).toEqual({ status: 200, body: { a: 1 }, problem: undefined })
  expect(other.stats().requests).toBe(0)
})

describe('a target that dies', () => {
  const REFUSED = 'connect ECONNREFUSED 127.0.0.1:1'
  const FALLEN = `the connection was closed without an answer (socket hang up), and then ${REFUSED}`

  const seen = async (script: ReadonlyArray<HttpResponse | string>, of: World = world, request = LIST) => {
    const session = openSession(following(listed, ...script), OPTIONS)
    await session.list(world, LIST)
    const all = [await session.list(of, request), await session.list(of, request)].flat()
    return {
      session,
      exchanges: all.map(({ expected, failure, answer }) => [expected._tag, failure ?? answer?.status])
    }
  }

  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
  afterEach(() => void vi.useRealTimers())

  const played = async <A>(work: Promise<A>): Promise<A> => {
    const state = { isOver: false }
    const done = work.finally(() => (state.isOver = true))
    for (let turns = 0; !state.isOver; turns++) {
      if (turns > 1000) expect.fail('no end')
      await vi.advanceTimersByTimeAsync(10)
    }
    return done
  }

  test('of a request has it named, and nothing is said of the requests after it', async () => {
    const { session, exchanges } = await played(seen([FALLEN, REFUSED]))
    expect(exchanges).toEqual([['Anything', FALLEN]])
    expect(session.notes()).toEqual([
      'the target accepted no connections after 1 answer; in flight: {"UserPoolId":"us-east-1_Main","ClientId":"clientone"}'
    ])
  })

  test('is waited for during three fifths of the time that an answer may take', async () => {
    const started = Date.now()
    const { exchanges } = await played(seen([REFUSED]))
    expect(exchanges).toEqual(
      Array.from({ length: 2 }, () => ['Anything', `the target accepts no connections any more (${REFUSED})`])
    )
    expect(Date.now() - started).toBeLessThan(700)
    expect(Date.now() - started).toBeGreaterThanOrEqual(600)
  })

  test('and comes back may have forgotten what was there, but not what it must refuse', async () => {
    const restarting = [REFUSED, listed]
    expect((await played(seen(restarting))).exchanges).toEqual([
      ['Anything', 200],
      ['Anything', 200]
    ])
    expect((await played(seen(restarting, emptyWorld))).exchanges[1]).toEqual(['Anything', 200])
    const illFormed = operationRequest('ListUserPoolClientSecrets', {})
    expect((await played(seen(restarting, world, illFormed))).exchanges[1]).toEqual(['Refusal', 200])
    const since = await played(seen(restarting, { ...world, restarts: 1 }))
    expect(since.exchanges[1]).toEqual(['Listing', 200])
    expect(since.session.restarts()).toBe(1)
  })

  test('is not blamed for a call that it may have forgotten the reason of', async () => {
    let n = 0
    const session = openSession(
      () =>
        n++ === 0 ? listed : n === 2 ? Promise.reject(new Error(REFUSED)) : refusal('ResourceNotFoundException', 'no'),
      OPTIONS
    )
    await session.list(world, LIST)
    const answer = await played(session.call('AddUserPoolClientSecret', {}))
    expect(answer).toEqual({ status: 0, body: {}, problem: 'the target was restarted' })
    session.note(`AddUserPoolClientSecret failed: ${answer.problem}`)
    expect(session.notes()).toHaveLength(1)
    n = 1
    const retried = await played(session.call('AddUserPoolClientSecret', {}))
    expect(retried.problem).toBe('the target was restarted')
    const later = await played(session.call('AddUserPoolClientSecret', {}))
    expect(later.problem).toBe('ResourceNotFoundException, HTTP 400')
  })

  test('and comes back with a success is believed', async () => {
    let n = 0
    const session = openSession(() => (n++ === 1 ? Promise.reject(new Error(REFUSED)) : json(200, { a: 1 })), OPTIONS)
    await session.list(world, LIST)
    const answer = await played(session.call('CreateUserPool', {}))
    expect([answer.body, answer.problem, session.restarts()]).toEqual([{ a: 1 }, undefined, 1])
  })

  test('settles for as long as it is given', async () => {
    const session = openSession(following(listed), { ...OPTIONS, settleMs: 30 })
    const state = { isOver: false }
    const settling = session.settle().then(() => (state.isOver = true))
    await vi.advanceTimersByTimeAsync(29)
    expect(state.isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await settling
    await openSession(following(listed), OPTIONS).settle()
  })
})

test('nothing is noted once the target has been given up: what it did not answer says nothing', async () => {
  const session = openSession(() => Promise.reject(new Error('socket hang up')), OPTIONS)
  session.note('before')
  for (let i = 0; i < 5; i++) await session.call('CreateUserPool', {})
  session.note('after')
  expect(session.lost()).toBeDefined()
  expect(session.notes()).toEqual(['before'])
})

test('what is noted twice is told once, with its number', () => {
  const session = openSession(reference(), OPTIONS)
  session.note('one', 'key')
  session.note('other words', 'key')
  session.note('another')
  expect(session.notes()).toEqual(['one (2 times)', 'another'])
})

test.each([
  ['AddUserPoolClientSecret', { op: 'addUserPoolClientSecret', client: 'one', own: true }],
  ['DeleteUserPoolClientSecret', { op: 'deleteUserPoolClientSecret', client: 'two', position: 0 }]
] satisfies ReadonlyArray<readonly [string, TestCase[number]]>)(
  'nothing is known of the secrets of a client after an answer of %s that was lost',
  async (operation, step) => {
    const inner = reference()
    let isLosing = false
    const target: Target = (request) =>
      isLosing && operationOf(request) === operation ? Promise.reject(new Error('socket hang up')) : inner(request)
    const session = openSession(target, OPTIONS)
    const { world } = await setScene(session, undefined, true)
    isLosing = true
    const { world: after, exchanges } = await runCase(session, world, [step, listClient(step.client)], 'case')
    expect(findClient(world, step.client)?.secrets).toBeDefined()
    expect(findClient(after, step.client)?.secrets).toBeUndefined()
    expect(exchanges).toHaveLength(1)
  }
)

describe('a client that another case has made', () => {
  const asking = async (UserPoolId: string, ClientId: string): Promise<unknown> => {
    const session = openSession(reference(), { seed: 1, retries: 0, timeoutMs: 1000 })
    session.rememberClient('us-east-1_Main', 'ten')
    const world = addPool(emptyWorld, { name: 'main', id: 'us-east-1_Main' })
    const request = operationRequest('ListUserPoolClientSecrets', { UserPoolId, ClientId })
    const [exchange] = await session.list(world, request)
    return exchange?.expected._tag
  }

  test('may be found by an id that is nearly that of this case', async () => {
    expect(await asking('us-east-1_Main', 'ten')).toBe('Anything')
  })

  test('is not the one that this case has deleted', async () => {
    const session = openSession(reference(), OPTIONS)
    session.rememberClient('us-east-1_Main', 'ten')
    const known = addClient(addPool(emptyWorld, { name: 'main', id: 'us-east-1_Main' }), {
      name: 'one',
      pool: 'main',
      id: 'ten',
      secrets: []
    })
    const deleted = updateClient(known, 'one', (client) => ({ ...client, deleted: true }))
    const request = operationRequest('ListUserPoolClientSecrets', { UserPoolId: 'us-east-1_Main', ClientId: 'ten' })
    const [exchange] = await session.list(deleted, request)
    expect(exchange?.expected).toMatchObject({ _tag: 'NotFound', what: 'deletedClient' })
  })

  test('is known as soon as it is made', async () => {
    const session = openSession(reference(), { seed: 1, retries: 0, timeoutMs: 1000 })
    const { world } = await runCase(
      session,
      emptyWorld,
      [
        { op: 'createUserPool', pool: 'main' },
        { op: 'createUserPoolClient', pool: 'main', client: 'other', secret: true }
      ],
      'case'
    )
    const ids = { UserPoolId: world.pools[0]?.id, ClientId: findClient(world, 'other')?.id }
    const [exchange] = await session.list({ ...world, clients: [] }, operationRequest('ListUserPoolClientSecrets', ids))
    expect(exchange).toMatchObject({ expected: { _tag: 'Anything' }, answer: { status: 200 } })
  })

  test.each([
    ['us-east-1_Main', 'tens'],
    ['us-east-1_Other', 'ten']
  ])('says nothing of any other: %s %s', async (pool, client) => {
    expect(await asking(pool, client)).toBe('NotFound')
  })
})
