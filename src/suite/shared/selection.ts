/**
 * Which clauses a run judges: globs over ids, where `*` stands for anything and a bare prefix for all below it.
 */
import { type ClauseId, clausesThatBind } from '../../clauses/index.js'

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
