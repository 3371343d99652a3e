/**
 * The titles of tests: a clause and its sentence.
 */
import { clause, type ClauseId } from '../../src/clauses/index.js'

export const title = (id: ClauseId): string => `${id}: ${clause(id).sentence}`
