/**
 * `verify` from its options to its report, on runs of a few requests.
 */
import { describe, expect, test } from 'vitest'
import { type ClauseId, clausesThatBind } from '../../../src/clauses/index.js'
import {
  type ClauseResult,
  type Progress,
  type Report,
  type Target,
  verify,
  type VerifyOptions
} from '../../../src/conformance.js'
import { listClient, type Step } from '../../../src/generators/TestCase.js'
import { countCases, probesFor } from '../../../src/suite/server/plan.js'
import type { Scene } from '../../../src/generators/probes/Probe.js'
import {
  altering,
  answering,
  json,
  operationOf,
  paging,
  poolsLeft,
  recording,
  reference,
  refusal,
  textOf
} from '../../node/support/handlers.js'
import { withClock } from './withClock.js'

const EMPTY: Step = { op: 'list', body: '{}' }
const IDS = { userPoolId: 'us-east-1_Nobody123', clientId: '1h57kf5cpq17m0eml12example' }
const LIST = 'ListUserPoolClientSecrets'

/** The calls that set the scene, and those that remove it. */
const SCENE = [
  'CreateUserPool',
  'CreateUserPool',
  'CreateUserPoolClient',
  LIST,
  'CreateUserPoolClient',
  LIST,
  'AddUserPoolClientSecret',
  LIST,
  'CreateUserPoolClient',
  LIST,
  'CreateUserPoolClient',
  LIST
]
const CLEAN_UP = [
  ...Array.from({ length: 4 }, () => 'DeleteUserPoolClient'),
  ...Array.from({ length: 2 }, () => 'DeleteUserPool')
]

interface Ran {
  readonly report: Report
  /** The operations that were called. */
  readonly calls: ReadonlyArray<string>
  /** What was asked, in the same order. */
  readonly bodies: ReadonlyArray<string>
  readonly poolsLeft: ReadonlyArray<string>
  readonly progress: ReadonlyArray<Progress>
}

/** A run that sends no generated cases, one request at a time. */
const run = async (target: Target, options: Partial<VerifyOptions>): Promise<Ran> => {
  const { handler, diary } = recording((request) => target(request))
  const progress: Array<Progress> = []
  const onProgress = (one: Progress): void => void progress.push(one)
  const report = await verify(handler, { seed: 1, runs: 0, concurrency: 1, onProgress, ...options })
  return {
    report,
    calls: diary.map(({ operation }) => operation),
    bodies: diary.map(({ body }) => body),
    poolsLeft: poolsLeft(diary),
    progress
  }
}

const replaying = (clause: ClauseId, ...steps: ReadonlyArray<Step>): Partial<VerifyOptions> => ({
  replay: { clause, steps }
})

const only = ({ report }: Ran): ClauseResult => report.clauses[0] ?? expect.fail('nothing was selected')

/** Answers every List with a list and a token. */
const tokens = (): Target => answering(LIST, json(200, { ClientSecrets: [], NextToken: 'more' }))

const throttled = refusal('TooManyRequestsException', 'Rate exceeded')

/** `verify` knows the option for tests, and no caller needs it. */
const NO_RETRIES = { retries: 0 } as Partial<VerifyOptions>

