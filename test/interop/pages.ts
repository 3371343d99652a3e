/**
 * `docs/implementations.md` and a page for each server whose findings its maintainers can paste into an issue, printed
 * from test/interop/results.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ClauseResult, type Report, type ShownMessage, verifyValidator } from '../../src/conformance.js'
import { CONTENT_TYPE, OPERATION, TARGET_PREFIX } from '../../src/protocol/index.js'
import { stepsOf } from '../../src/report/details.js'
import type { Confirmed } from './confirm.js'
import { type Judged, readResults, slug } from './results.js'
import { type Member, type Pattern, patterns, unjudgedClients } from './subjects.js'

const MEMBERS: ReadonlyArray<Member> = ['ClientId', 'UserPoolId']

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

const statusOf = ({ clauses }: Report, id: string): ClauseResult['status'] | undefined =>
  clauses.find((clause) => clause.id === id)?.status

const isBroken = ({ status }: ClauseResult): boolean => status === 'failed' || status === 'warned'

/** Servers that answer the operation. Of the others nothing more is known. */
const implementsIt = ({ report }: Judged): boolean => report.verdict !== 'inconclusive'

const LEAK_CLAUSES = ['response.secretValue.absent', 'response.secret.neverRevealed']

const leaks = ({ report }: Judged): boolean => LEAK_CLAUSES.some((id) => statusOf(report, id) === 'failed')

/** A server that lists nothing never lists three: it keeps the limit only if it gives no third secret either. */
const limitsToTwo = ({ report }: Judged): boolean =>
  statusOf(report, 'response.clientSecrets.atMostTwo') === 'passed' &&
  !report.notes.some((note) =>
    /AddUserPoolClientSecret (?:gave a client|accepted what should have been) a third secret/.test(note)
  )

const VALIDATION = /^request\.(?:clientId|userPoolId)\.(?:required|type|minLength|maxLength|pattern)$/

const validates = ({ report }: Judged): boolean =>
  report.clauses.every(({ id, status }) => !VALIDATION.test(id) || status === 'passed')

const mustsBroken = ({ report }: Judged): number => report.clauses.filter(({ status }) => status === 'failed').length

const yes = (is: boolean): string => (is ? 'yes' : 'no')

const pageOf = (one: Judged): string => `implementations/${slug(one)}.md`

const serverRow = (one: Judged): string => {
  const { name, version, kind, date } = one
  if (!implementsIt(one)) return `| ${name} ${version} | ${kind} | ${date} | no | | | | ${cell(one.report.because)} |`
  const cells = [yes(leaks(one)), yes(limitsToTwo(one)), yes(validates(one)), mustsBroken(one)]
  return `| [${name} ${version}](${pageOf(one)}) | ${kind} | ${date} | yes | ${cells.join(' | ')} |`
}

const sentences = (servers: ReadonlyArray<Judged>): ReadonlyArray<string> => {
  const lists = servers.filter(implementsIt)
  const of = (is: (one: Judged) => boolean, verb: string): string => {
    const count = lists.filter(is).length
    return `${count} of these ${lists.length} ${verb}${count === 1 ? 's' : ''}`
  }
  return [
    `- ${lists.length} of ${servers.length} servers implement the operation.`,
    `- ${of(leaks, 'show')} a secret in a response of List.`,
    `- ${of(limitsToTwo, 'keep')} to two secrets at most.`,
    `- ${of(validates, 'refuse')} every ill-formed id as the page demands.`
  ]
}

