/**
 * `explain`: everything that is known of one clause, and how to satisfy it.
 */
import { readFileSync } from 'node:fs'
import { type ClauseId, clauseIds, clauses } from '../../clauses/index.js'
import type { Clause } from '../../clauses/Clause.js'
import { toSatisfy } from '../../clauses/toSatisfy.js'
import { hang } from '../../report/wrap.js'
import { suggest } from '../../suite/shared/suggest.js'
import { widthOf } from './reporting.js'
import { misused } from './running.js'

/** By whom a clause is judged: laws by file and constant, and the broken implementations that they find. */
interface Judged {
  readonly laws: ReadonlyArray<string>
  /** Some of them, and how many there are besides. */
  readonly faults: ReadonlyArray<string>
  readonly moreFaults: number
}

/** As `npm run spec` prints it. */
const judged = (): Readonly<Record<ClauseId, Judged>> =>
  // test/spec holds the file against the clauses
  JSON.parse(readFileSync(new URL('../../../spec/judged.json', import.meta.url), 'utf8')) as Record<ClauseId, Judged>

const isClause = (id: string): id is ClauseId => Object.hasOwn(clauses, id)

const linesOf = (id: ClauseId, { laws, faults, moreFaults }: Judged): ReadonlyArray<string> => {
  const { sentence, level, clientLevel, evidence, section, binds, onlyWhenSeen }: Clause = clauses[id]
  const width = widthOf(process.stdout)
  const row = (label: string, text: string): ReadonlyArray<string> =>
    text === '' ? [] : hang(`  ${label.padEnd(12)}`, text, width)
  return [
    id,
    ...hang('  ', sentence, width),
    '',
    ...row('level', `${level}${clientLevel === undefined ? '' : ` (${clientLevel} for clients)`}`),
    ...row('evidence', evidence),
    ...row('source', section),
    ...row('binds', binds.join(', ')),
    ...row('judged', onlyWhenSeen === undefined ? '' : `only when seen: ${onlyWhenSeen}`),
    ...row('judged by', laws.join('; ')),
    ...row('finds', [...faults, ...(moreFaults === 0 ? [] : [`and ${moreFaults} more`])].join('; ')),
    ...row('to satisfy', toSatisfy[id] ?? '')
  ]
}

/** Clauses whose id holds the word, so that a part of an id finds the whole. */
const similar = (word: string): ReadonlyArray<ClauseId> =>
  word === '' ? [] : clauseIds.filter((id) => id.toLowerCase().includes(word.toLowerCase()))

/** The clauses that may be meant, and otherwise where all of them are. */
const hintFor = (id: string): string => {
  const found = similar(id)
  if (found.length > 0) return `. Clauses with this in their id: ${found.join(', ')}`
  const meant = suggest(id, clauseIds)
  return meant === undefined
    ? '. The ids are listed by verify --list, verify-client --list and verify-validator --list'
    : ` (did you mean ${meant}?)`
}

/** Exit code 0, or 2 for an unknown clause. */
export const explainCommand = (id: string, { json = false }: { readonly json?: boolean }): number => {
  if (!isClause(id)) return misused(`unknown clause ${id}${hintFor(id)}`)
  const known = judged()[id]
  const text = json
    ? JSON.stringify({ id, ...clauses[id], ...known, toSatisfy: toSatisfy[id] }, null, 2)
    : linesOf(id, known).join('\n')
  process.stdout.write(`${text}\n`)
  return 0
}