describe('the report', () => {
  test('of a run that passed says what was done', async () => {
    const { report, calls } = await run(reference(), replaying('response.status.ok', listClient('one')))
    expect(calls).toEqual([...SCENE, LIST, ...CLEAN_UP])
    expect(report).toEqual({
      tool: 'cognito-secrets-contract',
      formatVersion: 1,
      target: 'in-process handler',
      verdict: 'passed',
      because: 'every selected MUST was tested and held (73 of 74 clauses left out)',
      causes: [],
      clauses: [
        {
          id: 'response.status.ok',
          sentence: 'A success has HTTP status 200.',
          level: 'MUST',
          evidence: 'page',
          section: 'Response Elements',
          exercised: 1,
          broken: 0,
          status: 'passed'
        }
      ],
      seed: 1,
      runs: 0,
      requests: 19,
      retries: 0,
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
      durationMs: expect.any(Number) as unknown,
      notes: [],
      leftBehind: [],
      baselineProblems: []
    })
  })

  test('names the target by its name, by its address, or not', async () => {
    const targetOf = async (options: Partial<VerifyOptions>): Promise<string> =>
      (await run(reference(), { ...replaying('response.status.ok', EMPTY), provision: false, ...options })).report
        .target
    expect(await targetOf({ name: 'ours', url: 'http://127.0.0.1:1' })).toBe('ours')
    expect(await targetOf({ url: 'http://127.0.0.1:1' })).toBe('http://127.0.0.1:1')
    expect(await targetOf({})).toBe('in-process handler')
  })

  test('takes options that are undefined for their defaults', async () => {
    // a caller without exactOptionalPropertyTypes may pass them
    const options: Record<string, unknown> = { seed: 1, ...replaying('response.status.ok', listClient('one')) }
    for (const name of ['runs', 'timeoutMs', 'concurrency', 'maxTimeMs', 'rateLimit', 'retries', 'keep', 'provision']) {
      options[name] = undefined
    }
    expect(await verify(reference(), options as never)).toMatchObject({ verdict: 'passed', runs: 100 })
  })

  test('of a broken SHOULD warns, and fails with strict', async () => {
    const extra = answering(LIST, json(200, { ClientSecrets: [], Extra: 1 }))
    const options = { ...replaying('response.members.documented', EMPTY), provision: false }
    const [lenient, strict] = [await run(extra, options), await run(extra, { ...options, strict: true })]
    expect([only(lenient).status, lenient.report.verdict]).toEqual(['warned', 'passed'])
    expect([only(strict).status, strict.report.verdict]).toEqual(['failed', 'failed'])
  })

  test('has the failures of the scene, too, unless a case is replayed', async () => {
    const whole = await run(paging(), { only: ['response.nextToken'], bail: true })
    expect(only(whole)).toMatchObject({ exercised: 5, broken: 5, foundAfter: 12 })
    const replayed = await run(paging(), replaying('response.nextToken.absent', listClient('one')))
    expect(only(replayed)).toMatchObject({ exercised: 1, broken: 1, foundAfter: 13 })
  })
})

describe('the scene', () => {
  test('is not made where a replay makes its own', async () => {
    const steps: ReadonlyArray<Step> = [
      { op: 'createUserPool', pool: 'main' },
      { op: 'createUserPoolClient', pool: 'main', client: 'one', secret: true },
      listClient('one')
    ]
    const { calls, report } = await run(reference(), replaying('response.status.ok', ...steps))
    // before anything is listed the suite looks whether the operation is there at all
    expect(calls).toEqual([
      LIST,
      'CreateUserPool',
      'CreateUserPoolClient',
      LIST,
      'DeleteUserPoolClient',
      'DeleteUserPool'
    ])
    expect(report.verdict).toBe('passed')
  })

  test.each<readonly [string, Step]>([
    ['another pool', { op: 'createUserPool', pool: 'third' }],
    ['a client', { op: 'createUserPoolClient', pool: 'main', client: 'c', secret: false }]
  ])('is made where a replay makes %s', async (_, step) => {
    const { calls } = await run(reference(), replaying('response.status.ok', step, listClient('one')))
    expect(calls.slice(0, SCENE.length)).toEqual(SCENE)
  })

  test('is not made without provisioning, and what needs it is not tested', async () => {
    const { calls, report } = await run(reference(), {
      provision: false,
      only: ['request.body.empty', 'list.empty', 'request.method.post']
    })
    expect(calls.length).toBeGreaterThan(10)
    expect(calls.filter((operation) => /^(?:Create|Add|Delete)/.test(operation))).toEqual([])
    expect(report.clauses.map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ['request.body.empty', 'passed', undefined],
      ['request.method.post', 'passed', undefined],
      ['list.empty', 'untested', 'provisioning was not allowed']
    ])
    expect(report).toMatchObject({
      verdict: 'inconclusive',
      because: '1 MUST clause could not be tested: provisioning was not allowed'
    })
  })

  test('is not made where ids are given, which are listed', async () => {
    const { calls, report, bodies } = await run(answering(LIST, json(200, { ClientSecrets: [] })), {
      ...replaying('response.status.ok', listClient('one')),
      given: IDS
    })
    expect(calls).toEqual([LIST, LIST])
    expect(bodies[1]).toBe(JSON.stringify({ ClientId: IDS.clientId, UserPoolId: IDS.userPoolId }))
    expect(report.verdict).toBe('passed')
  })

  test('that cannot be made is the reason of what it leaves untested', async () => {
    const target = answering('CreateUserPoolClient', refusal('UnknownOperationException', 'no'))
    const { report, calls } = await run(target, { only: ['request.body.empty', 'list.empty'] })
    expect(calls.slice(0, 4)).toEqual(['CreateUserPool', 'CreateUserPool', 'CreateUserPoolClient', LIST])
    expect(report.clauses.map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ['request.body.empty', 'passed', undefined],
      [
        'list.empty',
        'untested',
        'the target could not be provisioned: CreateUserPoolClient: UnknownOperationException, HTTP 400'
      ]
    ])
    expect(report.notes).toEqual(['CreateUserPoolClient failed: UnknownOperationException, HTTP 400'])
  })
})

