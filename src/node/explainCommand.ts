/**
 * `explain`: everything that is known of one clause, and how to satisfy it.
 */
import { type ClauseId, clauseIds, clauses } from '../clauses/index.js'
import type { Clause } from '../clauses/Clause.js'
import { toSatisfy } from '../clauses/toSatisfy.js'
import { complain, USAGE } from './running.js'

const isClause = (id: string): id is ClauseId => Object.hasOwn(clauses, id)

const linesOf = (id: ClauseId): ReadonlyArray<string> => {
  const { sentence, level, clientLevel, evidence, section, binds, onlyWhenSeen }: Clause = clauses[id]
  const howTo = toSatisfy[id]
  return [
    id,
    `  ${sentence}`,
    '',
    `  level     ${level}${clientLevel === undefined ? '' : ` (${clientLevel} for clients)`}`,
    `  evidence  ${evidence}`,
    `  source    ${section}`,
    `  binds     ${binds.join(', ')}`,
    ...(onlyWhenSeen === undefined ? [] : [`  judged    only when seen: ${onlyWhenSeen}`]),
    ...(howTo === undefined ? [] : ['', `  to satisfy: ${howTo}`])
  ]
}

/** Clauses whose id holds the word, so that a part of an id finds the whole. */
const similar = (word: string): ReadonlyArray<ClauseId> =>
  word === '' ? [] : clauseIds.filter((id) => id.toLowerCase().includes(word.toLowerCase()))

/** Exit code 0, or 2 for an unknown clause. */
export const explainCommand = (id: string, { json = false }: { readonly json?: boolean }): number => {
  if (!isClause(id)) {
    const found = similar(id)
    complain(`unknown clause ${id}${found.length > 0 ? `. Clauses with this in their id: ${found.join(', ')}` : ''}`)
    return USAGE
  }
  const text = json ? JSON.stringify({ id, ...clauses[id], toSatisfy: toSatisfy[id] }, null, 2) : linesOf(id).join('\n')
  process.stdout.write(`${text}\n`)
  return 0
}
