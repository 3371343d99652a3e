/**
 * What a run does where the target takes its time, or stops answering half-way and comes back.
 */
import { describe, expect, test } from 'vitest'
import { type Target, verify } from '../../../src/conformance.js'
import { CONTENT_TYPE } from '../../../src/protocol/index.js'
import { operationOf, reference, refusal, textOf } from '../../node/support/handlers.js'

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The reference, and the ids of the pools that it has. */
const counted = (): { readonly target: Target; readonly pools: () => Promise<number> } => {
  const target = reference()
  const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools' }
  return {
    target,
    pools: async () => {
      const { body } = await target({ method: 'POST', path: '/', headers, body: '{"MaxResults":60}' })
      return (JSON.parse(textOf(body)) as { readonly UserPools: ReadonlyArray<unknown> }).UserPools.length
    }
  }
}

describe.concurrent('patience', () => {
  test('a pool may take longer than a list', async () => {
    const { target } = counted()
    const slow: Target = async (request) => {
      if (operationOf(request) === 'CreateUserPool') await sleep(400)
      return target(request)
    }
    const report = await verify(slow, { seed: 1, runs: 0, timeoutMs: 200, only: ['list'] })
    expect(report.verdict).toBe('passed')
  })

  test('a list may not', async () => {
    const { target } = counted()
    const slow: Target = async (request) => {
      if (operationOf(request) === 'ListUserPoolClientSecrets') await sleep(400)
      return target(request)
    }
    const report = await verify(slow, { seed: 1, runs: 0, timeoutMs: 200, only: ['response.http.complete'] })
    expect(report.clauses[0]?.counterexample?.received).toBe('no complete answer within 200 ms')
  })

  test('a target is told when nobody waits any longer', async () => {
    let aborted = 0
    const silent: Target = (_, signal) => {
      signal?.addEventListener('abort', () => aborted++)
      return new Promise(() => undefined)
    }
    const report = await verify(silent, { seed: 1, runs: 0, timeoutMs: 20 })
    expect(report.verdict).toBe('inconclusive')
    expect(aborted).toBe(report.requests)
  })
})

describe.concurrent('what a run made', () => {
  /** Lets nothing through from the `from`-th to the `to`-th call. */
  const gone = (target: Target, from: number, to: number): Target => {
    let n = 0
    return (request) => (++n >= from && n <= to ? Promise.reject(new Error('socket hang up')) : target(request))
  }

  test('is deleted where the target was given up and is back', async () => {
    const { target, pools } = counted()
    const report = await verify(gone(target, 40, 44), { seed: 1, runs: 0, concurrency: 1 })
    expect(report.clauses.some(({ reason }) => reason?.startsWith('gave up after 5 requests'))).toBe(true)
    expect(report.leftBehind).toEqual([])
    expect(await pools()).toBe(0)
  })

  test('is named where the target stays away', async () => {
    const { target, pools } = counted()
    const report = await verify(gone(target, 40, Infinity), { seed: 1, runs: 0, concurrency: 1 })
    expect(report.leftBehind.filter(({ kind }) => kind === 'user pool')).toHaveLength(2)
    expect(await pools()).toBe(2)
  })

  test('is deleted in the end where it could not be at first', async () => {
    const { target, pools } = counted()
    let refused = 0
    const stubborn: Target = (request) =>
      operationOf(request) === 'DeleteUserPool' && refused++ < 2
        ? Promise.resolve(refusal('NotAuthorizedException', 'not now'))
        : target(request)
    const report = await verify(stubborn, { seed: 1, runs: 0, only: ['error.notFound.deletedPool'] })
    expect(report.leftBehind).toEqual([])
    expect(await pools()).toBe(0)
  })
})
