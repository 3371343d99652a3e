/**
 * What the documentation points at is there: pages, headings, files, folders, clauses.
 */
import { describe, expect, test } from 'vitest'
import { anchorsOf, blocksOf, inlineCodeOf, linksOf } from './markdown.js'
import { exists, pages, read, resolveLink } from './pages.js'

/** Whether a link of a page leads somewhere; addresses elsewhere are not looked up. */
const isDead = (page: string, link: string): boolean => {
  if (link.startsWith('https://')) return false
  const [path = '', anchor] = link.split('#')
  const file = path === '' ? page : resolveLink(page, path)
  if (!exists(file)) return true
  return anchor !== undefined && !anchorsOf(read(file)).includes(anchor)
}

/** Paths as inline code: `src/laws/Case.ts`, `test/faults/`, `spec/*.json`. */
const isPath = (code: string): boolean => /^(?:src|test|spec|docs|dist)\/[\w./*-]*$/.test(code)

const isMissing = (path: string): boolean =>
  !exists(path.includes('*') ? path.slice(0, path.indexOf('*')).replace(/[^/]*$/, '') : path)

const { clauses } = JSON.parse(read('spec/clauses.json')) as {
  readonly clauses: ReadonlyArray<{ readonly id: string }>
}

const clauseIds = clauses.map(({ id }) => id)

const GROUPS = [...new Set(clauseIds.map((id) => id.split('.')[0]))].join('|')

/** Clause ids, whole. */
const looksLikeClause = (code: string): boolean => new RegExp(`^(?:${GROUPS})\\.\\w+(?:\\.\\w+)*$`).test(code)

describe.each(pages)('%s', (page) => {
  const markdown = read(page)
  const code = inlineCodeOf(markdown)

  test('has no dead link', () => {
    expect(linksOf(markdown).filter((link) => isDead(page, link))).toEqual([])
  })

  test('names files and folders that are there', () => {
    expect(code.filter(isPath).filter(isMissing)).toEqual([])
  })

  test('names clauses that there are', () => {
    expect(
      code
        .filter(looksLikeClause)
        .filter((id) => !clauseIds.some((known) => known === id || known.startsWith(`${id}.`)))
    ).toEqual([])
  })

  test('names no machine and no user', () => {
    const text =
      markdown +
      blocksOf(markdown)
        .map((block) => block.code)
        .join('')
    expect(text).not.toMatch(/\/(?:home|Users|work|tmp|root)\//)
  })
})
