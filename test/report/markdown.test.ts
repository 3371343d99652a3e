/**
 * Markdown as a Markdown parser reads it.
 */
import * as fc from 'fast-check'
import { parsers } from 'prettier/plugins/markdown'
import { expect, test } from 'vitest'
import { markdown, type Report } from '../../src/conformance.js'
import { findingsOf } from '../../src/report/findingsOf.js'
import { hostileReport, tamed } from './hostile.js'

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: ReadonlyArray<Node>
}

const parse = (text: string): Node => {
  const parser = parsers.markdown as unknown as { readonly parse: (text: string, options: object) => Node }
  return parser.parse(text, {})
}

const nodesOf = (node: Node): ReadonlyArray<Node> => [node, ...(node.children ?? []).flatMap(nodesOf)]

/** The tree without its texts. */
const shapeOf = (report: Report): ReadonlyArray<string> =>
  nodesOf(parse(markdown(report)))
    .map(({ type }) => type)
    .filter((type) => type !== 'text' && type !== 'sentence' && type !== 'word')

test('what a target says changes no more than the text of a node', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      expect(shapeOf(report)).toEqual(shapeOf(tamed(report)))
    })
  )
})

test('has no HTML, link, image, emphasis or break but its own', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const allowed = ['root', 'heading', 'paragraph', 'text', 'strong', 'table', 'tableRow', 'tableCell', 'code']
      const lists = ['list', 'listItem']
      for (const type of shapeOf(report)) expect([...allowed, ...lists]).toContain(type)
    })
  )
})

test('a fence ends where the report ends it', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const blocks = nodesOf(parse(markdown(report))).filter(({ type }) => type === 'code')
      const shown = findingsOf(report).filter(({ result }) => result.counterexample !== undefined)
      expect(blocks.length).toBe(shown.length + 1)
      for (const { value } of blocks.slice(0, -1))
        expect(value).toMatch(/^(?:expected|received|value|answer|case|seen) /)
      expect(blocks.at(-1)?.value).toMatch(/--seed -?\d+ --runs \d+$/)
    })
  )
})

test('names every clause that is not green', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const text = markdown(report)
      for (const { id } of report.clauses.filter(({ status }) => status !== 'passed')) expect(text).toContain(id)
    })
  )
})
