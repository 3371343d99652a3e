/**
 * `docs/implementations.md` from what was measured.
 */
import type { Confirmed } from './confirm.js'
import type { ClauseResult, Report, ShownMessage } from '../../src/conformance.js'
import { CONTENT_TYPE, OPERATION, TARGET_PREFIX } from '../../src/protocol/index.js'

export interface Judged {
  readonly name: string
  readonly version: string
  readonly kind: string
  /** Why there is no report. */
  readonly missing?: string
  readonly report?: Report
  readonly confirmed?: Confirmed
}

const SIGNS = { passed: '✓', failed: '✗', warned: '!', untested: '–' } as const

const cell = (text: string): string =>
  text
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/gu,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
    .replace(/[|<>`\\]/g, (c) => `\\${c}`)
    .slice(0, 400)

const code = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').slice(0, 400)
  return `<code>${line.replace(/[&<>|`*_\\]/g, (c) => `&#${c.charCodeAt(0)};`)}</code>`
}

const verdict = ({ missing, report }: Judged): string =>
  missing === undefined ? `${report?.verdict ?? ''}: ${report?.because ?? ''}` : `not judged: ${missing}`

const overview = (judged: ReadonlyArray<Judged>): ReadonlyArray<string> => [
  '| implementation | version | kind | verdict |',
  '|---|---|---|---|',
  ...judged.map((one) => `| ${one.name} | ${one.version} | ${one.kind} | ${cell(verdict(one))} |`)
]

const sign = (report: Report | undefined, id: string): string => {
  const result = report?.clauses.find((clause) => clause.id === id)
  return result === undefined ? '' : SIGNS[result.status]
}

const matrix = (judged: ReadonlyArray<Judged>): ReadonlyArray<string> => {
  const columns = judged.filter(({ report }) => report !== undefined)
  const ids = [...new Set(columns.flatMap(({ report }) => (report?.clauses ?? []).map(({ id }) => id)))]
  return [
    `| clause | ${columns.map(({ name, version }) => `${name} ${version}`).join(' | ')} |`,
    `|---|${columns.map(() => ':-:|').join('')}`,
    ...ids.map((id) => `| \`${id}\` | ${columns.map(({ report }) => sign(report, id)).join(' | ')} |`)
  ]
}

const ORDINARY = JSON.stringify({ 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` })

/** The headers that say what is called, where they are not those that every call has. */
const unusual = ({ headers }: ShownMessage): string => {
  const told = Object.entries(headers).filter(([name]) => /^(?:content-type|x-amz-target)$/i.test(name))
  const text = JSON.stringify(Object.fromEntries(told.sort()))
  return text === ORDINARY ? '' : ` with ${code(text)}`
}

const finding = ({ id, sentence, status, exercised, broken, counterexample }: ClauseResult): ReadonlyArray<string> => {
  const { steps = [], request, response, expected = '', received = '', value } = counterexample ?? {}
  const isAnswer = received.startsWith('HTTP ')
  const before =
    steps.length > 1
      ? [
          `- after ${steps
            .slice(0, -1)
            .map(({ op }) => op)
            .join(', ')}`
        ]
      : []
  return [
    `- ${SIGNS[status]} \`${id}\`: ${sentence} Broken in ${broken} of ${exercised}.`,
    ...before.map((line) => `  ${line}`),
    ...(request === undefined ? [] : [`  - request ${code(`${request.start} ${request.body}`)}${unusual(request)}`]),
    ...(value === undefined ? [] : [`  - value ${code(value)}`]),
    ...(response === undefined || isAnswer ? [] : [`  - answer ${code(`${response.start} ${response.body}`)}`]),
    `  - expected ${code(expected)}`,
    // of a server, that is the answer, with its type where it is another; a client's report of it is another thing
    `  - ${isAnswer ? 'answer' : 'received'} ${code(received)}`
  ]
}

/** What `curl` shows of the findings. */
const byCurl = ({ shown, notShown }: Confirmed): string =>
  [
    `- ${shown.length} of these ${shown.length + notShown.length} findings were made once more and typed into \`curl\`: the same answers.`,
    ...(notShown.length === 0 ? [] : [`Not shown by \`curl\`: ${notShown.map((id) => `\`${id}\``).join(', ')}.`])
  ].join(' ')

const findings = ({ name, version, report, confirmed }: Judged): ReadonlyArray<string> => {
  const broken = report?.clauses.filter(({ status }) => status === 'failed' || status === 'warned') ?? []
  if (report === undefined || broken.length === 0) return []
  const notes = report.notes.map((note) => `- other operations: ${cell(note)}`)
  const typed = confirmed === undefined ? [] : [byCurl(confirmed)]
  return [`### ${name} ${version}`, '', ...broken.flatMap(finding), ...typed, ...notes, '']
}

export const render = (measured: {
  readonly date: string
  readonly version: string
  readonly servers: ReadonlyArray<Judged>
  readonly clients: ReadonlyArray<Judged>
  readonly patterns: ReadonlyArray<{
    readonly member: string
    readonly source: string
    readonly where: string
    readonly report: Report
  }>
}): string => {
  const { date, version, servers, clients, patterns } = measured
  return [
    '# Implementations, measured',
    '',
    `Written by \`npm run interop:implementations\` with cognito-secrets-contract ${version} on ${date}. Every row is what this suite saw of`,
    'that version on that day, at default settings and seed 1; it says nothing about other versions. ✓ held, ✗ a MUST was',
    'broken, ! a SHOULD was broken, – not tested.',
    '',
    '## Servers',
    '',
    ...overview(servers),
    '',
    ...matrix(servers.filter(({ report }) => report?.verdict !== 'inconclusive')),
    '',
    ...servers.flatMap(findings),
    '## Clients',
    '',
    'Judged by `verify-client` through the adapters in `docs/clients`. A client that takes an answer for good which the',
    'contract rules out breaks a SHOULD; one that misreads a legal answer, ends, or prints a secret breaks a MUST.',
    '',
    ...overview(clients),
    '',
    ...matrix(clients),
    '',
    ...clients.flatMap(findings),
    '## Regular expressions in the wild',
    '',
    '| for | expression | seen in | shortest wrongly accepted | shortest wrongly refused |',
    '|---|---|---|---|---|',
    ...patterns.map(({ member, source, where, report }) => {
      const shortest = (received: string): string => {
        const values = report.clauses.flatMap(({ counterexample }) =>
          counterexample?.received === received && counterexample.value !== undefined ? [counterexample.value] : []
        )
        const [first] = values.sort((a, b) => a.length - b.length)
        return first === undefined ? 'none found' : first.length > 60 ? `${first.length - 2} characters` : code(first)
      }
      return `| ${member} | ${code(source)} | ${where} | ${shortest('accepted')} | ${shortest('refused')} |`
    }),
    ''
  ].join('\n')
}
