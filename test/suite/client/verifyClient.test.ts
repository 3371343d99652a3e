/**
 * The suite for clients: passes the right ones, kills the broken ones, each by its clause.
 */
import { left } from 'fp-ts/lib/Either.js'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  type CallResult,
  decodeClientReplay,
  pretty,
  type Progress,
  type RemoteCall,
  type RemoteClient,
  type Report,
  verifyClient,
  type VerifyClientOptions
} from '../../../src/conformance.js'
import { clausesThatBind } from '../../../src/clauses/index.js'
import { buildRequest, decodeResponse, type HttpRequest } from '../../../src/protocol/index.js'
import { answerExamples, calling } from '../../../src/suite/client/ClientCase.js'
import type { Client } from '../../laws/client/outcomeOf.js'
import { readingBody } from '../../laws/client/tampering.js'
import { brokenRemotes, remote } from './remote.js'

const statusOf = (report: Report, id: string): string | undefined => report.clauses.find((c) => c.id === id)?.status

const refusal = decodeResponse({ status: 200, headers: {}, body: '{}' })

/** Right, and seen in SDKs: see docs/implementations.md. */
const unusualReaders: ReadonlyArray<{ readonly name: string; readonly reader: Client }> = [
  {
    name: 'refuses an error without a name, as the SDK for Rust does',
    reader: (response) => {
      const reading = decodeResponse(response)
      const isNameless = reading._tag === 'Left' && 'type' in reading.left && reading.left.type === 'UnknownError'
      return isNameless ? refusal : reading
    }
  },
  {
    name: 'knows NextToken and wants a string there, as the SDKs for Go and Rust do',
    reader: (response) =>
      /"NextToken":(?!"|null)/.test(Buffer.from(response.body).toString()) ? refusal : decodeResponse(response)
  },
  {
    name: 'takes message for the message wherever it stands, null or not, as botocore does',
    reader: (response) =>
      response.status < 400
        ? decodeResponse(response)
        : readingBody(({ Message, ...body }) => ('message' in body ? body : { ...body, Message }))(response)
  }
]

describe('right clients', () => {
  test.each([1, 2, 3])('our own functions, at seed %i', async (seed) => {
    const report = await verifyClient(remote(decodeResponse), { name: 'ours', seed })
    expect(pretty(report)).toContain('PASSED')
    expect(report.clauses.map(({ id }) => id)).toEqual(clausesThatBind('client'))
    expect(report.clauses.filter(({ status }) => status !== 'passed')).toEqual([])
  })

  test.each(unusualReaders)('a client that $name', async ({ reader }) => {
    for (const seed of [1, 2, 3]) {
      const report = await verifyClient(remote(reader), { name: 'unusual', seed })
      expect(report.clauses.filter(({ status }) => status !== 'passed')).toEqual([])
    }
  })
})

describe('broken clients', () => {
  test.each(brokenRemotes)('$name: $kills', async ({ client, kills }) => {
    // few answers: the kill matrix gives all, at several seeds
    const report = await verifyClient(client, { name: 'broken', seed: 1, runs: 60, only: [kills] })
    expect(['failed', 'warned']).toContain(statusOf(report, kills))
  })

  test('a bug is reported under the clause it belongs to, and under no other', async () => {
    for (const name of [
      'drops fractions',
      'strips nothing',
      'refuses unknown members',
      'refuses an empty list',
      'throws on HTML',
      'ends on errors',
      'loses the names of other errors',
      'sends a GET',
      'checks one id only'
    ]) {
      const fault = brokenRemotes.find((one) => one.name === name)
      if (fault === undefined) throw new Error(`no such fault: ${name}`)
      const { clauses } = await verifyClient(fault.client, { name, seed: 3, runs: 100 })
      const ids = clauses.filter(({ status }) => status === 'failed' || status === 'warned').map(({ id }) => id)
      expect([name, ids]).toEqual([name, [fault.kills]])
    }
  })

  test.each([1, 2, 3])('what is unusual is blamed only where the rest is read right, at seed %i', async (seed) => {
    const found = async (name: string, client: RemoteClient): Promise<ReadonlyArray<string>> =>
      (await verifyClient(client, { name, seed })).clauses
        .filter(({ status }) => status === 'failed' || status === 'warned')
        .map(({ id }) => id)
    const noMessage = remote((response) => {
      const reading = decodeResponse(response)
      const isSpelt = /"Message":"/.test(Buffer.from(response.body).toString())
      if (reading._tag === 'Right' || reading.left._tag === 'ContractViolation' || !isSpelt) return reading
      return left({ ...reading.left, message: '' })
    })
    expect(await found('never reads Message', noMessage)).toEqual(['client.errorMessage.spelling'])
    const strict = brokenRemotes.find(({ name }) => name === 'refuses unknown members')?.client ?? noMessage
    expect(await found('fails at unknown members', strict)).toEqual(['client.unknownMembers.ignored'])
  })

  test('a finding shows an empty body in words, and names no character of its own', async () => {
    const lenient = remote((response) =>
      decodeResponse(Buffer.from(response.body).length === 0 ? { ...response, body: '{"ClientSecrets":[]}' } : response)
    )
    const text = pretty(await verifyClient(lenient, { name: 'takes no body for an empty list', seed: 1 }))
    expect(text).toContain('HTTP 200 (empty body)')
    expect(text).not.toContain('U+2026')
  })

  test('counterexamples are minimal and made of plain characters', async () => {
    const shown = brokenRemotes.filter(({ kills }) => /^client\.(?:createDate|errorMessage)/.test(kills))
    expect(shown.length).toBeGreaterThan(3)
    for (const { name, client } of shown) {
      const { clauses } = await verifyClient(client, {
        name,
        seed: 2,
        runs: 100,
        only: ['client.createDate', 'client.errorMessage']
      })
      for (const { counterexample } of clauses) {
        if (counterexample === undefined) continue
        expect([name, counterexample.response?.body]).toEqual([name, expect.stringMatching(/^[\x20-\x7e]{0,260}$/)])
      }
    }
  })

  test('every clause that binds clients kills one', () => {
    const killed = new Set(brokenRemotes.map(({ kills }) => kills))
    expect(clausesThatBind('client').filter((id) => !killed.has(id))).toEqual([])
  })
})

/** A client in this process that stops reporting by a rule. */
const silentWhen =
  (isSilent: (n: number, status: number) => boolean, waited = 0, isLate?: boolean): RemoteClient =>
  async (call, answer) => {
    calls++
    return isSilent(calls, answer.status)
      ? {
          requests: sent(call),
          output: 'Traceback\nValueError: no',
          problem: 'the command ended (exit code 1)',
          waited,
          ...(isLate === undefined ? {} : { isLate })
        }
      : remote(decodeResponse)(call, answer)
  }

const sent = (call: RemoteCall): ReadonlyArray<HttpRequest> => {
  const request = buildRequest(call)
  return request._tag === 'Left' ? [] : [request.right]
}

let calls = 0

describe('clients that fall silent', () => {
  beforeEach(() => {
    calls = 0
  })

  test('for good: given up after a few calls, and blamed for nothing', async () => {
    const report = await verifyClient(
      silentWhen((n) => n > 10),
      { name: 'gone', seed: 1 }
    )
    expect(calls).toBeLessThan(20)
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toBe(
      'the client stopped reporting after 10 calls: the command ended (exit code 1): ValueError: no'
    )
    expect(report.clauses.filter(({ status }) => status === 'failed')).toEqual([])
    expect(report.clauses.some(({ status }) => status === 'passed')).toBe(true)
  })

  test('after the first report of every start: given up, and blamed for nothing', async () => {
    const everyOther: RemoteClient = async (call, answer) =>
      ++calls % 2 === 0
        ? { requests: sent(call), output: '', problem: 'nothing within 5000 ms', waited: 5000, isLate: true }
        : remote(decodeResponse)(call, answer)
    const report = await verifyClient(everyOther, { name: 'one call a start', seed: 1 })
    expect(calls).toBeLessThan(15)
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toContain('reported 3 calls only after it was started again')
    expect(report.clauses.filter(({ status }) => status === 'failed')).toEqual([])
  })

  test('at errors only: client.total is broken and the run goes on', async () => {
    const report = await verifyClient(
      silentWhen((_, status) => status >= 400),
      { name: 'ends on errors', seed: 1 }
    )
    expect(report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual(['client.total'])
    expect(statusOf(report, 'client.request.refused')).toBe('passed')
  })

  test('at one call only: it is judged all the same', async () => {
    let total = 0
    await verifyClient(remote(decodeResponse), {
      name: 'count',
      seed: 1,
      runs: 1,
      onProgress: (p) => (total = p.total)
    })
    const report = await verifyClient(
      silentWhen((n) => n === 2),
      { name: 'once', seed: 1, runs: 1 }
    )
    expect(total).toBeGreaterThan(20)
    expect(report.clauses.find(({ id }) => id === 'client.total')).toMatchObject({ status: 'failed', broken: 1 })
  })

  test('ended at once: counted, not taken for waiting, shrunk and sent again', async () => {
    const report = await verifyClient(
      silentWhen((_, status) => status >= 400, 100, false),
      { name: 'ends on errors', seed: 1 }
    )
    const failed = report.clauses.filter(({ status }) => status !== 'passed')
    expect(failed.filter(({ status, reason }) => status !== 'failed' && reason?.includes('waiting'))).toEqual([])
    expect(failed.find(({ id }) => id === 'client.total')?.counterexample?.again).toEqual({
      runs: 5,
      failed: 5,
      kind: 'deterministic'
    })
    const [note] = report.notes
    expect(note).toMatch(/^the command ended \(exit code 1\), \d+ times, and was started again: catch what it throws/)
  })

  test('ended slowly: starting it again takes a bounded time, and something of each probe was tried', async () => {
    const report = await verifyClient(
      silentWhen((_, status) => status >= 400, 2000, false),
      { name: 'starts slowly', seed: 1 }
    )
    expect(calls).toBeLessThan(400)
    for (const id of ['client.request.refused', 'client.request.wire', 'response.status.ok']) {
      expect([id, statusOf(report, id)]).toEqual([id, 'passed'])
    }
    expect(report.clauses.find(({ status }) => status === 'untested')?.reason).toContain(
      'the client ended so often that 60 s were spent on starting it again'
    )
  })

  test('waiting ends after a minute in all', async () => {
    const report = await verifyClient(
      silentWhen((_, status) => status >= 400, 5000),
      { name: 'slow', seed: 1 }
    )
    expect(calls).toBeLessThan(100)
    expect(report.verdict).toBe('failed')
    expect(report.clauses.find(({ status }) => status === 'untested')?.reason).toBe(
      '60 s were spent waiting for reports that did not come'
    )
  })
})

describe('options', () => {
  const fault = brokenRemotes.find(({ name }) => name === 'drops fractions')
  const client = fault?.client ?? remote(decodeResponse)

  test('a client that never sends a request is not said to break a clause while it runs', async () => {
    const told: Array<string> = []
    const report = await verifyClient(() => Promise.resolve({ requests: [], output: '', reported: { secrets: [] } }), {
      name: 'none',
      seed: 1,
      onProgress: ({ broken }) => told.push(...broken)
    })
    expect([report.verdict, told]).toEqual(['inconclusive', []])
    expect(report.because).toContain('the client never called the server')
  })

  test('a replay makes the one call of the counterexample', async () => {
    const report = await verifyClient(client, { name: 'x', seed: 1 })
    const token = report.clauses.find(({ id }) => id === 'client.createDate.exact')?.counterexample?.replay ?? ''
    const decoded = decodeClientReplay(token)
    if (decoded._tag === 'Left') throw new Error(decoded.left)
    const again = await verifyClient(client, { name: 'x', seed: 9, replay: decoded.right })
    expect(again.clauses.map(({ id, status }) => [id, status])).toEqual([['client.createDate.exact', 'failed']])
    const mended = await verifyClient(remote(decodeResponse), { name: 'x', seed: 9, replay: decoded.right })
    expect([mended.verdict, mended.requests]).toEqual(['passed', 1])
  })

  test('a replay of a call that a right client refuses passes', async () => {
    const ids = { UserPoolId: 'us-east-1', ClientId: 'a' }
    const replay = { clause: 'client.request.refused', one: calling(ids) } as const
    const report = await verifyClient(remote(decodeResponse), { name: 'x', seed: 1, replay })
    expect([report.verdict, report.requests]).toEqual(['passed', 0])
  })

  test('bail ends the run at the first broken MUST', async () => {
    const [all, first] = [
      await verifyClient(client, { name: 'x', seed: 1 }),
      await verifyClient(client, { name: 'x', seed: 1, bail: true })
    ]
    expect(first.verdict).toBe('failed')
    expect(first.requests).toBeLessThan(all.requests / 2)
    expect(first.clauses.find(({ status }) => status === 'untested')?.reason).toBe(
      'the run stopped at the first broken MUST (--bail)'
    )
  })

  test('bail goes past a broken SHOULD unless strict', async () => {
    const warned = brokenRemotes.find(({ name }) => name === 'checks one id only')?.client ?? client
    const { verdict } = await verifyClient(warned, { name: 'x', seed: 1, bail: true })
    expect(verdict).toBe('passed')
    const report = await verifyClient(warned, { name: 'x', seed: 1, bail: true, strict: true })
    expect(report.verdict).toBe('failed')
  })

  test('a baseline excuses what it knows, and is out of date where the clause passes', async () => {
    const baseline = { knownFailures: [{ clause: 'client.createDate.exact', reason: 'known' }] }
    expect((await verifyClient(client, { name: 'x', seed: 1, baseline })).verdict).toBe('passed')
    expect((await verifyClient(remote(decodeResponse), { name: 'x', seed: 1, baseline })).because).toContain(
      'the baseline is out of date'
    )
  })

  test('a signal ends the run, and its reason is told', async () => {
    const controller = new AbortController()
    const stopping: RemoteClient = async (call, answer) => {
      if (++calls > 30) controller.abort('enough')
      return remote(decodeResponse)(call, answer)
    }
    calls = 0
    const { verdict, because } = await verifyClient(stopping, {
      name: 'x',
      seed: 1,
      signal: controller.signal
    })
    expect([verdict, because, calls]).toEqual(['inconclusive', 'enough', 31])
  })

  test('the seed decides what is sent', async () => {
    const callsAt = async (seed: number): Promise<ReadonlyArray<string>> => {
      const all: Array<string> = []
      const recording: RemoteClient = async (call, answer) => {
        all.push(JSON.stringify([call, answer]))
        return remote(decodeResponse)(call, answer)
      }
      await verifyClient(recording, { name: 'x', seed, runs: 20 })
      return all
    }
    expect(await callsAt(4)).toEqual(await callsAt(4))
    expect(await callsAt(5)).not.toEqual(await callsAt(4))
  })

  test.each([[{ only: ['nothing'] }], [{ skip: ['client', 'response'] }]])(
    '%j selects no clause: rejected',
    async (selection) => {
      await expect(verifyClient(client, { name: 'x', seed: 1, ...selection })).rejects.toThrow(RangeError)
    }
  )
})

describe('clients that fail in the same process', () => {
  const secret = 'Zq8Zq8Zq8Zq8Zq8Zq8Zq8Zq8Zq8'
  const fail = (): never => {
    throw new Error(secret)
  }

  test.each<readonly [string, RemoteClient]>([
    ['throws', fail],
    ['is rejected', () => Promise.reject(new Error(secret))],
    ['rejects later', async () => Promise.resolve().then(fail)]
  ])('%s: inconclusive, and nothing of the error is told', async (_, broken) => {
    const report = await verifyClient(broken, { name: 'x', seed: 1, runs: 5 })
    expect([report.verdict, report.because]).toEqual(['inconclusive', expect.any(String)])
    expect(JSON.stringify(report)).toContain('the client threw, or its promise was rejected')
    expect(JSON.stringify(report)).not.toContain(secret)
  })
})

describe('what is said about a client', () => {
  const ours = remote(decodeResponse)
  const run = (client: RemoteClient, options: Partial<VerifyClientOptions> = {}): Promise<Report> =>
    verifyClient(client, { name: 'x', seed: 1, runs: 0, ...options })
  const silence: CallResult = { requests: [], output: '', problem: 'it ended' }

  test.each([
    ['', 'it ended'],
    ['\n \n', 'it ended'],
    ['one\ntwo\n', 'it ended: two'],
    ['Traceback\nValueError: no\n  at x\nlast', 'it ended: ValueError: no'],
    ['Error [ERR_X]: a\nlast', 'it ended: Error [ERR_X]: a'],
    ["thread 'main' panicked at src/main.rs\nlast", "it ended: thread 'main' panicked at src/main.rs"],
    ['panic: no\nlast', 'it ended: panic: no'],
    ['npm error code E404\nlast', 'it ended: npm error code E404'],
    ['java.lang.RuntimeException: a\nlast', 'it ended: java.lang.RuntimeException: a'],
    ['x\n  Error: quoted\nlast', 'it ended: last'],
    ['const a = error:\nlast', 'it ended: last'],
    ['errors\nexceptional\nlast', 'it ended: last'],
    [`Error: ${'a'.repeat(300)}`, `it ended: Error: ${'a'.repeat(193)}`]
  ])('one that never reports and prints %j', async (output, words) => {
    const { verdict, because } = await run(() => Promise.resolve({ ...silence, output }))
    expect([verdict, because]).toEqual(['inconclusive', `the client never reported a call: ${words}`])
  })

  test.each([
    [1, 'the client stopped reporting after 1 call: it ended'],
    [2, 'the client stopped reporting after 2 calls: it ended']
  ])('one that stops after %i', async (n, because) => {
    calls = 0
    const stopping: RemoteClient = (call, answer) => (++calls > n ? Promise.resolve(silence) : ours(call, answer))
    const report = await run(stopping)
    expect([report.because, report.notes, calls]).toEqual([because, [], n + 4])
    expect(report.clauses.filter(({ status }) => status === 'untested').map(({ reason }) => reason)).toContain(because)
  })

  test('one that is silent at the last calls only is asked for the plainest, and judged', async () => {
    calls = 0
    const [total, last] = [answerExamples.length + 10, answerExamples.length + 9]
    const silentAt =
      (isSilent: (n: number) => boolean): RemoteClient =>
      (call, answer) =>
        isSilent(++calls) ? Promise.resolve({ ...silence, requests: sent(call) }) : ours(call, answer)
    const { clauses } = await run(silentAt((n) => n > last && n <= total))
    expect(clauses.find(({ id }) => id === 'client.total')).toMatchObject({ status: 'failed', broken: 1 })
    calls = 0
    expect((await run(silentAt((n) => n > last))).because).toBe(
      `the client stopped reporting after ${last} calls: it ended`
    )
  })

  test.each<readonly [string, unknown, string]>([
    ['a refusal', { refused: 'no credentials' }, '{"refused":"no credentials"}'],
    ['a long report', ['a'.repeat(300)], `["${'a'.repeat(198)}`],
    ['nothing', undefined, 'undefined']
  ])('one that never calls the server and reports %s', async (_, reported, words) => {
    calls = 0
    const { because, clauses } = await run(() => {
      calls++
      return Promise.resolve({ requests: [], output: '', reported })
    })
    expect([because, calls]).toEqual([`the client never called the server: it reported ${words}`, 5])
    expect(new Set(clauses.map(({ status, reason, excused }) => [status, reason, excused].join()))).toEqual(
      new Set([['untested', because, false].join()])
    )
  })

  test('progress is told after every call', async () => {
    const told: Array<Progress> = []
    const deaf: RemoteClient = async (call, answer) => ({ ...(await ours(call, answer)), reported: { ids: [] } })
    const { clauses } = await run(deaf, { only: ['client.total'], onProgress: (p) => told.push(p) })
    const total = answerExamples.length + 10
    expect(told.map(({ done }) => done)).toEqual(Array.from({ length: total }, (_, i) => i + 1))
    expect(told[0]).toEqual({ done: 1, total, requests: 1, broken: ['client.total'] })
    expect(clauses).toMatchObject([{ status: 'failed', foundAfter: 1, exercised: answerExamples.length }])
  })

  test('a clause that no call says anything about is untested, and keeps the run from passing', async () => {
    const { verdict, clauses, target, seed, runs, requests, causes } = await run(ours, {
      only: ['client.secretValue', 'client.total'],
      name: 'mine'
    })
    expect([verdict, target, seed, runs, requests]).toEqual(['inconclusive', 'mine', 1, 0, answerExamples.length])
    expect(clauses.map(({ id, status }) => [id, status])).toEqual([
      ['client.total', 'passed'],
      ['client.secretValue.contained', 'untested']
    ])
    expect(causes).toEqual([{ reason: 'not exercised by any call', clauses: ['client.secretValue.contained'] }])
  })

  test('one that ends now and then is told what to do instead', async () => {
    const ending: RemoteClient = (call, answer) =>
      answer.status === 429
        ? Promise.resolve({ ...silence, requests: sent(call), isLate: false, waited: 3 })
        : ours(call, answer)
    const { clauses, notes } = await run(ending, { only: ['response.status.ok', 'client.total'] })
    expect(notes).toEqual([
      'it ended, 5 times, and was started again: catch what it throws, print {"refused": "why"} instead, and go on with the next line'
    ])
    expect(clauses.map(({ status, broken, reason }) => [status, broken, reason])).toEqual([
      ['untested', 0, 'not exercised by any call that the client reported'],
      ['failed', 5, undefined]
    ])
  })

  const total = answerExamples.length + 10
  /** Reports nothing that can be read, but sends what it should. */
  const deaf: RemoteClient = async (call, answer) => ({ ...(await ours(call, answer)), reported: { ids: [] } })

  test('one that reported something first, and sends nothing, is asked everything', async () => {
    calls = 0
    const { because } = await run(() =>
      Promise.resolve(++calls === 1 ? silence : { requests: [], output: '', reported: { refused: '' } })
    )
    expect([because.startsWith('the client never called'), calls]).toEqual([false, total])
  })

  test('some MUSTs of servers are SHOULDs of clients: they are warnings, and bail goes past them', async () => {
    const client = brokenRemotes.find(({ name }) => name === 'takes any 2xx for a success')?.client ?? deaf
    const report = await run(client, { runs: 20, bail: true, only: ['response.status', 'client.total'] })
    expect(report.clauses.map(({ id, status }) => [id, status])).toEqual([
      ['response.status.ok', 'warned'],
      ['client.total', 'passed']
    ])
    expect(report.because).toMatch(/^every selected MUST was tested and held \(\d+ of \d+ clauses left out\)$/)
  })

  test('what is not selected is not said to be broken', async () => {
    const told: Array<string> = []
    await run(deaf, { only: ['client.request.wire'], onProgress: ({ broken }) => told.push(...broken) })
    expect(told).toEqual([])
  })

  test('one that is gone is asked nothing more, and how it ended is told once', async () => {
    calls = 0
    const ended: CallResult = { ...silence, isLate: false, waited: 1 }
    const report = await run((call, answer) => (++calls > 2 ? Promise.resolve(ended) : deaf(call, answer)))
    expect([calls, report.notes]).toEqual([6, []])
    expect(report.clauses.find(({ id }) => id === 'client.total')?.counterexample?.again?.kind).toBe('unknown')
  })

  test('one that reports only after every start is asked nothing more', async () => {
    calls = 0
    const late: CallResult = { requests: [], output: '', problem: 'nothing came', waited: 1, isLate: true }
    const report = await run((call, answer) => (++calls % 2 === 0 ? Promise.resolve(late) : deaf(call, answer)))
    expect(report.clauses.find(({ status }) => status === 'untested')?.reason).toBe(
      'the client reported 3 calls only after it was started again: it must report one call after the other'
    )
    expect(report.clauses.find(({ id }) => id === 'client.total')?.counterexample?.again?.kind).toBe('unknown')
  })

  test('in a replay of which nothing is sent, that is said to be broken at once', async () => {
    const told: Array<ReadonlyArray<string>> = []
    await run(() => Promise.resolve({ requests: [], output: '', reported: { refused: '' } }), {
      replay: { clause: 'client.request.wire', one: calling({}) },
      onProgress: ({ broken }) => told.push(broken)
    })
    expect(told).toEqual([['client.request.wire']])
  })

  test.each([
    ['in the last call', total, deaf, []],
    ['in the first, at which the client ended', 1, () => Promise.resolve({ ...silence, isLate: false }), []]
  ])('a run that is stopped %s sends nothing more', async (_, at, client, notes) => {
    calls = 0
    const controller = new AbortController()
    const report = await run(
      (call, answer) => {
        if (++calls === at) controller.abort('enough')
        return client(call, answer)
      },
      { signal: controller.signal, only: ['client.total', 'client.secretValue'] }
    )
    expect([calls, report.notes]).toEqual([at, notes])
    expect(report.clauses.find(({ id }) => id === 'client.secretValue.contained')?.reason).toBe('enough')
  })

  /** One answer at which the client is silent; it has been read for the first time after the first call. */
  const silentOnce = (result: Partial<CallResult>): RemoteClient => {
    calls = 0
    return (call, answer) => {
      calls++
      return Buffer.from(answer.body).toString().includes('NextToken')
        ? Promise.resolve({ ...silence, requests: sent(call), ...result })
        : ours(call, answer)
    }
  }

  test.each([
    ['30 s of waiting leave time to send the counterexample again', { waited: 30_000 }, total + 1, 1],
    ['a millisecond more does not', { waited: 30_001 }, total, 0],
    ['a minute of waiting is not too much', { waited: 60_000 }, total, 0],
    ['15 s for a start leave time for three more', { waited: 15_000, isLate: false }, total + 3, 3],
    ['20 s leave time for two', { waited: 20_000, isLate: false }, total + 2, 2],
    ['a minute for a start is not too much', { waited: 60_000, isLate: false }, total + 1, 1]
  ])('%s', async (_, result, made, again) => {
    const { clauses } = await run(silentOnce(result), { only: ['client.total'] })
    expect(clauses[0]?.counterexample?.again?.runs).toBe(again)
    expect(calls).toBe(made)
  })

  test.each([
    [{ waited: 60_001 }, '60 s were spent waiting for reports that did not come'],
    [
      { waited: 60_001, isLate: false },
      'the client ended so often that 60 s were spent on starting it again: catch what it throws, print {"refused": "why"} instead, and go on with the next line'
    ]
  ])('%j ends the run', async (result, reason) => {
    const { clauses } = await run(silentOnce(result), { only: ['client.secretValue'] })
    expect(clauses.map(({ status, reason: why }) => [status, why])).toEqual([['untested', reason]])
    expect(calls).toBeLessThan(total)
  })
})
