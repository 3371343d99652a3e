/**
 * report.schema.json describes the reports that the suite makes: all of each, and nothing besides.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type ClauseResult,
  type Counterexample,
  json,
  type RemoteClient,
  type Report,
  type ShownMessage,
  type Status,
  type Target,
  type Verdict,
  verify,
  verifyClient,
  verifyValidator
} from '../../src/conformance.js'
import type { Step } from '../../src/generators/TestCase.js'
import { CONTENT_TYPE } from '../../src/protocol/index.js'
import { inMemory } from '../../src/reference/index.js'
import { complaints, parseSpec, validatorOf } from './files.js'
import { type Members, membersIn } from './members.js'

type Again = NonNullable<Counterexample['again']>

const schema = validatorOf('report.schema.json')

const $defs = (parseSpec('report.schema.json') as { readonly $defs: Readonly<Record<string, object>> }).$defs

/** A report as it is written, and read again. */
const written = (report: Report): Report => JSON.parse(json(report)) as Report

const reference = (): Target => inMemory({ now: () => new Date(1_785_000_000_000), seed: 1 })

/** Gives secrets away and refuses nothing. */
const broken: Target = () =>
  Promise.resolve({
    status: 200,
    headers: { 'content-type': CONTENT_TYPE, 'x-request-id': ['1', '2'] },
    body: '{"ClientSecrets":[{"ClientSecretValue":"not-a-secret"},{},{}],"NextToken":null}'
  })

/** The reference but for a List that answers in HTML now and then. */
const flaky = (): Target => {
  const target = reference()
  let calls = 0
  return async (request) => {
    const response = await target(request)
    calls++
    return calls % 3 === 0 && String(request.body).includes('UserPoolId') && response.status === 400
      ? { status: 500, headers: { 'content-type': 'text/html' }, body: '<html></html>' }
      : response
  }
}

const unreachable: Target = () => Promise.reject(new Error('connection refused'))

/** Knows no operation, and says so. */
const unimplemented: Target = () =>
  Promise.resolve({
    status: 400,
    headers: { 'content-type': CONTENT_TYPE },
    body: '{"__type":"UnknownOperationException","message":"No such operation"}'
  })

/** A client that asks for nothing and reads nothing. */
const idle: RemoteClient = () => Promise.resolve({ requests: [], output: '', reported: { refused: 'not today' } })

/** Calls, and reports an empty list whatever was answered. */
const careless: RemoteClient = (call) =>
  Promise.resolve({
    requests: [{ method: 'POST', path: '/', headers: {}, body: JSON.stringify(call) }],
    output: '',
    reported: { secrets: [] }
  })

const runs: Readonly<Record<string, () => Promise<Report>>> = {
  reference: () => verify(reference(), { seed: 1, runs: 5 }),
  broken: () => verify(broken, { seed: 1, runs: 5 }),
  'broken, strict': () => verify(broken, { seed: 1, runs: 1, strict: true, only: ['error', 'list'] }),
  flaky: () => verify(flaky(), { seed: 1, runs: 1, only: ['error.message', 'request.userPoolId'] }),
  unreachable: () => verify(unreachable, { seed: 1, runs: 5 }),
  unimplemented: () => verify(unimplemented, { seed: 1, runs: 5 }),
  'not provisioned': () => verify(reference(), { seed: 1, runs: 0, provision: false, only: ['list'] }),
  client: () => verifyClient(idle, { name: 'idle', seed: 1, runs: 5 }),
  'a broken client': () => verifyClient(careless, { name: 'careless', seed: 1, runs: 5 }),
  validator: () => verifyValidator({ ClientId: /^[\w+]+/ }, { name: 'unanchored', seed: 1, runs: 5 })
}

describe('report.schema.json', () => {
  const reports = new Map<string, Report>()

  beforeAll(async () => {
    for (const [name, run] of Object.entries(runs)) reports.set(name, written(await run()))
  })

  test.each(Object.keys(runs))('accepts the report of a run: %s', (name) => {
    expect(reports.get(name)?.clauses.length).toBeGreaterThan(0)
    expect(complaints(schema, reports.get(name))).toEqual([])
  })

  test('those reports have every verdict and every status', () => {
    const verdicts: Readonly<Record<Verdict, true>> = { passed: true, failed: true, inconclusive: true }
    const statuses: Readonly<Record<Status, true>> = { passed: true, failed: true, warned: true, untested: true }
    const all = [...reports.values()]
    expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(Object.keys(verdicts)))
    expect(new Set(all.flatMap(({ clauses }) => clauses.map(({ status }) => status)))).toEqual(
      new Set(Object.keys(statuses))
    )
    const again = all.flatMap(({ clauses }) => clauses.map(({ counterexample }) => counterexample?.again?.kind))
    expect(new Set(again)).toEqual(new Set([undefined, 'deterministic', 'flaky']))
  })

  const spoiled = (spoil: (report: Record<string, unknown>, result: Record<string, unknown>) => void): unknown => {
    const report = structuredClone(reports.get('broken')) as unknown as Record<string, unknown>
    const results = report['clauses'] as ReadonlyArray<Record<string, unknown>>
    spoil(report, results.find(({ status }) => status === 'failed') ?? {})
    return report
  }

  test('refuses a report without a required member, or with one that it does not know', () => {
    const required = Object.entries(membersIn(parseSpec('report.schema.json') as object))
      .filter(([, presence]) => presence === 'required')
      .map(([name]) => name)
    expect(required.length).toBeGreaterThan(10)
    for (const name of required) expect(schema(spoiled((report) => delete report[name])), name).toBe(false)
    expect(schema(spoiled((report) => (report['colour'] = 'red')))).toBe(false)
    expect(schema(spoiled((report) => (report['verdict'] = 'green')))).toBe(false)
  })

  test('refuses a result that contradicts itself', () => {
    expect(schema(spoiled((_, result) => (result['colour'] = 'red')))).toBe(false)
    expect(schema(spoiled((_, result) => (result['status'] = 'passed')))).toBe(false)
    expect(schema(spoiled((_, result) => (result['status'] = 'untested')))).toBe(false)
    expect(schema(spoiled((_, result) => (result['reason'] = 'none')))).toBe(false)
    expect(schema(spoiled((_, result) => (result['broken'] = 0)))).toBe(false)
    expect(schema(spoiled((_, result) => delete result['counterexample']))).toBe(false)
    const spoiledExample = (members: object): unknown =>
      spoiled((_, result) => Object.assign(result['counterexample'] as object, members))
    expect(schema(spoiledExample({}))).toBe(true)
    expect(schema(spoiledExample({ steps: [] }))).toBe(false)
    expect(schema(spoiledExample({ steps: undefined }))).toBe(false)
    expect(schema(spoiledExample({ colour: 'red' }))).toBe(false)
  })
})

