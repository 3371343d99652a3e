/**
 * The report for people, on a terminal.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Paint, pretty, quiet } from '../../src/conformance.js'
import { hostileReport, tamed } from './hostile.js'

const paint = (name: string) => (text: string) => `\u001b[${name}m${text}\u001b[0m`

const colours: Paint = {
  bold: paint('1'),
  dim: paint('2'),
  red: paint('31'),
  green: paint('32'),
  yellow: paint('33')
}

test('a target adds no line', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      expect(pretty(report).split('\n').length).toBe(pretty(tamed(report)).split('\n').length)
    })
  )
})

test("colours are the report's own, and all that they add", () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const painted = pretty(report, { paint: colours })
      const plain = painted.replace(/\u001b\[(?:0|1|2|31|32|33)m/g, '')
      expect(plain).toBe(pretty(report))
      expect(plain).not.toContain('\u001b')
    })
  )
})

test('ends with the verdict', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      expect(pretty(report).trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^${report.verdict.toUpperCase()}:`))
    })
  )
})

test('the failed clauses stand by id between the counts and the verdict', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const lastLines = pretty(report, { width: 80 }).trimEnd().split('\n').slice(-30).join(' ')
      for (const { id } of report.clauses.filter(({ status, known }) => status === 'failed' && known === undefined))
        expect(lastLines).toContain(id)
    })
  )
})

test('no sentence reaches over the width; what is to be copied stays whole', () => {
  fc.assert(
    fc.property(hostileReport, fc.integer({ min: 80, max: 100 }), (report, width) => {
      const isExact = (line: string): boolean => /^ {4}(?:received|value|answer|case|curl|replay) |^ {14}/.test(line)
      const isOneWord = (line: string): boolean => /^ *(?:[-–✗!~✓] |(?:expected|seen) +)?[^ ]*$/.test(line)
      const long = pretty(report, { width })
        .split('\n')
        .filter((line) => line.length > width && !isExact(line) && !isOneWord(line))
      expect(long).toEqual([])
    })
  )
})

test('a width changes no word', () => {
  fc.assert(
    fc.property(hostileReport, fc.integer({ min: 20, max: 100 }), (report, width) => {
      const words = (text: string): ReadonlyArray<string> => text.split(/[ \n]+/)
      expect(words(pretty(report, { width }))).toEqual(words(pretty(report)))
    })
  )
})

test('quiet names the failed clauses and the verdict, and nothing else', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const lines = quiet(report).trimEnd().split('\n')
      const failed = report.clauses.filter(({ status, known }) => status === 'failed' && known === undefined)
      expect(lines.at(-1)).toMatch(new RegExp(`^${report.verdict.toUpperCase()}:`))
      const named = lines.slice(0, -1).flatMap((line) => line.replace('✗', '').trim().split(', '))
      expect([...named].sort()).toEqual(failed.map(({ id }) => id).sort())
    })
  )
})

test('a counterexample is replayed by the file that has it, where there is one', () => {
  const [report] = fc.sample(
    hostileReport.filter((one) =>
      one.clauses.some(
        ({ status, known, counterexample }) =>
          status === 'failed' && known === undefined && counterexample?.replay !== undefined
      )
    ),
    { numRuns: 1, seed: 1 }
  )
  const text = pretty(report ?? expect.fail('no report'), { jsonFile: "my report's.json" })
  expect(text).toMatch(/replay {4}--replay 'my report'\\''s\.json#\w+\.[\w.]+'\n/)
})
