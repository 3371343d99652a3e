/**
 * `sweep` as a function: finds what runs made, page by page, and touches nothing else.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sweep, type Target, verify } from '../../../src/conformance.js'
import { json, operationOf, poolsLeft, recording, reference, refusal, textOf } from '../../node/support/handlers.js'

const post = (operation: string, input: object): Parameters<Target>[0] => ({
  method: 'POST',
  path: '/',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`
  },
  body: JSON.stringify(input)
})

/** The names of all pools, sorted: the order of a listing is the server's choice. */
const names = async (target: Target): Promise<ReadonlyArray<string>> => {
  const all: Array<string> = []
  let NextToken: string | undefined
  do {
    const { body } = await target(post('ListUserPools', { MaxResults: 60, ...(NextToken ? { NextToken } : {}) }))
    const page = JSON.parse(textOf(body)) as { UserPools: ReadonlyArray<{ Name: string }>; NextToken?: string }
    all.push(...page.UserPools.map(({ Name }) => Name))
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  return all.sort()
}

const holding = async (...poolNames: ReadonlyArray<string>): Promise<Target> => {
  const target = reference()
  for (const PoolName of poolNames) await target(post('CreateUserPool', { PoolName }))
  return target
}

/** A target on which nothing can be deleted while `isStuck`. */
const sticky = (isStuck: () => boolean): { target: Target; diary: ReturnType<typeof recording>['diary'] } => {
  const { handler, diary } = recording(reference())
  return {
    diary,
    target: (request) =>
      isStuck() && operationOf(request) === 'DeleteUserPool'
        ? Promise.resolve(refusal('InternalErrorException', 'no'))
        : handler(request)
  }
}

describe('sweep', () => {
  test.each([0, 1, -1, 2 ** 31 - 1, -(2 ** 31)])('removes what a run with seed %i could not', async (seed) => {
    let isStuck = true
    const { target, diary } = sticky(() => isStuck)
    const report = await verify(target, { seed, runs: 0, only: ['list.empty', 'error.notFound.deletedPool'] })
    expect(report.leftBehind.length).toBeGreaterThan(1)
    isStuck = false
    expect(await sweep(target, { seed: seed === 5 ? 6 : 5 })).toEqual({ found: [], removed: [], problems: [] })
    const { found, removed, problems } = await sweep(target, { seed })
    expect(removed).toEqual(found)
    expect(found.length).toBeGreaterThan(1)
    expect(problems).toEqual([])
    expect(poolsLeft(diary)).toEqual([])
  })

  test('looks through all pages', async () => {
    const unrecognised = Array.from({ length: 130 }, (_, i) => `unrecognisedOne-${i}`)
    const target = await holding(...unrecognised, 'cognito-secrets-contract-7-main')
    expect((await sweep(target)).removed).toHaveLength(1)
    expect(await names(target)).toEqual([...unrecognised].sort())
  })

  test('touches no pool that is not named exactly as runs name them', async () => {
    const word = fc.stringMatching(/^[\w+=,.@-]{0,12}$/)
    const name = fc
      .oneof(
        word,
        word.map((w) => `cognito-secrets-contract-${w}`),
        word.map((w) => `${w}cognito-secrets-contract-7-main`)
      )
      .filter((n) => n !== '' && !/^cognito-secrets-contract-[0-9a-z]{1,7}-\w+$/.test(n))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { maxLength: 8 }), async (unrecognised) => {
        const target = await holding(...unrecognised)
        expect(await sweep(target)).toEqual({ found: [], removed: [], problems: [] })
        expect(await names(target)).toEqual([...unrecognised].sort())
      }),
      { numRuns: 40 }
    )
  })

  test('with a seed is no less careful', async () => {
    const target = await holding('cognito-secrets-contract-7-main of somebody else', 'cognito-secrets-contract-7-main')
    expect((await sweep(target, { seed: 7 })).removed).toHaveLength(1)
    expect(await names(target)).toEqual(['cognito-secrets-contract-7-main of somebody else'])
  })

  test('a dry run removes nothing', async () => {
    const target = await holding('cognito-secrets-contract-7-main')
    const { found, removed } = await sweep(target, { dryRun: true })
    expect({ found: found.length, removed }).toEqual({ found: 1, removed: [] })
    expect(await names(target)).toHaveLength(1)
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
