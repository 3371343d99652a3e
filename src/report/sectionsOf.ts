/**
 * What a report has to say beside its verdict, in the order in which a reader needs it: the same sections in the
 * terminal, in Markdown and in HTML.
 */
import { type ClauseResult, isMissing, type Report, type Status } from '../suite/shared/Report.js'
import { first, plural } from '../suite/shared/text.js'
import { findingsOf, type Finding } from './findingsOf.js'
import { causesOf, excusedOf, having, type Untested } from './outcome.js'

type Content =
  | { readonly kind: 'findings'; readonly items: ReadonlyArray<Finding> }
  | { readonly kind: 'known'; readonly items: ReadonlyArray<ClauseResult> }
  | { readonly kind: 'untested'; readonly items: ReadonlyArray<Untested> }
  | { readonly kind: 'texts'; readonly items: ReadonlyArray<string> }

export type Section = Content & { readonly id: string; readonly title: string }

/** Whether the run ended before anything was tested, for one reason: then the verdict says all there is to say. */
export const isSilent = ({ clauses, because }: Report): boolean =>
  clauses.some(isMissing) &&
  clauses.every(({ status, excused, reason }) => status === 'untested' && (excused || reason === because))

/** Notes that say more than the causes do: many a refused call repeats them. */
export const notesOf = (report: Report): ReadonlyArray<string> =>
  report.notes.filter((note) => {
    const reason = note.replace(/^\w+(?: failed)?: | \(\d+ times\)$/g, '')
    return !report.causes.some(
      (cause) => `: ${cause.reason}`.endsWith(`: ${reason}`) || cause.reason.endsWith(`(${reason})`)
    )
  })

const MAX_LEFT = 50

/** `user pool A, user pool B: WHY`, a line for each reason. */
export const leftBehindInWords = ({ leftBehind }: Report): ReadonlyArray<string> =>
  [...new Set(leftBehind.map(({ reason }) => reason))].map((why) => {
    const items = leftBehind
      .filter(({ reason }) => reason === why)
      .map(({ kind, id, pool }) => `${kind} ${id}${pool === undefined ? '' : ` of pool ${pool}`}`)
    return `${first(items, MAX_LEFT).join(', ')}: ${why}`
  })

/** Findings are sent again one at a time, so what calls do to each other cannot show. */
const flakyOf = ({ clauses }: Report): ReadonlyArray<string> => {
  const again = clauses.flatMap(({ known, counterexample }) =>
    known === undefined && counterexample?.again !== undefined && counterexample.again.runs > 0
      ? [counterexample.again.failed]
      : []
  )
  const gone = again.filter((failed) => failed === 0).length
  return gone === 0
    ? []
    : [
        `${gone} of ${plural(again.length, 'finding')} did not show again when sent alone. If the target mixes up calls ` +
          'that it handles at the same time, a run with --concurrency 1 does not find them. If a List of the target shows ' +
          'changes only after a while, a longer --settle does not find them. If it leaves the body of a request unread ' +
          '(of a GET, say), it takes that body for the next request on the same connection.'
      ]
}

/** Sections that have nothing to say are left out. */
export const sectionsOf = (report: Report): ReadonlyArray<Section> => {
  const findings = findingsOf(report)
  const of = (status: Status): ReadonlyArray<Finding> => findings.filter(({ result }) => result.status === status)
  const sections: ReadonlyArray<Section> = [
    // first: it explains what the others do not say
    {
      id: 'causes',
      title: 'Why MUSTs were not tested',
      kind: 'untested',
      items: isSilent(report) ? [] : causesOf(report)
    },
    { id: 'broken', title: 'Broken', kind: 'findings', items: of('failed') },
    { id: 'warnings', title: 'Warnings', kind: 'findings', items: of('warned') },
    { id: 'flaky', title: 'Not seen again', kind: 'texts', items: flakyOf(report) },
    { id: 'known', title: 'Known to fail (baseline)', kind: 'known', items: having(report.clauses, 'known') },
    { id: 'untested', title: 'Not tested', kind: 'untested', items: isSilent(report) ? [] : excusedOf(report) },
    { id: 'baseline', title: 'The baseline is out of date', kind: 'texts', items: report.baselineProblems },
    { id: 'notes', title: 'Also seen (not judged)', kind: 'texts', items: notesOf(report) },
    { id: 'left', title: 'Left behind on the target', kind: 'texts', items: leftBehindInWords(report) }
  ]
  return sections.filter(({ items }) => items.length > 0)
}
