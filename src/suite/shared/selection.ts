/**
 * Which clauses a run judges: globs over ids, where `*` stands for anything and a bare prefix for all below it.
 */
import { type ClauseId, clausesThatBind } from '../../clauses/index.js'
import { suggest } from './suggest.js'

export const matches =
  (glob: string) =>
  (id: ClauseId): boolean => {
    const source = glob.replace(/[.*+?^${}()|[\]\\]/g, (c) => (c === '*' ? '.*' : `\\${c}`))
    return new RegExp(`^(?:${source})(?:\\..*)?$`).test(id)
  }

export interface Selection {
  readonly only?: ReadonlyArray<string>
  readonly skip?: ReadonlyArray<string>
}

/** The clauses selected, and the globs that match none. */
export const select = (
  { only = [], skip = [] }: Selection,
  all: ReadonlyArray<ClauseId> = clausesThatBind('server')
): { readonly selected: ReadonlySet<ClauseId>; readonly unmatched: ReadonlyArray<string> } => {
  const wanted = only.length === 0 ? all : all.filter((id) => only.some((glob) => matches(glob)(id)))
  return {
    selected: new Set(wanted.filter((id) => !skip.some((glob) => matches(glob)(id)))),
    unmatched: [...only, ...skip].filter((glob) => !all.some(matches(glob)))
  }
}

/** Every clause and every group of clauses, and what is left of their names without the first words. */
const namesOf = (all: ReadonlyArray<ClauseId>): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const id of all) {
    const words = id.split('.')
    for (let end = words.length; end > 0; end--) {
      const name = words.slice(0, end).join('.')
      names.set(name, name)
    }
  }
  for (const id of all) {
    const words = id.split('.')
    for (let start = 1; start < words.length; start++) {
      const name = words.slice(start).join('.')
      if (!names.has(name)) names.set(name, id)
    }
  }
  return names
}

/** What to say of globs that match no clause, with what may have been meant. */
export const unmatchedProblem = (
  unmatched: ReadonlyArray<string>,
  all: ReadonlyArray<ClauseId> = clausesThatBind('server')
): string => {
  const names = namesOf(all)
  const meant = unmatched.flatMap((glob) => {
    const name = suggest(glob, names.keys())
    return name === undefined ? [] : [names.get(name)]
  })
  return `no clause matches ${unmatched.join(' or ')}${meant.length === 0 ? '' : ` (did you mean ${meant.join(' or ')}?)`}`
}
