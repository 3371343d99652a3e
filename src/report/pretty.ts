/**
 * The report for people: failures first, then a summary that fits one screen.
 */
import type { ClauseResult, Report } from '../suite/shared/Report.js'
import { detailsOf, inColumns } from './details.js'
import { groupsOf, having, type Outcome, outcomeOf, outcomes, signs, untestedOf } from './outcome.js'
import { brief, first, number, plural } from '../suite/shared/text.js'

/** Colours, or none of them. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
}

const same = (text: string): string => text

export const noPaint: Paint = { bold: same, dim: same, red: same, green: same, yellow: same }

const MAX_IDS = 10
const MAX_ITEMS = 50

const colour = (paint: Paint, outcome: Outcome): ((text: string) => string) =>
  ({ passed: paint.green, failed: paint.red, warned: paint.yellow, known: paint.yellow, untested: paint.dim })[outcome]

const indent = (lines: ReadonlyArray<string>): ReadonlyArray<string> => lines.map((line) => `    ${line}`)

/** One clause with its counterexample. */
export const finding = (result: ClauseResult, paint: Paint): ReadonlyArray<string> => {
  const outcome = outcomeOf(result)
  const details = detailsOf(result)
  return [
    `  ${colour(paint, outcome)(`${signs[outcome]} ${result.id}`)}  ${paint.dim(`${result.level}, ${result.evidence}: ${result.section}`)}`,
    `    ${brief(result.sentence)}`,
    ...indent(inColumns(details.filter(({ label }) => label !== 'curl' && label !== 'replay'))),
    ...indent(inColumns(details.filter(({ label }) => label === 'curl' || label === 'replay'))).map(paint.dim),
    ''
  ]
}

/** A title and what stands under it; nothing where there is nothing to say. */
const section = (title: string, lines: ReadonlyArray<string>, { bold }: Paint): ReadonlyArray<string> =>
  lines.length === 0 ? [] : [bold(title), '', ...lines, ...(lines.at(-1) === '' ? [] : [''])]

const findings = (report: Report, outcome: Outcome, paint: Paint): ReadonlyArray<string> =>
  having(report.clauses, outcome).flatMap((result) => finding(result, paint))

const known = ({ clauses }: Report, { dim }: Paint): ReadonlyArray<string> =>
  having(clauses, 'known').map(({ id, known }) => `  ${signs.known} ${id}  ${dim(brief(known ?? ''))}`)

/** Untested clauses for the same reason, in a line. */
const untested = (report: Report, { dim, yellow }: Paint): ReadonlyArray<string> =>
  untestedOf(report).flatMap(({ reason, counts, results }) => [
    `  ${(counts ? yellow : dim)(`${signs.untested} ${brief(reason)}${counts ? ' (these are MUSTs)' : ''}:`)}`,
    `    ${first(
      results.map(({ id }) => id),
      MAX_IDS
    ).join(', ')}`
  ])

/** Ids in a `curl` line are of a run that has deleted what it made. */
const howToSeeAgain = ({ target, clauses, leftBehind }: Report, { dim }: Paint): ReadonlyArray<string> =>
  /^https?:/.test(target) &&
  leftBehind.length === 0 &&
  clauses.some(({ counterexample }) => counterexample?.curl !== undefined)
    ? [
        dim('{{client:one}} and the like stand for ids that the target gave. What a run makes it deletes:'),
        dim('--replay TOKEN --keep makes what a case needs once more and leaves it there, for its curl line.'),
        ''
      ]
    : []

const items = (texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  first(texts, MAX_ITEMS).map((text) => `  - ${brief(text)}`)

const summary = (report: Report, paint: Paint): ReadonlyArray<string> =>
  groupsOf(report).map(({ name, results }) => {
    const counts = outcomes.flatMap((outcome) => {
      const n = having(results, outcome).length
      return n === 0 ? [] : [colour(paint, outcome)(`${signs[outcome]} ${n} ${outcome}`)]
    })
    return `  ${name.padEnd(10)}${counts.join('   ')}`
  })

export const pretty = (report: Report, paint: Paint = noPaint): string => {
  const { verdict, because, target, seed, requests, retries, durationMs } = report
  const verdictColour = verdict === 'passed' ? paint.green : verdict === 'failed' ? paint.red : paint.yellow
  const again = retries === 0 ? '' : `, ${number(retries)} of them retries`
  const warnings = having(report.clauses, 'warned').length
  return [
    ...section('Broken', findings(report, 'failed', paint), paint),
    ...section('Warnings', findings(report, 'warned', paint), paint),
    ...howToSeeAgain(report, paint),
    ...section('Known to fail (baseline)', known(report, paint), paint),
    ...section('Not tested', untested(report, paint), paint),
    ...section('The baseline is out of date', items(report.baselineProblems), paint),
    ...section('Other operations (not judged)', items(report.notes), paint),
    ...section('Left behind on the target', items(report.leftBehind), paint),
    paint.bold(`ListUserPoolClientSecrets at ${brief(target)}`),
    '',
    ...summary(report, paint),
    '',
    `  ${plural(report.clauses.length, 'clause')}, ${plural(requests, 'request')}${again}, ${(durationMs / 1000).toFixed(1)} s, seed ${seed}`,
    '',
    verdictColour(paint.bold(`${verdict.toUpperCase()}: ${brief(because)}`)) +
      (warnings > 0 ? paint.yellow(` (${plural(warnings, 'warning')})`) : ''),
    ''
  ].join('\n')
}
