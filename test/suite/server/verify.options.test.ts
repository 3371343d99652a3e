/**
 * `verify` and its options: scenes, strictness, interrupts, progress, and what stays when clean-up fails.
 */
import { describe, expect, test } from 'vitest'
import { type Progress, type Report, type Target, verify } from '../../../src/conformance.js'
import {
  answering,
  altering,
  operationOf,
  paging,
  poolsLeft,
  recording,
  reference,
  refusal
} from '../../node/support/handlers.js'

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

  test('without provisioning nothing is created, and MUSTs that need it are untested', async () => {
    const only = ['request.clientId.pattern', 'request.body', 'list']
    const { handler, diary } = recording(reference())
    const report = await verify(handler, { seed: 1, runs: 0, provision: false, only })
    expect(operations(diary)).toEqual(new Set())
    expect(status(report, 'request.clientId.pattern')).toBe('passed')
    expect(report.clauses.find(({ id }) => id === 'list.complete')).toMatchObject({
      status: 'untested',
      excused: false,
      reason: 'provisioning was not allowed'
    })
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toMatch(/^\d+ MUST clauses could not be tested: /)
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

  test('a target that cannot be provisioned is judged as far as it goes, with a note', async () => {
    const target = answering('CreateUserPoolClient', refusal('UnknownOperationException', 'no'))
    const report = await verify(target, { seed: 1, runs: 0, only: ['request.clientId.pattern', 'list'] })
    expect(report.notes.join()).toContain('CreateUserPoolClient was refused: UnknownOperationException, HTTP 400')
    expect(status(report, 'request.clientId.pattern')).toBe('passed')
    expect(status(report, 'list.complete')).toBe('untested')
    expect(report.verdict).toBe('inconclusive')
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

describe.concurrent('strict', () => {
  const talkative = altering((response) => ({ ...response, body: String(response.body).replace('{', '{"Extra":1,') }))

  test('a broken SHOULD warns, and fails with strict', async () => {
    const only = ['response.members', 'response.body']
    const lenient = await verify(talkative, { seed: 1, runs: 0, only })
    const strict = await verify(talkative, { seed: 1, runs: 0, only, strict: true })
    expect([lenient.verdict, strict.verdict]).toEqual(['passed', 'failed'])
    expect([lenient, strict].map((report) => status(report, 'response.members.documented'))).toEqual([
      'warned',
      'failed'
    ])
  })
})

describe.concurrent('an interrupt', () => {
  test('is told with its reason; what was reached is judged, what was made is deleted', async () => {
    const { handler, diary } = recording(reference())
    const controller = new AbortController()
    const report = await verify(handler, {
      seed: 1,
      signal: controller.signal,
      onProgress: ({ requests }) => requests > 200 && controller.abort('enough')
    })
    expect(report).toMatchObject({ verdict: 'inconclusive', because: 'enough', leftBehind: [] })
    expect(report.requests).toBeLessThan(400)
    expect(status(report, 'response.body.object')).toBe('passed')
    expect(poolsLeft(diary)).toEqual([])
  })

  test('before the start leaves nothing', async () => {
    const { handler, diary } = recording(reference())
    const report = await verify(handler, { seed: 1, signal: AbortSignal.abort() })
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toBe('interrupted')
    expect(poolsLeft(diary)).toEqual([])
  })

  test('what was broken stays broken', async () => {
    const controller = new AbortController()
    const report = await verify(paging(), {
      seed: 1,
      signal: controller.signal,
      onProgress: ({ requests }) => requests > 100 && controller.abort()
    })
    expect(report.verdict).toBe('failed')
    expect(status(report, 'response.nextToken.absent')).toBe('failed')
  })
})

describe.concurrent('progress', () => {
  test('counts up to the end, and names what is broken', async () => {
    const all: Array<Progress> = []
    await verify(paging(), { seed: 1, runs: 0, only: ['response'], onProgress: (progress) => void all.push(progress) })
    const seen = all.filter(({ shrunk }) => shrunk === undefined)
    expect(seen.map(({ done }) => done)).toEqual(seen.map((_, i) => i + 1))
    expect(seen.at(-1)).toMatchObject({ done: seen.length, total: seen.length, broken: ['response.nextToken.absent'] })
  })
})

describe.concurrent('a callback that throws', () => {
  test('ends the run with its error, and nothing stays on the target', async () => {
    const { handler, diary } = recording(reference())
    let calls = 0
    const run = verify(handler, {
      seed: 1,
      runs: 0,
      onProgress: () => {
        calls++
        throw new Error('my own bug')
      }
    })
    await expect(run).rejects.toThrow('my own bug')
    expect(calls).toBe(1)
    expect(poolsLeft(diary)).toEqual([])
  })
})

describe.concurrent('wrong usage is told before the first request', () => {
  const ids = { userPoolId: 'us-east-1_Nobody123', clientId: '1h57kf5cpq17m0eml12example' }

  test.each<readonly [string, Partial<Parameters<typeof verify>[1]>, string]>([
    ['a client id', { given: { ...ids, clientId: 'no-client' } }, "Value 'no-client' at 'clientId'"],
    ['a pool id', { given: { ...ids, userPoolId: 'us-east-1' } }, "Value 'us-east-1' at 'userPoolId'"],
    [
      'a pool id that is too long',
      { given: { ...ids, userPoolId: `us_${'a'.repeat(53)}` } },
      'less than or equal to 55'
    ],
    ['a clause', { baseline: { knownFailures: [{ clause: 'list.onyl', reason: 'x' }] } }, 'list.onyl'],
    ['a selection', { only: ['list.onyl'] }, 'list.onyl']
  ])('%s that cannot be right', async (_, options, said) => {
    const { handler, diary } = recording(reference())
    await expect(verify(handler, { seed: 1, runs: 0, ...options })).rejects.toThrow(said)
    expect(diary).toEqual([])
  })
})

describe.concurrent('ids that the target does not know', () => {
  test('are named as the reason, and nothing is judged', async () => {
    const given = { userPoolId: 'us-east-1_Nobody123', clientId: '1h57kf5cpq17m0eml12example' }
    const { handler, diary } = recording(reference())
    const report = await verify(handler, { seed: 1, runs: 5, given })
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toMatch(
      /^the target does not know the given ids: .*HTTP 400 ResourceNotFoundException \(User pool us-east-1_Nobody123 does not exist\.\)/
    )
    expect(diary).toHaveLength(1)
    expect(report.clauses.every((one) => one.status === 'untested')).toBe(true)
  })
})

describe.concurrent('keep', () => {
  const lists = JSON.stringify({ UserPoolId: '{{pool:main}}', ClientId: '{{client:a}}' })
  const replay: Parameters<typeof verify>[1]['replay'] = {
    clause: 'response.nextToken.absent',
    steps: [
      { op: 'createUserPool', pool: 'p' },
      { op: 'createUserPoolClient', pool: 'main', client: 'a', secret: true },
      { op: 'list', body: lists }
    ]
  }

  test('keeps the scene and what the replay made, not what the confirmations made', async () => {
    const { handler, diary } = recording(paging())
    const report = await verify(handler, { seed: 1, replay, keep: true })
    expect(report.verdict).toBe('failed')
    expect(report.clauses[0]?.counterexample?.again?.runs).toBeGreaterThan(0)
    // main and other of the scene, p of the replay
    expect(poolsLeft(diary)).toHaveLength(3)
    for (const id of poolsLeft(diary)) {
      expect(report.leftBehind).toContainEqual({ kind: 'user pool', id, reason: 'kept' })
    }
    expect(report.leftBehind.filter(({ kind }) => kind === 'user pool')).toHaveLength(3)
  })

  test('without it nothing stays', async () => {
    const { handler, diary } = recording(paging())
    const report = await verify(handler, { seed: 1, replay })
    expect(poolsLeft(diary)).toEqual([])
    expect(report.leftBehind).toEqual([])
  })
})

describe.concurrent('clean-up', () => {
  test('asks for nothing of a pool that is deleted', async () => {
    const { handler, diary } = recording(reference())
    await verify(handler, { seed: 1, runs: 5, only: ['error.notFound.deletedPool', 'list'] })
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

describe.concurrent('clean-up that fails', () => {
  test('keeps the results, and says what is left', async () => {
    const { handler, diary } = recording(reference())
    const report = await verify(
      (request) =>
        operationOf(request).startsWith('DeleteUserPool') && !operationOf(request).endsWith('Secret')
          ? Promise.resolve(refusal('NotAuthorizedException', 'no'))
          : handler(request),
      { seed: 1, runs: 0, only: ['response', 'list'] }
    )
    expect(status(report, 'list.complete')).toBe('passed')
    expect(report.verdict).toBe('passed')
    expect(report.leftBehind.length).toBeGreaterThan(2)
    for (const id of poolsLeft(diary)) expect(report.leftBehind.map((left) => left.id)).toContain(id)
  })
})

describe.concurrent('options that are undefined', () => {
  test('mean their defaults', async () => {
    // a caller without exactOptionalPropertyTypes may pass them
    const options: Record<string, unknown> = { seed: 1, only: ['response.body'] }
    for (const name of ['runs', 'timeoutMs', 'concurrency', 'maxTimeMs', 'rateLimit', 'retries', 'keep', 'provision']) {
      options[name] = undefined
    }
    const report = await verify(reference(), options as never)
    expect(report).toMatchObject({ verdict: 'passed', runs: 100 })
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

describe.concurrent('throttling to the end', () => {
  test('of one call matters only where it leaves a MUST untested', async () => {
    let n = 0
    const inner = reference()
    // the tenth List and all its retries
    const target: Target = (request) => {
      const isUnlucky = operationOf(request) === 'ListUserPoolClientSecrets' && ++n >= 10 && n < 21
      return isUnlucky ? Promise.resolve(refusal('TooManyRequestsException', 'Rate exceeded')) : inner(request)
    }
    const report = await verify(target, { seed: 1, runs: 0, concurrency: 1, only: ['response.body', 'list.complete'] })
    expect(report.retries).toBe(10)
    expect(report.verdict).toBe('passed')
  })

  test('of every call of an operation is the reason of what it leaves untested', async () => {
    const target = answering('DeleteUserPoolClientSecret', refusal('TooManyRequestsException', 'Rate exceeded'))
    const report = await verify(target, { seed: 1, runs: 0, only: ['response.body', 'list.deletedSecret'] })
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toMatch(/throttled to the end; fewer requests a second may help \(--rate-limit\)/)
  })
})

describe.concurrent('counterexamples', () => {
  const broken: Target = altering((response) => ({ ...response, headers: {}, body: '[]' }))

  test('are made small side by side, with progress until the last', async () => {
    const seen: Array<Progress> = []
    const report = await verify(broken, { seed: 1, runs: 5, onProgress: (progress) => void seen.push(progress) })
    const failed = report.clauses.filter(({ counterexample }) => counterexample !== undefined).length
    const shrinking = seen.filter(({ shrunk }) => shrunk !== undefined)
    expect(failed).toBeGreaterThan(5)
    expect(shrinking.length).toBeGreaterThan(failed * 5)
    expect(shrinking.at(-1)?.shrunk).toEqual({ done: failed, total: failed })
    expect(shrinking.every(({ done, total }) => done === total)).toBe(true)
  })

  test('are the same at any concurrency', async () => {
    const counterexamples = async (concurrency: number): Promise<ReadonlyArray<string>> => {
      const report = await verify(
        altering((response) => ({ ...response, headers: {}, body: '[]' })),
        { seed: 1, runs: 5, concurrency }
      )
      return report.clauses.map(({ id, counterexample }) => `${id} ${JSON.stringify(counterexample?.steps)}`)
    }
    expect(await counterexamples(8)).toEqual(await counterexamples(1))
  })

  test('leave nothing behind on the target', async () => {
    const { handler, diary } = recording(broken)
    const report = await verify(handler, { seed: 1, runs: 5 })
    expect(report.verdict).toBe('failed')
    expect(report.leftBehind).toEqual([])
    expect(poolsLeft(diary)).toEqual([])
  })
})
