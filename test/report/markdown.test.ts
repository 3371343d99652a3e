/**
 * Markdown as a Markdown parser reads it.
 */
import * as fc from 'fast-check'
import { parsers } from 'prettier/plugins/markdown'
import { expect, test } from 'vitest'
import { markdown, type Report } from '../../src/conformance.js'
import { findingsOf } from '../../src/report/findingsOf.js'
import { hostileReport, tamed } from './hostile.js'
import { ofValidator, passed } from './specimen.js'

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

test.each([
  ['', '(empty)'],
  ['  ', '(empty)'],
  [' a ', 'a'],
  ['- a', '\\- a'],
  ['+ a', '\\+ a'],
  ['12. a', '12\\. a'],
  ['12) a', '12\\) a'],
  ['a - b', 'a - b'],
  ['=== ', '\\==='],
  ['a*b_c`d', 'a\\*b\\_c\\`d'],
  ['http://a: b', 'http\\://a: b']
])('the text %j is written as %j', (text, written) => {
  expect(markdown({ ...passed, notes: [text] })).toContain(`\n- ${written}\n`)
})

const showing = (received: string): string =>
  markdown({
    ...passed,
    clauses: [{ ...ofValidator, counterexample: { probe: 'p', expected: 'e', received } }]
  })

test('a fence is one longer than the longest run of backticks, and three at the least', () => {
  expect(showing('``')).toContain('\n```text\nexpected  e\nreceived  ``\n')
  expect(showing('```')).toContain('\n````text\nexpected  e\nreceived  ```\n')
  expect(showing('` ````` ``')).toContain('\n``````text\n')
})

test('fifteen findings are shown with their details, and a finding without any has no fence', () => {
  const fences = (n: number): number => {
    const clauses = Array.from({ length: n }, () => ofValidator)
    return markdown({ ...passed, clauses }).split('```text').length - 1
  }
  expect([fences(15), fences(16)]).toEqual([15, 15])
  const { counterexample: _, ...bare } = ofValidator
  const sixteen = markdown({ ...passed, clauses: Array.from({ length: 16 }, () => ofValidator) })
  expect(sixteen).toContain('(MUST, page: Request Parameters)\n\n\nTo see this again')
  const section = ['## Broken', '### ✗ validator.agrees', `${bare.sentence} (MUST, page: Request Parameters)`]
  expect(markdown({ ...passed, clauses: [bare] })).toContain(`${section.join('\n\n')}\n\n\nTo see this again`)
})
