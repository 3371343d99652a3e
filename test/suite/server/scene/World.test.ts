import { describe, expect, it } from 'vitest'
import {
  emptyWorld,
  findClient,
  findPool,
  type KnownSecret,
  type Listed,
  type World
} from '../../../../src/laws/server/World.js'
import {
  addClient,
  addPool,
  changeSecrets,
  contradict,
  doubtSecrets,
  forgetSecrets,
  inDoubt,
  learn,
  updateClient,
  updatePool
} from '../../../../src/suite/server/scene/worldChanges.js'

const withSecrets = (secrets: ReadonlyArray<KnownSecret> | undefined): World =>
  addClient(addPool(emptyWorld, { name: 'main', id: 'r_main' }), { name: 'a', pool: 'main', id: 'aid', secrets })

const secretsOf = (world: World): ReadonlyArray<KnownSecret> | undefined => findClient(world, 'a')?.secrets

const created: KnownSecret = { origin: 'creation' }
const added: KnownSecret = { origin: 'generated', id: 'a--2', date: 2 }

describe('learn', () => {
  it('names the secret that was made with the client, once nothing else can be meant', () => {
    expect(secretsOf(learn(withSecrets([created]), 'a', [{ id: 'a--1', date: 1 }]))).toEqual([
      { origin: 'creation', id: 'a--1', date: 1 }
    ])
    const both = learn(withSecrets([created, added]), 'a', [
      { id: 'a--2', date: 2 },
      { id: 'a--1', date: 1 }
    ])
    expect(secretsOf(both)).toEqual([{ origin: 'creation', id: 'a--1', date: 1 }, added])
  })

  it('leaves the date out where none was listed, and what it knows already as it is', () => {
    expect(secretsOf(learn(withSecrets([created]), 'a', [{ id: 'a--1', date: 'today' }]))).toEqual([
      { origin: 'creation', id: 'a--1' }
    ])
    const known = withSecrets([{ ...created, id: 'a--1', date: 1 }])
    expect(secretsOf(learn(known, 'a', [{ id: 'a--1', date: 9 }]))).toEqual(secretsOf(known))
  })

  it.each([
    [
      'two unrecognised',
      [
        { id: 'x', date: 1 },
        { id: 'y', date: 1 }
      ]
    ],
    ['no unrecognisedOne', [{ id: 'a--2', date: 2 }]],
    [
      'a unrecognisedOne without an id',
      [
        { id: undefined, date: 1 },
        { id: 7, date: 1 }
      ]
    ],
    ['an empty id', [{ id: '', date: 1 }]],
    ['nothing', []]
  ])('names nothing after %s', (_, listed) => {
    const world = withSecrets([created, added])
    expect(secretsOf(learn(world, 'a', listed))).toEqual([created, added])
  })

  it('names nothing where two secrets have no name', () => {
    const world = withSecrets([created, { origin: 'caller' }])
    expect(secretsOf(learn(world, 'a', [{ id: 'x', date: 1 }]))).toEqual([created, { origin: 'caller' }])
  })

  it('knows nothing of the secrets of a client that somebody else made, but what was listed', () => {
    const listed = [{ id: 'x', date: 1 }]
    const world = learn(withSecrets(undefined), 'a', listed)
    expect(secretsOf(world)).toBeUndefined()
    expect(findClient(world, 'a')?.listed).toEqual(listed)
  })

  it('touches no other client, and no old world', () => {
    const before = addClient(withSecrets([created]), { name: 'b', pool: 'main', id: 'bid', secrets: [created] })
    const copy = structuredClone(before)
    const after = learn(before, 'a', [{ id: 'a--1', date: 1 }])
    expect(before).toEqual(copy)
    expect(findClient(after, 'b')).toEqual(findClient(before, 'b'))
  })
})

