/**
 * From calls of a client to the result of each clause.
 */
import { type ResponseSample } from '../../laws/client/ResponseSample.js'
import type { ClauseId } from '../../clauses/index.js'
import { masker, shownMessage } from '../shared/mask.js'
import type { CallResult, RemoteCall } from './RemoteClient.js'
import type { ClauseResult, Counterexample } from '../shared/Report.js'
import { resultOf } from '../shared/result.js'
import type { Tally, Weight } from '../shared/Tally.js'

/** One call: what was asked, what it was answered, and what came of it. */
export interface Called {
  readonly call: RemoteCall
  readonly answer: ResponseSample
  readonly result: CallResult
}

/** The answer that was misread, or the call that was not made as it should be. */
export const weigh = ({ answer: { response } }: Called): Weight => ({
  faults: 0,
  text: typeof response.body === 'string' ? response.body : new TextDecoder('latin1').decode(response.body)
})

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

const counterexample = (called: Called, id: ClauseId): Counterexample => {
  const { answer, result } = called
  const mask = masker(answer.secrets)
  const [request] = result.requests
  return {
    probe: 'scripted answers',
    expected: mask(expected(id, called)),
    received: mask(received(called)),
    ...(request === undefined ? {} : { request: shownMessage(`${request.method} ${request.path}`, request, mask) }),
    response: shownMessage(`HTTP ${answer.response.status}`, answer.response, mask)
  }
}

/** One clause over all calls; `problem` is what kept the run from its end. */
export const clientResult = (
  tally: Tally<Called>,
  strict: boolean,
  problem: string | undefined,
  id: ClauseId
): Promise<ClauseResult> =>
  resultOf(
    {
      subject: 'client',
      strict,
      tally,
      untested: () => ({ reason: problem ?? 'not exercised by any call', excused: false }),
      counterexample
    },
    id
  )
