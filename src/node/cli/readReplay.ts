/**
 * `--replay`: a token, or a counterexample of a JSON report by its file: `report.json#list.only`, `report.json#3`.
 */
import { readFileSync } from 'node:fs'
import { type Either, isLeft, left } from '../../contract/Either.js'
import type { ClauseResult } from '../../conformance.js'
import { parseJson } from '../../protocol/Json.js'

type Replayable = Pick<ClauseResult, 'id'> & { readonly counterexample: { readonly replay: string } }

const isReplayable = (u: unknown): u is Replayable => {
  const { id, counterexample } = (u ?? {}) as Partial<Readonly<Record<keyof Replayable, unknown>>>
  return (
    typeof id === 'string' &&
    typeof counterexample === 'object' &&
    counterexample !== null &&
    'replay' in counterexample &&
    typeof counterexample.replay === 'string'
  )
}

/** The counterexamples of a report that can be sent again, or what is wrong with the file. */
const readReport = (file: string): ReadonlyArray<Replayable> | string => {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return `it is neither a token nor a report that can be read: ${(error as Error).message}`
  }
  const parsed = parseJson(text)
  const { clauses } = (isLeft(parsed) ? {} : (parsed.right ?? {})) as { readonly clauses?: unknown }
  return Array.isArray(clauses) ? clauses.filter(isReplayable) : `${file} is not a JSON report of this suite`
}

const MAX_NAMED = 10

/** A number counts the counterexamples of the report from 1; a report with one counterexample takes no name. */
export const readReplay = <R>(text: string, decodeToken: (token: string) => Either<string, R>): Either<string, R> => {
  if (/^(?:(?:client|validator)\.)?1\.[\w-]*$/.test(text)) return decodeToken(text)
  const [, file = text, name] = /^(.*)#([\w.]+)$/s.exec(text) ?? []
  const found = readReport(file)
  if (typeof found === 'string') return left(found)
  const one =
    name === undefined && found.length === 1
      ? found[0]
      : found.find(({ id }, i) => name === id || name === String(i + 1))
  if (one !== undefined) return decodeToken(one.counterexample.replay)
  const names = found.slice(0, MAX_NAMED).map(({ id }) => `${file}#${id}`)
  const missing =
    name === undefined ? 'name one of the counterexamples' : `${file} has no counterexample ${name}; it has`
  return left(
    names.length === 0
      ? `${file} has no counterexample to send again`
      : `${missing}: ${names.join(', ')}${found.length > MAX_NAMED ? `, and ${found.length - MAX_NAMED} more` : ''}`
  )
}
