/**
 * The report for people: findings first, then a summary that fits the last screen.
 */
import type { ClauseResult, Report } from '../suite/shared/Report.js'
import { brief, first, number, plural } from '../suite/shared/text.js'
import { type Detail, detailsOf, LABEL, moreInWords } from './details.js'
import { type Finding, findingsOf } from './findingsOf.js'
import { groupsOf, having, type Outcome, outcomeOf, outcomes, signs, untestedInWords } from './outcome.js'
import { isSilent, type Section, sectionsOf } from './sectionsOf.js'
import { hang } from './wrap.js'

/** Colours, or none of them. */
export interface Paint {
  /** Headings. */
  readonly bold: (text: string) => string
  /** Details. */
  readonly dim: (text: string) => string
  /** What fails the run. */
  readonly red: (text: string) => string
  /** What holds. */
  readonly green: (text: string) => string
  /** Warnings and what is missing. */
  readonly yellow: (text: string) => string
}

type Lines = ReadonlyArray<string>

const same = (text: string): string => text

/** Plain text. */
export const noPaint: Paint = { bold: same, dim: same, red: same, green: same, yellow: same }

/** How the report for a terminal looks. */
export interface PrettyOptions {
  /** Default: no colours. */
  readonly paint?: Paint
  /** Columns. Sentences are broken between words; what is to be copied stays whole. Default: no limit. */
  readonly width?: number
  /** The file that has the same report as JSON: counterexamples are then named by it instead of by long tokens. */
  readonly jsonFile?: string | undefined
}

type Style = Required<Pick<PrettyOptions, 'paint' | 'width'>> & Pick<PrettyOptions, 'jsonFile'>

const styleOf = ({ paint = noPaint, width = Infinity, jsonFile }: PrettyOptions): Style => ({ paint, width, jsonFile })

const MAX_IDS = 10
const MAX_ITEMS = 50

const colour = (paint: Paint, outcome: Outcome): ((text: string) => string) =>
  ({ passed: paint.green, failed: paint.red, warned: paint.yellow, known: paint.yellow, untested: paint.dim })[outcome]

const detailLines = ({ label, lines, exact }: Detail, { paint, width }: Style): Lines =>
  lines
    .flatMap((line, i) => hang(`    ${(i === 0 ? label : '').padEnd(LABEL)}  `, line, exact ? Infinity : width))
    .map(label === 'curl' || label === 'replay' ? paint.dim : same)

/** One clause with its counterexample. */
const finding = ({ result, more }: Finding, style: Style): Lines => {
  const { paint, width } = style
  const outcome = outcomeOf(result)
  const about = `${result.level}, ${result.evidence}: ${result.section}`
  const title = colour(paint, outcome)(`${signs[outcome]} ${result.id}`)
  const fits = result.id.length + about.length + 6 <= width
  return [
    ...(fits
      ? [`  ${title}  ${paint.dim(about)}`]
      : [`  ${title}`, ...hang('    ', about, width).map((line) => paint.dim(line))]),
    ...hang('    ', brief(result.sentence), width),
    ...detailsOf(result, style.jsonFile).flatMap((detail) => detailLines(detail, style)),
    ...(more.length === 0 ? [] : hang('    ', moreInWords({ result, more }), width)),
    ''
  ]
}

/** One broken clause, as it stands in the report. */
export const prettyFinding = (result: ClauseResult): string => finding({ result, more: [] }, styleOf({})).join('\n')

const contentOf = (section: Section, style: Style): Lines => {
  const { paint, width } = style
  switch (section.kind) {
    case 'findings':
      return section.items.flatMap((one) => finding(one, style))
    case 'known':
      return section.items.flatMap(({ id, known }) => hang(`  ${signs.known} `, `${id}: ${brief(known ?? '')}`, width))
    case 'untested':
      return section.items.flatMap(({ reason, results }) => {
        const [text, tone] =
          section.id === 'causes' ? [untestedInWords({ reason, results }), paint.yellow] : [reason, paint.dim]
        return [
          ...hang(`  ${signs.untested} `, `${brief(text)}:`, width).map(tone),
          ...hang('    ', first(idsOf(results), MAX_IDS).join(', '), width)
        ]
      })
    case 'texts':
      return first(section.items, MAX_ITEMS).flatMap((text) => hang('  - ', brief(text), width))
  }
}

