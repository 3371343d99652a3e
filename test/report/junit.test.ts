/**
 * JUnit as a build server reads it.
 */
import * as fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { junit, type Report } from '../../src/conformance.js'
import { hostileReport } from './hostile.js'

interface TestCase {
  readonly name: string
  readonly failure?: unknown
  readonly error?: unknown
  readonly skipped?: unknown
  readonly 'system-out'?: unknown
}

interface Counts {
  readonly name: string
  readonly tests: string
  readonly failures: string
  readonly errors: string
  readonly skipped: string
}

interface Suite extends Counts {
  readonly testcase: ReadonlyArray<TestCase>
  readonly properties: { readonly property: ReadonlyArray<{ readonly name: string; readonly value: string }> }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  // numeric character references, which every XML parser knows
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name)
})

const read = (xml: string): Counts & { readonly testsuite: ReadonlyArray<Suite> } => {
  const { testsuites } = parser.parse(xml) as { testsuites: Counts & { testsuite: ReadonlyArray<Suite> } }
  return testsuites
}

const casesOf = (report: Report): ReadonlyArray<TestCase> =>
  read(junit(report)).testsuite.flatMap(({ testcase }) => testcase)

const has = (key: 'failure' | 'error' | 'skipped') => (test: TestCase) => test[key] !== undefined

const countsOf = (cases: ReadonlyArray<TestCase>): Omit<Counts, 'name'> => ({
  tests: String(cases.length),
  failures: String(cases.filter(has('failure')).length),
  errors: String(cases.filter(has('error')).length),
  skipped: String(cases.filter(has('skipped')).length)
})

const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

test('is well-formed XML 1.0', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const xml = junit(report)
      expect(XMLValidator.validate(xml)).toBe(true)
      expect(xml).not.toMatch(FORBIDDEN)
      expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;|#10;)/)
    })
  )
})

test('counts what it lists, in every suite and in all', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const suites = read(junit(report))
      expect(suites).toMatchObject(countsOf(suites.testsuite.flatMap(({ testcase }) => testcase)))
      for (const suite of suites.testsuite) expect(suite).toMatchObject(countsOf(suite.testcase))
    })
  )
})

test('counts what the report counts', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const { clauses, baselineProblems, verdict } = report
      const missing = clauses.filter((one) => one.level === 'MUST' && one.status === 'untested' && !one.excused)
      const known = clauses.filter((one) => one.known !== undefined)
      expect(read(junit(report))).toMatchObject({
        tests: String(clauses.length + 1 + baselineProblems.length),
        failures: String(clauses.filter((one) => one.status === 'failed' && one.known === undefined).length),
        errors: String(missing.length + baselineProblems.length + (verdict === 'inconclusive' ? 1 : 0)),
        skipped: String(clauses.filter(({ status }) => status === 'untested').length - missing.length + known.length)
      })
    })
  )
})

test('is green if and only if the verdict is passed', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const cases = casesOf(report)
      expect(cases.some(has('failure')) || cases.some(has('error'))).toBe(report.verdict !== 'passed')
    })
  )
})

test('names every clause, in the suite of its group', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const { testsuite } = read(junit(report))
      for (const { id, sentence } of report.clauses) {
        const suite = testsuite.find(({ name }) => name === id.split('.')[0])
        expect(suite?.testcase.map(({ name }) => name)).toContain(`${id}: ${sentence}`)
      }
    })
  )
})

test('explains a warning, and keeps it a pass', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const cases = casesOf(report)
      for (const { id } of report.clauses.filter((one) => one.status === 'warned' && one.known === undefined)) {
        const found = cases.find(({ name }) => name.startsWith(`${id}:`))
        expect(Object.keys(found ?? {}).sort()).toEqual(['classname', 'name', 'system-out'])
        expect(found?.['system-out']).toMatch(/^warning: expected /)
      }
    })
  )
})

test('every suite has the seed, the requests and the verdict', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      for (const { properties } of read(junit(report)).testsuite) {
        expect(Object.fromEntries(properties.property.map(({ name, value }) => [name, value]))).toMatchObject({
          seed: String(report.seed),
          requests: String(report.requests),
          verdict: report.verdict
        })
      }
    })
  )
})
