/**
 * The suite for clients: answers in every legal way and in illegal ones, and whether the client reads them right.
 */
import * as fc from 'fast-check'
import { left, right } from '../../contract/Either.js'
import {
  responseSample,
  clientId,
  documentedErrorAnswers,
  illegalAnswer,
  nearMissClientId,
  userPoolId
} from '../../generators/index.js'
import { type ResponseSample } from '../../laws/client/ResponseSample.js'
import { callerLaws } from '../../laws/client/callerLaws.js'
import { type ClauseId, clausesThatBind } from '../../clauses/index.js'
import { clientLaws, type ClientLaw } from '../../laws/client/clientLaws.js'
import { type Called, clientResult, weigh } from './clientResults.js'
import { reportOf } from '../shared/judge.js'
import { type CallResult, readReport, type RemoteCall, type RemoteClient } from './RemoteClient.js'
import type { ClauseResult, Report } from '../shared/Report.js'
import { hash } from '../shared/seeds.js'
import { select, type Selection } from '../shared/selection.js'
import { enter, type Tally } from '../shared/Tally.js'

export interface VerifyClientOptions extends Selection {
  /** The client's name in reports. */
  readonly name: string
  readonly seed: number
  /** Answers of each kind. Default 200. */
  readonly runs?: number
  readonly strict?: boolean
  readonly signal?: AbortSignal
}

const ORDINARY: RemoteCall = { UserPoolId: 'us-east-1_Example12', ClientId: '1h57kf5cpq17m0eml12example' }

const EMPTY: ResponseSample = {
  response: { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: '{"ClientSecrets":[]}' },
  means: { _tag: 'Listing', descriptors: [] },
  traits: [],
  secrets: []
}

/** HTTP has no body for some statuses and no final answer for others; a socket cannot carry those cases. */
const isSendable = ({ response: { status } }: ResponseSample): boolean =>
  status >= 200 && status <= 599 && ![204, 205, 304].includes(status)

type Planned = readonly [RemoteCall, ResponseSample]

const plan = (seed: number, runs: number): ReadonlyArray<Planned> => {
  const sample = <A>(what: string, arbitrary: fc.Arbitrary<A>, numRuns: number): ReadonlyArray<A> =>
    fc.sample(arbitrary, { seed: hash(`${seed}/${what}`), numRuns })
  const ids = fc.record({ UserPoolId: userPoolId(), ClientId: clientId() })
  const badIds = nearMissClientId().map(({ id }) => ({ ...ORDINARY, ClientId: id }))
  return [
    ...documentedErrorAnswers.map((answer) => [ORDINARY, answer] as const),
    ...sample('answers', responseSample().filter(isSendable), runs * 2).map((answer) => [ORDINARY, answer] as const),
    ...sample('illegal', illegalAnswer().filter(isSendable), runs).map((answer) => [ORDINARY, answer] as const),
    ...sample('ids', ids, Math.ceil(runs / 4)).map((call) => [call, EMPTY] as const),
    ...sample('bad ids', badIds, Math.ceil(runs / 4)).map((call) => [call, EMPTY] as const)
  ]
}

/** Which clauses a call says something about, and whether it keeps them. */
const judgements = ({ call, answer, result }: Called): ReadonlyArray<readonly [ClauseId, boolean]> => {
  const reading = readReport(result, answer.response)
  const client = (): NonNullable<typeof reading> => {
    if (reading === undefined) throw new Error(result.problem ?? 'a report that cannot be read')
    return reading
  }
  const [request] = result.requests
  const caller = () => (request === undefined ? left('nothing was sent') : right(request))
  // an answer is judged where it was asked for: a client may refuse ill-formed ids before any network
  const answered: ReadonlyArray<ClientLaw> = answer === EMPTY ? [] : clientLaws
  return [
    ...answered.filter((law) => law.applies(answer)).map((law) => [law.clause, law.holds(client, answer)] as const),
    ...callerLaws.filter((law) => law.applies(call)).map((law) => [law.clause, law.holds(caller, call)] as const)
  ]
}

/** After so many calls in a row without a report there will be none. */
const HOPELESS = 5

/** `Error: …`, `ValueError: …`, `Error [CODE]: …`, `npm error …`; no line of a stack, and no source that is quoted. */
const isError = (line: string): boolean =>
  /^(?! )[\w.$:' -]*?(?:error|exception|panic(?:ked)?)(?: \[\w+\])?(?::| )/i.test(line)

/** Why there is no report, and what was printed instead: what looks like an error, or else the last line. */
const lastWords = ({ problem = '', output }: CallResult): string => {
  const lines = output.trim().split('\n')
  const line = (lines.find(isError) ?? lines.at(-1))?.slice(0, 200) ?? ''
  return line === '' ? problem : `${problem}: ${line}`
}

/** Runs the client suite. Resolves to a report whatever the client does. */
export const verifyClient = async (client: RemoteClient, options: VerifyClientOptions): Promise<Report> => {
  const { seed, name, signal, runs = 200, strict = false } = options
  const { selected, unmatched } = select(options, clausesThatBind('client'))
  if (unmatched.length > 0 || selected.size === 0) {
    throw new RangeError(`no clause matches ${unmatched.join(', ') || 'the selection'}`)
  }
  const started = Date.now()
  const tally: Tally<Called> = new Map()
  let requests = 0
  let reports = 0
  let silent = 0
  let problem: string | undefined
  // the first call is the plainest: a client that does not report it follows another protocol
  for (const [n, [call, answer]] of [[ORDINARY, EMPTY] as Planned, ...plan(seed, runs)].entries()) {
    if (signal?.aborted) problem = typeof signal.reason === 'string' ? signal.reason : 'interrupted'
    if (problem !== undefined) break
    const result = await client(call, answer.response)
    requests += result.requests.length
    silent = result.problem === undefined ? 0 : silent + 1
    if (result.problem === undefined) reports++
    if (silent >= HOPELESS && reports === 0) problem = `the client never reported a call: ${lastWords(result)}`
    else if (n + 1 >= HOPELESS && requests === 0 && silent === 0) {
      problem = `the client never called the server: it reported ${JSON.stringify(result.reported)?.slice(0, 200)}`
    }
    const called = { call, answer, result }
    for (const [id, holds] of judgements(called)) enter(tally, id, holds ? undefined : called, n + 1, weigh)
  }
  if (reports === 0 || requests === 0) tally.clear()
  const clauses: Array<ClauseResult> = []
  for (const id of selected) clauses.push(await clientResult(tally, strict, problem, id))
  return reportOf({
    target: name,
    clauses,
    problem,
    all: clausesThatBind('client').length,
    started,
    seed,
    runs,
    requests
  })
}
