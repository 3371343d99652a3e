/**
 * `sweep` as a function: finds what runs made, page by page, and touches nothing else.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sweep, type Target, verify } from '../../../src/conformance.js'
import { json, operationOf, poolsLeft, recording, reference, refusal, textOf } from '../../node/support/handlers.js'

const ALL_AGES = { minAge: -Infinity }

const HOUR = 3600

interface Pool {
  readonly Id: string
  readonly Name: string
  readonly UserPoolTags?: object
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

/** What a run with this seed asks to be made: names and tags, as they are sent. */
const made = async (seed: number): Promise<ReadonlyArray<Pool>> => {
  const { handler, diary } = recording(reference())
  await verify(handler, { seed, runs: 0, only: ['list.empty', 'error.notFound.deletedPool'] })
  const bodies = diary.filter(({ operation }) => operation === 'CreateUserPool').map(({ body }) => body)
  return bodies.map((body, i) => {
    const { PoolName, UserPoolTags } = JSON.parse(body) as { PoolName: string; UserPoolTags: object }
    return { Id: `us-east-1_made${seed >>> 0}x${i}`, Name: PoolName, UserPoolTags }
  })
}

describe('sweep', () => {
  test.each([0, 1, -1, 2 ** 31 - 1, -(2 ** 31)])('removes what a run with seed %i could not', async (seed) => {
    const { handler, diary } = recording(reference())
    let isStuck = true
    const target: Target = (request) =>
      isStuck && operationOf(request) === 'DeleteUserPool'
        ? Promise.resolve(refusal('InternalErrorException', 'no'))
        : handler(request)
    const report = await verify(target, { seed, runs: 0, only: ['list.empty', 'error.notFound.deletedPool'] })
    expect(report.leftBehind.length).toBeGreaterThan(1)
    isStuck = false
    const other = { ...ALL_AGES, seed: seed === 5 ? 6 : 5, remove: true }
    expect(await sweep(target, other)).toEqual({ found: [], removed: [], spared: [], problems: [] })
    const { found, removed, problems } = await sweep(target, { ...ALL_AGES, seed, remove: true })
    expect(removed).toEqual(found)
    expect(found.length).toBeGreaterThan(1)
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

  test('leaves alone what a run made that may not have ended', async () => {
    const pools = await made(7)
    const { target, left } = holding(...pools)
    const young = await sweep(target, { remove: true })
    expect(young).toMatchObject({ found: [], removed: [] })
    expect(young.spared).toHaveLength(pools.length)
    expect(young.spared[0]).toMatch(/: its run began 0 minutes ago$/)
    expect(left()).toHaveLength(pools.length)
    // an hour ago, as its names tell
    const now = Date.now()
    const clock = Date.now
    Date.now = () => now + (HOUR + 60) * 1000
    try {
      expect((await sweep(target, { remove: true })).removed).toHaveLength(pools.length)
    } finally {
      Date.now = clock
    }
    expect(left()).toEqual([])
  })

  test('looks through all pages', async () => {
    const others = Array.from({ length: 130 }, (_, i) => `somebody-elses-${i}`)
    const ours = await made(7)
    const { target, left } = holding(...named(...others), ...ours)
    expect((await sweep(target, { ...ALL_AGES, remove: true })).removed).toHaveLength(ours.length)
    expect(left()).toEqual(others)
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
    const [pool] = await made(7)
    if (pool === undefined) return expect.fail('nothing was made')
    const removedOf = async (UserPoolTags: object | undefined, requireTag = false): Promise<number> => {
      const { target } = holding({ Id: pool.Id, Name: pool.Name, ...(UserPoolTags && { UserPoolTags }) })
      return (await sweep(target, { ...ALL_AGES, remove: true, requireTag })).removed.length
    }
    expect(await removedOf(pool.UserPoolTags)).toBe(1)
    expect(await removedOf({ team: 'mine', ...pool.UserPoolTags })).toBe(1)
    expect(await removedOf({ team: 'mine' })).toBe(0)
    expect(await removedOf({ 'cognito-secrets-contract': 'other' })).toBe(0)
    expect(await removedOf(undefined)).toBe(1)
    expect(await removedOf({})).toBe(1)
    expect(await removedOf(undefined, true)).toBe(0)
    expect(await removedOf({}, true)).toBe(0)
    expect(await removedOf(pool.UserPoolTags, true)).toBe(1)
  })

  test.each<readonly [string, Target, RegExp]>([
    ['rejects', () => Promise.reject(new Error('gone')), /^ListUserPools: gone$/],
    [
      'has no ListUserPools',
      () => Promise.resolve(refusal('UnknownOperationException', 'no')),
      /UnknownOperationException/
    ],
    ['answers HTML', () => Promise.resolve({ status: 502, headers: {}, body: '<html>' }), /HTTP 502/]
  ])('a target that %s is a problem', async (_, target, problem) => {
    const swept = await sweep(target)
    expect(swept).toMatchObject({ found: [], removed: [] })
    expect(swept.problems.join()).toMatch(problem)
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

  test('what is thrown that is no Error is said to be that', async () => {
    const { problems } = await sweep(() => Promise.reject('x' as unknown as Error))
    expect(problems).toEqual(['ListUserPools: the target threw something that is no Error'])
  })

  test('a token that leads nowhere ends', async () => {
    let calls = 0
    const target: Target = () => {
      calls++
      return Promise.resolve(json(200, { UserPools: [null, 7, { Id: 1 }], NextToken: 'again' }))
    }
    expect((await sweep(target)).found).toEqual([])
    expect(calls).toBeLessThanOrEqual(1000)
  })
})