describe('what a run made', () => {
  const makes: ReadonlyArray<Step> = [{ op: 'createUserPool', pool: 'third' }, listClient('one')]

  test('is deleted', async () => {
    const ran = await run(paging(), replaying('response.nextToken.absent', ...makes))
    expect(ran.report).toMatchObject({ verdict: 'failed', leftBehind: [] })
    expect(ran.poolsLeft).toEqual([])
  })

  test('is kept where that was asked for, but for what was made to confirm the failure', async () => {
    const ran = await run(paging(), { ...replaying('response.nextToken.absent', ...makes), keep: true })
    expect(ran.poolsLeft).toHaveLength(3)
    const pools = ran.report.leftBehind.filter(({ kind }) => kind === 'user pool')
    expect(new Set(pools.map(({ id }) => id))).toEqual(new Set(ran.poolsLeft))
    expect(pools.map(({ reason }) => reason)).toEqual(['kept', 'kept', 'kept'])
  })

  test('is named where it cannot be deleted, and the result stays', async () => {
    const target = answering('DeleteUserPool', refusal('NotAuthorizedException', 'no'))
    const { report, poolsLeft: left } = await run(target, replaying('response.status.ok', ...makes))
    expect(report.verdict).toBe('passed')
    expect(report.leftBehind.map(({ kind, reason }) => [kind, reason])).toEqual(
      Array.from({ length: 3 }, () => ['user pool', 'NotAuthorizedException, HTTP 400'])
    )
    expect(left).toEqual([])
  })
})

