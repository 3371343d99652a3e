/**
 * What the operations that set the scene answer: what is wrong with them is never blamed on List.
 */
import { describe, expect, test } from 'vitest'
import { pretty, type Report, type Target, verify } from '../../../../src/conformance.js'
import type { HttpRequest, HttpResponse } from '../../../../src/protocol/index.js'
import {
  answering,
  altering,
  json,
  operationOf,
  poolsLeft,
  recording,
  reference,
  textOf
} from '../../../node/support/handlers.js'

const broken = ({ clauses }: Report): ReadonlyArray<string> =>
  clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)

const find = (report: Report, id: string): Report['clauses'][number] | undefined =>
  report.clauses.find((one) => one.id === id)

/** The reference behind a layer that gives its ids other names. */
const renaming = (to: (text: string) => string, from: (text: string) => string): Target => {
  const inner = reference()
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const response = await inner({ ...request, body: from(textOf(request.body)) })
    return { ...response, body: to(textOf(response.body)) }
  }
}

/** `us-east-1_ABCDEFGHI` and `us-east-1_ABCDEFGH-I` */
const oddPools = (): Target =>
  renaming(
    (text) => text.replace(/us-east-1_(\w{8})(\w)\b/g, 'us-east-1_$1-$2'),
    (text) => text.replace(/us-east-1_(\w{8})-(\w)\b/g, 'us-east-1_$1$2')
  )

/** Ids of clients with a hyphen, as those of UUIDs have. */
const oddClients = (): Target =>
  renaming(
    (text) => text.replace(/("ClientId":")(\w{8})(\w{18})"/g, '$1$2-$3"'),
    (text) => text.replace(/("ClientId":")(\w{8})-(\w{18})"/g, '$1$2$3"')
  )

const lost = 'CreateUserPoolClient named a client '

test('an answer without an id is not called a refusal', async () => {
  const target = answering('CreateUserPool', json(200, { UserPool: {} }))
  const report = await verify(target, { seed: 1, runs: 0, only: ['list.empty'] })
  expect(report.notes).toEqual(['CreateUserPool: an answer without the id'])
  expect(report.because).toContain('the target could not be provisioned: CreateUserPool: an answer without the id')
})

describe.concurrent('ids that the patterns refuse', () => {
  test.each<readonly [string, () => Target, RegExp]>([
    ['pools', oddPools, /^CreateUserPool named a pool "us-east-1_\w{8}-\w", which UserPoolId's pattern \S+ refuses$/],
    [
      'clients',
      oddClients,
      /^CreateUserPoolClient named a client "\w{8}-\w{18}", which ClientId's pattern \S+ refuses$/
    ]
  ])('of %s are told once, first, and are the reason of all that is left out', async (_, target, told) => {
    const { handler, diary } = recording(target() as Parameters<typeof recording>[0])
    const report = await verify(handler, { seed: 1, runs: 0 })
    expect(broken(report)).toEqual([])
    expect(report.verdict).toBe('inconclusive')
    expect(report.notes[0]).toMatch(told)
    expect(report.notes.filter((note) => note.includes('named a'))).toHaveLength(1)
    const told2 = report.notes[0] ?? ''
    expect(report.because).toContain(told2)
    const leftOut = report.clauses.filter(({ status, excused }) => status === 'untested' && !excused)
    expect(leftOut.length).toBeGreaterThan(20)
    for (const { reason } of leftOut) expect(reason).toBe(`the target could not be provisioned: ${told2}`)
    expect(report.causes).toEqual([
      { reason: `the target could not be provisioned: ${told2}`, clauses: leftOut.map(({ id }) => id) }
    ])
    expect(pretty(report).split('\n').slice(0, 3).join(' ')).toContain(told2)
    expect(poolsLeft(diary)).toEqual([])
  })

  test('leave what List itself breaks to be seen', async () => {
    const inner = oddClients()
    const report = await verify(
      async (request) => {
        const response = await inner(request)
        return textOf(response.body).includes('InvalidParameter') ? { ...response, status: 422 } : response
      },
      { seed: 1, runs: 0 }
    )
    expect(report.verdict).toBe('failed')
    expect(broken(report)).toContain('error.invalidParameter.status')
    expect(report.notes[0]?.startsWith(lost)).toBe(true)
    const steps = JSON.stringify(report.clauses.map(({ counterexample }) => counterexample?.steps))
    expect(steps).not.toContain('{{')
  })
})

/** The reference, but Create shows no secret. */
const silent =
  (inner: Target): Target =>
  async (request) => {
    const response = await inner(request)
    return operationOf(request) === 'CreateUserPoolClient'
      ? { ...response, body: textOf(response.body).replace(/"ClientSecret":"[^"]+",|,"ClientSecret":"[^"]+"/, '') }
      : response
  }

describe.concurrent('a Create that shows no secret', () => {
  test('though it makes one: that is judged once List has told of it', async () => {
    const report = await verify(silent(reference()), { seed: 1, runs: 0 })
    expect(report.verdict).toBe('passed')
    expect(find(report, 'list.creationSecret')?.exercised).toBeGreaterThan(0)
    expect(report.notes.join()).toContain('CreateUserPoolClient showed no secret although GenerateSecret was true')
  })

  test('and makes none is not blamed on List', async () => {
    const inner = reference()
    const ignoring: Target = (request) =>
      inner({ ...request, body: textOf(request.body).replace('"GenerateSecret":true', '"GenerateSecret":false') })
    const report = await verify(ignoring, {
      seed: 1,
      runs: 0,
      only: ['list.creationSecret', 'list.complete', 'list.empty']
    })
    expect(broken(report)).toEqual([])
    expect(find(report, 'list.creationSecret')?.status).toBe('untested')
    expect(find(report, 'list.empty')?.status).toBe('passed')
    expect(report.verdict).toBe('inconclusive')
  })

  test('does not hide a list that loses the secret afterwards', async () => {
    const target = silent(
      altering((response, _, n) =>
        n % 2 === 0 && response.status === 200 ? { ...response, body: '{"ClientSecrets":[]}' } : response
      )
    )
    const report = await verify(target, { seed: 1, runs: 0, concurrency: 1 })
    expect(broken(report)).toContain('list.repeatable')
  })
})

test('a secret made of the client id does not keep the curl line from being shown', async () => {
  const inner = reference()
  const target: Target = async (request) => {
    const response = await inner(request)
    const text = textOf(response.body)
    if (operationOf(request) === 'ListUserPoolClientSecrets') {
      return response.status === 200 ? { ...response, body: text.replace(/\}$/, ',"NextToken":null}') } : response
    }
    const id = /"ClientId":"([^"]+)"/.exec(text)?.[1] ?? ''
    return { ...response, body: text.replace(/"ClientSecret":"[^"]+"/, `"ClientSecret":"${id}_secret_0001"`) }
  }
  const report = await verify(target, { seed: 1, runs: 0, only: ['response'] })
  expect(broken(report)).toEqual(['response.nextToken.absent'])
  const { curl = '', request } = find(report, 'response.nextToken.absent')?.counterexample ?? {}
  expect(curl).toMatch(/^curl .*"ClientId":"\w{26}"/)
  expect(request?.body).toMatch(/"ClientId":"\w{26}"/)
  expect(JSON.stringify(report)).not.toContain('_secret_0001')
})
