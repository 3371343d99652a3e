/**
 * Baselines: reading, writing, and what is no longer true of them.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Baseline,
  baselineOf,
  type ClauseResult,
  parseBaseline,
  printBaseline,
  type Report,
  verify
} from '../../../src/conformance.js'
import { applyBaseline, unexplained } from '../../../src/suite/shared/Baseline.js'
import { reportOf } from '../../../src/suite/shared/judge.js'
import { type ClauseId, clausesThatBind } from '../../../src/clauses/index.js'
import { altering, paging } from '../../node/support/handlers.js'

const CLAUSE = 'response.nextToken.absent'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const baselines = (): fc.Arbitrary<Baseline> =>
  fc.record({
    knownFailures: fc.array(
      fc.record(
        {
          clause: fc.constantFrom(...clausesThatBind('server')),
          reason: fc.string().filter((text) => text.trim() !== ''),
          expires: day
        },
        { requiredKeys: ['clause', 'reason'] }
      )
    )
  })

const known = (expires?: string): Baseline => ({
  knownFailures: [{ clause: CLAUSE, reason: 'issue 7', ...(expires === undefined ? {} : { expires }) }]
})

describe('parseBaseline', () => {
  test('reads what printBaseline wrote', () => {
    fc.assert(
      fc.property(baselines(), (baseline) => {
        expect(parseBaseline(printBaseline(baseline))).toEqual({ _tag: 'Right', right: baseline })
      })
    )
  })

  test('refuses everything else with a reason, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((text) => `{"knownFailures":[${text}]}`)
        ),
        (text) => {
          const parsed = parseBaseline(text)
          expect(parsed._tag === 'Left' ? parsed.left : `an empty list: ${parsed.right.knownFailures.length}`).toMatch(
            /^(?:it |entry |an empty list: 0)/
          )
        }
      )
    )
  })

  test.each([
    '2027-02-30',
    '2027-13-01',
    '2027-1-1',
    '27-01-01',
    '2027-01',
    '2027-01-01T00:00:00.000Z',
    '+012027-01-01',
    '',
    7,
    ['2027-01-01']
  ])('%j is no day', (expires) => {
    expect(parseBaseline(JSON.stringify({ knownFailures: [{ clause: CLAUSE, reason: 'issue 7', expires }] }))).toEqual({
      _tag: 'Left',
      left: 'entry 1 (response.nextToken.absent) has an expires that is no day such as 2027-01-31'
    })
  })

  const entry = { clause: CLAUSE, reason: 'issue 7' }
  const listing = (...knownFailures: ReadonlyArray<unknown>): string => JSON.stringify({ knownFailures })

  test.each([
    ['{"knownFailures":', 'it is not JSON'],
    ['null', 'it has no list knownFailures'],
    ['{"knownFailures":{"length":0}}', 'it has no list knownFailures'],
    [listing(7), 'entry 1 is not an object'],
    [listing(entry, null), 'entry 2 is not an object'],
    [listing({ reason: 'issue 7' }), 'entry 1 has no clause'],
    [listing({ clause: CLAUSE }), `entry 1 (${CLAUSE}) has no reason: say why it is known to fail`],
    [listing({ clause: CLAUSE, reason: ' \n' }), `entry 1 (${CLAUSE}) has no reason: say why it is known to fail`],
    [listing({ ...entry, expires: 7 }), `entry 1 (${CLAUSE}) has an expires that is no day such as 2027-01-31`],
    [
      listing({ ...entry, until: '2027-01-31', ['x\ny']: 1 }),
      `entry 1 (${CLAUSE}) has members that are not known here: until, x\\ny`
    ],
    [
      listing({ ...entry, clause: 'response.nextTokn.absent' }),
      'entry 1 names response.nextTokn.absent, which is not a clause (did you mean response.nextToken.absent?)'
    ],
    [listing({ clause: 'a\nb' }), 'entry 1 (a\\nb) has no reason: say why it is known to fail'],
    [listing(entry, {}, entry, 1), 'entry 2 has no clause; entry 4 is not an object']
  ])('%s: %s', (text, left) => {
    expect(parseBaseline(text)).toEqual({ _tag: 'Left', left })
  })

  test('a day is one, also the last of February in a leap year', () => {
    expect(parseBaseline(JSON.stringify(known('2028-02-29')))._tag).toBe('Right')
  })
})

const result = (id: ClauseId, status: ClauseResult['status']): ClauseResult => ({
  id,
  sentence: '',
  level: 'MUST',
  evidence: 'page',
  section: '',
  status,
  exercised: 1,
  broken: 0
})

/** The report of a run that breaks one clause. */
const broken: Report = reportOf({
  target: 'in-process handler',
  subject: 'server',
  results: [
    result('list.only', 'passed'),
    {
      ...result(CLAUSE, 'failed'),
      counterexample: {
        probe: '',
        expected: 'no pagination token',
        received: 'HTTP 200 ($.NextToken is null): {"NextToken":null}'
      }
    },
    result('response.members.documented', 'warned')
  ],
  baseline: undefined,
  problem: undefined,
  started: 0,
  seed: 1,
  runs: 1
})

