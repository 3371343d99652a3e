/**
 * Names of members that speak of further pages, in the spelling of whatever service or framework.
 */

/** In lower case, letters alone. */
const NAMES: ReadonlySet<string> = new Set([
  'continuation',
  'continuationtoken',
  'cursor',
  'endcursor',
  'exclusivestartkey',
  'hasmore',
  'hasmorepages',
  'hasmoreresults',
  'hasnext',
  'hasnextpage',
  'istruncated',
  'lastevaluatedkey',
  'marker',
  'more',
  'morepages',
  'moreresults',
  'next',
  'nextcontinuationtoken',
  'nextcursor',
  'nextlink',
  'nextmarker',
  'nextoffset',
  'nextpage',
  'nextpagetoken',
  'nextset',
  'nexttoken',
  'nexturl',
  'offset',
  'page',
  'pageinfo',
  'pagetoken',
  'pagination',
  'paginationtoken',
  'paging',
  'pagingtoken',
  'prevtoken',
  'previoustoken',
  'resumetoken',
  'startingtoken',
  'starttoken',
  'token',
  'truncated'
])

export const isPaginationName = (name: string): boolean => NAMES.has(name.toLowerCase().replace(/[^a-z]/g, ''))
