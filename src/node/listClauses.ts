import type { Binds } from '../clauses/Clause.js'
import { clause, type ClauseId, levelFor } from '../clauses/index.js'
import { hang } from '../report/wrap.js'
import { widthOf } from './running.js'

/** Prints the clauses: a line each, or a line and the sentence below it where the terminal is narrow. */
export const listClauses = (ids: ReadonlyArray<ClauseId>, subject: Binds): void => {
  const width = widthOf(process.stdout)
  for (const id of ids) {
    const { evidence, sentence } = clause(id)
    const start = `${id.padEnd(46)} ${levelFor(subject, id).padEnd(6)} ${evidence.padEnd(8)}`
    const lines = width < 120 ? [start.trimEnd(), ...hang('    ', sentence, width)] : [`${start} ${sentence}`]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
}
