/**
 * `sweep` as a function: finds what runs made, page by page, and touches nothing else.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sweep, type Target, verify } from '../../../src/conformance.js'
import { json, operationOf, poolsLeft, recording, reference, refusal, textOf } from '../../node/support/handlers.js'
import { withClock } from './withClock.js'

const ALL_AGES = { minAge: -Infinity }

const HOUR = 3600

interface Pool {
  readonly Id: string
  readonly Name: string
  readonly UserPoolTags?: unknown
}

/** A target that holds these pools, with as many to a page as asked for, and lets them be deleted. */
const holding = (
  ...pools: ReadonlyArray<Pool>
): { readonly target: Target; readonly left: () => ReadonlyArray<string> } => {
  let left = pools
  const target: Target = (request) => {
    const {
      MaxResults = 0,
      NextToken = '0',
      UserPoolId
    } = JSON.parse(textOf(request.body)) as {
      MaxResults?: number
      NextToken?: string
      UserPoolId?: string
    }
    const start = Number(NextToken)
    const one = left.find(({ Id }) => Id === UserPoolId)
    switch (operationOf(request)) {
      case 'ListUserPools': {
        const UserPools = left.slice(start, start + MaxResults).map(({ Id, Name }) => ({ Id, Name }))
        const next = start + MaxResults < left.length ? { NextToken: String(start + MaxResults) } : {}
        return Promise.resolve(json(200, { UserPools, ...next }))
      }
      case 'DescribeUserPool':
        return Promise.resolve(json(200, { UserPool: one }))
      case 'DeleteUserPool':
        left = left.filter((pool) => pool !== one)
        return Promise.resolve(json(200, {}))
      default:
        return Promise.resolve(refusal('UnknownOperationException', 'no'))
    }
  }
  return { target, left: () => left.map(({ Name }) => Name) }
}

const named = (...names: ReadonlyArray<string>): ReadonlyArray<Pool> =>
  names.map((Name, i) => ({ Id: `us-east-1_${i}`, Name }))

/** A run that makes three pools. */
const run = (target: Target, seed: number): ReturnType<typeof verify> =>
  verify(target, {
    seed,
    replay: {
      clause: 'response.status.ok',
      steps: [
        { op: 'createUserPool', pool: 'third' },
        { op: 'list', body: '{}' }
      ]
    }
  })

/** What a run with this seed asks to be made: names and tags, as they are sent. */
const made = async (seed: number): Promise<ReadonlyArray<Pool>> => {
  const { handler, diary } = recording(reference())
  await run(handler, seed)
  const bodies = diary.filter(({ operation }) => operation === 'CreateUserPool').map(({ body }) => body)
  return bodies.map((body, i) => {
    const { PoolName, UserPoolTags } = JSON.parse(body) as { PoolName: string; UserPoolTags: object }
    return { Id: `us-east-1_made${seed >>> 0}x${i}`, Name: PoolName, UserPoolTags }
  })
}

const madeOne = async (seed: number): Promise<Pool> => (await made(seed))[0] ?? expect.fail('no pool was made')

/** `NAME (ID)` */
const shown = ({ Id, Name }: Pool): string => `${Name} (${Id})`

