/**
 * `verify` on whole runs: scenes, time limits, and counterexamples made small side by side.
 */
import { describe, expect, test } from 'vitest'
import { type Progress, type Report, type Target, verify } from '../../../src/conformance.js'
import { altering, poolsLeft, recording, reference } from '../../node/support/handlers.js'

const status = ({ clauses }: Report, id: string): string | undefined => clauses.find((one) => one.id === id)?.status

const operations = (diary: ReadonlyArray<{ readonly operation: string }>): ReadonlySet<string> =>
  new Set(diary.map(({ operation }) => operation).filter((name) => /^(?:Create|Add|Delete)/.test(name)))

describe.concurrent('the scene', () => {
  test('is made and cleaned up unless told otherwise', async () => {
    const { handler, diary } = recording(reference())
    const report = await verify(handler, { seed: 1, runs: 0 })
    expect(report).toMatchObject({ verdict: 'passed', leftBehind: [], notes: [], target: 'in-process handler' })
    expect(report.requests).toBe(diary.length)
    expect(operations(diary)).toContain('CreateUserPool')
    expect(poolsLeft(diary)).toEqual([])
    expect(report.clauses.every(({ status: s, excused }) => s === 'passed' || excused === true)).toBe(true)
  })

  test('ids that are given are listed, and judged as far as that goes', async () => {
    const handler = reference()
    const pool = await handler(post('CreateUserPool', { PoolName: 'mine' }))
    const userPoolId = /"Id":"([^"]+)"/.exec(String(pool.body))?.[1] ?? ''
    const client = await handler(
      post('CreateUserPoolClient', { UserPoolId: userPoolId, ClientName: 'c', GenerateSecret: true })
    )
    const clientId = /"ClientId":"([^"]+)"/.exec(String(client.body))?.[1] ?? ''
    const { handler: kept, diary } = recording(handler)
    const only = ['response.clientSecretId', 'error.notFound.client', 'list']
    const report = await verify(kept, { seed: 1, runs: 0, given: { userPoolId, clientId }, only })
    expect(operations(diary)).toEqual(new Set())
    expect(status(report, 'response.clientSecretId.present')).toBe('passed')
    expect(status(report, 'error.notFound.client')).toBe('passed')
    expect(status(report, 'list.complete')).toBe('untested')
    expect(report.clauses.filter(({ status: s }) => s === 'failed')).toEqual([])
  })
})

const post = (operation: string, input: object): Parameters<Target>[0] => ({
  method: 'POST',
  path: '/',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`
  },
  body: JSON.stringify(input)
})

describe.concurrent('clean-up', () => {
  test('asks for nothing of a pool that is deleted', async () => {
    const { handler, diary } = recording(reference())
    await verify(handler, { seed: 1, runs: 1, only: ['error.notFound.deletedPool'] })
    const poolIn = (body: string): string => /"UserPoolId":"([^"]+)"/.exec(body)?.[1] ?? ''
    const deleted = diary.flatMap(({ operation, body }, i) =>
      operation === 'DeleteUserPool' ? [{ id: poolIn(body), i }] : []
    )
    const after = diary.filter(
      ({ operation, body }, i) =>
        operation.startsWith('Delete') && deleted.some((one) => one.id === poolIn(body) && one.i < i)
    )
    expect(deleted.length).toBeGreaterThan(2)
    expect(after).toEqual([])
  })
})

describe.concurrent('a target in the same process that never waits', () => {
  test('is stopped by a signal from a timer', async () => {
    const { handler, diary } = recording(reference())
    const report = await verify(handler, { seed: 1, runs: 20_000, signal: AbortSignal.timeout(200) })
    expect(report.verdict).toBe('inconclusive')
    expect(report.requests).toBeLessThan(20_000)
    expect(status(report, 'response.body.object')).toBe('passed')
    expect(poolsLeft(diary)).toEqual([])
  })

  test('is stopped by the time limit, with the reason', async () => {
    const { handler, diary } = recording(reference())
    const report = await verify(handler, { seed: 1, runs: 100_000, maxTimeMs: 300 })
    expect(report).toMatchObject({ verdict: 'inconclusive', because: 'the time limit of 0.3 s was reached' })
    expect(poolsLeft(diary)).toEqual([])
  })
})

describe.concurrent('counterexamples', () => {
  const broken = (): Target => altering((response) => ({ ...response, headers: {}, body: '[]' }))
  const only = ['response', 'list.empty']

  test('are made small side by side, with progress until the last, and leave nothing behind', async () => {
    const { handler, diary } = recording(broken())
    const seen: Array<Progress> = []
    const onProgress = (progress: Progress): void => void seen.push(progress)
    const report = await verify(handler, { seed: 1, runs: 1, only, onProgress })
    expect(report.leftBehind).toEqual([])
    expect(poolsLeft(diary)).toEqual([])
    const failed = report.clauses.filter(({ counterexample }) => counterexample !== undefined).length
    const shrinking = seen.filter(({ shrunk }) => shrunk !== undefined)
    expect(failed).toBeGreaterThan(2)
    expect(shrinking.length).toBeGreaterThan(failed * 5)
    expect(shrinking.at(-1)?.shrunk).toEqual({ done: failed, total: failed })
    expect(shrinking.every(({ done, total }) => done === total)).toBe(true)
  })

  test('are the same at any concurrency', async () => {
    const counterexamples = async (concurrency: number): Promise<ReadonlyArray<string>> => {
      const report = await verify(broken(), { seed: 1, runs: 1, only: ['response.body', 'list.empty'], concurrency })
      return report.clauses.map(({ id, counterexample }) => `${id} ${JSON.stringify(counterexample?.steps)}`)
    }
    expect(await counterexamples(8)).toEqual(await counterexamples(1))
  })
})
