/**
 * `verify` on targets that give nothing to judge: inconclusive, with a reason, and never a rejection.
 */
import { describe, expect, test } from 'vitest'
import { exitCode, type Target, verify } from '../../../src/conformance.js'
import { altering, operationOf, reference, refusal } from '../../node/support/handlers.js'

const junk =
  (value: unknown): Target =>
  () =>
    Promise.resolve(value as never)

/** What no `toString` can print. */
const unprintable: unknown = Object.create(null)

const nothing: ReadonlyArray<readonly [name: string, target: Target, because: RegExp]> = [
  ['rejects', () => Promise.reject(new Error('ECONNREFUSED 127.0.0.1:1')), /^unreachable/],
  ['rejects with no Error', () => Promise.reject('no'), /^unreachable/],
  ['rejects with nothing', () => Promise.reject(undefined), /^unreachable/],
  [
    'throws',
    () => {
      throw new TypeError('sync')
    },
    /^unreachable/
  ],
  ['returns undefined', (() => undefined) as never, /^unreachable: .*the target did not return an HttpResponse/],
  ['resolves to undefined', junk(undefined), /^unreachable/],
  ['resolves to null', junk(null), /^unreachable/],
  ['resolves to a string', junk('{}'), /^unreachable/],
  ['resolves to an empty object', junk({}), /^unreachable/],
  ['has no body', junk({ status: 200, headers: {} }), /^unreachable/],
  ['has a body that is an object', junk({ status: 200, headers: {}, body: {} }), /^unreachable/],
  ['has no headers', junk({ status: 200, headers: null, body: '' }), /^unreachable/],
  ['has a status that is text', junk({ status: '200', headers: {}, body: '' }), /^unreachable/],
  ['only ever throttles', () => Promise.resolve(refusal('TooManyRequestsException', 'Rate exceeded')), /throttled/],
  ['only ever answers 429', () => Promise.resolve({ status: 429, headers: {}, body: '' }), /throttled/],
  ['only ever answers 503', () => Promise.resolve({ status: 503, headers: {}, body: 'busy' }), /throttled/],
  ['only ever fails', () => Promise.resolve(refusal('InternalServerException', 'no', 500)), /throttled or failed/]
]

describe.concurrent('a target that', () => {
  test.each(nothing)('%s is inconclusive', async (_, target, because) => {
    const report = await verify(target, { seed: 1, runs: 0, timeoutMs: 2000 })
    expect(report.because).toMatch(because)
    expect(report.verdict).toBe('inconclusive')
    expect(exitCode(report)).toBe(3)
    expect(new Set(report.clauses.map(({ status }) => status))).toEqual(new Set(['untested']))
    expect(report.requests).toBeLessThan(200)
  })

  const ok = { status: 200, headers: {}, body: '{}' }

  test.each<readonly [string, unknown]>([
    ['undefined', undefined],
    ['headers that cannot be printed', { ...ok, headers: { 'x-a': unprintable } }],
    ['headers that are a list', { ...ok, headers: ['a', 'b'] }],
    ['a reason phrase that is no text', { ...ok, statusText: 7 }],
    ['a status that is no status', { ...ok, status: Number.NaN }],
    ['a number', { ...ok, body: '7' }],
    ['nulls for descriptors', { ...ok, body: '{"ClientSecrets":[null,7,"x",[]]}' }],
    ['bytes that are no text', { ...ok, body: Uint8Array.from([0xff, 0xfe]) }]
  ])('answers List with %s is broken', async (_, answer) => {
    const report = await verify(
      altering(() => answer as never),
      { seed: 1, runs: 0, only: ['response.body', 'response.http', 'list.empty'] }
    )
    expect(report.verdict).toBe('failed')
    expect(report.clauses).toHaveLength(3)
  })

  test('hangs ends by its time limit', async () => {
    const report = await verify(() => new Promise(() => undefined), { seed: 1, timeoutMs: 20 })
    expect(report.because).toMatch(/no complete answer within 20 ms|no request was answered/)
    expect(report.verdict).toBe('inconclusive')
    expect(report.requests).toBeLessThan(10)
  })

  test('hangs on some calls only is broken, not inconclusive', async () => {
    const target = altering((response, _, n) => (n === 7 ? new Promise(() => undefined) : response))
    const report = await verify(target, {
      seed: 1,
      runs: 0,
      timeoutMs: 300,
      only: ['response.body', 'response.http', 'list']
    })
    expect(report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual([
      'response.http.complete'
    ])
    expect(report.clauses.find(({ id }) => id === 'response.http.complete')).toMatchObject({ broken: 1 })
  })

  test('stops answering half-way: what was reached is kept', async () => {
    const inner = reference()
    let n = 0
    // gone with a List: what else is asked at that moment depends on the machine
    const target: Target = (request) => {
      if (n < 40 && operationOf(request) === 'ListUserPoolClientSecrets') n++
      return n >= 40 ? Promise.reject(new Error('gone')) : inner(request)
    }
    const report = await verify(target, { seed: 1, runs: 0, only: ['response.body', 'response.http', 'list'] })
    expect(report.clauses.find(({ id }) => id === 'response.body.object')?.status).toBe('passed')
    expect(report.clauses.find(({ id }) => id === 'response.http.complete')?.status).toBe('failed')
    expect(report.verdict).toBe('failed')
    expect(JSON.stringify(report.leftBehind)).toContain('us-east-1_')
  })
})

describe.concurrent('throttling', () => {
  const every = (n: number, answer: ReturnType<typeof refusal>): Target => {
    const inner = reference()
    let calls = 0
    return (request) => (++calls % n === 0 ? Promise.resolve(answer) : inner(request))
  }

  test.each([
    ['TooManyRequestsException', refusal('TooManyRequestsException', 'Rate exceeded')],
    ['ThrottlingException', refusal('ThrottlingException', 'Rate exceeded')],
    ['a documented 500', refusal('InternalServerException', 'no', 500)]
  ])('every third request answered with %s is waited for, and passes', async (_, answer) => {
    const only = ['response.body', 'list.complete', 'error.internalServer', 'error.notFound.otherPool']
    const report = await verify(every(3, answer), { seed: 1, runs: 0, concurrency: 1, only })
    expect(report.clauses.filter(({ status }) => status === 'failed')).toEqual([])
    expect(report.verdict).toBe('passed')
    expect(report.retries).toBeGreaterThan(20)
  })

  test('error.tooManyRequests.status: the wrong status of a throttled call is noticed', async () => {
    const report = await verify(every(3, refusal('TooManyRequestsException', 'Rate exceeded', 429)), {
      seed: 1,
      runs: 0,
      concurrency: 1,
      only: ['error.tooManyRequests', 'response.status', 'response.contentType']
    })
    expect(report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual([
      'error.tooManyRequests.status'
    ])
  })

  test('a throttled operation of the scene is tried again as well', async () => {
    const seen = new Set<string>()
    const inner = reference()
    const report = await verify(
      (request) => {
        const isFirst = !seen.has(operationOf(request))
        seen.add(operationOf(request))
        return isFirst ? Promise.resolve(refusal('TooManyRequestsException', 'Rate exceeded')) : inner(request)
      },
      { seed: 1, runs: 0, only: ['response.body', 'response.http', 'list.empty'] }
    )
    expect(report.verdict).toBe('passed')
    expect(report.notes).toEqual([])
  })
})
