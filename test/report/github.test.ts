/**
 * Annotations as GitHub's runner reads them.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { github, judge, type Report } from '../../src/conformance.js'
import { clause, clauseIds } from '../../src/clauses/index.js'
import { hostileReport, tamed } from './hostile.js'
import { passed } from './specimen.js'

interface Command {
  readonly kind: string
  readonly title: string
  readonly message: string
}

const unescape = (text: string): string =>
  text.replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')

const commandsOf = (report: Report): ReadonlyArray<Command> =>
  github(report)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, kind = '', title = '', message = ''] = /^::(\w+) title=([^:,\r\n]*)::(.*)$/.exec(line) ?? []
      expect(`${title}${message}`).not.toMatch(/%(?!25|0A|3A|2C)/)
      return { kind, title: unescape(title), message: unescape(message) }
    })

test('is one annotation a line, and no more of a kind than GitHub shows', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const kinds = commandsOf(report).map(({ kind }) => kind)
      for (const kind of kinds) expect(['error', 'warning', 'notice']).toContain(kind)
      for (const kind of ['error', 'warning', 'notice']) {
        expect(kinds.filter((one) => one === kind).length).toBeLessThanOrEqual(10)
      }
    })
  )
})

test('where more is broken than GitHub shows, the last annotation names the rest', () => {
  const clauses = clauseIds.map((id) => ({ ...clause(id), id, status: 'failed' as const, exercised: 1, broken: 1 }))
  const [report] = fc.sample(hostileReport, 1)
  const commands = commandsOf({ ...(report as Report), ...judge(clauses, undefined), clauses, baselineProblems: [] })
  const errors = commands.filter(({ kind }) => kind === 'error')
  expect(errors.length).toBe(10)
  expect(errors.at(-1)).toMatchObject({ title: `and ${clauseIds.length - 9} more` })
  const named = [...errors.slice(0, 9).map(({ title }) => title), ...(errors.at(-1)?.message ?? '').split('\n')]
  expect([...named].sort()).toEqual([...clauseIds].sort())
})

const problems = (n: number, problem = (i: number) => `problem ${i}`): Report => ({
  ...passed,
  baselineProblems: Array.from({ length: n }, (_, i) => problem(i))
})

test('ten of a kind are shown, and of eleven nine and the titles of the others', () => {
  const errors = (n: number): ReadonlyArray<Command> => commandsOf(problems(n)).filter(({ kind }) => kind === 'error')
  expect(errors(10)).toHaveLength(10)
  expect(errors(10).at(-1)?.message).toBe('problem 9')
  expect(errors(11)).toHaveLength(10)
  const title = 'the baseline is out of date'
  expect(errors(11).at(-1)).toEqual({ kind: 'error', title: 'and 2 more', message: `${title}\n${title}` })
})

test('what means something to the runner is escaped: per cent and line feeds, in titles colons and commas too', () => {
  expect(github(problems(1, () => '5 %\na:b,c\r'))).toContain('::5 %25%0Aa:b,c\\r\n')
  const untested = { status: 'untested', exercised: 0, broken: 0, excused: true, reason: 'when seen' } as const
  const clauses = Array.from({ length: 1000 }, () => ({
    ...clause('list.empty'),
    id: 'list.empty' as const,
    ...untested
  }))
  expect(github({ ...passed, clauses })).toContain('::notice title=1%2C000 clauses not tested::when seen: list.empty, ')
})

test('every known failure has a line of its own', () => {
  const known = passed.clauses.map((result) => ({ ...result, status: 'failed' as const, known: 'issue 17' }))
  expect(github({ ...passed, clauses: [...known, ...known] })).toContain(
    '::notice title=2 clauses known to fail::response.nextToken.absent: issue 17%0Aresponse.nextToken.absent: issue 17\n'
  )
})

test('what a target says makes no annotation', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      expect(commandsOf(report).map(({ kind }) => kind)).toEqual(commandsOf(tamed(report)).map(({ kind }) => kind))
    })
  )
})

test('names every broken clause in an error, and says the verdict', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const commands = commandsOf(report)
      const errors = commands.filter(({ kind }) => kind === 'error')
      const broken = report.clauses.filter((one) => one.status === 'failed' && one.known === undefined)
      for (const { id } of broken) {
        expect(errors.some(({ title, message }) => title === id || message.split(/[\n, ]+/).includes(id))).toBe(true)
      }
      const verdict = commands.find(({ title }) => title === `ListUserPoolClientSecrets: ${report.verdict}`)
      expect(verdict?.kind).toBe(report.verdict === 'inconclusive' ? 'error' : 'notice')
      expect(errors.length > 0).toBe(report.verdict !== 'passed')
    })
  )
})