describe('what cannot be judged', () => {
  test('an operation that is not there: no case is sent', async () => {
    const target = answering(LIST, json(501, {}))
    const because = 'the target does not implement ListUserPoolClientSecrets: it answers HTTP 501'
    for (const options of [{ only: ['response.status.ok'] }, replaying('response.status.ok', listClient('one'))]) {
      const ran = await run(target, options)
      // two looks after the scene
      expect(ran.calls).toEqual([...SCENE, LIST, LIST, ...CLEAN_UP])
      const [listed = '', looked = ''] = [ran.bodies[3], ran.bodies[SCENE.length]]
      expect(JSON.parse(looked)).toEqual(JSON.parse(listed))
      expect(ran.report).toMatchObject({ verdict: 'inconclusive', because })
      expect(only(ran)).toMatchObject({ status: 'untested', exercised: 0, reason: because })
    }
  })

  test('ids that the target does not know', async () => {
    const { report, calls } = await run(reference(), { given: IDS })
    expect(calls).toEqual([LIST])
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toBe(
      'the target does not know the given ids: it answered ListUserPoolClientSecrets with HTTP 400 ' +
        'ResourceNotFoundException (User pool us-east-1_Nobody123 does not exist.). Check --user-pool-id and ' +
        '--client-id, and that they belong together.'
    )
    expect(new Set(report.clauses.map(({ status }) => status))).toEqual(new Set(['untested']))
    expect(report.clauses.map(({ id }) => id)).toEqual(clausesThatBind('server'))
  })

  test('ids of the scene that the target does not know are its own fault', async () => {
    const forgetful = answering(LIST, refusal('ResourceNotFoundException', 'There is no such pool.'))
    const ran = await run(forgetful, replaying('response.status.ok', listClient('one')))
    expect(only(ran).status).toBe('failed')
  })

  test('a List of the scene that was lost does not hide that another one was answered', async () => {
    let n = 0
    const target = altering((response) => (++n === 1 ? Promise.reject(new Error('socket hang up')) : response))
    const { calls, report } = await run(target, replaying('response.status.ok', listClient('one')))
    expect(calls.filter((operation) => operation === LIST)).toHaveLength(5)
    expect(report.verdict).toBe('passed')
  })

  test('credentials that the target refuses are named', async () => {
    const target: Target = () => refusal('UnrecognizedClientException', 'The security token is invalid.')
    const { report } = await run(target, { only: ['list'], credentials: 'those of AWS_PROFILE' })
    expect(report.because).toMatch(
      /^the target refused the credentials: .* The requests were signed with those of AWS_PROFILE\. /
    )
  })

  test('a target that lists is not asked whether it can', async () => {
    const { calls } = await run(reference(), { only: ['error.notFound.deletedPool'], replay: undefined } as never)
    expect(calls.slice(0, SCENE.length)).toEqual(SCENE)
    expect(calls[SCENE.length]).not.toBe('ListUserPoolClientSecretz')
    expect(calls).not.toContain('ListUserPoolClientSecretz')
  })

  test.each<readonly [string, Target, ClauseId, string]>([
    [
      'never answers',
      () => Promise.reject(new Error('socket hang up')),
      'request.method.post',
      'unreachable: gave up after 5 requests without a complete answer (socket hang up)'
    ],
    ...[
      'no complete answer within 10 ms',
      'the answer is not HTTP: Parse Error',
      'the headers of the answer are too long',
      'the body is longer than 9 bytes',
      'the connection was closed in the middle of the body',
      'the answer is HTTP 101: it switches protocols'
    ].map(
      (failure) =>
        [
          `is reached, but sends no answer that can be read (${failure})`,
          () => Promise.reject(new Error(failure)),
          'request.method.post',
          `no answer could be read: gave up after 5 requests without a complete answer (${failure})`
        ] as const
    ),
    ['only ever throttles', () => throttled, 'list.empty', 'the target only ever throttled or failed'],
    [
      'only ever fails',
      () => refusal('InternalServerException', 'no', 500),
      'list.empty',
      'the target only ever throttled or failed'
    ]
  ])('a target that %s', async (_, target, also, because) => {
    const { report } = await run(target, { ...NO_RETRIES, only: ['response.http', also] })
    expect(report).toMatchObject({ verdict: 'inconclusive', because })
    expect(report.clauses.map(({ status, exercised }) => [status, exercised])).toEqual([
      ['untested', 0],
      ['untested', 0]
    ])
  })

  test('a target that answers none of a few requests', async () => {
    const target: Target = () => Promise.reject(new Error('socket hang up'))
    const ran = await run(target, { ...replaying('response.http.complete', EMPTY), provision: false })
    expect(ran.report).toMatchObject({ requests: 3, because: 'unreachable: no request was answered' })
    expect(only(ran)).toMatchObject({ status: 'untested', exercised: 0 })
  })

  test('a target that throttles with a wrong status and does nothing else is not broken', async () => {
    const ran = await run(() => refusal('TooManyRequestsException', 'Rate exceeded', 429), {
      ...NO_RETRIES,
      ...replaying('error.tooManyRequests.status', EMPTY),
      provision: false
    })
    expect(ran.report).toMatchObject({
      verdict: 'inconclusive',
      because: 'the target only ever throttled or failed'
    })
    expect(only(ran)).toMatchObject({ status: 'untested', exercised: 0 })
    expect(ran.progress.map(({ broken }) => broken)).toEqual([[]])
  })

  test('a target that was lost after it had answered says why, without the words of one that never did', async () => {
    let n = 0
    const inner = reference()
    const target: Target = (request) =>
      ++n > SCENE.length ? Promise.reject(new Error('socket hang up')) : inner(request)
    const ran = await run(target, { only: ['list.deletedSecret'] })
    expect(ran.report.because).toBe('gave up after 5 requests without a complete answer (socket hang up)')
  })

  test('what the target says of it has no secret', async () => {
    let secret = ''
    const inner = reference()
    const target: Target = async (request) => {
      if (operationOf(request) === LIST) return refusal(`NotImplemented${secret}`, 'no', 501)
      const response = await inner(request)
      secret = /"ClientSecret":"([^"]+)"/.exec(textOf(response.body))?.[1] ?? secret
      return response
    }
    const { report } = await run(target, replaying('response.status.ok', listClient('one')))
    expect(report.because).toMatch(/^the target does not implement|withheld/)
    expect(secret).not.toBe('')
    expect(JSON.stringify(report)).not.toContain(secret)
  })
})