const idsOf = (results: ReadonlyArray<ClauseResult>): Lines => results.map(({ id }) => id)

/** A title and what stands under it. */
const sectionLines = (section: Section, style: Style): Lines => {
  const lines = contentOf(section, style)
  return [style.paint.bold(section.title), '', ...lines, ...(lines.at(-1) === '' ? [] : [''])]
}

/** What a finding does not say itself: how to send it by hand. */
const howToSeeAgain = ({ target, clauses }: Report, { paint, width }: Style): Lines =>
  /^https?:/.test(target) && clauses.some(({ counterexample }) => counterexample?.curlIsStale)
    ? [
        ...hang(
          '',
          'Names such as {{client:one}} stand for ids that the run created and has deleted. To send such a case by hand, run ' +
            'its --replay with --keep: what it creates stays, and the report shows a curl line.',
          width
        ).map(paint.dim),
        ''
      ]
    : []

const grid = (report: Report, { paint }: Style): Lines =>
  groupsOf(report).map(({ name, results }) => {
    const counts = outcomes.flatMap((outcome) => {
      const n = having(results, outcome).length
      return n === 0 ? [] : [colour(paint, outcome)(`${signs[outcome]} ${n} ${outcome}`)]
    })
    return `  ${name.padEnd(10)}${counts.join('   ')}`
  })

/** The ids of what failed, so that the last screen names it. */
const failedIds = (report: Report, { paint, width }: Style): Lines => {
  const failed = findingsOf(report).flatMap(({ result, more }) => [result, ...more])
  const ids = idsOf(having(failed, 'failed'))
  return ids.length === 0 ? [] : [...hang(`  ${signs.failed} `, ids.join(', '), width).map(paint.red), '']
}

const verdictLines = (report: Report, { paint, width }: Style): Lines => {
  const { verdict, because, clauses } = report
  const warnings = having(clauses, 'warned').length
  const tone = verdict === 'passed' ? paint.green : verdict === 'failed' ? paint.red : paint.yellow
  const also = warnings === 0 ? '' : ` (${plural(warnings, 'warning')})`
  return hang('', `${verdict.toUpperCase()}: ${brief(because)}${also}`, width).map((line) => tone(paint.bold(line)))
}

const countsInWords = ({ requests, retries, durationMs, seed }: Report): string => {
  const again = retries === 0 ? '' : `, ${number(retries)} of them retries`
  // validators are sent no requests
  const sent = requests === 0 ? '' : `${plural(requests, 'request')}${again}, `
  return `${sent}${(durationMs / 1000).toFixed(1)} s, seed ${seed}`
}

/** The whole report for a terminal. */
export const pretty = (report: Report, options: PrettyOptions = {}): string => {
  const style = styleOf(options)
  const { paint, width } = style
  const heading = `ListUserPoolClientSecrets at ${brief(report.target)}`
  const count = plural(report.clauses.length, 'clause')
  const summary = isSilent(report)
    ? hang('', `${heading}: none of ${count} was tested (${countsInWords(report)})`, width)
    : [
        ...hang('', heading, width).map(paint.bold),
        '',
        ...grid(report, style),
        '',
        ...hang('  ', `${count}, ${countsInWords(report)}`, width),
        '',
        ...failedIds(report, style)
      ]
  return [
    ...sectionsOf(report).flatMap((section) => sectionLines(section, style)),
    ...howToSeeAgain(report, style),
    ...summary,
    ...verdictLines(report, style),
    ''
  ].join('\n')
}

/** The verdict and the ids of what failed: all that `--quiet` prints. */
export const quiet = (report: Report, options: PrettyOptions = {}): string =>
  [
    ...failedIds(report, styleOf(options)).filter((line) => line !== ''),
    ...verdictLines(report, styleOf(options)),
    ''
  ].join('\n')
