/**
 * The report for people: failures first, then a summary that fits one screen.
 */
import type { Step } from '../../laws/index.js'
import { type ClauseResult, count, type Counterexample, type Report, type Status } from '../Report.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * Colours, or none of them.
 *
 * @since 0.1.0
 */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
}

const same = (text: string): string => text

/**
 * @since 0.1.0
 */
export const noPaint: Paint = { bold: same, dim: same, red: same, green: same, yellow: same }

// ------------------------------------------------------------------------------------
// parts
// ------------------------------------------------------------------------------------

const number = (n: number): string => n.toLocaleString('en-US')

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)}… (${number(text.length - most)} characters more)`

/** Control characters and what terminals act on, escaped: a target must not paint on the screen. */
export const printable = (text: string): string =>
  text.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  )

const describeStep = (step: Step): string => {
  switch (step.op) {
    case 'list': {
      const method = step.method === undefined ? '' : `${step.method} `
      const headers = step.headers === undefined ? '' : `  with ${JSON.stringify(step.headers)}`
      return `List ${method}${step.body === '' ? '(empty body)' : shorten(step.body, 300)}${headers}`
    }
    case 'together':
      return `at the same time: ${step.lists.map(describeStep).join(' and ')}`
    case 'createUserPool':
      return `CreateUserPool as ${step.pool}`
    case 'deleteUserPool':
      return `DeleteUserPool ${step.pool}`
    case 'createUserPoolClient':
      return `CreateUserPoolClient in ${step.pool} as ${step.client}, ${step.secret ? 'with' : 'without'} a secret`
    case 'deleteUserPoolClient':
      return `DeleteUserPoolClient ${step.client}`
    case 'addUserPoolClientSecret':
      return `AddUserPoolClientSecret to ${step.client}, ${step.own ? "a caller's own" : 'generated'}`
    case 'deleteUserPoolClientSecret':
      return `DeleteUserPoolClientSecret ${step.position + 1} of ${step.client}`
  }
}

const counterexample = (
  { broken, exercised, foundAfter }: ClauseResult,
  { expected, received, steps, curl, replay, again }: Counterexample,
  { dim }: Paint
): ReadonlyArray<string> => {
  const rate = again.runs === 0 ? 'not sent again' : `${again.failed} of ${again.runs} when sent again: ${again.kind}`
  return [
    `expected  ${shorten(expected, 600)}`,
    `received  ${shorten(received, 600)}`,
    ...steps.map((step, i) => `${i === 0 ? 'case    ' : '        '}  ${describeStep(step)}`),
    `seen      in ${number(broken)} of ${number(exercised)} exchanges, first after ${number(foundAfter ?? 0)} requests; ${rate}`,
    dim(`curl      ${curl.length <= 1000 ? curl : 'too long to show here; the JSON report has it'}`),
    dim(`replay    ${replay.length <= 1000 ? `--replay ${replay}` : 'too long to show here; the JSON report has it'}`)
  ].map((line) => `    ${printable(line)}`)
}

const SIGNS: Readonly<Record<Status, string>> = { passed: '✓', failed: '✗', warned: '!', untested: '–' }

const colour = (paint: Paint, status: Status): ((text: string) => string) =>
  ({ passed: paint.green, failed: paint.red, warned: paint.yellow, untested: paint.dim })[status]

/** One clause with its counterexample. */
export const finding = (result: ClauseResult, paint: Paint): ReadonlyArray<string> => [
  `  ${colour(paint, result.status)(`${SIGNS[result.status]} ${result.id}`)}  ${paint.dim(`${result.level}, ${result.evidence}: ${result.section}`)}`,
  `    ${result.sentence}`,
  ...(result.reason === undefined ? [] : [paint.dim(`    ${printable(result.reason)}`)]),
  ...(result.counterexample === undefined ? [] : counterexample(result, result.counterexample, paint)),
  ''
]

const section = (report: Report, status: Status, title: string, paint: Paint): ReadonlyArray<string> => {
  const results = report.clauses.filter((result) => result.status === status && result.known === undefined)
  return results.length === 0 ? [] : [paint.bold(title), '', ...results.flatMap((result) => finding(result, paint))]
}

const some = (ids: ReadonlyArray<string>): string =>
  ids.length <= 12 ? ids.join(', ') : `${ids.slice(0, 10).join(', ')} and ${ids.length - 10} more`

const known = (report: Report, { bold, dim }: Paint): ReadonlyArray<string> => {
  const results = report.clauses.filter((result) => result.known !== undefined)
  return results.length === 0
    ? []
    : [
        bold('Known to fail (baseline)'),
        '',
        ...results.map(({ id, known: reason }) => `  ${id}  ${dim(printable(reason ?? ''))}`),
        ''
      ]
}

/** Untested clauses for the same reason, in a line. */
const untested = (report: Report, { bold, dim }: Paint): ReadonlyArray<string> => {
  const results = report.clauses.filter(({ status }) => status === 'untested')
  const reasons = [...new Set(results.map(({ reason }) => reason ?? ''))]
  const lines = reasons.flatMap((reason) => [
    `  ${dim(`– ${printable(reason)}:`)}`,
    `    ${some(results.filter((result) => (result.reason ?? '') === reason).map(({ id }) => id))}`
  ])
  return results.length === 0 ? [] : [bold('Not tested'), '', ...lines, '']
}

const summary = (report: Report, paint: Paint): ReadonlyArray<string> => {
  const groups = [...new Set(report.clauses.map(({ id }) => id.split('.', 1)[0] ?? ''))]
  const statuses: ReadonlyArray<Status> = ['passed', 'failed', 'warned', 'untested']
  return groups.map((group) => {
    const results = report.clauses.filter(({ id }) => id.startsWith(`${group}.`))
    const counts = statuses.flatMap((status) => {
      const n = results.filter((result) => result.status === status).length
      return n === 0 ? [] : [colour(paint, status)(`${SIGNS[status]} ${n} ${status}`)]
    })
    return `  ${group.padEnd(10)}${counts.join('   ')}`
  })
}

const list = (title: string, items: ReadonlyArray<string>, { bold }: Paint): ReadonlyArray<string> =>
  items.length === 0 ? [] : [bold(title), '', ...items.map((item) => `  ${printable(item)}`), '']

// ------------------------------------------------------------------------------------
// report
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export const pretty = (report: Report, paint: Paint = noPaint): string => {
  const { verdict, because, target, seed, requests, retries, durationMs } = report
  const verdictColour = verdict === 'passed' ? paint.green : verdict === 'failed' ? paint.red : paint.yellow
  const again = retries === 0 ? '' : `, ${number(retries)} of them retries`
  return [
    ...section(report, 'failed', 'Broken', paint),
    ...section(report, 'warned', 'Warnings', paint),
    ...known(report, paint),
    ...untested(report, paint),
    ...list('The baseline is out of date', report.baselineProblems, paint),
    ...list('Other operations (not judged)', report.notes, paint),
    ...list('Left behind on the target', report.leftBehind, paint),
    paint.bold(`ListUserPoolClientSecrets at ${printable(target)}`),
    '',
    ...summary(report, paint),
    '',
    `  ${report.clauses.length} clauses, ${number(requests)} requests${again}, ${(durationMs / 1000).toFixed(1)} s, seed ${seed}`,
    '',
    verdictColour(paint.bold(`${verdict.toUpperCase()}: ${printable(because)}`)) +
      (count(report, 'warned') > 0 ? paint.yellow(` (${count(report, 'warned')} warnings)`) : ''),
    ''
  ].join('\n')
}