describe('calls that were throttled to the end', () => {
  const deletes: Step = { op: 'deleteUserPoolClientSecret', client: 'two', position: 0 }

  test.each([
    [1, '1 call was throttled to the end; fewer requests a second may help (--rate-limit)'],
    [2, '2 calls were throttled to the end; fewer requests a second may help (--rate-limit)']
  ])('%i of them are the reason of what they leave untested', async (times, reason) => {
    const target = answering('DeleteUserPoolClientSecret', throttled)
    const steps = [...Array.from({ length: times }, () => deletes), listClient('two')]
    const ran = await run(target, { ...NO_RETRIES, ...replaying('list.deletedSecret', ...steps) })
    expect(only(ran)).toMatchObject({ status: 'untested', reason })
    expect(ran.report.because).toBe(`1 MUST clause could not be tested: ${reason}`)
  })

  test('matter only where they leave a MUST untested', async () => {
    const target = answering('DeleteUserPoolClientSecret', throttled)
    const ran = await run(target, { ...NO_RETRIES, ...replaying('response.status.ok', deletes, listClient('two')) })
    expect(ran.report.verdict).toBe('passed')
  })
})

test('answers that a Content-Encoding hid are the reason of what they leave untested, and a note', async () => {
  const hidden: Target = altering((response, { body }) =>
    body === '{}' ? { status: 200, headers: { 'content-encoding': 'gzip' }, body: '\u001f\u008b' } : response
  )
  const why =
    'the target encoded 1 answer with gzip, which no request asked for, so nobody could read them; turn compression ' +
    'off for this target, in the server or in a proxy before it'
  const ran = await run(hidden, replaying('request.body.empty', EMPTY))
  expect(only(ran)).toMatchObject({ status: 'untested', reason: why })
  expect(ran.report.notes).toEqual([why])
})

