/**
 * Markdown for a summary page such as GITHUB_STEP_SUMMARY, well under the megabyte that it may have.
 */
import type { ClauseResult, Report } from '../suite/shared/Report.js'
import { brief, first, number, plural } from '../suite/shared/text.js'
import { commandOf, detailsOf, inColumns, moreInWords } from './details.js'
import type { Finding } from './findingsOf.js'
import {
  groupsOf,
  having,
  type Outcome,
  outcomeOf,
  outcomes,
  signs,
  type Untested,
  untestedInWords,
  words
} from './outcome.js'
import { isSilent, type Section, sectionsOf } from './sectionsOf.js'

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

const findings = (all: ReadonlyArray<Finding>): Lines =>
  all.flatMap(({ result, more }, i) => [
    ...title(result, outcomeOf(result)),
    ...(i < MAX_DETAILED ? details(result) : []),
    ...(more.length === 0 ? [] : [plain(moreInWords({ result, more })), ''])
  ])

const counts = (report: Report): Lines =>
  table(
    ['Clauses', ...outcomes.map((outcome) => `${signs[outcome]} ${words[outcome]}`)],
    groupsOf(report).map(({ name, results }) => [
      plain(name),
      ...outcomes.map((outcome) => number(having(results, outcome).length))
    ])
  )

const untested = (groups: ReadonlyArray<Untested>, name: (group: Untested) => string): Lines =>
  groups.flatMap((group) => [
    `- ${plain(name(group))}`,
    '',
    `  ${group.results.map(({ id, level }) => `${plain(id)} (${level})`).join(', ')}`,
    ''
  ])

const contentOf = (section: Section): Lines => {
  switch (section.kind) {
    case 'findings':
      return findings(section.items)
    case 'known':
      return section.items.map(({ id, known }) => `- ${plain(id)}: ${plain(known ?? '')}`)
    case 'untested':
      return untested(section.items, section.id === 'causes' ? untestedInWords : ({ reason }) => reason)
    case 'texts':
      return first(section.items, MAX_ITEMS).map((text) => `- ${plain(text)}`)
  }
}

/** Markdown for a summary page such as `GITHUB_STEP_SUMMARY`. */
export const markdown = (report: Report): string => {
  const { verdict, because, target, requests, retries, durationMs, seed, clauses } = report
  return [
    `# ${signs[verdict]} ListUserPoolClientSecrets: ${verdict}`,
    '',
    `**${plain(because)}** at ${plain(target)}`,
    '',
    ...(isSilent(report) ? [] : counts(report)),
    `${plural(clauses.length, 'clause')}, ${plural(requests, 'request')}, ${number(retries)} retried, ${(durationMs / 1000).toFixed(1)} s, seed ${seed}.`,
    '',
    ...sectionsOf(report).flatMap((section) => [`## ${section.title}`, '', ...contentOf(section), '']),
    'To see this again, with the other options of this run:',
    '',
    ...fenced(commandOf(report), 'sh')
  ].join('\n')
}
