/**
 * By which law each clause is judged and which faults it finds: spec/judged.json, which `explain` reads. Written by
 * `npm run spec`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { clauseIds, clauses, type ClauseId } from '../../src/clauses/index.js'
import type { Clause } from '../../src/clauses/Clause.js'
import { brokenRemotes } from '../suite/client/remote.js'
import { faults } from './broken/index.js'

const ROOT = new URL('../../', import.meta.url)

const FILE = new URL('spec/judged.json', ROOT)

/** `src/laws/server/listLaws.ts, listLaws`: the file, and the constant that names the clause in it. */
const lawsOf = (id: ClauseId, subject: string): ReadonlyArray<string> =>
  readdirSync(new URL(`src/laws/${subject}/`, ROOT))
    .map((name) => `src/laws/${subject}/${name}`)
    .filter((file) => file.endsWith('Laws.ts'))
    .flatMap((file) => {
      const [before, ...after] = readFileSync(new URL(file, ROOT), 'utf8').split(`'${id}'`)
      const [name] = [...(before ?? '').matchAll(/^export const (\w+)/gm)].at(-1)?.slice(1) ?? []
      return after.length === 0 || name === undefined ? [] : [`${file}, ${name}`]
    })

/** How many faults are named; docs/kill-matrix.md has all. */
const NAMED = 5

const about = (id: ClauseId): object => {
  const { binds }: Clause = clauses[id]
  const found = [
    ...faults.filter(({ kills }) => kills.includes(id)).map(({ name }) => name),
    ...brokenRemotes.filter(({ kills }) => kills === id).map(({ name }) => `client: ${name}`)
  ]
  return {
    laws: binds.flatMap((subject) => lawsOf(id, subject)),
    faults: found.slice(0, NAMED),
    moreFaults: Math.max(0, found.length - NAMED)
  }
}

/** A line for each clause. */
export const judged = (): string =>
  `{\n${clauseIds.map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(about(id))}`).join(',\n')}\n}\n`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, judged())
