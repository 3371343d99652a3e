/**
 * The clauses that one call says something about, each blamed only for what no plainer answer shows as well.
 */
import type { ClauseId } from '../../clauses/index.js'
import { controls } from '../../generators/controls.js'
import { callerLaws } from '../../laws/client/callerLaws.js'
import { clientLaws } from '../../laws/client/clientLaws.js'
import { type ClientOutcome, holdsSecret } from '../../laws/client/ClientOutcome.js'
import type { ClientCase } from './ClientCase.js'
import { readReport } from './readReport.js'
import type { CallResult } from './RemoteClient.js'

/** A case, and what came of it. */
export interface Called {
  readonly one: ClientCase
  readonly result: CallResult
}

export interface Judgement {
  readonly clause: ClauseId
  readonly holds: boolean
  readonly called: Called
}

/** Clauses that do not depend on what the answer means: a plainer answer explains nothing about them. */
const OWN: ReadonlyArray<ClauseId> = [
  'client.total',
  'client.secretValue.contained',
  'client.request.refused',
  'client.request.wire'
]

const outcomeOf = ({ one, result }: Called): ClientOutcome | undefined =>
  result.problem === undefined ? readReport(result, one.answer.response) : undefined

const judgeAnswer = (called: Called): ReadonlyArray<Judgement> => {
  const { one, result } = called
  const { answer } = one
  const outcome = outcomeOf(called)
  if (outcome !== undefined) {
    return clientLaws
      .filter((law) => law.applies(answer))
      .map(({ clause, holds }) => ({ clause, holds: holds(outcome, answer), called }))
  }
  // a client that reports nothing says nothing about any other clause, but may have printed the secret
  return [
    { clause: 'client.total', holds: false, called },
    ...(holdsSecret(result.output, answer.secrets)
      ? [{ clause: 'client.secretValue.contained', holds: false, called } as const]
      : [])
  ]
}

/** What was sent says nothing about a client that ended before it sent it. */
const judgeRequest = (called: Called): ReadonlyArray<Judgement> => {
  const { one, result } = called
  const [request] = result.requests
  if (request === undefined && result.problem !== undefined) return []
  return callerLaws
    .filter((law) => law.applies(one.call))
    .map(({ clause, holds }) => ({ clause, holds: holds(request, one.call), called }))
}

/** A client that asked for no answer is judged only by what it sent. */
export const judgeCall = (called: Called): ReadonlyArray<Judgement> => {
  const { one, result } = called
  const isAnswered = result.requests.length > 0 || result.problem !== undefined
  return [...(one.about === 'answer' && isAnswered ? judgeAnswer(called) : []), ...judgeRequest(called)]
}

/** Whether a client reads a control as a clause wants the unusual answer to be read. */
const isKeptIn = (control: Called, clause: ClauseId): boolean =>
  clientLaws.some((law) => law.clause === clause && law.holds(outcomeOf(control), control.one.answer))

/**
 * The judgements on a call. Where the client misread the answer, plainer answers with the same meaning are tried; if one
 * of them is misread too, that is the cause, and the clauses that the first answer broke are left out. What is unusual
 * about an answer is blamed only if the client reads the same answer right without it.
 */
export const judgeWithControls = async (
  called: Called,
  send: (one: ClientCase) => Promise<Called>
): Promise<ReadonlyArray<Judgement>> => {
  const judged = judgeCall(called)
  if (judged.every(({ clause, holds }) => holds || OWN.includes(clause))) return judged
  let blamed = judged
  for (const answer of controls(called.one.answer)) {
    const control = await send({ ...called.one, answer })
    const causes = await judgeWithControls(control, send)
    blamed = blamed.filter(({ clause, holds }) => holds || OWN.includes(clause) || isKeptIn(control, clause))
    const broken = causes.filter(({ holds }) => !holds)
    if (broken.length > 0) return [...judged.filter(({ clause }) => OWN.includes(clause)), ...broken]
  }
  return blamed
}
