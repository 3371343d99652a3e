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
  /** Milliseconds spent waiting for reports that did not come. */
  readonly waited: number
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
  let stats: ClientStats = { requests: 0, calls: 0, reports: 0, waited: 0, afterRestart: 0, last: undefined }
  const call = async (one: ClientCase): Promise<CallResult> => {
    const result = await ask(client, one)
    stats = {
      ...stats,
      requests: stats.requests + result.requests.length,
      calls: stats.calls + 1,
      reports: stats.reports + (result.problem === undefined ? 1 : 0),
      waited: stats.waited + (result.waited ?? 0),
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
