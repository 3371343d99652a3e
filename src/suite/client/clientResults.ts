/**
 * From calls of a client to the result of each clause.
 */
import { type ResponseSample } from '../../laws/client/ResponseSample.js'
import { clause, type ClauseId, levelFor } from '../../clauses/index.js'
import { masker, shownMessage } from '../shared/mask.js'
import type { CallResult, RemoteCall } from './RemoteClient.js'
import type { ClauseResult } from '../shared/Report.js'

/** One call: what was asked, what it was answered, and what came of it. */
export interface Called {
  readonly call: RemoteCall
  readonly answer: ResponseSample
  readonly result: CallResult
}

/** Grows in place. */
export interface Tally {
  exercised: number
  broken: number
  first: number | undefined
  smallest: Called | undefined
}

const describeMeaning = ({ means }: ResponseSample): string => {
  switch (means._tag) {
    case 'Listing':
      return `secrets ${JSON.stringify(means.descriptors.map(({ id, time }) => ({ id, createDate: time })))}`
    case 'Error':
      return [
        `the error ${means.type ?? 'without a name'}`,
        ...(means.message === undefined ? [] : [`: ${means.message}`]),
        ...(means.reasonCode === undefined ? [] : [`, reasonCode ${JSON.stringify(means.reasonCode)}`])
      ].join('')
    case 'Violation':
      return `no secrets: the answer breaks ${means.breaks}`
  }
}

const expected = (id: ClauseId, { answer, call }: Called): string => {
  if (id === 'client.secretValue.contained') return 'a report and output without the secret that the answer holds'
  if (id === 'client.request.refused') return `nothing sent for ${JSON.stringify(call)}`
  if (id === 'client.request.wire') return `a POST of ${JSON.stringify(call)}`
  return describeMeaning(answer)
}

/** The report, and what else was printed. */
const received = ({ result: { problem, reported, output } }: Called): string => {
  if (problem !== undefined) return problem
  const rest = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('{'))
    .join(' ')
  return `${JSON.stringify(reported)}${rest === '' ? '' : `, printing ${rest}`}`
}

/** One clause over all calls. */
export const resultOf = (
  id: ClauseId,
  tally: Tally | undefined,
  strict: boolean,
  problem: string | undefined
): ClauseResult => {
  const { sentence, evidence, section } = clause(id)
  const level = levelFor('client', id)
  const about = { id, sentence, level, evidence, section, exercised: tally?.exercised ?? 0, broken: tally?.broken ?? 0 }
  if (tally === undefined) {
    return { ...about, status: 'untested', reason: problem ?? 'no answer said anything about it', excused: false }
  }
  if (tally.smallest === undefined) return { ...about, status: 'passed' }
  const { answer, result } = tally.smallest
  const mask = masker(answer.secrets)
  const [request] = result.requests
  return {
    ...about,
    status: level === 'MUST' || strict ? 'failed' : 'warned',
    foundAfter: tally.first ?? 0,
    counterexample: {
      probe: 'scripted answers',
      expected: mask(expected(id, tally.smallest)),
      received: mask(received(tally.smallest)),
      ...(request === undefined ? {} : { request: shownMessage(`${request.method} ${request.path}`, request, mask) }),
      response: shownMessage(`HTTP ${answer.response.status}`, answer.response, mask)
    }
  }
}
