/**
 * Whether a fault is found in process.
 */
import type { ClauseId } from '../../src/clauses/index.js'
import { faults } from './broken/index.js'
import { broken, runInProcess, until } from './run.js'
import type { Fault } from './Variant.js'

export const inProcess = faults.filter(({ onlyOverSockets }) => onlyOverSockets !== true)

/** Those clauses that a fault is seen to break in a run of `clauses` alone: it finds all that a run of all clauses finds. */
export const found = async (fault: Fault, clauses: ReadonlyArray<ClauseId>): Promise<ReadonlyArray<ClauseId>> =>
  broken(await runInProcess(fault, { seed: 20260701, only: clauses, ...until(clauses) })).map(({ id }) => id)
