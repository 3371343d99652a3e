/**
 * Markdown for a summary page such as GITHUB_STEP_SUMMARY, well under the megabyte that it may have.
 */
import type { ClauseResult, Report } from '../suite/shared/Report.js'
import { commandOf, detailsOf, inColumns } from './details.js'
import { groupsOf, having, type Outcome, outcomes, signs, untestedOf, words } from './outcome.js'
import { brief, first, number, plural } from '../suite/shared/text.js'

type Lines = ReadonlyArray<string>

const MAX_ITEMS = 50
const MAX_DETAILED = 15

/** One line of plain text: Markdown lets any ASCII punctuation be escaped; a list or a rule must not begin either. */
const plain = (text: string): string =>
  (brief(text).trim() || '(empty)')
    .replace(/[\\`*_[\]<>&|~$@#!{}]|:(?=[\w/+-])/g, '\\$&')
    .replace(/^(\d*)([-+=.)])/, '$1\\$2')

/** A fence is longer than any run of backticks in what it holds, so that nothing in it can end it. */
const fenced = (text: string, language = 'text'): Lines => {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)))
  return [`${fence}${language}`, text, fence, '']
}

const row = (cells: Lines): string => `| ${cells.join(' | ')} |`

const table = (head: Lines, rows: ReadonlyArray<Lines>): Lines => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
  ''
]

const section = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''])

const items = (texts: Lines): Lines => first(texts, MAX_ITEMS).map((text) => `- ${plain(text)}`)

const title = (result: ClauseResult, outcome: Outcome): Lines => [
  `### ${signs[outcome]} ${plain(result.id)}`,
  '',
  `${plain(result.sentence)} (${result.level}, ${result.evidence}: ${plain(result.section)})`,
  ''
]

/** In columns: with a label before them, not even in a log does a line begin with the words of a target. */
const details = (result: ClauseResult): Lines => {
  const lines = inColumns(detailsOf(result))
  return lines.length === 0 ? [] : fenced(lines.join('\n'))
}

const findings = ({ clauses }: Report, outcome: Outcome): Lines =>
  having(clauses, outcome).flatMap((result, i) => [
    ...title(result, outcome),
    ...(i < MAX_DETAILED ? details(result) : [])
  ])

const counts = (report: Report): Lines =>
  table(
    ['Clauses', ...outcomes.map((outcome) => `${signs[outcome]} ${words[outcome]}`)],
    groupsOf(report).map(({ name, results }) => [
      plain(name),
      ...outcomes.map((outcome) => number(having(results, outcome).length))
    ])
  )

const known = ({ clauses }: Report): Lines =>
  having(clauses, 'known').map(({ id, known: reason }) => `- ${plain(id)}: ${plain(reason ?? '')}`)

const untested = (report: Report): Lines => {
  const rows = untestedOf(report).flatMap(({ reason, counts, results }) =>
    results.map(({ id, level }) => [plain(id), counts ? `**${level}**` : level, plain(reason)])
  )
  return rows.length === 0 ? [] : table(['Clause', 'Level', 'Why'], rows)
}

export const markdown = (report: Report): string => {
  const { verdict, because, target, requests, retries, durationMs, seed, clauses } = report
  return [
    `# ${signs[verdict]} ListUserPoolClientSecrets: ${verdict}`,
    '',
    `**${plain(because)}** at ${plain(target)}`,
    '',
    ...counts(report),
    `${plural(clauses.length, 'clause')}, ${plural(requests, 'request')}, ${number(retries)} retried, ${(durationMs / 1000).toFixed(1)} s, seed ${seed}.`,
    '',
    ...section('Broken', findings(report, 'failed')),
    ...section('The baseline is out of date', items(report.baselineProblems)),
    ...section('Warnings', findings(report, 'warned')),
    ...section('Not tested', untested(report)),
    ...section('Known to fail', known(report)),
    ...section('Other operations (not judged)', items(report.notes)),
    ...section('Left behind on the target', items(report.leftBehind)),
    'To see this again, with the other options of this run:',
    '',
    ...fenced(commandOf(report), 'sh')
  ].join('\n')
}
