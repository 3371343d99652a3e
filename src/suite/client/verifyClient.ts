/**
 * The suite for clients: answers in every legal way and in illegal ones, and whether the client reads them right.
 */
import type { ClauseId } from '../../clauses/index.js'
import { abortReason, BAILED, isEnough } from '../shared/ending.js'
import { reportOf } from '../shared/judge.js'
import type { Report } from '../shared/Report.js'
import { resultsOf } from '../shared/result.js'
import { clausesToJudge, type SuiteOptions } from '../shared/SuiteOptions.js'
import { brokenIn, enter, type Tally } from '../shared/Tally.js'
import { plural } from '../shared/text.js'
import { plainCase } from './ClientCase.js'
import { type ClientConnection, type ClientStats, connectClient } from './ClientConnection.js'
import { clientCounterexample } from './clientCounterexample.js'
import type { ClientReplay } from './clientReplay.js'
import { type Called, judgeCall, judgeWithControls } from './judgeCall.js'
import { type ClientFailure, minimiseCall, weigh } from './minimiseCall.js'
import { planCalls, type PlannedCall, planReplay } from './plan.js'
import type { CallResult, RemoteClient } from './RemoteClient.js'

/** What a run of the suite against a client may be told. */
export interface VerifyClientOptions extends SuiteOptions {
  readonly name: string
  /** About 3.5 generated calls for each. Default 200. */
  readonly runs?: number
  readonly replay?: ClientReplay
}

/** How many calls in a row may go without a report before the client is asked for the plainest of all. */
const PATIENCE = 3

/** Give up after this many calls if none of them reached the server. */
const WITHOUT_REQUESTS = 5

/** The longest that a run waits, in all, for reports that do not come, in milliseconds. */
const MAX_WAITED = 60_000

/** The longest that a run spends, in all, on calls at which the client ends, in milliseconds; half as long again to shrink. */
const MAX_RESTARTING = 60_000

/** What a client that ends by itself should do instead. */
const ADVICE = 'catch what it throws, print {"refused": "why"} instead, and go on with the next line'

/** `the command ended (exit code 1), 7 times, and was started again: …`, for each way in which the client ended. */
const endsInWords = ({ ends }: ClientStats): ReadonlyArray<string> =>
  [...ends].map(([what, times]) => `${what}, ${plural(times, 'time')}, and was started again: ${ADVICE}`)

