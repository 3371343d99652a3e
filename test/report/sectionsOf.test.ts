/**
 * What a report has to say, and in which order.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClauseResult, github, html, judge, junit, markdown, pretty, type Report } from '../../src/conformance.js'
import { clause, type ClauseId } from '../../src/clauses/index.js'
import { findingsOf } from '../../src/report/findingsOf.js'
import { isSilent, notesOf, sectionsOf } from '../../src/report/sectionsOf.js'
import { hostileReport } from './hostile.js'

const result = (id: ClauseId, more: Partial<ClauseResult>): ClauseResult => ({
  id,
  ...clause(id),
  status: 'failed',
  exercised: 9,
  broken: 9,
  ...more
})

const reportOf = (clauses: ReadonlyArray<ClauseResult>, more: Partial<Report> = {}, problem?: string): Report => ({
  tool: 'cognito-secrets-contract',
  formatVersion: 1,
  target: 'http://127.0.0.1:9229/',
  ...judge(clauses, problem),
  clauses,
  seed: 1,
  runs: 1,
  requests: 1,
  retries: 0,
  startedAt: '2026-07-25T17:20:00.000Z',
  durationMs: 1,
  notes: [],
  leftBehind: [],
  baselineProblems: [],
  ...more
})

const idsOf = (report: Report): ReadonlyArray<ReadonlyArray<string>> =>
  findingsOf(report).map(({ result: { id }, more }) => [id, ...more.map((one) => one.id)])

describe('findings', () => {
  const again = (failed: number): Partial<ClauseResult> => ({
    counterexample: {
      probe: '',
      expected: '',
      received: '',
      again: { runs: 5, failed, kind: failed === 5 ? 'deterministic' : 'flaky' }
    }
  })
  const flaky: ReadonlyArray<ClauseId> = ['list.complete', 'list.only', 'list.empty', 'list.repeatable']

  test('many clauses that were broken now and then are one, beside what was broken each time', () => {
    const steady = result('list.createDate', again(5))
    expect(idsOf(reportOf([steady, ...flaky.map((id, i) => result(id, again(i)))]))).toEqual([
      ['list.createDate'],
      flaky
    ])
  })

  test('a few clauses that were broken now and then are shown one by one', () => {
    const few = flaky.slice(1)
    expect(idsOf(reportOf(few.map((id) => result(id, again(0)))))).toEqual(few.map((id) => [id]))
  })

  test('a clause that was broken now and then by answers with the same fault is shown by itself', () => {
    const [first, ...rest] = flaky
    const formed = result(first ?? 'list.complete', { ...again(0), symptom: 'notJson' })
    expect(idsOf(reportOf([formed, ...rest.map((id) => result(id, again(0)))]))).toEqual(flaky.map((id) => [id]))
  })

  test('causes come before consequences: the transport, the form, secrets, the rest', () => {
    const ids: ReadonlyArray<ClauseId> = [
      'request.clientId.pattern',
      'response.secret.neverRevealed',
      'error.contentType',
      'response.http.complete'
    ]
    expect(idsOf(reportOf(ids.map((id) => result(id, {}))))).toEqual([...ids].reverse().map((id) => [id]))
  })

  test('every cause has its place before the clauses of the catalogue', () => {
    const causes: ReadonlyArray<ClauseId> = [
      'response.http.complete',
      'response.status.ok',
      'response.body.object',
      'error.body.object',
      'error.type.present',
      'error.type.consistent',
      'response.contentType',
      'error.contentType',
      'response.secret.neverRevealed',
      'response.secretValue.absent',
      'response.clientSecrets.present',
      'client.total',
      'client.secretValue.contained',
      'validator.total'
    ]
    const others: ReadonlyArray<ClauseId> = ['request.clientId.pattern', 'list.only']
    const report = reportOf([...others, ...[...causes].reverse()].map((id) => result(id, {})))
    expect(idsOf(report).flat()).toEqual([...causes, ...others])
  })

  test('clauses with one symptom are one finding, under the one that comes first', () => {
    const report = reportOf([
      result('request.clientId.pattern', { symptom: 'unnamedError' }),
      result('request.userPoolId.pattern', {}),
      result('error.type.present', { symptom: 'unnamedError' }),
      result('error.message.present', { symptom: 'unnamedError', status: 'warned' })
    ])
    expect(idsOf(report)).toEqual([
      ['error.type.present', 'request.clientId.pattern', 'error.message.present'],
      ['request.userPoolId.pattern']
    ])
  })

  test('a warning never hides a failure', () => {
    const report = reportOf([
      result('request.clientId.pattern', { symptom: 'twoNames' }),
      result('error.type.consistent', { symptom: 'twoNames', status: 'warned' })
    ])
    expect(idsOf(report)).toEqual([['request.clientId.pattern', 'error.type.consistent']])
  })

  test('every broken clause that the baseline does not know is in one finding', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const broken = report.clauses.filter(
          ({ status, known }) => known === undefined && (status === 'failed' || status === 'warned')
        )
        expect(idsOf(report).flat().sort()).toEqual(broken.map(({ id }) => id).sort())
      })
    )
  })
})

describe('sections', () => {
  const itemsOf = (report: Report, id: string): ReadonlyArray<string> =>
    sectionsOf(report).flatMap((section) => (section.id === id && section.kind === 'texts' ? section.items : []))

  test('what is left behind for one reason is one item', () => {
    const leftBehind: Report['leftBehind'] = [
      { kind: 'user pool', id: 'a', reason: 'kept' },
      { kind: 'user pool', id: 'b', reason: 'HTTP 500 (at last)' },
      { kind: 'app client', id: 'c', pool: 'a', reason: 'kept' }
    ]
    const items = ['user pool a, app client c of pool a: kept', 'user pool b: HTTP 500 (at last)']
    const report = reportOf([], { leftBehind })
    expect(itemsOf(report, 'left')).toEqual(items)
    for (const item of items) {
      expect(pretty(report)).toContain(`  - ${item}\n`)
      expect(markdown(report)).toContain(`- ${item.replace(/:(?= )/, '$&')}\n`)
      expect(junit(report)).toContain(`left behind: ${item}`)
      expect(html(report)).toContain(item)
    }
  })

  test('findings that did not show again are explained once', () => {
    const again = (failed: number): Partial<ClauseResult> => ({
      counterexample: { probe: 'x', expected: '', received: '', again: { runs: 5, failed, kind: 'flaky' } }
    })
    const report = reportOf([
      result('list.only', again(0)),
      result('list.complete', again(0)),
      result('list.empty', again(2))
    ])
    expect(itemsOf(report, 'flaky')).toEqual([
      '2 of 3 findings did not show again when sent alone. If the target mixes up calls that it handles at the same time, ' +
        'a run with --concurrency 1 does not find them. If a List of the target shows changes only after a while, a longer ' +
        '--settle does not find them. If it leaves the body of a request unread (of a GET, say), it takes that body for the ' +
        'next request on the same connection.'
    ])
    expect(itemsOf(reportOf([result('list.empty', again(2))]), 'flaky')).toEqual([])
    expect(itemsOf(reportOf([result('list.empty', { ...again(0), known: 'issue 17' })]), 'flaky')).toEqual([])
    const notSent = { runs: 0, failed: 0, kind: 'unknown' } as const
    const counterexample = { probe: 'x', expected: '', received: '', again: notSent }
    expect(itemsOf(reportOf([result('list.empty', { counterexample })]), 'flaky')).toEqual([])
  })

  test.each([
    'unreachable: connect ECONNREFUSED 127.0.0.1:9229',
    'unreachable: gave up after 8 requests without a complete answer (connect ECONNREFUSED 127.0.0.1:9229)'
  ])('of a target that was never reached the verdict alone tells %j', (because) => {
    const untested = result('list.only', {
      status: 'untested',
      exercised: 0,
      broken: 0,
      reason: because,
      excused: false
    })
    const notes = ['CreateUserPool failed: connect ECONNREFUSED 127.0.0.1:9229 (2 times)']
    expect(sectionsOf(reportOf([untested], { notes }, because))).toEqual([])
    const other = reportOf([untested], { notes: ['CreateUserPool failed: AccessDenied'] }, because)
    expect(sectionsOf(other).map(({ id }) => id)).toEqual(['notes'])
    const partly = reportOf([untested, result('list.empty', { status: 'passed' })], { notes }, because)
    expect(sectionsOf(partly).map(({ id }) => id)).toEqual(['causes'])
  })

  test('a run is silent only where a MUST was left out, and everything for the one reason of the verdict', () => {
    const untested = { status: 'untested', exercised: 0, broken: 0, excused: false } as const
    const gone = result('list.only', { ...untested, reason: 'gone' })
    const excused = result('list.empty', { ...untested, excused: true, reason: 'when seen' })
    const silent = (...clauses: ReadonlyArray<ClauseResult>): boolean =>
      isSilent(reportOf(clauses, { because: 'gone' }))
    expect(silent(gone)).toBe(true)
    expect(silent(gone, excused)).toBe(true)
    expect(silent(excused)).toBe(false)
    expect(silent()).toBe(false)
    expect(silent(gone, result('list.empty', { ...untested, reason: 'another' }))).toBe(false)
    expect(silent(gone, result('list.empty', { status: 'passed' }))).toBe(false)
    expect(silent(gone, result('list.empty', { status: 'passed', excused: true }))).toBe(false)
  })

  test.each([
    ['gone', false],
    ['CreateUserPool: gone', false],
    ['CreateUserPool failed: gone', false],
    ['CreateUserPool failed: gone (12 times)', false],
    ['CreateUserPool failed: refused: gone', true],
    ['a CreateUserPool failed: gone', true],
    ['CreateUserPool failed: gone (12 times) again', true],
    ['CreateUserPool failed: AccessDenied', true]
  ])('of the note %j it is told again: %j, where the cause is that it is gone', (note, isTold) => {
    const causes = [{ reason: 'it is gone', clauses: [] }]
    const report = reportOf([], { notes: [note.replace('gone', 'it is gone')], causes })
    expect(notesOf(report).length === 1).toBe(isTold)
  })

  test('only at its end is a number of times no part of a note', () => {
    const causes = [{ reason: 'it is gone', clauses: [] }]
    const notes = ['CreateUserPool failed: it is (2 times) gone']
    expect(notesOf(reportOf([], { notes, causes }))).toEqual(notes)
  })

  test('why MUSTs were not tested comes first, once, with all that was left out for it', () => {
    const reason = 'CreateUserPool named a pool "x", which UserPoolId\'s pattern refuses'
    const left = { status: 'untested', exercised: 0, broken: 0, excused: false, reason } as const
    const excuse = { ...left, excused: true, reason: 'judged only when seen' }
    const clauses = [
      result('response.nextToken.absent', {}),
      result('list.only', left),
      result('list.repeatable', { ...left, level: 'SHOULD' }),
      result('list.empty', { ...left, reason: 'not exercised by any request' }),
      result('error.tooManyRequests.status', excuse)
    ]
    const report = reportOf(clauses, { notes: [reason, 'DeleteUserPool failed: X, HTTP 400'] })
    expect(report.causes).toEqual([
      { reason, clauses: ['list.only', 'list.repeatable'] },
      { reason: 'not exercised by any request', clauses: ['list.empty'] }
    ])
    expect(sectionsOf(report).map(({ id }) => id)).toEqual(['causes', 'broken', 'untested', 'notes'])
    expect(itemsOf(report, 'notes')).toEqual(['DeleteUserPool failed: X, HTTP 400'])
    const told = `1 MUST and 1 SHOULD were not tested: ${reason}`
    const shown = pretty(report)
    expect(shown.split(told)).toHaveLength(2)
    expect(shown.split(reason)).toHaveLength(2)
    expect(shown).toContain('1 MUST was not tested: not exercised by any request')
    expect(shown.indexOf(told)).toBeLessThan(shown.indexOf('response.nextToken.absent'))
    for (const text of [markdown(report), html(report)]) {
      const plain = text.replaceAll('\\', '').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
      expect(plain.split(told)).toHaveLength(2)
      expect(plain.split(reason)).toHaveLength(2)
      expect(plain.indexOf(told)).toBeLessThan(plain.indexOf(clause('response.nextToken.absent').sentence))
    }
    expect(github(report).split('\n')[0]).toContain(reason)
    expect(junit(report)).toContain('1 MUST and 1 SHOULD were not tested')
    expect(junit(report).indexOf('1 MUST and 1 SHOULD were not tested')).toBeLessThan(junit(report).indexOf('<failure'))
  })

  test('no section is empty, and none comes twice', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const sections = sectionsOf(report)
        expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
        for (const { items } of sections) expect(items.length).toBeGreaterThan(0)
      })
    )
  })
})
