/**
 * A case step by step: what is sent, what is known after it, and where it stops.
 */
import { describe, expect, test } from 'vitest'
import { list, listClient, type Step, type TestCase } from '../../../../src/generators/TestCase.js'
import { serverLaws } from '../../../../src/laws/server/serverLaws.js'
import { emptyWorld, findClient, type KnownClient, type World } from '../../../../src/laws/server/World.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import { runCase } from '../../../../src/suite/server/scene/runCase.js'
import { addClient, addPool, updateClient } from '../../../../src/suite/server/scene/worldChanges.js'
import { openSession, type Session, type SessionOptions } from '../../../../src/suite/server/target/Session.js'
import { hash, secretOf } from '../../../../src/suite/shared/seeds.js'
import { json, operationOf, textOf } from '../../../node/support/handlers.js'

const known = addClient(addPool(emptyWorld, { name: 'main', id: 'us-east-1_Main' }), {
  name: 'one',
  pool: 'main',
  id: 'clientone',
  secrets: [{ origin: 'creation' }]
})

const LISTED = json(200, { ClientSecrets: [{ ClientSecretId: 'c--1', ClientSecretCreateDate: 1 }] })

const add: Step = { op: 'addUserPoolClientSecret', client: 'one', own: true }

/** A case on a target that gives List one answer, and all else another. */
const played = async (
  steps: TestCase,
  listed: HttpResponse = LISTED,
  options: Partial<SessionOptions> = {},
  change: (session: Session) => Session = (session) => session,
  world: World = known
) => {
  const asked: Array<string> = []
  const secrets: Array<unknown> = []
  const waits: Array<number> = []
  const session = openSession(
    (request) => {
      asked.push(operationOf(request))
      if (operationOf(request) === 'ListUserPoolClientSecrets') return listed
      secrets.push((JSON.parse(textOf(request.body)) as { readonly ClientSecret?: string }).ClientSecret)
      return json(200, {})
    },
    { seed: 1, retries: 0, timeoutMs: 1000, ...options }
  )
  const settle = (): Promise<void> => {
    waits.push(asked.length)
    return session.settle()
  }
  const { exchanges, world: after, stuck } = await runCase(change({ ...session, settle }), world, steps, 'key')
  return {
    asked,
    secrets,
    waits,
    stuck,
    places: exchanges.map(({ at }) => at),
    exchanges,
    client: findClient(after, 'one')
  }
}

describe('a List', () => {
  test('is an exchange at its place, and tells what there is', async () => {
    const { places, client, stuck, exchanges, waits } = await played([listClient('one')])
    expect([places, stuck, waits]).toEqual([[0], undefined, []])
    expect(client?.secrets).toEqual([{ origin: 'creation', id: 'c--1', date: 1 }])
    expect(client?.listed).toEqual([{ id: 'c--1', date: 1 }])
    expect(exchanges[0]?.exchange.world).toBe(known)
  })

  test.each<readonly [string, HttpResponse]>([
    ['an error', { ...LISTED, status: 400 }],
    ['no list', json(200, {})]
  ])('that is answered by %s tells nothing', async (_, response) => {
    expect((await played([listClient('one')], response)).client).toBe(known.clients[0])
  })

  test('that must be refused, or is sent in chunks, tells nothing', async () => {
    expect((await played([list({ ClientId: 'clientone', UserPoolId: 'x' })])).client).toBe(known.clients[0])
    const { body } = listClient('one')
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
    }
    const chunked = { op: 'list', body, headers: { ...headers, 'transfer-encoding': 'chunked' } } as const
    expect((await played([chunked])).client).toBe(known.clients[0])
    expect((await played([{ op: 'list', body, headers }])).client?.listed).toBeDefined()
  })

  test('that gets no answer tells nothing', async () => {
    const silent = { ...LISTED, body: undefined as never }
    const { client, places } = await played([listClient('one')], silent)
    expect([client, places]).toEqual([known.clients[0], [0]])
  })

  test('of what is not there ends the case before it is sent', async () => {
    const { asked, stuck, places } = await played([listClient('one'), listClient('nobody'), listClient('one')])
    expect([asked.length, stuck, places]).toEqual([1, 'it names what is not there', [0]])
  })
})

describe('a change', () => {
  test('is followed by the time that the target has to settle, and sends a secret that follows from its place', async () => {
    const { asked, secrets, waits, places } = await played([listClient('one'), add, add, listClient('one')])
    expect(asked).toEqual([
      'ListUserPoolClientSecrets',
      'AddUserPoolClientSecret',
      'AddUserPoolClientSecret',
      'ListUserPoolClientSecrets'
    ])
    expect(waits).toEqual([2, 3])
    expect(places).toEqual([0, 3])
    expect(secrets).toEqual([secretOf(hash('1/key/1')), secretOf(hash('1/key/2'))])
  })

  test('of several at once is followed by it once', async () => {
    const { waits, secrets, places } = await played([
      { op: 'together', lists: [listClient('one')], changes: [add, add] }
    ])
    expect([waits, places]).toEqual([[3], [0]])
    expect(secrets).toEqual([secretOf(hash('1/key/0/0')), secretOf(hash('1/key/0/1'))])
  })

  test('that makes no sense ends the case', async () => {
    const { stuck, asked } = await played([{ ...add, client: 'nobody' }, listClient('one')])
    expect([stuck, asked]).toEqual(['it names what is not there', []])
  })
})