describe('sweep', () => {
  test.each([0, 1, -1, 2 ** 31 - 1, -(2 ** 31)])('removes what a run with seed %i could not', async (seed) => {
    const { handler, diary } = recording(reference())
    let isStuck = true
    const target: Target = (request) =>
      isStuck && operationOf(request) === 'DeleteUserPool'
        ? Promise.resolve(refusal('InternalErrorException', 'no'))
        : handler(request)
    expect((await run(target, seed)).leftBehind.filter(({ kind }) => kind === 'user pool')).toHaveLength(3)
    isStuck = false
    const other = { ...ALL_AGES, seed: seed === 5 ? 6 : 5, remove: true }
    expect(await sweep(target, other)).toEqual({ found: [], removed: [], spared: [], problems: [] })
    const { found, removed, problems } = await sweep(target, { ...ALL_AGES, seed, remove: true })
    expect(removed).toEqual(found)
    expect(found).toHaveLength(3)
    expect(problems).toEqual([])
    expect(poolsLeft(diary)).toEqual([])
  })

  test('removes nothing unless asked', async () => {
    const pools = await made(7)
    const { target, left } = holding(...pools)
    const { found, removed } = await sweep(target, ALL_AGES)
    expect({ found: found.length, removed }).toEqual({ found: pools.length, removed: [] })
    expect(left()).toHaveLength(pools.length)
  })

  test.each([
    [0, undefined, 'its run began 0 minutes ago'],
    [60, undefined, 'its run began 1 minute ago'],
    [HOUR - 60, undefined, 'its run began 59 minutes ago'],
    [HOUR + 60, undefined, undefined],
    [180, 300, 'its run began 3 minutes ago'],
    [360, 300, undefined],
    [-60, undefined, 'its run began later than now'],
    [-60, -300, undefined]
  ])('%i s after its run began, with minAge %s, a pool is left alone because %s', async (age, minAge, reason) => {
    const pool = await madeOne(7)
    const { target, left } = holding(pool)
    const options = { remove: true, ...(minAge === undefined ? {} : { minAge }) }
    const swept = await withClock(Date.now() + age * 1000, () => sweep(target, options))
    const removed = reason === undefined ? [shown(pool)] : []
    expect(swept).toEqual({
      found: removed,
      removed,
      spared: reason === undefined ? [] : [`${shown(pool)}: ${reason}`],
      problems: []
    })
    expect(left()).toEqual(reason === undefined ? [] : [pool.Name])
  })

  test('a run that began exactly as long ago as said has ended', async () => {
    const pool = await madeOne(7)
    const began = parseInt(/^cognito-secrets-contract-([0-9a-z]+)-/.exec(pool.Name)?.[1] ?? '', 36) * 1000
    await withClock(began + HOUR * 1000 - 1, async (pass) => {
      expect((await sweep(holding(pool).target)).found).toEqual([])
      pass(1)
      expect((await sweep(holding(pool).target)).found).toEqual([shown(pool)])
    })
  })

  test('looks through all pages, 60 pools at a time', async () => {
    const others = Array.from({ length: 130 }, (_, i) => `somebody-elses-${i}`)
    const ours = await made(7)
    const { target, left } = holding(...named(...others), ...ours)
    const { handler, diary } = recording(target)
    expect((await sweep(handler, { ...ALL_AGES, remove: true })).removed).toEqual(ours.map(shown))
    expect(left()).toEqual(others)
    expect(diary.filter(({ operation }) => operation === 'ListUserPools').map(({ body }) => body)).toEqual([
      '{"MaxResults":60}',
      '{"MaxResults":60,"NextToken":"60"}',
      '{"MaxResults":60,"NextToken":"120"}'
    ])
  })

  test('deletes no pool whose name is not that of a run, letter for letter', async () => {
    const [ours] = await made(7)
    const name = ours?.Name ?? ''
    const letter = fc.constantFrom(...'abcxyz0189-_ .')
    const nearly = fc.tuple(fc.nat(name.length - 10), letter, fc.constantFrom(0, 1)).map(([at, c, cut]) => {
      // what stands behind the checksum may be any name
      return name.slice(0, at) + c + name.slice(at + cut)
    })
    const word = fc.stringMatching(/^[\w+=,.@-]{1,30}$/)
    const names = fc
      .oneof(
        nearly,
        word,
        word.map((w) => `cognito-secrets-contract-${w}`),
        fc.tuple(word, word, word).map((words) => `cognito-secrets-contract-${words.join('-')}-main`),
        fc.constantFrom(
          'cognito-secrets-contract-staging-main',
          'cognito-secrets-contract-prod-users',
          'cognito-secrets-contract-7-main',
          `${name} copy`,
          `${name}\n`,
          name.toUpperCase()
        )
      )
      .filter((candidate) => candidate !== name && candidate !== '')
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(names, { maxLength: 8 }), async (others) => {
        const { target, left } = holding(...named(...others))
        const swept = await sweep(target, { ...ALL_AGES, remove: true })
        expect(swept).toEqual({ found: [], removed: [], spared: [], problems: [] })
        expect(left()).toEqual(others)
      }),
      { seed: 9, numRuns: 200 }
    )
  })

  test('believes tags more than the name, where a target keeps them', async () => {
    const pool = await madeOne(7)
    const foreign = 'its tags are not those of a run'
    const untagged = 'it has no tag of a run'
    const reasonOf = async (UserPoolTags: unknown, requireTag?: boolean): Promise<string | undefined> => {
      const { target } = holding({ ...pool, UserPoolTags })
      const swept = await sweep(target, { ...ALL_AGES, remove: true, ...(requireTag && { requireTag }) })
      expect([swept.removed.length, swept.spared.length].sort()).toEqual([0, 1])
      return swept.spared[0]?.replace(`${shown(pool)}: `, '')
    }
    expect(await reasonOf(pool.UserPoolTags)).toBeUndefined()
    expect(await reasonOf({ team: 'mine', ...Object(pool.UserPoolTags) })).toBeUndefined()
    expect(await reasonOf({ team: 'mine' })).toBe(foreign)
    expect(await reasonOf({ 'cognito-secrets-contract': 'other' })).toBe(foreign)
    expect(await reasonOf('a text')).toBe(foreign)
    expect(await reasonOf([{ Key: 'cognito-secrets-contract' }])).toBe(foreign)
    for (const none of [undefined, null, {}]) {
      expect(await reasonOf(none)).toBeUndefined()
      expect(await reasonOf(none, true)).toBe(untagged)
    }
    expect(await reasonOf(pool.UserPoolTags, true)).toBeUndefined()
  })

  test('a pool that cannot be described counts as one without a tag', async () => {
    const pool = await madeOne(7)
    const { target } = holding(pool)
    const silent: Target = (request) =>
      operationOf(request) === 'DescribeUserPool' ? refusal('AccessDeniedException', 'no') : target(request)
    expect((await sweep(silent, ALL_AGES)).found).toEqual([shown(pool)])
    expect((await sweep(silent, { ...ALL_AGES, requireTag: true })).spared).toEqual([
      `${shown(pool)}: it has no tag of a run`
    ])
  })

  test('a pool that cannot be removed is a problem, and the next one is removed', async () => {
    const [first, second] = await made(7)
    if (first === undefined || second === undefined) return expect.fail('no pools were made')
    const { target, left } = holding(first, second)
    const stubborn: Target = (request) =>
      operationOf(request) === 'DeleteUserPool' && textOf(request.body).includes(first.Id)
        ? refusal('NotAuthorizedException', 'no')
        : target(request)
    expect(await sweep(stubborn, { ...ALL_AGES, remove: true })).toEqual({
      found: [shown(first), shown(second)],
      removed: [shown(second)],
      spared: [],
      problems: [`${shown(first)} could not be removed: NotAuthorizedException, HTTP 400`]
    })
    expect(left()).toEqual([first.Name])
  })

  test('finds what the runs with one seed made, or what all made', async () => {
    const [seven, eight] = [await madeOne(7), await madeOne(8)]
    const { target } = holding(seven, eight)
    expect((await sweep(target, ALL_AGES)).found).toEqual([shown(seven), shown(eight)])
    expect((await sweep(target, { ...ALL_AGES, seed: 8 })).found).toEqual([shown(eight)])
  })

  test.each<readonly [string, Target, string]>([
    ['rejects', () => Promise.reject(new Error('gone')), 'ListUserPools: gone'],
    [
      'rejects with no Error',
      () => Promise.reject('x' as unknown as Error),
      'ListUserPools: the target threw something that is no Error'
    ],
    [
      'has no ListUserPools',
      () => refusal('UnknownOperationException', 'no'),
      'ListUserPools: UnknownOperationException, HTTP 400'
    ],
    ['answers HTML', () => ({ status: 502, headers: {}, body: '<html>' }), 'ListUserPools: an unnamed error, HTTP 502']
  ])('a target that %s is a problem', async (_, target, problem) => {
    expect(await sweep(target)).toEqual({ found: [], removed: [], spared: [], problems: [problem] })
  })

  test.each<readonly [string, Target]>([
    [
      'an error of many lines that repeats a credential',
      () => Promise.reject(new Error(`refused\n::error::\u001b[31m wJalrXUtnFEMI/K7MDENG ${'x'.repeat(5000)}`))
    ],
    [
      'an error with such a name',
      () => json(400, { __type: `No\u001b[31m wJalrXUtnFEMI/K7MDENG\n${'y'.repeat(5000)}` })
    ]
  ])('%s is told in one short line, masked', async (_, target) => {
    const { problems } = await sweep(target, { credentialSecrets: ['wJalrXUtnFEMI/K7MDENG'] })
    expect(problems).toHaveLength(1)
    const [problem = ''] = problems
    expect(problem).toMatch(/^ListUserPools: /)
    expect(problem.length).toBeLessThan(400)
    expect(problem).not.toMatch(/wJalrXUtnFEMI|[\n\u001b]/)
  })

  test('ids and refusals of pools are told short and masked too', async () => {
    const [pool] = await made(3)
    const Id = `wJalrXUtnFEMI/K7MDENG\n${'z'.repeat(5000)}`
    const { target } = holding({ ...(pool ?? expect.fail('no pool was made')), Id })
    const refusing: Target = (request) =>
      operationOf(request) === 'DeleteUserPool' ? refusal(`No\u001b[31m${'y'.repeat(5000)}`, 'no') : target(request)
    const swept = await sweep(refusing, { ...ALL_AGES, remove: true, credentialSecrets: ['wJalrXUtnFEMI/K7MDENG'] })
    expect(swept.found).toHaveLength(1)
    expect(swept.problems).toHaveLength(1)
    for (const text of [...swept.found, ...swept.problems]) {
      expect(text.length).toBeLessThan(1000)
      expect(text).not.toMatch(/wJalrXUtnFEMI|[\n\u001b]/)
    }
  })

  test.each<readonly [string, unknown]>([
    ['is no object', 7],
    ['is null', null],
    ['has no members', {}],
    ['has no list', { UserPools: 'none' }],
    ['lists what are no pools', { UserPools: [null, 7, { Id: 1 }, { Id: 'us-east-1_a' }] }]
  ])('an answer that %s has no pools', async (_, answer) => {
    expect(await sweep(() => json(200, answer))).toEqual({ found: [], removed: [], spared: [], problems: [] })
  })

  test('a pool without an id that is a text cannot be removed, and is not found', async () => {
    const { Name } = await madeOne(7)
    const target = (): ReturnType<typeof json> => json(200, { UserPools: [{ Id: 7, Name }, { Name }] })
    expect((await sweep(target, ALL_AGES)).found).toEqual([])
  })

  test.each<readonly [string, (n: number) => unknown, number]>([
    ['comes again', () => 'again', 2],
    ['is empty', () => '', 1],
    ['is no text', (n) => n, 1],
    ['is always another', String, 1000]
  ])('a token that %s ends', async (_, tokenOf, calls) => {
    let n = 0
    const target: Target = () => json(200, { UserPools: [], NextToken: tokenOf(++n) })
    expect((await sweep(target)).problems).toEqual([])
    expect(n).toBe(calls)
  })
})
