/**
 * JUnit XML, for build servers. It reads as green if and only if the verdict is passed.
 */
import { type ClauseResult, isMissing, type Report } from '../suite/shared/Report.js'
import { detailsOf, inColumns } from './details.js'
import { type Markup, markup, nothing } from './markup.js'
import { causesOf, groupsOf, outcomeOf, untestedInWords } from './outcome.js'
import { leftBehindInWords, notesOf } from './sectionsOf.js'
import { brief, first } from '../suite/shared/text.js'

interface TestCase {
  readonly name: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  readonly content: Markup
}

const MAX_MESSAGE = 1000
const MAX_PART = 300
const MAX_REMARKS = 50

const attribute = (text: string): string => brief(text, MAX_MESSAGE)

const output = (text: string): Markup => markup`<system-out>${text}</system-out>`

const error = (message: string, type: string): Markup => markup`<error message="${attribute(message)}" type="${type}"/>`

const skipped = (message: string): Markup => markup`<skipped message="${attribute(message)}"/>`

const linesOf = (result: ClauseResult): string =>
  [`${result.level}, ${result.evidence}: ${result.section}`, ...inColumns(detailsOf(result))].join('\n')

const inShort = ({ counterexample }: ClauseResult): string =>
  counterexample === undefined
    ? 'broken'
    : `expected ${brief(counterexample.expected, MAX_PART)}; received ${brief(counterexample.received, MAX_PART)}`

const caseOf = (result: ClauseResult): Omit<TestCase, 'name'> => {
  switch (outcomeOf(result)) {
    case 'passed':
      return { outcome: 'passed', content: nothing }
    case 'failed': {
      const { level } = result
      const message = attribute(inShort(result))
      const content = markup`<failure message="${message}" type="${level}">${linesOf(result)}</failure>`
      return { outcome: 'failure', content }
    }
    case 'warned':
      return { outcome: 'passed', content: output(`warning: ${inShort(result)}\n${linesOf(result)}`) }
    case 'known': {
      const content = markup`${skipped(`known to fail: ${result.known ?? ''}`)}${output(linesOf(result))}`
      return { outcome: 'skipped', content }
    }
    case 'untested': {
      const reason = result.reason ?? 'not tested'
      return isMissing(result)
        ? { outcome: 'error', content: error(`not tested: ${reason}`, 'untested') }
        : { outcome: 'skipped', content: skipped(reason) }
    }
  }
}

/** What is wrong with the run rather than with a clause. */
const runCases = (report: Report): ReadonlyArray<TestCase> => {
  const { verdict, because, baselineProblems } = report
  const inconclusive = verdict === 'inconclusive'
  const remarks = [
    ...causesOf(report).map(untestedInWords),
    ...notesOf(report).map((note) => `note: ${note}`),
    ...leftBehindInWords(report).map((what) => `left behind: ${what}`)
  ]
  const shown = first(remarks, MAX_REMARKS).map((text) => brief(text))
  return [
    {
      name: 'The run was complete.',
      outcome: inconclusive ? 'error' : 'passed',
      content: markup`${inconclusive ? error(because, verdict) : nothing}${
        shown.length === 0 ? nothing : output(shown.join('\n'))
      }`
    },
    ...baselineProblems.map((problem) => ({
      name: `The baseline is up to date: ${problem}`,
      outcome: 'error' as const,
      content: error(problem, 'baseline')
    }))
  ]
}

const counts = (cases: ReadonlyArray<TestCase>): Markup => {
  const count = (outcome: TestCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length
  return markup`tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}

/** JUnit XML, one test case for each clause. */
export const junit = (report: Report): string => {
  const { target, verdict, because, seed, runs, requests, retries, startedAt, durationMs } = report
  const properties = Object.entries({ target, verdict, because, seed, runs, requests, retries }).map(
    ([name, value]) => markup`
      <property name="${name}" value="${attribute(String(value))}"/>`
  )
  const suites = [
    { group: 'run', cases: runCases(report) },
    ...groupsOf(report).map(({ name, results }) => ({
      group: name,
      cases: results.map((result) => ({ name: `${result.id}: ${result.sentence}`, ...caseOf(result) }))
    }))
  ]
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${attribute(`ListUserPoolClientSecrets at ${target}`)}" ${counts(
    suites.flatMap(({ cases }) => cases)
  )} time="${(durationMs / 1000).toFixed(3)}">${suites.map(
    ({ group, cases }) => markup`
  <testsuite name="${group}" ${counts(cases)} timestamp="${startedAt}">
    <properties>${properties}
    </properties>${cases.map(
      ({ name, content }) => markup`
    <testcase name="${attribute(name)}" classname="cognito-secrets-contract.${group}">${content}</testcase>`
    )}
  </testsuite>`
  )}
</testsuites>
`.markup
}