describe('learn, of a client of which Create showed no secret,', () => {
  const unlisted = addClient(addPool(emptyWorld, { name: 'main', id: 'r_main' }), {
    name: 'a',
    pool: 'main',
    id: 'aid',
    secrets: undefined,
    isUnlisted: true
  })

  it.each<readonly [ReadonlyArray<Listed>, ReadonlyArray<KnownSecret>]>([
    [[], []],
    [[{ id: 'a--1', date: 1 }], [{ origin: 'creation', id: 'a--1', date: 1 }]],
    [[{ id: 7, date: '2026' }], [{ origin: 'creation' }]],
    [[{ id: '', date: 1 }], [{ origin: 'creation', date: 1 }]],
    [
      [
        { id: 'a--1', date: 1 },
        { id: 'a--2', date: 2 }
      ],
      [{ origin: 'creation', id: 'a--1', date: 1 }]
    ]
  ])('takes the first of %j for the secret that it was made with', (listed, secrets) => {
    const client = findClient(learn(unlisted, 'a', listed), 'a')
    expect(client).toMatchObject({ isUnlisted: false, listed })
    expect(client?.secrets).toStrictEqual(secrets)
  })
})

it('remembers a thousand descriptors, and no longer list', () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ id: i, date: i }))
  expect(findClient(learn(withSecrets([created]), 'a', many), 'a')?.listed).toBe(many)
  const known = findClient(learn(withSecrets([created]), 'a', [...many, { id: 'a--1', date: 1 }]), 'a')
  expect(known).toMatchObject({ secrets: [created], listed: undefined })
})

describe('changeSecrets', () => {
  it('forgets what was listed and that an Add was refused, and remembers what was deleted', () => {
    const listed = updateClient(withSecrets([created, added]), 'a', (c) => ({
      ...c,
      listed: [],
      refusedAdd: true,
      isUnlisted: true,
      changedTogether: true
    }))
    const after = changeSecrets(listed, 'a', (all) => all.slice(1), 'a--1')
    expect(findClient(after, 'a')).toMatchObject({
      secrets: [added],
      listed: undefined,
      refusedAdd: false,
      isUnlisted: false,
      changedTogether: false,
      deletedSecretIds: ['a--1']
    })
    expect(
      findClient(
        changeSecrets(after, 'a', (all) => all, 'a--2'),
        'a'
      )?.deletedSecretIds
    ).toEqual(['a--1', 'a--2'])
    expect(secretsOf(changeSecrets(withSecrets(undefined), 'a', () => [added]))).toBeUndefined()
  })
})

describe('a change', () => {
  it('of a client or a pool leaves the others as they are', () => {
    const world = addPool(withSecrets([created]), { name: 'other', id: 'r_other' })
    const both = addClient(world, { name: 'b', pool: 'other', id: 'bid', secrets: [] })
    const pools = updatePool(both, 'other', (pool) => ({ ...pool, deleted: true })).pools
    expect(pools.map(({ name, deleted }) => [name, deleted])).toEqual([
      ['main', false],
      ['other', true]
    ])
    expect(changeSecrets(both, 'b', () => [added], undefined).clients).toEqual([
      both.clients[0],
      { ...both.clients[1], secrets: [added], isUnlisted: false, changedTogether: false }
    ])
  })
})

