/**
 * Annotations for a GitHub workflow: a line each, in the words of its workflow commands.
 */
import type { Report, Status } from '../suite/shared/Report.js'
import { detailsOf, inColumns, moreInWords } from './details.js'
import { type Finding, findingsOf } from './findingsOf.js'
import { causesOf, excusedOf, having, type Untested } from './outcome.js'
import { first, plural, printable, shorten } from '../suite/shared/text.js'

interface Annotation {
  readonly title: string
  readonly message: string
  /** The clauses that it is about, where it is about clauses. */
  readonly ids?: ReadonlyArray<string>
}

type Kind = 'error' | 'warning' | 'notice'

/** GitHub shows ten of each kind for a step. */
const MAX_SHOWN = 10
const MAX_IDS = 100
const MAX_MESSAGE = 8000

/** `printable` leaves no carriage return. */
const escapeData = (text: string): string => printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const command = (kind: Kind, { title, message }: Annotation): string =>
  `::${kind} title=${escapeProperty(title)}::${escapeData(shorten(message, MAX_MESSAGE))}`

/** What does not fit under GitHub's limit is told by the last one that does. */
const commands = (kind: Kind, annotations: ReadonlyArray<Annotation>): ReadonlyArray<string> => {
  const fit = annotations.length <= MAX_SHOWN ? annotations : annotations.slice(0, MAX_SHOWN - 1)
  const rest = annotations.slice(fit.length)
  const more = {
    title: `and ${rest.length} more`,
    message: first(
      rest.flatMap(({ title, ids }) => ids ?? [title]),
      MAX_IDS
    ).join('\n')
  }
  return [...fit, ...(rest.length === 0 ? [] : [more])].map((annotation) => command(kind, annotation))
}

const finding = ({ result, more }: Finding): Annotation => ({
  title: result.id,
  message: [
    result.sentence,
    ...inColumns(detailsOf(result)),
    ...(more.length === 0 ? [] : [moreInWords({ result, more })])
  ].join('\n'),
  ids: [result, ...more].map(({ id }) => id)
})

const untested = ({ reason, results }: Untested): Annotation => ({
  title: `${plural(results.length, 'clause')} not tested`,
  message: `${reason}: ${first(
    results.map(({ id }) => id),
    MAX_IDS
  ).join(', ')}`
})

/** Workflow commands of GitHub Actions: errors, warnings and notices, ten of each kind at most. */
export const github = (report: Report): string => {
  const { clauses, verdict, because, target, seed, baselineProblems } = report
  const known = having(clauses, 'known')
  const findings = findingsOf(report)
  const of = (status: Status): ReadonlyArray<Annotation> =>
    findings.filter(({ result }) => result.status === status).map(finding)
  const errors = [
    // what was not tested is told before what was found
    ...causesOf(report).map(untested),
    ...of('failed'),
    ...baselineProblems.map((message) => ({ title: 'the baseline is out of date', message }))
  ]
  const outcome = {
    title: `ListUserPoolClientSecrets: ${verdict}`,
    message: `${because} (${target}, seed ${seed})`
  }
  const knowns =
    known.length === 0
      ? []
      : [
          {
            title: `${plural(known.length, 'clause')} known to fail`,
            message: known.map(({ id, known: reason }) => `${id}: ${reason ?? ''}`).join('\n')
          }
        ]
  return [
    // nothing else in the list may say that an inconclusive run did not pass
    ...commands('error', verdict === 'inconclusive' ? [outcome, ...errors] : errors),
    ...commands('warning', of('warned')),
    ...commands('notice', [
      ...(verdict === 'inconclusive' ? [] : [outcome]),
      ...knowns,
      ...excusedOf(report).map(untested)
    ]),
    ''
  ].join('\n')
}
