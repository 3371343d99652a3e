/**
 * The report for people, on a terminal.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Paint, pretty } from '../../src/conformance.js'
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
      const painted = pretty(report, colours)
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
