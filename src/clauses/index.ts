/**
 * All clauses, in the order of the page. `spec/clauses.json` is this, printed.
 */
import type { Binds, Clause, Level } from './Clause.js'
import { errorClauses } from './error.js'
import { libraryClauses } from './library.js'
import { requestClauses } from './request.js'
import { responseClauses } from './response.js'

export const clauses = { ...requestClauses, ...responseClauses, ...errorClauses, ...libraryClauses }

export type ClauseId = keyof typeof clauses

export const clauseIds = Object.keys(clauses) as ReadonlyArray<ClauseId>

export const clause = (id: ClauseId): Clause => clauses[id]

/** What a clause is to one kind of implementation. */
export const levelFor = (subject: Binds, id: ClauseId): Level =>
  subject === 'client' ? (clause(id).clientLevel ?? clause(id).level) : clause(id).level

/** The ids of the clauses that bind one kind of implementation. */
export const clausesThatBind = (subject: Binds): ReadonlyArray<ClauseId> =>
  clauseIds.filter((id) => clause(id).binds.includes(subject))

/** Whether the id of a clause begins with one of these. */
export const beginsWith = (id: ClauseId, starts: ReadonlyArray<string>): boolean =>
  starts.some((start) => id.startsWith(start))
