/**
 * `fold`: lines that fit a terminal.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noPaint, type Paint, pretty } from '../../src/conformance.js'
import { fold, foldFor } from '../../src/node/fold.js'
import { hostileReport } from '../report/hostile.js'

const paint = (name: string) => (text: string) => `\u001b[${name}m${text}\u001b[0m`

const colours: Paint = {
  bold: paint('1'),
  dim: paint('2'),
  red: paint('31'),
  green: paint('32'),
  yellow: paint('33')
}

const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, '')

/** Of this no break is taken away or added, so that it can be copied. */
const isExact = (line: string): boolean => /^ {4}(?:received|value|answer|case|curl|replay) |^ {14}/.test(line)

const words = (text: string): ReadonlyArray<string> => plain(text).split(/[ \n]+/)

const width = fc.integer({ min: 1, max: 200 })

describe('fold', () => {
  test('breaks between words, and goes on below the text', () => {
    expect(fold('  – one two, three\n    four five six', 10)).toBe(
      '  – one\n    two,\n    three\n    four\n    five\n    six'
    )
    expect(fold('    expected  one two three', 22)).toBe('    expected  one two\n              three')
  })

  test('colours take no room', () => {
    expect(fold('\u001b[1mone\u001b[0m \u001b[2mtwo\u001b[0m', 7)).toBe('\u001b[1mone\u001b[0m \u001b[2mtwo\u001b[0m')
  })

  test('leaves whole what is to be copied: curl, replay, case, values, answers', () => {
    for (const label of ['curl', 'replay', 'case', 'value', 'answer', 'received']) {
      const line = `    ${label.padEnd(10)}a b c d e f`
      expect(fold(line, 5)).toBe(line)
    }
  })

  test.each([
    ['plain', noPaint],
    ['painted', colours]
  ])('of a report: no word is lost, and no line is longer than it must be: %s', (_, paints) => {
    fc.assert(
      fc.property(hostileReport, width, (report, columns) => {
        const text = pretty(report, paints)
        const folded = fold(text, columns)
        expect(words(folded)).toEqual(words(text))
        const long = plain(folded)
          .split('\n')
          .filter((line) => line.trimEnd().length > columns && !isExact(line) && line.trim().includes(' '))
        // a sign and one word, or a word behind its label
        expect(long.filter((line) => !/^ *(?:[-–✗!~✓] |(?:expected|seen) +)[^ ]* *$/.test(line))).toEqual([])
      })
    )
  })
})

test('only a terminal has an edge', () => {
  const stream = (isTTY: boolean, columns: number): NodeJS.WriteStream => ({ isTTY, columns }) as NodeJS.WriteStream
  expect(foldFor(stream(true, 5), 'one two')).toBe('one\ntwo')
  expect(foldFor(stream(true, 0), 'one two')).toBe('one two')
  expect(foldFor(stream(false, 5), 'one two')).toBe('one two')
})
