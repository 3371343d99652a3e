/**
 * What a failure is shown as: small, repeated, labelled; the same wherever it is sent again.
 */
import { describe, expect, test } from 'vitest'
import {
  type ClauseResult,
  decodeReplay,
  encodeReplay,
  type Report,
  type Target,
  verify
} from '../../../../src/conformance.js'
import { type HttpRequest } from '../../../../src/protocol/index.js'
import { altering, json, paging, reference, refusal, textOf } from '../../../node/support/handlers.js'

const result = ({ clauses }: Report, id: string): ClauseResult =>
  clauses.find((one) => one.id === id) ?? expect.fail(`${id} was not judged`)

const input = ({ body }: HttpRequest): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(textOf(body)) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

/** The counterexample's own ids: what is not a name of something that exists. */
const shrunkId = ({ counterexample }: ClauseResult, member: string): string => {
  const step = counterexample?.steps?.at(-1)
  return step?.op === 'list'
    ? String((JSON.parse(step.body) as Record<string, unknown>)[member])
    : expect.fail('no List')
}

/** Lets what `isGood` accepts through as if it were well-formed and of nobody. */
const accepting = (member: string, isGood: (id: string) => boolean): Target =>
  altering((response, request) => {
    const id = input(request)[member]
    const isRefused = textOf(response.body).includes('InvalidParameterException')
    return isRefused && typeof id === 'string' && isGood(id)
      ? refusal('ResourceNotFoundException', `User pool client x does not exist.`)
      : response
  })

describe.concurrent('counterexamples are small', () => {
  test.each([
    ['request.clientId.pattern', 'ClientId', (id: string) => /[\w+]+/.test(id) && id.length <= 128, 4],
    ['request.clientId.pattern', 'ClientId', (id: string) => /^[\w+]+/.test(id) && id.length <= 128, 4],
    ['request.clientId.pattern', 'ClientId', (id: string) => /[\w+]+$/.test(id) && id.length <= 128, 4],
    ['request.clientId.pattern', 'ClientId', (id: string) => /^[\w+]+$/m.test(id) && id.length <= 128, 6],
    ['request.clientId.pattern', 'ClientId', (id: string) => /^[\p{L}\d_+]+$/u.test(id) && id.length <= 128, 4],
    ['request.clientId.maxLength', 'ClientId', (id: string) => /^[\w+]+$/.test(id), 129],
    ['request.userPoolId.pattern', 'UserPoolId', (id: string) => /[\w-]+_[0-9a-zA-Z]+/.test(id) && id.length <= 55, 8],
    ['request.userPoolId.pattern', 'UserPoolId', (id: string) => /^[\w-]+_.+$/.test(id) && id.length <= 55, 8],
    [
      'request.userPoolId.maxLength',
      'UserPoolId',
      (id: string) => /^[\w-]+_[0-9a-zA-Z]+$/.test(id) && id.length <= 128,
      56
    ]
  ] as const)('%s: %s that %s accepts has no more than %i characters', async (clause, member, isGood, most) => {
    const report = await verify(accepting(member, isGood), { seed: 5, runs: 60, only: [clause] })
    const found = result(report, clause)
    expect(found.status).toBe('failed')
    // an id that is nearly one that exists reads as one word
    const id = shrunkId(found, member).replace(/^\{\{\w+:(?:client|pool):\w+\}\}$/, 'near')
    expect(id.length).toBeLessThanOrEqual(most)
    expect(found.counterexample?.again).toEqual({ runs: 5, failed: 5, kind: 'deterministic' })
  })

  test('a life ends with the List that showed the fault', async () => {
    const onlyNewest = altering((response) => {
      const { ClientSecrets = [] } = input({ body: response.body } as HttpRequest) as {
        ClientSecrets?: ReadonlyArray<unknown>
      }
      return response.status === 200 ? json(200, { ClientSecrets: ClientSecrets.slice(-1) }) : response
    })
    const found = result(await verify(onlyNewest, { seed: 5, runs: 10, only: ['list.complete'] }), 'list.complete')
    expect(found.counterexample?.steps?.at(-1)).toMatchObject({ op: 'list' })
    expect(found.counterexample?.steps?.length).toBeLessThanOrEqual(8)
    expect(found.counterexample?.expected).toMatch(/^2 descriptors: /)
  })
})

describe.concurrent('a fault that shows only now and then', () => {
  test('is found, counted, and labelled flaky', async () => {
    const target = altering((response, _, n) => (n % 50 === 0 ? { ...response, headers: {} } : response))
    const report = await verify(target, { seed: 5, runs: 20, only: ['response', 'error.contentType'] })
    const broken = report.clauses.filter(({ status }) => status === 'failed')
    expect(broken.map(({ id }) => id)).toEqual(expect.arrayContaining(['error.contentType']))
    for (const { counterexample, broken: times, exercised } of broken) {
      expect(counterexample?.again?.kind).toBe('flaky')
      expect(counterexample?.again?.failed).toBeLessThan(5)
      expect(times / exercised).toBeLessThan(0.1)
    }
  })

  test('is not called flaky where it shows every time', async () => {
    const report = await verify(paging(), { seed: 5, runs: 0, only: ['response.nextToken'] })
    const found = result(report, 'response.nextToken.absent')
    expect(found.counterexample?.again?.kind).toBe('deterministic')
    expect(found.broken).toBe(found.exercised)
    expect(found.foundAfter).toBeLessThanOrEqual(12)
  })
})

describe.concurrent('replays', () => {
  test('every counterexample of a thoroughly broken target fails again, alone, elsewhere', async () => {
    const broken = (): Target =>
      altering((response) =>
        response.status === 200
          ? { ...response, body: textOf(response.body).replaceAll(/"ClientSecretId":"[^"]*",?/g, '"NextToken":"x",') }
          : json(404, { Message: 7 })
      )
    const only = ['response', 'list', 'error.notFound', 'request.body', 'request.nextToken']
    const report = await verify(broken(), { seed: 5, runs: 0, only })
    const failed = report.clauses.filter(({ status }) => status === 'failed')
    expect(failed.length).toBeGreaterThan(5)
    for (const { id, counterexample } of failed) {
      const replay = decodeReplay(counterexample?.replay ?? '')
      if (replay._tag === 'Left') expect.fail(replay.left)
      expect(replay.right.clause).toBe(id)
      const again = await verify(broken(), { seed: 99, replay: replay.right })
      expect(again.clauses.map((one) => [one.id, one.status])).toEqual([[id, 'failed']])
      expect(again.requests).toBeLessThan(80)
      const right = await verify(reference(), { seed: 99, replay: replay.right })
      expect(right.clauses.map((one) => [one.id, one.status])).toEqual([[id, 'passed']])
    }
  })

  test('the scene itself can be a counterexample', async () => {
    const target = altering((response, _, n) =>
      n <= 5 ? { ...response, headers: { 'content-type': 'text/plain' } } : response
    )
    const report = await verify(target, { seed: 5, runs: 0, only: ['response.contentType'] })
    expect(result(report, 'response.contentType').counterexample?.probe).toBe('setting the scene')
    const { steps = [] } = result(report, 'response.contentType').counterexample ?? {}
    expect(steps[0]).toEqual({ op: 'createUserPool', pool: 'main' })
    const clause = 'response.contentType'
    const replay = decodeReplay(encodeReplay({ clause, steps }))
    const right = await verify(reference(), { seed: 1, ...(replay._tag === 'Right' ? { replay: replay.right } : {}) })
    expect(right.verdict).toBe('passed')
  })
})