describe('report.schema.json knows the members of the types', () => {
  test('Report', () => {
    const members: Members<Report> = {
      tool: 'required',
      formatVersion: 'required',
      target: 'required',
      verdict: 'required',
      because: 'required',
      causes: 'required',
      clauses: 'required',
      seed: 'required',
      runs: 'required',
      requests: 'required',
      retries: 'required',
      startedAt: 'required',
      durationMs: 'required',
      notes: 'required',
      leftBehind: 'required',
      baselineProblems: 'required'
    }
    expect(membersIn(parseSpec('report.schema.json') as object)).toEqual(members)
  })

  test('ClauseResult', () => {
    const members: Members<ClauseResult> = {
      id: 'required',
      sentence: 'required',
      level: 'required',
      evidence: 'required',
      section: 'required',
      status: 'required',
      exercised: 'required',
      broken: 'required',
      foundAfter: 'optional',
      symptom: 'optional',
      reason: 'optional',
      excused: 'optional',
      counterexample: 'optional',
      known: 'optional'
    }
    expect(membersIn($defs['clauseResult'])).toEqual(members)
  })

  test('Counterexample', () => {
    const members: Members<Counterexample> = {
      probe: 'required',
      expected: 'required',
      received: 'required',
      steps: 'optional',
      value: 'optional',
      request: 'optional',
      response: 'optional',
      curl: 'optional',
      curlIsStale: 'optional',
      replay: 'optional',
      again: 'optional'
    }
    const again: Members<Again> = { runs: 'required', failed: 'required', kind: 'required' }
    const kinds: Readonly<Record<Again['kind'], true>> = {
      deterministic: true,
      flaky: true,
      unknown: true
    }
    expect(membersIn($defs['counterexample'])).toEqual(members)
    const properties = ($defs['counterexample'] as { properties: { again: { properties: { kind: object } } } })
      .properties
    expect(membersIn(properties.again)).toEqual(again)
    expect(properties.again.properties.kind).toMatchObject({ enum: Object.keys(kinds) })
  })

  test('ShownMessage', () => {
    const members: Members<ShownMessage> = { start: 'required', headers: 'required', body: 'required' }
    expect(membersIn($defs['message'])).toEqual(members)
  })

  test('Step', () => {
    // every member of every step: one that the schema forgets is an unknown member
    const steps: { readonly [Op in Step['op']]: Required<Extract<Step, { readonly op: Op }>> } = {
      list: { op: 'list', body: '', base64: true, encoding: 'utf-16le', method: 'GET', headers: { a: 'b' } },
      together: {
        op: 'together',
        lists: [{ op: 'list', body: '{}' }],
        changes: [
          { op: 'addUserPoolClientSecret', client: 'one', own: true, value: 'v' },
          { op: 'deleteUserPoolClientSecret', client: 'one', position: 0 }
        ]
      },
      repeat: {
        op: 'repeat',
        times: 2,
        steps: [
          { op: 'list', body: '{}' },
          { op: 'createUserPool', pool: 'p' }
        ]
      },
      createUserPool: { op: 'createUserPool', pool: 'main' },
      deleteUserPool: { op: 'deleteUserPool', pool: 'main' },
      createUserPoolClient: { op: 'createUserPoolClient', pool: 'main', client: 'one', secret: true },
      deleteUserPoolClient: { op: 'deleteUserPoolClient', client: 'one' },
      addUserPoolClientSecret: { op: 'addUserPoolClientSecret', client: 'one', own: true, value: 'v' },
      deleteUserPoolClientSecret: { op: 'deleteUserPoolClientSecret', client: 'one', position: 0 }
    }
    const step = validatorOf('report.schema.json', 'step')
    for (const [op, example] of Object.entries(steps)) {
      expect(complaints(step, example), op).toEqual([])
      expect(step({ ...example, colour: 'red' }), op).toBe(false)
    }
    expect(step({ op: 'other' })).toBe(false)
  })
})