describe('applyBaseline', () => {
  test.each([
    ['2026-11-22', 0, 1],
    ['2026-11-23', 1, 0],
    ['2026-11-24', 1, 0],
    [undefined, 1, 0]
  ])('an excuse until %s: %i results excused, %i problems on 2026-11-23', (expires, excused, problems) => {
    const applied = applyBaseline(broken.clauses, known(expires), new Date('2026-11-23T23:59:59.999Z'))
    expect(applied.clauses.filter((one) => one.known === 'issue 7')).toHaveLength(excused)
    expect(applied.baselineProblems).toHaveLength(problems)
  })

  test('what is no longer true of an entry is said, and what to do', () => {
    const results = [
      result('list.only', 'passed'),
      result('list.empty', 'failed'),
      result('list.complete', 'warned'),
      result('list.createDate', 'untested')
    ]
    const knownFailures = [
      { clause: 'list.createDate', reason: 'a' },
      { clause: 'list.complete', reason: 'b', expires: '2026-11-23' },
      { clause: 'list.empty', reason: 'c', expires: '2026-11-22' },
      { clause: 'list.only', reason: 'd' }
    ]
    const applied = applyBaseline(results, { knownFailures }, new Date('2026-11-23T00:00:00Z'))
    expect(applied.clauses.map(({ id, known: reason }) => [id, reason])).toEqual([
      ['list.only', undefined],
      ['list.empty', undefined],
      ['list.complete', 'b'],
      ['list.createDate', undefined]
    ])
    expect(applied.baselineProblems).toEqual([
      'list.empty was excused until 2026-11-22: repair it and take the entry out, or give it a later day in expires',
      'list.only passes now: take it out of the baseline'
    ])
  })

  test('without a baseline nothing changes', () => {
    const { clauses } = broken
    expect(applyBaseline(clauses, undefined, new Date())).toEqual({ clauses, baselineProblems: [] })
  })

  test('a clause that was left out of the run is neither excused nor stale', () => {
    const { clauses } = broken
    const others = clauses.filter(({ id }) => id !== CLAUSE)
    expect(applyBaseline(others, known(), new Date())).toEqual({ clauses: others, baselineProblems: [] })
  })

  test('a known warning is not told as a warning', async () => {
    const talkative = altering((response) => ({ ...response, body: String(response.body).replace('{', '{"Extra":1,') }))
    const baseline = { knownFailures: [{ clause: 'response.members.documented', reason: 'issue 8' }] }
    const report = await verify(talkative, { seed: 1, runs: 0, only: ['response.members'], baseline })
    expect(report.clauses.map(({ status, known: reason }) => [status, reason])).toEqual([['warned', 'issue 8']])
    expect(report.verdict).toBe('passed')
  })
})

describe('baselineOf', () => {
  test('of a run makes the next run pass', async () => {
    const only = ['response.nextToken', 'response.status']
    const baseline = baselineOf(await verify(paging(), { seed: 1, runs: 0, only }))
    expect(baseline.knownFailures).toEqual([
      {
        clause: CLAUSE,
        reason:
          'not yet explained; expected no pagination token; in-process handler answered HTTP 200 ($.NextToken is null)'
      }
    ])
    expect(unexplained(baseline)).toEqual(baseline.knownFailures)
    expect(await verify(paging(), { seed: 2, runs: 0, only, baseline })).toMatchObject({
      verdict: 'passed',
      because: expect.stringMatching(
        /^every selected MUST was tested and held, except 1 that the baseline lists \(\d+ of \d+ clauses left out\)$/
      ) as string
    })
  })

  test('what stands for a reason is short, one line, and holds no half of a body', () => {
    const clauses = [
      {
        ...result(CLAUSE, 'failed'),
        counterexample: {
          probe: '',
          expected: `${'long '.repeat(100)}`,
          received: `HTTP 400 Some\nException: {"message":"${'x'.repeat(500)}"}`
        }
      }
    ]
    const [entry] = baselineOf({ ...broken, clauses }).knownFailures
    expect(entry?.reason).toBe(
      `not yet explained; expected ${'long '.repeat(20)}… (500 characters in all); in-process handler answered HTTP 400 Some\\nException`
    )
  })

  test('of a failure without a counterexample has a placeholder for the reason; what is not broken has no entry', () => {
    expect(printBaseline(baselineOf({ ...broken, clauses: [result(CLAUSE, 'failed')] }))).toBe(
      `{
  "knownFailures": [
    {
      "clause": "response.nextToken.absent",
      "reason": "not yet explained"
    }
  ]
}
`
    )
    const held = (['passed', 'warned', 'untested'] as const).map((status) => result(CLAUSE, status))
    expect(baselineOf({ ...broken, clauses: held })).toEqual({ knownFailures: [] })
  })

  test('a reason of somebody is one', () => {
    expect(unexplained(known())).toEqual([])
  })

  test('keeps what was said before, and drops what passes', () => {
    const before = { knownFailures: [...known('2099-01-01').knownFailures, { clause: 'list.only', reason: 'fixed' }] }
    expect(baselineOf(broken, before)).toEqual(known('2099-01-01'))
    const other = { knownFailures: [{ clause: 'list.only', reason: 'fixed' }] }
    expect(baselineOf(broken, other).knownFailures.map(({ clause }) => clause)).toEqual([CLAUSE])
  })
})
