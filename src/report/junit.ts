/**
 * JUnit XML, for build servers. It reads as green if and only if the verdict is passed.
 */
import XMLBuilder from 'fast-xml-builder'
import type { ClauseResult, Report } from '../suite/shared/Report.js'
import { detailsOf, inColumns } from './details.js'
import { groupsOf, isMissing, outcomeOf } from './outcome.js'
import { leftBehindInWords } from './sectionsOf.js'
import { brief, first, printable } from '../suite/shared/text.js'

interface Problem {
  readonly '@_message': string
  readonly '@_type': string
  readonly '#text'?: string
}

interface TestCase {
  readonly '@_name': string
  readonly '@_classname': string
  readonly failure?: Problem
  readonly error?: Problem
  readonly skipped?: Pick<Problem, '@_message'>
  readonly 'system-out'?: string
}

const MAX_MESSAGE = 1000
const MAX_PART = 300
const MAX_REMARKS = 50

// what XML 1.0 forbids is written as an escape, wherever it stands
const builder = new XMLBuilder({
  format: true,
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  attributeValueProcessor: (_, value) => brief(String(value), MAX_MESSAGE),
  tagValueProcessor: (_, value) => printable(String(value))
})

const classname = (group: string): string => `cognito-secrets-contract.${group}`

const linesOf = (result: ClauseResult): string =>
  [`${result.level}, ${result.evidence}: ${result.section}`, ...inColumns(detailsOf(result))].join('\n')

const inShort = ({ counterexample }: ClauseResult): string =>
  counterexample === undefined
    ? 'broken'
    : `expected ${brief(counterexample.expected, MAX_PART)}; received ${brief(counterexample.received, MAX_PART)}`

const outcome = (result: ClauseResult): Omit<TestCase, '@_name' | '@_classname'> => {
  switch (outcomeOf(result)) {
    case 'passed':
      return {}
    case 'failed':
      return { failure: { '@_message': inShort(result), '@_type': result.level, '#text': linesOf(result) } }
    case 'warned':
      return { 'system-out': `warning: ${inShort(result)}\n${linesOf(result)}` }
    case 'known':
      return {
        skipped: { '@_message': `known to fail: ${result.known ?? ''}` },
        'system-out': linesOf(result)
      }
    case 'untested': {
      const reason = result.reason ?? 'not tested'
      return isMissing(result)
        ? { error: { '@_message': `not tested: ${reason}`, '@_type': 'untested' } }
        : { skipped: { '@_message': reason } }
    }
  }
}

const clauseCase = (group: string, result: ClauseResult): TestCase => ({
  '@_name': `${result.id}: ${result.sentence}`,
  '@_classname': classname(group),
  ...outcome(result)
})

/** What is wrong with the run rather than with a clause. */
const runCases = (report: Report): ReadonlyArray<TestCase> => {
  const { verdict, because, baselineProblems, notes } = report
  const remarks = [
    ...notes.map((note) => `note: ${note}`),
    ...leftBehindInWords(report).map((what) => `left behind: ${what}`)
  ]
  return [
    {
      '@_name': 'The run could say all that it was to say.',
      '@_classname': classname('run'),
      ...(verdict === 'inconclusive' ? { error: { '@_message': because, '@_type': verdict } } : {}),
      ...(remarks.length === 0
        ? {}
        : {
            'system-out': first(remarks, MAX_REMARKS)
              .map((text) => brief(text))
              .join('\n')
          })
    },
    ...baselineProblems.map((problem) => ({
      '@_name': `The baseline is up to date: ${problem}`,
      '@_classname': classname('run'),
      error: { '@_message': problem, '@_type': 'baseline' }
    }))
  ]
}

const counts = (cases: ReadonlyArray<TestCase>): Readonly<Record<string, number>> => ({
  '@_tests': cases.length,
  '@_failures': cases.filter(({ failure }) => failure !== undefined).length,
  '@_errors': cases.filter(({ error }) => error !== undefined).length,
  '@_skipped': cases.filter(({ skipped }) => skipped !== undefined).length
})

export const junit = (report: Report): string => {
  const { target, verdict, because, seed, runs, requests, retries, startedAt, durationMs } = report
  const facts = { target, verdict, because, seed, runs, requests, retries }
  const property = Object.entries(facts).map(([name, value]) => ({ '@_name': name, '@_value': value }))
  const suites = [
    ...groupsOf(report).map(({ name, results }) => ({ name, cases: results.map((one) => clauseCase(name, one)) })),
    { name: 'run', cases: runCases(report) }
  ]
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: {
      '@_name': `ListUserPoolClientSecrets at ${target}`,
      ...counts(suites.flatMap(({ cases }) => cases)),
      '@_time': (durationMs / 1000).toFixed(3),
      testsuite: suites.map(({ name, cases }) => ({
        '@_name': name,
        ...counts(cases),
        '@_timestamp': startedAt,
        properties: { property },
        testcase: cases
      }))
    }
  })
}
