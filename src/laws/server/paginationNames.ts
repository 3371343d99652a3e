/**
 * Names of members and headers that speak of further pages, in the spelling of whatever service or framework.
 */
import type { HttpResponse } from '../../protocol/index.js'

/** In lower case, letters alone. */
const NAME =
  /^(?:x|xamz|xamzn)?(?:(?:next|prev|previous|page|paging|pagination|continuation|continue|resume|skip|start|starting|end|after|before|scroll)(?:forward|backward|page|record|part|key)?(?:token|cursor|key|marker|id|link|url|page|pagetoken|set|offset|state|name|number|after|before|from)|next|nextcontinuationtoken|(?:is)?truncated|has(?:more|next|previous)(?:page|pages|results|items)?|more(?:pages|results|items)?|odata(?:nextlink|skiptoken)|skiptoken|after|before|bookmark|checkpoint|position|cursor|marker|token|offset|page|pageinfo|paging|pagination|links|continuation|exclusivestartkey|lastevaluatedkey)$/

export const isPaginationName = (name: string): boolean => NAME.test(name.toLowerCase().replace(/[^a-z]/g, ''))

/** The members of a JSON value that speak of further pages, wherever they stand; a flag that says there is none is right. */
export const paginationMembers = (value: unknown): ReadonlyArray<string> =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [
        ...(!Array.isArray(value) && isPaginationName(name) && inner !== false ? [name] : []),
        ...paginationMembers(inner)
      ])

/** The number of a page is no token: only what follows from it would be. */
const isPageNumber = (name: string, value: string): boolean =>
  /^(?:x-)?page(?:-?(?:number|no))?$/i.test(name) && /^\d+$/.test(value)

export const paginationHeaders = ({ headers }: HttpResponse): ReadonlyArray<string> =>
  Object.entries(headers).flatMap(([name, value]) =>
    (/^link$/i.test(name) ? /\brel="?(?:next|prev)\b/i.test(String(value)) : isPaginationName(name)) &&
    String(value) !== 'false' &&
    !isPageNumber(name, String(value))
      ? [name]
      : []
  )
