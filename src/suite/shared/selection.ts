/**
 * Which clauses a run judges: globs over ids, where `*` stands for anything and a bare prefix for all below it.
 */
import type { Binds } from '../../clauses/Clause.js'
import { type ClauseId, clauseIds, clausesThatBind } from '../../clauses/index.js'
import { type Either, left, right } from '../../contract/Either.js'
import { suggest } from './suggest.js'
import { MAX_NAME, shownName } from './text.js'

const matches =
  (glob: string) =>
  (id: ClauseId): boolean => {
    const source = glob.replace(/[.*+?^${}()|[\]\\]/g, (c) => (c === '*' ? '.*' : `\\${c}`))
    return new RegExp(`^(?:${source})(?:\\..*)?$`).test(id)
  }

/** Which clauses are judged. `*` stands for anything, and the start of an id for all that begin with it. */
export interface Selection {
  /** Default: all that bind the subject. */
  readonly only?: ReadonlyArray<string>
  /** Default: none. */
  readonly skip?: ReadonlyArray<string>
}

/** `(did you mean request.clientId.pattern?)` behind a blank: the closest clause or group, its first words may be missing. */
export const didYouMean = (mistyped: string, ids: ReadonlyArray<ClauseId> = clauseIds): string => {
  const names = new Map<string, string>()
  const words = ids.map((id) => id.split('.'))
  for (const all of words) {
    for (const end of all.keys()) {
      const name = all.slice(0, end + 1).join('.')
      names.set(name, name)
    }
  }
  for (const all of words) {
    for (const start of all.keys()) {
      const name = all.slice(start).join('.')
      if (!names.has(name)) names.set(name, all.join('.'))
    }
  }
  const name = suggest(mistyped.slice(0, MAX_NAME), names.keys())
  return name === undefined ? '' : ` (did you mean ${names.get(name)}?)`
}

const isIn = (globs: ReadonlyArray<string>, id: ClauseId): boolean => globs.some((glob) => matches(glob)(id))

/** The clauses that bind `subject` and are selected, in the order of the catalogue. `Left` says why there are none. */
export const select = (
  { only = [], skip = [] }: Selection,
  subject: Binds = 'server'
): Either<string, ReadonlySet<ClauseId>> => {
  const all = clausesThatBind(subject)
  const [unmatched] = [...only, ...skip].filter((glob) => !all.some(matches(glob)))
  if (unmatched !== undefined) {
    return left(
      `no clause that binds ${subject}s matches ${shownName(unmatched) || '(an empty name)'}${didYouMean(unmatched, all)}`
    )
  }
  const selected = all.filter((id) => (only.length === 0 || isIn(only, id)) && !isIn(skip, id))
  return selected.length === 0 ? left('the selection leaves no clause to judge') : right(new Set(selected))
}
