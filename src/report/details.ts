/**
 * A counterexample in words: every text report shows these lines.
 */
import type { Step } from '../generators/TestCase.js'
import type { ClauseResult, Counterexample, Report } from '../suite/shared/Report.js'
import { CONTINUED } from '../suite/server/counterexample/curl.js'
import { brief, exact, legible, number, oneLine, plural, shorten } from '../suite/shared/text.js'
import { type Finding, isFlaky, symptoms } from './findingsOf.js'

/** Lines that belong together, harmless to print. */
export interface Detail {
  readonly label: 'expected' | 'received' | 'value' | 'answer' | 'case' | 'seen' | 'curl' | 'replay'
  readonly lines: ReadonlyArray<string>
  /** To be copied or compared letter by letter: no line is broken. */
  readonly exact: boolean
}

/** The width of the column of labels. */
export const LABEL = 8

const EMPTY = '(empty body)'

const MAX_STEP = 300
const MAX_HEADERS = 200
const MAX_STEPS = 12
const MAX_COMMAND = 1000

const stepInWords = (step: Step): string => {
  switch (step.op) {
    case 'list': {
      const method = step.method === undefined ? '' : `${step.method} `
      const headers = step.headers === undefined ? '' : `  with ${shorten(JSON.stringify(step.headers), MAX_HEADERS)}`
      const body = step.body === '' ? EMPTY : shorten(step.body, MAX_STEP)
      return `List ${method}${step.base64 ? 'base64 ' : ''}${step.encoding === undefined ? '' : `in ${step.encoding} `}${body}${headers}`
    }
    case 'together': {
      const calls = [...(step.changes ?? []), ...step.lists].map(stepInWords)
      return `${calls.length > 1 ? 'at the same time: ' : ''}${calls.join(' and ')}`
    }
    case 'repeat':
      return `${plural(step.times, 'time')}: ${step.steps.map(stepInWords).join(', then ')}`
    case 'createUserPool':
      return `CreateUserPool as ${step.pool}`
    case 'deleteUserPool':
      return `DeleteUserPool ${step.pool}`
    case 'createUserPoolClient':
      return `CreateUserPoolClient in ${step.pool} as ${step.client}, ${step.secret ? 'with' : 'without'} a secret`
    case 'deleteUserPoolClient':
      return `DeleteUserPoolClient ${step.client}`
    case 'addUserPoolClientSecret':
      return `AddUserPoolClientSecret to ${step.client}, ${step.own ? `a caller's own${step.value === undefined ? '' : ` called ${step.value}`}` : 'generated'}`
    case 'deleteUserPoolClientSecret':
      return `DeleteUserPoolClientSecret ${step.position + 1} of ${step.client}`
  }
}

/** The case, a line a step. */
export const stepsOf = ({ steps = [] }: Counterexample, most = MAX_STEPS): ReadonlyArray<string> => {
  const shown = steps.slice(0, most).map((step) => brief(legible(stepInWords(step))))
  return steps.length <= most ? shown : [...shown, `and ${number(steps.length - most)} more`]
}

/** How often the clause was seen broken, and whether it is broken every time. */
export const seenOf = ({ broken, exercised, foundAfter }: ClauseResult, { again, probe }: Counterexample): string => {
  if (again === undefined) return brief(`in ${number(broken)} of ${number(exercised)}; probe: ${probe}`)
  const rate = again.runs === 0 ? 'not sent again' : `${again.failed} of ${again.runs} when sent again: ${again.kind}`
  const after = foundAfter === undefined ? '' : `, first after ${plural(foundAfter, 'request')}`
  return brief(`in ${number(broken)} of ${plural(exercised, 'exchange')}${after}; ${rate}; probe: ${probe}`)
}

const quote = (text: string): string => (/^[\w./][\w.:/#-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/** Empty where there is none to be sent: clients and validators are not asked by HTTP, and ids may be gone. */
export const curlOf = ({ curl = '', curlIsStale }: Counterexample, most = MAX_COMMAND): string =>
  curlIsStale ? '' : exact(curl, most, 'too long to show here; the JSON report has it, and the replay does the same')

/** The lines of a command; any other line feed is none of the suite's. */
const linesOf = (command: string): ReadonlyArray<string> => {
  const parts = command.split(CONTINUED)
  return parts.map((part, i) => oneLine(i < parts.length - 1 ? `${part} \\` : part))
}

/** By the name of the JSON report's file where there is one: tokens are long. */
export const replayOf = (
  { id, counterexample }: Pick<ClauseResult, 'id' | 'counterexample'>,
  jsonFile?: string,
  most = MAX_COMMAND
): string => {
  if (counterexample?.replay === undefined) return ''
  if (jsonFile !== undefined) return `--replay ${quote(`${jsonFile}#${id}`)}`
  return exact(`--replay ${counterexample.replay}`, most, 'too long to show here; the JSON report has it')
}

export const detailsOf = (result: ClauseResult, jsonFile?: string): ReadonlyArray<Detail> => {
  const { counterexample } = result
  if (counterexample === undefined) return []
  const { value, response, steps } = counterexample
  const answer = steps === undefined && response !== undefined ? `${response.start} ${response.body || EMPTY}` : ''
  const detail = (label: Detail['label'], ...lines: ReadonlyArray<string>): Detail => ({
    label,
    lines,
    exact: label !== 'expected' && label !== 'seen'
  })
  return [
    detail('expected', brief(legible(counterexample.expected))),
    detail('received', brief(legible(counterexample.received))),
    detail('value', value === undefined ? '' : brief(legible(value))),
    detail('answer', brief(answer)),
    detail('case', ...stepsOf(counterexample)),
    detail('seen', seenOf(result, counterexample)),
    detail('curl', ...linesOf(curlOf(counterexample))),
    detail('replay', oneLine(replayOf(result, jsonFile)))
  ].filter(({ lines }) => lines.some((line) => line !== ''))
}

/** Details with their labels in a column. */
export const inColumns = (details: ReadonlyArray<Detail>): ReadonlyArray<string> =>
  details.flatMap(({ label, lines }) => lines.map((line, i) => `${(i === 0 ? label : '').padEnd(LABEL)}  ${line}`))

/** Which clauses fail with this one, and why they are no findings of their own. */
export const moreInWords = ({ result, more }: Finding): string => {
  const { symptom } = result
  const [fail, them] = more.length === 1 ? ['fails', 'it'] : ['fail', 'them']
  const reason = symptom === undefined ? '' : ` (every response that broke ${them} ${symptoms[symptom]})`
  const ids = more.map(({ id }) => id).join(', ')
  if (isFlaky(result)) {
    return `${plural(more.length, 'more clause')} ${more.length === 1 ? 'was' : 'were'} broken now and then as well, perhaps for the same reason: ${ids}`
  }
  return `${plural(more.length, 'more clause')} ${fail} for the same reason${reason}: ${ids}`
}

/** The command that sends the same again; the options alone where the target has no address. */
export const commandOf = ({ target, seed, runs }: Report): string => {
  const options = `--seed ${seed} --runs ${runs}`
  return /^https?:\/\//.test(target) && brief(target) === target
    ? `npx cognito-secrets-contract verify ${quote(target)} ${options}`
    : options
}
