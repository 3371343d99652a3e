/**
 * The run loop: cases some at a time, until they are through or the run is to end.
 */
import { describe, expect, test } from 'vitest'
import { listClient, type TestCase } from '../../../src/generators/TestCase.js'
import { serverLaws } from '../../../src/laws/server/serverLaws.js'
import { emptyWorld } from '../../../src/laws/server/World.js'
import { type PlannedCase, planReplay } from '../../../src/suite/server/plan.js'
import { brokenByTarget, inParallel, type Run, runCases } from '../../../src/suite/server/run.js'
import { emptyTally, explained } from '../../../src/suite/server/ServerTally.js'
import { openSession } from '../../../src/suite/server/target/Session.js'
import type { Target } from '../../../src/suite/server/target/Target.js'
import type { Progress } from '../../../src/suite/shared/Progress.js'
import { answering, json, poolsLeft, recording, reference } from '../../node/support/handlers.js'

const runOn = (target: Target, over: Partial<Run> = {}, stop?: () => string | undefined): Run => ({
  session: openSession(target, { seed: 1, retries: 0, timeoutMs: 1000, ...(stop && { stop }) }),
  laws: serverLaws.filter(({ clause }) => clause === 'response.status.ok' || clause === 'request.method.post'),
  world: () => Promise.resolve(emptyWorld),
  tally: emptyTally(),
  concurrency: 1,
  onProgress: undefined,
  isEnough: () => false,
  ...over
})

const cases = (...all: ReadonlyArray<TestCase>): IterableIterator<PlannedCase> =>
  all.flatMap((steps) => planReplay(steps)).values()

const get: TestCase = [{ op: 'list', body: '{}', method: 'GET' }]
const post: TestCase = [{ op: 'list', body: '{}' }]
const withClient: TestCase = [
  { op: 'createUserPool', pool: 'main' },
  { op: 'createUserPoolClient', pool: 'main', client: 'one', secret: true },
  listClient('one')
]

/** Answers every List with a list. */
const listing = (): Target => answering('ListUserPoolClientSecrets', json(200, { ClientSecrets: [] }))

describe('jobs', () => {
  test('are done as many at a time as said, each once and in order', async () => {
    const started: Array<number> = []
    let [running, most] = [0, 0]
    await inParallel([1, 2, 3, 4, 5, 6, 7].values(), 3, async (job) => {
      started.push(job)
      most = Math.max(most, ++running)
      await Promise.resolve()
      running--
    })
    expect(started).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(most).toBe(3)
  })
})

describe('cases', () => {
  test('are sent to the last, entered in the tally and counted', async () => {
    const seen: Array<Progress> = []
    const { handler, diary } = recording(listing())
    const run = runOn(handler, { onProgress: (progress) => void seen.push(progress) })
    expect(await runCases(run, cases(post, withClient, get), 3)).toEqual({ done: 3, total: 3 })
    expect(diary.map(({ operation }) => operation)).toEqual([
      'ListUserPoolClientSecrets',
      'CreateUserPool',
      'CreateUserPoolClient',
      'ListUserPoolClientSecrets',
      'DeleteUserPoolClient',
      'DeleteUserPool',
      'ListUserPoolClientSecrets'
    ])
    expect(seen).toEqual([
      { done: 1, total: 3, requests: 1, broken: [] },
      { done: 2, total: 3, requests: 6, broken: [] },
      { done: 3, total: 3, requests: 7, broken: ['request.method.post'] }
    ])
    expect(explained(run.tally).get('response.status.ok')).toMatchObject({ exercised: 1, failed: 0 })
    expect(explained(run.tally).get('request.method.post')).toMatchObject({
      exercised: 1,
      failed: 1,
      firstFailure: 7,
      simplest: { steps: get, planned: { key: 'replay' } }
    })
  })

  test('leave nothing behind', async () => {
    const { handler, diary } = recording(reference())
    await runCases(runOn(handler), cases(withClient, withClient), 2)
    expect(diary.filter(({ operation }) => operation === 'CreateUserPool')).toHaveLength(2)
    expect(poolsLeft(diary)).toEqual([])
  })

  test('are sent no more when what is broken is enough', async () => {
    const { handler, diary } = recording(listing())
    const run = runOn(handler)
    const isEnough = (): boolean => brokenByTarget(run.tally, run.session).length > 0
    expect(await runCases({ ...run, isEnough }, cases(post, get, post, post), 4)).toEqual({ done: 2, total: 4 })
    expect(diary).toHaveLength(2)
  })

  test('are sent no more when the session has ended', async () => {
    let n = 0
    const run = runOn(listing(), {}, () => (++n > 6 ? 'enough' : undefined))
    const { done } = await runCases(run, cases(post, post, post, post, post, post), 6)
    expect(done).toBeLessThan(6)
    expect(run.session.stats().requests).toBe(done)
  })
})

test('nothing is broken by a target that has not answered yet', async () => {
  const run = runOn(() => Promise.reject(new Error('gone')), {
    laws: serverLaws.filter(({ clause }) => clause === 'response.http.complete')
  })
  await runCases(run, cases(post), 1)
  expect(explained(run.tally).get('response.http.complete')).toMatchObject({ failed: 1 })
  expect(brokenByTarget(run.tally, run.session)).toEqual([])
  const other = runOn(listing())
  await runCases(other, cases(post), 1)
  expect(brokenByTarget(run.tally, other.session)).toEqual(['response.http.complete'])
})