/** `Error: …`, `ValueError: …`, `Error [CODE]: …`, `npm error …`; no line of a stack, and no source that is quoted. */
const isError = (line: string): boolean => /^(?! )[\w.$:' -]*?(?:error|exception|panic(?:ked)?)[: ]/i.test(line)

/** Why there is no report, and what was printed instead: what looks like an error, or else the last line. */
const lastWords = ({ problem = '', output }: CallResult): string => {
  const lines = output.trim().split('\n')
  const line = (lines.find(isError) ?? lines.at(-1))?.slice(0, 200) ?? ''
  return line === '' ? problem : `${problem}: ${line}`
}

/** Whether the plainest call is still reported. If so, a client that was silent was silent about what it was sent. */
const stillReports = async ({ send }: ClientConnection): Promise<boolean> =>
  (await send(plainCase)).result.problem === undefined

/** Why a run ends before its plan does, if it does. */
const problemOf = (connection: ClientConnection, signal: AbortSignal | undefined): string | undefined => {
  const { requests, calls, reports, waited, restarting, last } = connection.stats()
  const ended = abortReason(signal)
  if (ended !== undefined) return ended
  if (waited > MAX_WAITED) return `${MAX_WAITED / 1000} s were spent waiting for reports that did not come`
  if (restarting > MAX_RESTARTING) {
    return `the client ended so often that ${MAX_RESTARTING / 1000} s were spent on starting it again: ${ADVICE}`
  }
  return calls >= WITHOUT_REQUESTS && requests === 0 && reports === calls
    ? `the client never called the server: it reported ${JSON.stringify(last?.reported)?.slice(0, 200)}`
    : undefined
}

interface Made {
  /** What kept the run from its end, if anything did. */
  readonly problem?: string | undefined
  /** Whether the client does not report any more. */
  readonly isGone?: boolean
}

/** Makes the planned calls. The tally grows in place. */
const makeCalls = async (
  connection: ClientConnection,
  planned: ReadonlyArray<PlannedCall>,
  selected: ReadonlySet<ClauseId>,
  tally: Tally<ClientFailure>,
  options: VerifyClientOptions
): Promise<Made> => {
  const { signal, onProgress } = options
  const shouldStop = isEnough(options, 'client')
  let silent: Array<{ readonly called: Called; readonly one: PlannedCall }> = []
  const enterAll = (judged: ReturnType<typeof judgeCall>, one: PlannedCall): void => {
    for (const { clause, holds, called } of judged.filter((judgement) => selected.has(judgement.clause))) {
      enter(tally, clause, holds ? undefined : { called, planned: one }, connection.stats().calls, weigh)
    }
  }
  /** Silence is judged once the client has reported something else: one that is gone says nothing by it. */
  const judgeSilence = (): void => {
    for (const { called, one } of silent) enterAll(judgeCall(called), one)
    silent = []
  }
  const gone = (): Made => {
    const { reports, last } = connection.stats()
    const words = last === undefined ? '' : lastWords(last)
    const what = reports === 0 ? 'never reported a call' : `stopped reporting after ${plural(reports, 'call')}`
    return { problem: `the client ${what}: ${words}`, isGone: true }
  }
  for (const [done, one] of planned.entries()) {
    const problem = problemOf(connection, signal)
    if (problem !== undefined) return { problem }
    const { afterRestart } = connection.stats()
    if (afterRestart >= PATIENCE) {
      const what = `reported ${afterRestart} calls only after it was started again`
      return { problem: `the client ${what}: it must report one call after the other`, isGone: true }
    }
    const called = await connection.send(one.one)
    if (called.result.problem === undefined) {
      judgeSilence()
      enterAll(await judgeWithControls(called, connection.send), one)
    } else {
      silent.push({ called, one })
      if (silent.length >= PATIENCE) {
        if (!(await stillReports(connection))) return gone()
        judgeSilence()
      }
    }
    const { requests } = connection.stats()
    // as long as nothing was sent, there may be no client to judge
    const broken = requests === 0 && options.replay === undefined ? [] : brokenIn(tally)
    onProgress?.({ done: done + 1, total: planned.length, requests, broken })
    if (shouldStop(broken)) return { problem: BAILED }
  }
  if (silent.length > 0) {
    if (!(await stillReports(connection))) return gone()
    judgeSilence()
  }
  return { problem: problemOf(connection, signal) }
}

/**
 * Runs the client suite. Resolves to a report whatever the client does; rejects only for a selection that matches
 * nothing.
 */
export const verifyClient = async (client: RemoteClient, options: VerifyClientOptions): Promise<Report> => {
  const { seed, name, signal, replay, runs = 200, strict = false } = options
  const selected = clausesToJudge(options, 'client')
  const started = Date.now()
  const tally: Tally<ClientFailure> = new Map()
  const connection = connectClient(client)
  const planned = replay === undefined ? planCalls(seed, runs) : planReplay(replay.one)
  const { problem, isGone = false } = await makeCalls(connection, planned, selected, tally, options)
  const { reports, requests } = connection.stats()
  // a client that refuses the call of a replay sends nothing, and may be right
  if (requests === 0 && replay === undefined) tally.clear()

  const { restarting } = connection.stats()
  const isHurried = (): boolean =>
    isGone ||
    (signal?.aborted ?? false) ||
    connection.stats().waited > MAX_WAITED / 2 ||
    connection.stats().restarting > restarting + MAX_RESTARTING / 2
  // before anything is sent again to shrink it
  const notes = isGone || reports === 0 ? [] : endsInWords(connection.stats())
  const counterexample = async (failure: ClientFailure, id: ClauseId) =>
    clientCounterexample(id, await minimiseCall(connection, id, failure, seed, isHurried))
  const seldom = `not exercised by any call${notes.length === 0 ? '' : ' that the client reported'}`
  const untested = () => ({ reason: problem ?? seldom, excused: false })
  const results = await resultsOf({ subject: 'client', strict, tally, untested, counterexample }, selected)
  return reportOf({
    target: name,
    subject: 'client',
    results,
    baseline: options.baseline,
    problem,
    started,
    seed,
    runs,
    requests: connection.stats().requests,
    notes
  })
}
