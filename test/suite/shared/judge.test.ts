/**
 * `judge`: from results to the verdict. No vacuous green.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClauseResult, exitCode, judge, type Report } from '../../../src/conformance.js'
import { clausesThatBind } from '../../../src/clauses/index.js'
import { reportOf } from '../../../src/suite/shared/judge.js'
import { count, isMissing } from '../../../src/suite/shared/Report.js'

const result = (more: Partial<ClauseResult> = {}): ClauseResult => ({
  id: 'list.only',
  sentence: 'Nothing is listed but secrets of the client.',
  level: 'MUST',
  evidence: 'page',
  section: 'Introduction',
  status: 'passed',
  exercised: 1,
  broken: 0,
  ...more
})

const passed = result()
const failed = result({ status: 'failed', broken: 1 })
const warned = result({ status: 'warned', level: 'SHOULD', broken: 1 })
const untested = result({ status: 'untested', exercised: 0, reason: 'not exercised by any request' })
const excused = { ...untested, excused: true }
const untestedShould: ClauseResult = { ...untested, level: 'SHOULD' }
const known = { ...failed, known: 'issue 7' }

describe('judge', () => {
  test.each<readonly [string, ReadonlyArray<ClauseResult>, Report['verdict']]>([
    ['nothing', [], 'inconclusive'],
    ['a pass', [passed], 'passed'],
    ['a failure', [failed], 'failed'],
    ['a failure among passes', [passed, failed, passed], 'failed'],
    ['a failure beside what is untested', [failed, untested], 'failed'],
    ['a warning beside a pass', [passed, warned], 'passed'],
    ['a warning alone', [warned], 'passed'],
    ['a MUST untested', [passed, untested], 'inconclusive'],
    ['a SHOULD untested', [passed, untestedShould], 'passed'],
    ['a MUST untested but excused', [passed, excused], 'passed'],
    ['nothing but what is excused', [excused], 'inconclusive'],
    ['a SHOULD untested, alone', [untestedShould], 'inconclusive'],
    ['a known failure', [passed, known], 'passed'],
    ['a known failure alone', [known], 'passed'],
    ['a known failure beside another', [known, failed], 'failed']
  ])('%s', (_, clauses, verdict) => {
    expect(judge(clauses, undefined).verdict).toBe(verdict)
  })

  test('a problem makes a pass inconclusive, and no failure better', () => {
    expect(judge([passed], 'interrupted')).toEqual({ verdict: 'inconclusive', because: 'interrupted', causes: [] })
    expect(judge([failed], 'interrupted')).toMatchObject({
      verdict: 'failed',
      because: '1 clause broken; the run is incomplete: interrupted'
    })
  })

  test('a baseline that is out of date fails', () => {
    expect(judge([passed], undefined, ['x passes now'])).toEqual({
      verdict: 'failed',
      because: 'the baseline is out of date: x passes now',
      causes: []
    })
  })

  const because = (clauses: ReadonlyArray<ClauseResult>, all?: number): string =>
    judge(clauses, undefined, [], all).because

  test('a pass says no more than was judged', () => {
    expect(because([passed, passed])).toBe('every MUST was tested and held')
    expect(because([passed, passed], 2)).toBe('every MUST was tested and held')
    expect(because([passed], 69)).toBe('every selected MUST was tested and held (68 of 69 clauses left out)')
    expect(because([passed, known], 3)).toBe(
      'every selected MUST was tested and held, except 1 that the baseline lists (1 of 3 clauses left out)'
    )
    expect(because([passed, { ...warned, known: 'issue 8' }])).toBe('every MUST was tested and held')
    expect(because([passed, excused])).toBe('every MUST was tested and held, except 1 that is judged only when seen')
    expect(because([passed, known, excused, excused])).toBe(
      'every MUST was tested and held, except 1 that the baseline lists and 2 that are judged only when seen'
    )
    expect(because([warned], 69)).toBe('no MUST was selected (68 of 69 clauses left out)')
  })

  const because4 = (...reasons: ReadonlyArray<string>): string =>
    because(reasons.map((reason) => ({ ...untested, reason })))

  test('a verdict that is no pass says what was broken or not tested', () => {
    const { reason: _, ...unexplained } = untested
    expect(because([failed])).toBe('1 clause broken')
    expect(because([failed, known, failed])).toBe('2 clauses broken')
    expect(judge([passed], undefined, ['x passes now', 'y passes now']).because).toBe(
      'the baseline is out of date: x passes now; y passes now'
    )
    expect(because([])).toBe('no clause was tested')
    expect(because4('no pool')).toBe('1 MUST clause could not be tested: no pool')
    expect(because4('a', 'b', 'a')).toBe('3 MUST clauses could not be tested: a; b')
    expect(because4('a', 'b', 'c')).toBe('3 MUST clauses could not be tested: a; b; c')
    expect(because4('a', 'b', 'c', 'd', 'e')).toBe('5 MUST clauses could not be tested: a; b; c; and 2 more')
    expect(because([unexplained])).toBe('1 MUST clause could not be tested: not exercised')
    expect(judge([unexplained, { ...passed, id: 'list.empty' }], undefined).causes).toEqual([
      { reason: 'not exercised', clauses: ['list.only'] }
    ])
  })

  test('a pass about a part says which part, and why the other MUSTs were not judged', () => {
    const scope = { about: 'ClientId', missing: 'the module exports no UserPoolId' }
    const of = (clauses: ReadonlyArray<ClauseResult>, all?: number): string =>
      judge(clauses, undefined, [], all, scope).because
    expect(of([passed])).toBe('every MUST was tested and held')
    expect(of([passed, excused])).toBe(
      'every MUST about ClientId was tested and held; 1 MUST was not judged: the module exports no UserPoolId'
    )
    expect(of([passed, excused, excused], 4)).toBe(
      'every selected MUST about ClientId was tested and held (1 of 4 clauses left out); 2 MUSTs were not judged: the module exports no UserPoolId'
    )
  })

  test('passes only where every MUST was tested and held, or was excused by name', () => {
    const good = fc.constantFrom(passed, excused, known, untestedShould)
    const any = fc.constantFrom(passed, failed, warned, untested, excused, untestedShould, known)
    const results = fc.oneof(fc.array(good), fc.array(any))
    const problem = fc.option(fc.constant('interrupted'), { nil: undefined })
    const seen = { passed: 0, failed: 0, inconclusive: 0 }
    fc.assert(
      fc.property(results, problem, fc.array(fc.constant('stale'), { maxLength: 1 }), (clauses, why, stale) => {
        const { verdict, because } = judge(clauses, why, stale)
        seen[verdict]++
        const musts = clauses.filter(({ level }) => level === 'MUST')
        const isFine = (one: ClauseResult): boolean =>
          one.status === 'passed' || one.known !== undefined || one.excused === true
        expect(because).not.toBe('')
        if (verdict === 'passed') expect(musts.every(isFine) && why === undefined && stale.length === 0).toBe(true)
        if (musts.some(({ status, known: k }) => status === 'failed' && k === undefined)) expect(verdict).toBe('failed')
        if (verdict === 'failed') expect(clauses.includes(failed) || stale.length > 0).toBe(true)
      }),
      { numRuns: 500 }
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10)
  })

  test('a cause names what it left untested, SHOULDs too, and nothing that is excused', () => {
    const clauses = [
      untested,
      { ...excused, id: 'list.empty' as const },
      { ...untestedShould, id: 'list.only' as const }
    ]
    expect(judge(clauses, undefined).causes).toEqual([
      { reason: 'not exercised by any request', clauses: [untested.id, 'list.only'] }
    ])
    expect(judge([excused, untestedShould], undefined).causes).toEqual([])
  })

  test('causes stand apart by their reasons', () => {
    const of = (id: ClauseResult['id'], reason: string): ClauseResult => ({ ...untested, id, reason })
    const clauses = [of('list.only', 'a'), passed, of('list.empty', 'b'), of('list.complete', 'a'), failed]
    expect(judge(clauses, undefined).causes).toEqual([
      { reason: 'a', clauses: ['list.only', 'list.complete'] },
      { reason: 'b', clauses: ['list.empty'] }
    ])
  })

  test('only a MUST that is untested and not excused keeps a run from passing', () => {
    const all = [passed, failed, warned, untested, excused, untestedShould, known]
    expect(all.filter(isMissing)).toEqual([untested])
  })

  test('the exit code is the verdict', () => {
    const code = (verdict: Report['verdict']): number => exitCode({ verdict } as Report)
    expect([code('passed'), code('failed'), code('inconclusive')]).toEqual([0, 1, 3])
  })
})

describe('reportOf', () => {
  const run = {
    target: 'x',
    subject: 'client',
    results: [passed, failed],
    baseline: undefined,
    problem: undefined,
    started: Date.UTC(2026, 10, 23, 12),
    seed: 7,
    runs: 9
  } as const

  test('what a suite does not know means nothing, and clauses are counted by their status', () => {
    const report = reportOf(run)
    const { durationMs, ...rest } = report
    expect(rest).toEqual({
      tool: 'cognito-secrets-contract',
      formatVersion: 1,
      target: 'x',
      verdict: 'failed',
      because: '1 clause broken',
      causes: [],
      clauses: [passed, failed],
      seed: 7,
      runs: 9,
      requests: 0,
      retries: 0,
      startedAt: '2026-11-23T12:00:00.000Z',
      notes: [],
      leftBehind: [],
      baselineProblems: []
    })
    expect(durationMs).toBeLessThan(Date.now())
    expect([count(report, 'passed'), count(report, 'failed'), count(report, 'untested')]).toEqual([1, 1, 0])
  })

  test('what it knows is in the report, and the verdict follows the baseline at the start of the run', () => {
    const known7 = { clause: 'list.only', reason: 'issue 7' }
    const results = [failed]
    const baseline = (expires: string) => ({ knownFailures: [{ ...known7, expires }] })
    const leftBehind = [{ kind: 'app client', id: 'a', reason: 'kept' }] as const
    const more = { requests: 3, retries: 2, notes: ['n'], leftBehind, results, scope: { about: 'a', missing: 'b' } }
    expect(reportOf({ ...run, ...more, baseline: baseline('2026-11-23') })).toMatchObject({
      verdict: 'passed',
      because: `every selected MUST was tested and held, except 1 that the baseline lists (${clausesThatBind('client').length - 1} of ${clausesThatBind('client').length} clauses left out)`,
      clauses: [{ known: 'issue 7' }],
      requests: 3,
      retries: 2,
      notes: ['n'],
      leftBehind,
      baselineProblems: []
    })
    const late = reportOf({ ...run, ...more, baseline: baseline('2026-11-22') })
    expect([late.verdict, late.baselineProblems.length]).toEqual(['failed', 1])
    const part = reportOf({ ...run, ...more, results: [passed, excused] })
    expect(part.because).toMatch(/^every selected MUST about a was tested and held .*; 1 MUST was not judged: b$/)
    expect(reportOf({ ...run, results: [passed], problem: 'out of time' }).because).toBe('out of time')
  })
})
