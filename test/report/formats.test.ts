/**
 * What holds for every format, whatever a target says: properties over hostile reports.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { github, html, json, junit, markdown, pretty, type Report } from '../../src/conformance.js'
import { clauseIds } from '../../src/clauses/index.js'
import { hostileReport } from './hostile.js'

const formats = { pretty: (report: Report) => pretty(report), json, junit, markdown, github, html }

const isCommand = (line: string): boolean => /^\s*::/.test(line)

describe.each(Object.entries(formats))('%s', (name, format) => {
  test('is a text for every report, and the report stays as it was', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const before = JSON.stringify(report)
        expect(format(report)).not.toBe('')
        expect(JSON.stringify(report)).toBe(before)
      })
    )
  })

  test('holds no control character, nothing invisible, and nothing that changes the direction of writing', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        expect(format(report).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u)
      })
    )
  })

  test('gives a build server no command of the target', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = format(report)
        expect(text).not.toMatch(/##\w*\[/)
        if (name !== 'github') expect(text.split('\n').filter(isCommand)).toEqual([])
      })
    )
  })

  test('ends its last line', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        expect(format(report).endsWith('\n')).toBe(true)
      })
    )
  })
})

const { json: _, ...bounded } = formats

describe.each(Object.entries(bounded))('%s', (_, format) => {
  test.each(['x', '<', '\n', '😀'])('grows no more with what a target says: %j', (unit) => {
    const size = (n: number): number =>
      format(endless(unit.repeat(n), clauseIds.slice(0, 5))).replace(/[\d,]+ characters in all/g, 'cut').length
    // a cut may fall before or after what was cut inside
    expect(size(20_000)).toBeLessThan(size(10_000) * 1.01)
  })
})

test.each(['x', '`', '€', '\u0000'])('a step summary stays under the megabyte that it may have: %j', (unit) => {
  expect(Buffer.byteLength(markdown(endless(unit.repeat(20_000))))).toBeLessThan(1_048_576)
})

/** Every clause broken, every text as long as it gets. */
const endless = (text: string, ids = clauseIds): Report => {
  const message = { start: text, headers: { [text]: text }, body: text }
  const texts = Array.from({ length: 200 }, () => text)
  return {
    tool: 'cognito-secrets-contract',
    formatVersion: 1,
    target: text,
    verdict: 'failed',
    causes: [{ reason: text, clauses: ids }],
    because: text,
    clauses: ids.map((id) => ({
      id,
      sentence: 'A sentence.',
      level: 'MUST',
      evidence: 'page',
      section: 'Errors',
      status: 'failed',
      exercised: 1,
      broken: 1,
      counterexample: {
        probe: text,
        expected: text,
        received: text,
        steps: Array.from({ length: 50 }, () => ({ op: 'list' as const, body: text, headers: { [text]: text } })),
        request: message,
        response: message,
        curl: text,
        replay: text,
        again: { runs: 5, failed: 5, kind: 'deterministic' }
      }
    })),
    seed: 1,
    runs: 1,
    requests: 1,
    retries: 0,
    startedAt: '2026-07-25T17:20:00.000Z',
    durationMs: 1,
    notes: texts,
    leftBehind: texts.map((id) => ({ kind: 'user pool', id, reason: id })),
    baselineProblems: texts
  }
}
