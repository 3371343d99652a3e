/**
 * Whether a fault is found, in process or over sockets.
 */
import type { ClauseId } from '../../src/clauses/index.js'
import { faults } from './broken/index.js'
import { broken, runInProcess, until } from './run.js'
import type { Fault } from './Variant.js'

export const inProcess = faults.filter(({ onlyOverSockets }) => onlyOverSockets !== true)

/** Those of `clauses` that a fault is seen to break. What their own probes do not show, all probes may. */
export const found = async (
  fault: Fault,
  clauses: ReadonlyArray<ClauseId>,
  run = runInProcess
): Promise<ReadonlyArray<ClauseId>> => {
  for (const only of [clauses, []]) {
    const report = await run(fault, { seed: 20260701, only, ...until(clauses) })
    const ids = broken(report).map(({ id }) => id)
    if (ids.some((id) => clauses.includes(id))) return ids
  }
  return []
}
