/**
 * The connection to a client, which counts calls, reports and the time spent waiting.
 */
import type { ClientCase } from './ClientCase.js'
import type { Called } from './judgeCall.js'
import type { CallResult, RemoteClient } from './RemoteClient.js'

/** What a client has cost and given so far. */
export interface ClientStats {
  readonly requests: number
  readonly calls: number
  readonly reports: number
  /** Milliseconds spent waiting for a client that was running and reported nothing. */
  readonly waited: number
  /** How often the client ended by itself, by the words for it. */
  readonly ends: ReadonlyMap<string, number>
  /** Milliseconds spent on calls at which it ended. */
  readonly restarting: number
  /** Calls that were reported only after the client had been started again. */
  readonly afterRestart: number
  readonly last: CallResult | undefined
}

export interface ClientConnection {
  readonly send: (one: ClientCase) => Promise<Called>
  readonly stats: () => ClientStats
}

const failed: CallResult = { requests: [], output: '', problem: 'the client threw, or its promise was rejected' }

/** The client's error is dropped because it may quote a secret. */
const ask = async (client: RemoteClient, { call, answer }: ClientCase): Promise<CallResult> => {
  try {
    return await client(call, answer.response)
  } catch {
    return failed
  }
}

export const connectClient = (client: RemoteClient): ClientConnection => {
  const ends = new Map<string, number>()
  let stats: ClientStats = {
    requests: 0,
    calls: 0,
    reports: 0,
    waited: 0,
    ends,
    restarting: 0,
    afterRestart: 0,
    last: undefined
  }
  const call = async (one: ClientCase): Promise<CallResult> => {
    const result = await ask(client, one)
    const { problem, waited = 0, isLate } = result
    const hasEnded = problem !== undefined && isLate === false
    if (hasEnded) ends.set(problem, (ends.get(problem) ?? 0) + 1)
    stats = {
      ...stats,
      requests: stats.requests + result.requests.length,
      calls: stats.calls + 1,
      reports: stats.reports + (problem === undefined ? 1 : 0),
      waited: stats.waited + (hasEnded ? 0 : waited),
      restarting: stats.restarting + (hasEnded ? waited : 0),
      last: result
    }
    return result
  }
  return {
    send: async (one) => {
      const result = await call(one)
      if (!result.isLate || stats.reports === 0) return { one, result }
      // started again, a client that hung because of the answer hangs again
      const again = await call(one)
      if (again.problem === undefined) stats = { ...stats, afterRestart: stats.afterRestart + 1 }
      return { one, result: again }
    },
    stats: () => stats
  }
}