describe('a change that was refused', () => {
  const a: KnownSecret = { origin: 'caller', id: 'a--1' }
  const b: KnownSecret = { origin: 'caller', id: 'a--2' }
  const other: KnownSecret = { origin: 'caller', id: 'a--3' }
  const generated: KnownSecret = { origin: 'generated' }
  const one = { id: 'a--1', date: 1 }
  const LISTED = [one]
  const before = updateClient(withSecrets([a]), 'a', (client) => ({ ...client, listed: LISTED }))
  const doubted = doubtSecrets(before, 'a', 'first', (all) => [...all, b])

  it('leaves two answers to what there is, and the list as it was', () => {
    expect(findClient(doubted, 'a')).toMatchObject({
      secrets: [a],
      doubt: { secrets: [a, b], note: 'first' },
      listed: LISTED
    })
  })

  it('is added to those before it', () => {
    const twice = doubtSecrets(doubted, 'a', 'second', (all) => all.slice(1))
    expect(findClient(twice, 'a')).toMatchObject({ secrets: [a], doubt: { secrets: [b], note: 'second' } })
  })

  it('leaves nothing to know where nothing was known', () => {
    const unknown = updateClient(before, 'a', (client) => ({ ...client, secrets: undefined }))
    const after = doubtSecrets(unknown, 'a', 'first', (all) => all)
    expect(findClient(after, 'a')).toMatchObject({ secrets: undefined, doubt: undefined, listed: undefined })
  })

  it('is followed by changes of both', () => {
    const after = changeSecrets(doubted, 'a', (all) => [...all, added])
    expect(findClient(after, 'a')).toMatchObject({
      secrets: [a, added],
      doubt: { secrets: [a, b, added], note: 'first' }
    })
  })

  it.each<readonly [string, (world: World) => World, object]>([
    ['a list that agrees', (world) => learn(world, 'a', LISTED), { secrets: [a], listed: LISTED }],
    [
      'the first list of all',
      (world) =>
        learn(
          updateClient(world, 'a', (client) => ({ ...client, isUnlisted: true })),
          'a',
          []
        ),
      { secrets: [], listed: [] }
    ],
    [
      'a list that is too long to keep',
      (world) =>
        learn(
          world,
          'a',
          Array.from({ length: 1001 }, () => one)
        ),
      { secrets: [a], listed: undefined }
    ],
    [
      'a list that agrees with neither',
      (world) => contradict(world, 'a', LISTED),
      { secrets: undefined, listed: LISTED }
    ],
    ['what nobody can know', (world) => forgetSecrets(world, 'a'), { secrets: undefined, listed: undefined }]
  ])('is in doubt no longer after %s', (_, f, known) => {
    expect(findClient(f(doubted), 'a')).toMatchObject({ ...known, doubt: undefined })
  })

  it.each<readonly [string, ReadonlyArray<KnownSecret>, ReadonlyArray<KnownSecret>, string, unknown]>([
    ['an Add that was carried out', [a], [a, b], 'a--1 a--2', [a, b]],
    ['an Add that was not', [a], [a, b], 'a--1', undefined],
    ['an Add, and a list that lacks what there was', [a], [a, b], 'x', undefined],
    ['an Add whose id nobody knows', [a], [a, created], 'a--1 x', [a, created]],
    ['an Add whose id nobody knows, not carried out', [a], [a, created], 'a--1', undefined],
    ['two Adds whose ids nobody knows, one carried out', [a], [a, created, generated], 'a--1 x', [a, created]],
    ['two such Adds, both carried out', [a], [a, created, generated], 'a--1 x y', [a, created, generated]],
    ['an Add whose id nobody knows, beside another such secret', [created], [created, generated], 'x', undefined],
    ['the same, carried out', [created], [created, generated], 'x y', [created, generated]],
    ['the same, and nothing listed', [created], [created, generated], '', undefined],
    ['two more Adds, and nothing listed', [created], [created, generated, { origin: 'caller' }], '', undefined],
    ['a Delete that was carried out', [a, b], [a], 'a--1', [a]],
    ['a Delete of the last one', [a], [], '', []],
    ['a Delete, and a list of another', [a], [], 'x', []],
    ['a Delete that was not', [a, b], [a], 'a--1 a--2', undefined],
    ['both that were carried out', [a], [b], 'a--2', [b]],
    ['both that were carried out beside another secret', [a, b], [a, other], 'a--1 a--3', [a, other]],
    ['both, of which the Add was', [a], [b], 'a--1 a--2', [a, b]],
    ['both, of which the Delete was', [a], [b], '', []],
    ['both, of which neither was', [a], [b], 'a--1', undefined]
  ])('is told by a list: %s', (_, secrets, others, ids, expected) => {
    const listed = ids.split(' ').flatMap((id) => (id === '' ? [] : [{ id, date: 1 }]))
    expect(inDoubt(secrets, others, listed)).toEqual(expected)
  })
})

describe('what nobody can know', () => {
  const known = updateClient(withSecrets([created]), 'a', (client) => ({ ...client, isUnlisted: true, listed: [] }))

  it('is forgotten', () => {
    expect(findClient(forgetSecrets(known, 'a'), 'a')).toMatchObject({
      secrets: undefined,
      isUnlisted: false,
      listed: undefined
    })
  })

  it.each([
    [1000, 1000],
    [1001, undefined]
  ])('is what a list of %i says, of which these are kept: %j', (length, kept) => {
    const listed = Array.from({ length }, () => ({ id: 'x', date: 1 }))
    const client = findClient(contradict(known, 'a', listed), 'a')
    expect([client?.secrets, client?.listed?.length]).toEqual([undefined, kept])
  })
})

describe('find', () => {
  it('finds by name, and nothing by another', () => {
    const world = withSecrets([])
    expect(findPool(world, 'main')?.id).toBe('r_main')
    expect([findPool(world, 'x'), findClient(world, 'x'), findPool(emptyWorld, 'main')]).toEqual([
      undefined,
      undefined,
      undefined
    ])
  })
})