describe('bail', () => {
  const NEXT = 'response.nextToken.absent'

  test('ends the run at the first broken MUST', async () => {
    const ran = await run(tokens(), { only: [NEXT, 'request.body.empty'], bail: true, provision: false })
    expect(ran.report.verdict).toBe('failed')
    expect(ran.progress.filter(({ shrunk }) => shrunk === undefined)).toHaveLength(1)
  })

  test('sends no case where the scene has broken it, and says so', async () => {
    const ran = await run(paging(), { only: ['response.nextToken', 'error.notFound.deletedPool'], bail: true })
    expect(ran.progress.every(({ done, shrunk }) => done === 0 && shrunk !== undefined)).toBe(true)
    expect(ran.report.clauses[1]).toMatchObject({
      status: 'untested',
      reason: 'the run stopped at the first broken MUST (--bail)'
    })
    expect(ran.report.leftBehind).toEqual([])
  })

  test.each<readonly [string, Partial<VerifyOptions>, boolean]>([
    ['without bail', {}, false],
    ['for a failure that the baseline knows', { bail: true, baseline: knows(NEXT) }, false],
    ['for a failure that the baseline does not know', { bail: true, baseline: knows('list.empty') }, true]
  ])('%s the run ends early: %s', async (_, options, isEarly) => {
    const { progress } = await run(tokens(), { only: [NEXT, 'request.method'], provision: false, ...options })
    const { done, total } = progress.at(-1) ?? expect.fail('no case was sent')
    expect(done < total).toBe(isEarly)
  })

  test.each([false, true])('a broken SHOULD ends the run early with strict only: %s', async (strict) => {
    const extra = answering(LIST, json(200, { ClientSecrets: [], Extra: 1 }))
    const options = { only: ['response.members', 'request.method'], bail: true, provision: false, strict }
    const { progress, report } = await run(extra, options)
    const { done, total } = progress.at(-1) ?? expect.fail('no case was sent')
    expect(done < total).toBe(strict)
    expect(report.verdict).toBe(strict ? 'failed' : 'passed')
  })

  test('a broken clause that was not selected ends nothing, and is not counted', async () => {
    const ran = await run(tokens(), { only: ['request.body.empty'], bail: true, provision: false })
    expect(ran.progress.at(-1)?.broken).toEqual(['request.body.empty'])
  })
})

function knows(clause: string): NonNullable<VerifyOptions['baseline']> {
  return { knownFailures: [{ clause, reason: 'we know' }] }
}

describe('a run ends', () => {
  test.each([
    ['enough', 'enough'],
    [undefined, 'interrupted']
  ])('at a signal, its reason %s', async (reason, because) => {
    const controller = new AbortController()
    const inner = paging()
    let n = 0
    const ran = await run(
      (request) => {
        if (++n === 20) controller.abort(reason)
        return inner(request)
      },
      { only: ['response.nextToken', 'error.notFound.deletedPool'], signal: controller.signal }
    )
    // what was broken stays broken
    expect(only(ran)).toMatchObject({ id: 'response.nextToken.absent', status: 'failed' })
    expect(ran.report.clauses[1]).toMatchObject({ status: 'untested', reason: because })
    expect(ran.poolsLeft).toEqual([])
  })

  test('before its first request where the signal was given before', async () => {
    const { report, calls } = await run(reference(), { only: ['list.empty'], signal: AbortSignal.abort('enough') })
    expect(report).toMatchObject({ verdict: 'inconclusive', because: 'enough' })
    expect(calls).toEqual([])
  })

  test('at its time limit, and says so', () =>
    withClock(Date.now(), async (pass) => {
      const inner = reference()
      const target: Target = (request) => {
        pass(1000)
        return inner(request)
      }
      const ran = await run(target, { only: ['request.method'], maxTimeMs: 20_000 })
      expect(ran.report.because).toBe('the time limit of 20 s was reached')
      expect(ran.progress.at(-1)?.requests).toBeLessThan(22)
      expect(ran.poolsLeft).toEqual([])
    }))

  test.each<readonly [Scene, Partial<VerifyOptions>]>([
    ['provisioned', {}],
    ['given', { given: IDS }],
    ['nothing', { provision: false }]
  ])('early where the target is too slow for all cases: the scene %s', (scene, options) =>
    withClock(Date.now(), async (pass) => {
      const target = slowBy(pass)
      const ids: ReadonlyArray<ClauseId> = ['error.notFound.pool', 'error.notFound.otherPool']
      const cases = countCases(probesFor(new Set(ids), scene), scene, 100)
      const { report } = await run(target, { only: ids, runs: 100, ...options })
      // one at a time
      const minutes = Math.round((120 * cases) / 60)
      expect(report.because).toBe(
        `the target takes 120.0 s for a call, so that ${cases} cases would take more than ${minutes} min: ` +
          'allow more time (--max-time), or send fewer cases (--runs, --only)'
      )
    })
  )

  test('no earlier where the target is slow and one case is replayed', () =>
    withClock(Date.now(), async (pass) => {
      const { report } = await run(slowBy(pass), {
        ...replaying('response.status.ok', listClient('one')),
        given: IDS,
        concurrency: 4
      })
      expect(report.verdict).toBe('passed')
    }))
})