describe('a repetition', () => {
  const twice: Step = { op: 'repeat', times: 2, steps: [add, listClient('one')] }

  test('carries out its steps in order, each turn with secrets of its own', async () => {
    const { asked, secrets, places } = await played([listClient('one'), twice])
    expect(asked.slice(1).map((operation) => operation.slice(0, 4))).toEqual(['AddU', 'List', 'AddU', 'List'])
    expect(secrets).toEqual([secretOf(hash('1/key/1/0/0')), secretOf(hash('1/key/1/1/0'))])
    expect(places).toEqual([0, 1, 1])
  })

  test('ends with the step that makes no sense, and keeps what came before', async () => {
    const { asked, stuck, places } = await played([
      { ...twice, steps: [listClient('one'), listClient('nobody')] },
      listClient('one')
    ])
    expect([asked.length, stuck, places]).toEqual([1, 'it names what is not there', [0]])
  })

  test('of no steps, or no times, does nothing', async () => {
    expect((await played([{ ...twice, times: 0 }])).asked).toEqual([])
    expect((await played([{ ...twice, steps: [] }])).stuck).toBeUndefined()
  })

  test('ends where the run ends', async () => {
    let asked = 0
    const stop = () => (asked++ >= 4 ? 'enough' : undefined)
    const {
      stuck,
      places,
      asked: sent
    } = await played([{ ...twice, steps: [listClient('one'), add] }], LISTED, { stop })
    expect([stuck, places, sent.length]).toEqual(['enough', [0], 2])
  })
})

test('a case ends where the run ends', async () => {
  const { asked, stuck } = await played([listClient('one')], LISTED, { stop: () => 'enough' })
  expect([asked, stuck]).toEqual([[], 'enough'])
})

test('a List that is not sent tells nothing', async () => {
  let asked = 0
  const { client, stuck, places } = await played([listClient('one')], LISTED, {
    stop: () => (asked++ > 0 ? 'enough' : undefined)
  })
  expect([client, stuck, places]).toEqual([known.clients[0], undefined, []])
})

test('a case ends where the target was restarted, of which all that was known is out of date', async () => {
  const restarted = (session: Session): Session => ({ ...session, restarts: () => 1 })
  expect(await played([listClient('one')], LISTED, {}, restarted)).toMatchObject({
    asked: [],
    stuck: 'the target was restarted'
  })
  const since = await played([listClient('one')], LISTED, {}, restarted, { ...known, restarts: 1 })
  expect(since.stuck).toBeUndefined()
})

describe('a client of which a List shows something else than is known', () => {
  const OTHER = json(200, { ClientSecrets: [{ ClientSecretId: 'x', ClientSecretCreateDate: 1 }] })
  const knowing = (doubt?: KnownClient['doubt']): World =>
    updateClient(known, 'one', (client) => ({ ...client, secrets: [{ origin: 'creation', id: 'c--1' }], doubt }))

  test('is not known any more, so that later lists are not broken for the same reason', async () => {
    const { client } = await played([listClient('one')], OTHER, {}, undefined, knowing())
    expect(client).toMatchObject({ secrets: undefined, listed: [{ id: 'x', date: 1 }] })
  })

  test('is known as before where the list agrees', async () => {
    const { client } = await played([listClient('one')], LISTED, {}, undefined, knowing({ secrets: [], note: 'told' }))
    expect(client).toMatchObject({ secrets: [{ id: 'c--1' }], doubt: undefined })
  })

  test.each<readonly [string, HttpResponse, KnownClient['doubt'], ReadonlyArray<string>]>([
    ['is a refused Delete that was carried out', json(200, { ClientSecrets: [] }), { secrets: [], note: 'told' }, []],
    ['is a list that neither explains', OTHER, { secrets: [], note: 'told' }, ['list.complete', 'list.only']]
  ])('%s', async (_, listed, doubt, broken) => {
    const notes: Array<string> = []
    const noting = (session: Session): Session => ({ ...session, note: (text) => notes.push(text) })
    const { exchanges, client } = await played([listClient('one')], listed, {}, noting, knowing(doubt))
    const laws = serverLaws.filter(({ clause }) => clause === 'list.complete' || clause === 'list.only')
    expect(
      exchanges.flatMap(({ exchange }) => laws.filter((law) => law.applies(exchange) && !law.holds(exchange)))
    ).toMatchObject(broken.map((clause) => ({ clause })))
    expect(exchanges.map(({ exchange: { expected } }) => expected)).toMatchObject([
      { _tag: 'Listing', client: { secrets: broken.length === 0 ? [] : [{ id: 'c--1' }] } }
    ])
    expect(notes).toEqual(broken.length === 0 ? ['told'] : [])
    expect(client?.secrets).toBeUndefined()
  })
})