const ORDINARY = JSON.stringify({ 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` })

/** The headers that say what is called, where they are not those that every call has. */
const unusual = ({ headers }: ShownMessage): string => {
  const told = Object.entries(headers).filter(([name]) => /^(?:content-type|x-amz-target)$/i.test(name))
  const text = JSON.stringify(Object.fromEntries(told.sort()))
  return text === ORDINARY ? '' : ` with ${code(text)}`
}

/** The clients that every run makes first. */
const MADE: Readonly<Record<string, string>> = {
  one: 'made with a secret',
  two: "made with a secret, and given a caller's own",
  none: 'made without a secret',
  elsewhere: 'made in another pool'
}

/** Which of them a step is about, where it is about one. */
const about = (step: string): string => {
  const made = MADE[/\{\{client:(\w+)\}\}/.exec(step)?.[1] ?? '']
  return made === undefined ? '' : ` for a client ${made}`
}

const finding = ({ id, sentence, status, exercised, broken, counterexample }: ClauseResult): ReadonlyArray<string> => {
  const { request, response, expected = '', received = '', value } = counterexample ?? {}
  const isAnswer = received.startsWith('HTTP ')
  const steps = counterexample === undefined ? [] : stepsOf(counterexample, Infinity)
  const last = steps.at(-1) ?? ''
  // a last step that is one request stands below as it was sent
  const before = last.startsWith('List ') ? steps.slice(0, -1) : steps
  return [
    `- ${SIGNS[status]} \`${id}\`: ${sentence} Broken in ${broken} of ${exercised} exchanges.`,
    ...before.map((step, n) => `  - ${n === 0 ? 'after' : 'then'} ${cell(step)}`),
    ...(request === undefined
      ? []
      : [`  - request${about(last)} ${code(`${request.start} ${request.body}`)}${unusual(request)}`]),
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
    `- ${shown.length} of these ${shown.length + notShown.length} findings were made once more and sent with \`curl\`, which got the same answers.`,
    ...(notShown.length === 0 ? [] : [`Not shown by \`curl\`: ${notShown.map((id) => `\`${id}\``).join(', ')}.`])
  ].join(' ')

const findingsOf = ({ report, confirmed }: Judged): ReadonlyArray<string> => [
  ...report.clauses.filter(isBroken).flatMap(finding),
  ...(confirmed === undefined ? [] : [byCurl(confirmed)]),
  ...report.notes.map((note) => `- other operations: ${cell(note)}`)
]

const measuredOn = ({ suite, date, report }: Judged): string =>
  `Measured by \`npm run interop:implementations\` with cognito-secrets-contract ${suite} on ${date}, at default settings and seed ${report.seed}.`

const serverPage = (one: Judged): string => {
  const untested = one.report.clauses.filter(({ status }) => status === 'untested')
  return [
    `# ${one.name} ${one.version}`,
    '',
    `${one.kind}. ${measuredOn(one)}`,
    `Verdict: ${one.report.verdict}, ${cell(one.report.because)}. ✗ is a broken MUST, ! a broken SHOULD.`,
    '',
    'To see one again, start the server and run this with the name of the clause. Each finding is then shown with all steps',
    'and a token; `--replay` with that token and `--keep` leaves the pool and shows a `curl` line that works. The ids on this',
    'page were made for the run.',
    '',
    '```sh',
    `npx cognito-secrets-contract verify http://127.0.0.1:4566 --seed ${one.report.seed} --only request.clientId.pattern`,
    '```',
    '',
    ...findingsOf(one),
    '',
    `${one.report.clauses.filter(({ status }) => status === 'passed').length} clauses held.`,
    ...(untested.length === 0 ? [] : [`Not tested: ${untested.map(({ id }) => `\`${id}\``).join(', ')}.`]),
    ''
  ].join('\n')
}

/** What a client does that breaks a clause, where most answers that exercise it are read well. */
const DOES: Readonly<Record<string, string>> = {
  'response.status.ok': 'takes any 2xx for a success',
  'response.clientSecrets.present': 'reads an empty list where there is none',
  'response.clientSecrets.atMostTwo': 'reads more than two secrets',
  'response.secretValue.absent': 'reads a response that holds a secret',
  'response.names.unique': 'reads an object with a name twice',
  'response.clientSecretId.length': 'reads an id of any length',
  'response.clientSecretCreateDate.number': 'reads a date that is no number',
  'client.total': 'ends at a body that is no JSON',
  'client.createDate.exact': 'changes dates',
  'client.errorType.anywhere': "loses an error's name in the header where the body is empty or no JSON",
  'client.errorType.precedence': 'takes another of two error names',
  'client.errorType.stripped': "keeps what is behind the colon of an error's name",
  'client.errors.reasonCode': 'loses the reasonCode',
  'client.request.refused': 'sends ill-formed ids'
}

const brokenAs = ({ report }: Judged, status: ClauseResult['status']): ReadonlyArray<ClauseResult> =>
  report.clauses.filter((clause) => clause.status === status)

const doesOf = ({ id, broken, exercised }: ClauseResult): string =>
  id === 'client.errorType.anywhere' && broken === exercised
    ? "reads an error's name in `__type` alone"
    : (DOES[id] ?? `breaks \`${id}\``)

/** What all of them do. */
const doneByAll = (clients: ReadonlyArray<Judged>): ReadonlyArray<string> => {
  const [first = [], ...others] = clients.map(({ report }) => report.clauses.filter(isBroken).map(doesOf))
  return first.filter((does) => others.every((all) => all.includes(does)))
}

const clientRow = (one: Judged, common: ReadonlyArray<string>): string => {
  const [musts, shoulds] = [brokenAs(one, 'failed'), brokenAs(one, 'warned')]
  const means = [...musts, ...shoulds].map(doesOf).filter((does) => !common.includes(does))
  const ids = musts.map(({ id }) => `\`${id}\``).join(', ')
  return `| ${one.name} ${one.version} | ${one.kind} | ${one.date} | ${one.report.verdict} | ${ids} | ${shoulds.length} | ${means.join('; ')} |`
}

const clientSentences = (clients: ReadonlyArray<Judged>): ReadonlyArray<string> => {
  const right = clients.filter(({ report }) => report.verdict === 'passed')
  const strict = right.filter((one) => brokenAs(one, 'warned').length === 0)
  return [
    `- ${right.length} of ${clients.length} clients keep every MUST: they read every legal response as it is meant.`,
    `- ${strict.length} of them keep every SHOULD too.`,
    `- Each of the ${clients.length} ${doneByAll(clients).join(', ')}.`.replace(/, ([^,]*)$/, ' and $1')
  ]
}

interface ValidatorRow {
  readonly isRight: boolean
  readonly line: string
}

const validatorRow = (
  member: Member,
  validator: string,
  where: string,
  clauses: ReadonlyArray<ClauseResult>
): ValidatorRow => {
  const broken = clauses.filter((clause) => clause.status === 'failed')
  const shortest = (received: string): string => {
    const values = broken.flatMap(({ counterexample }) =>
      counterexample?.received === received && counterexample.value !== undefined ? [counterexample.value] : []
    )
    const [first] = values.sort((a, b) => a.length - b.length)
    return first === undefined ? 'none found' : first.length > 60 ? `${first.length - 2} characters` : code(first)
  }
  const isRight = broken.length === 0
  const cells = [member, validator, where, yes(isRight), shortest('accepted'), shortest('refused')]
  return { isRight, line: `| ${cells.join(' | ')} |` }
}

const isAbout = (member: Member, id: string): boolean =>
  id.startsWith(member === 'ClientId' ? 'request.clientId.' : 'request.userPoolId.')

const judgedRows = ({ name, version, kind, report }: Judged): ReadonlyArray<ValidatorRow> =>
  MEMBERS.flatMap((member) => {
    const clauses = report.clauses.filter(({ id, status }) => isAbout(member, id) && status !== 'untested')
    return clauses.length === 0 ? [] : [validatorRow(member, `${name} ${version}`, kind, clauses)]
  })

const patternRow = async ({ member, pattern, maximum, where }: Pattern): Promise<ValidatorRow> => {
  const validator =
    maximum === undefined
      ? pattern
      : (id: unknown): boolean => typeof id === 'string' && id.length <= maximum && pattern.test(id)
  const { clauses } = await verifyValidator({ [member]: validator }, { name: pattern.source, seed: 1 })
  return validatorRow(member, code(pattern.source), where, clauses)
}

const validatorSection = async (validators: ReadonlyArray<Judged>): Promise<ReadonlyArray<string>> => {
  const packages = validators.flatMap(judgedRows)
  const expressions = await Promise.all(patterns.map(patternRow))
  const count = (rows: ReadonlyArray<ValidatorRow>): string => {
    const right = rows.filter((r) => r.isRight).length
    return `${right} of ${rows.length} ${right === 1 ? 'is' : 'are'} right.`
  }
  const days = [...new Set(validators.map(({ date }) => date))].sort().join(', ')
  const head = (what: string, where: string): ReadonlyArray<string> => [
    `| for | ${what} | ${where} | right | shortest wrongly accepted | shortest wrongly refused |`,
    '|---|---|---|:-:|---|---|'
  ]
  return [
    '## Validators in packages',
    '',
    `\`verify-validator\` judged these on ${days}, each as its package runs it. The programs are in test/interop/validators.`,
    `${count(packages)} Each row is one check of one id.`,
    '',
    ...head('package', 'kind'),
    ...packages.map(({ line }) => line),
    '',
    '## Regular expressions in the wild',
    '',
    `\`verify-validator\` judged these as JavaScript runs them. ${count(expressions)}`,
    '',
    ...head('expression', 'seen in'),
    ...expressions.map(({ line }) => line),
    ''
  ]
}

const overview = async (
  servers: ReadonlyArray<Judged>,
  clients: ReadonlyArray<Judged>,
  validators: ReadonlyArray<Judged>
): Promise<string> =>
  [
    '# Implementations, measured',
    '',
    `This page shows what version ${[...new Set([...servers, ...clients, ...validators].map(({ suite }) => suite))].join(', ')} of this suite saw at default settings.`,
    '`npm run interop:implementations` prints it from test/interop/results. A row is true of the version and the day that it names.',
    '',
    '## Servers',
    '',
    ...sentences(servers),
    '',
    '| server | kind | judged on | implements List | shows secrets | limits to two | validates ids | MUSTs broken |',
    '|---|---|---|:-:|:-:|:-:|:-:|---|',
    ...servers.map(serverRow),
    '',
    '## Clients',
    '',
    '`verify-client` judged these through the adapters in `docs/clients`. A client that accepts a response which the contract',
    'rules out breaks a SHOULD; one that misreads a legal response, ends, or prints a secret breaks a MUST.',
    '',
    ...clientSentences(clients),
    '',
    '| client | kind | judged on | verdict | MUSTs broken | SHOULDs broken | what it does besides that |',
    '|---|---|---|---|---|:-:|---|',
    ...clients.map((one) => clientRow(one, doneByAll(clients))),
    ...unjudgedClients.map(
      ({ name, version, kind, date, why }) => `| ${name} ${version} | ${kind} | ${date} | ${why} | | | |`
    ),
    '',
    'This is what the suite saw of each MUST that a client breaks:',
    '',
    ...clients.flatMap((one) => {
      const clauses = one.report.clauses.filter(({ status }) => status !== 'warned')
      const lines = findingsOf({ ...one, report: { ...one.report, clauses } })
      return lines.length === 0 ? [] : [`### ${one.name} ${one.version}`, '', ...lines, '']
    }),
    ...(await validatorSection(validators))
  ].join('\n')

/** Each page with its path below docs/. */
export const printPages = async (): Promise<ReadonlyArray<readonly [string, string]>> => {
  const servers = readResults('servers')
  return [
    ['implementations.md', await overview(servers, readResults('clients'), readResults('validators'))],
    ...servers.filter(implementsIt).map((one) => [pageOf(one), serverPage(one)] as const)
  ]
}

/** Writes the pages and returns their paths. */
export const writePages = async (): Promise<ReadonlyArray<string>> => {
  const docs = join(import.meta.dirname, '..', '..', 'docs')
  const pages = await printPages()
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(docs, path)), { recursive: true })
    writeFileSync(join(docs, path), text)
  }
  return pages.map(([path]) => `docs/${path}`)
}