/** Lists nothing, and takes two minutes for it. */
const slowBy = (pass: (ms: number) => void): Target => {
  const inner = answering(LIST, json(200, { ClientSecrets: [] }))
  return (request) => {
    pass(120_000)
    return inner(request)
  }
}

describe('settleMs', () => {
  const note = 'the suite waited 1 ms after each change: what a List shows earlier was not judged'

  test.each<readonly [number | undefined, ReadonlyArray<string>]>([
    [1, [note]],
    [0, []],
    [undefined, []]
  ])('of %s is told', async (settleMs, notes) => {
    const options = {
      ...replaying('response.status.ok', listClient('one')),
      ...(settleMs !== undefined && { settleMs })
    }
    expect((await run(reference(), options)).report.notes).toEqual(notes)
  })
})

test('a callback that throws ends the run with its error, and nothing stays on the target', async () => {
  const { handler, diary } = recording(reference())
  let calls = 0
  const running = verify(handler, {
    seed: 1,
    runs: 0,
    only: ['request.method'],
    onProgress: () => {
      calls++
      throw new Error('my own bug')
    }
  })
  await expect(running).rejects.toThrow('my own bug')
  expect(calls).toBe(1)
  expect(poolsLeft(diary)).toEqual([])
})

describe('wrong usage is told before the first request', () => {
  test.each<readonly [string, Partial<VerifyOptions>, string]>([
    [
      'a client id',
      { given: { ...IDS, clientId: 'no-client' } },
      "the given ids cannot be those of Cognito: 1 validation error detected: Value 'no-client' at 'clientId' failed " +
        'to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+'
    ],
    [
      'a pool id',
      { given: { ...IDS, userPoolId: 'us-east-1' } },
      "the given ids cannot be those of Cognito: 1 validation error detected: Value 'us-east-1' at 'userPoolId' " +
        'failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+'
    ],
    ['a clause', { baseline: knows('list.onyl') }, 'the baseline names list.onyl, which is not a clause'],
    ['a selection', { only: ['list.onyl'] }, 'list.onyl']
  ])('%s that cannot be right', async (_, options, said) => {
    const { handler, diary } = recording(reference())
    const running = verify(handler, { seed: 1, runs: 0, ...options })
    await expect(running).rejects.toThrow(RangeError)
    await expect(running).rejects.toThrow(said)
    expect(diary).toEqual([])
  })
})

test('secrets that are made while failures are shrunk are masked in the notes and in what is left behind', async () => {
  const inner = reference()
  const secrets = new Set<string>()
  const target: Target = async (request) => {
    const response = await inner(request)
    const body = textOf(response.body)
    if (operationOf(request) === LIST) {
      return { ...response, body: body.replace(/\}$/, ',"NextToken":null}') }
    }
    for (const [, secret = ''] of body.matchAll(/"ClientSecret":"([^"]+)"/g)) secrets.add(secret)
    // short enough for the name of an error, and enough to give a secret away
    return operationOf(request).startsWith('DeleteUserPool')
      ? refusal(`N${([...secrets].at(-1) ?? '').slice(0, 20)}`, 'no')
      : response
  }
  const { report } = await run(
    target,
    replaying(
      'response.nextToken.absent',
      { op: 'createUserPoolClient', pool: 'main', client: 'c', secret: true },
      { op: 'deleteUserPoolClientSecret', client: 'two', position: 0 },
      listClient('c')
    )
  )
  expect(report.verdict).toBe('failed')
  expect(secrets.size).toBeGreaterThan(5)
  expect(report.leftBehind.length).toBeGreaterThan(5)
  expect(report.notes).toEqual(['[withheld: it gives a secret away]'])
  const told = JSON.stringify(report)
  expect([...secrets].filter((secret) => told.includes(secret.slice(0, 20)))).toEqual([])
})
