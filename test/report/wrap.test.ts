/**
 * Lines that fit a width.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hang, wrap } from '../../src/report/wrap.js'

const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.'), maxLength: 60 })
const widths = fc.integer({ min: 1, max: 30 })

const words = (text: string): ReadonlyArray<string> => text.split(/ +/).filter((word) => word !== '')

test('wrap keeps every word, in order', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      expect(wrap(text, width).flatMap(words)).toEqual(words(text))
    })
  )
})

test('wrap makes no line longer than the width unless it is one word', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      for (const line of wrap(text, width)) {
        if (line.trimEnd().length > width) expect(words(line)).toHaveLength(1)
      }
    })
  )
})

test('wrap breaks a line only where the next word would not fit', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('one two three', 6)).toEqual(['one', 'two', 'three'])
  expect(wrap('one two three', Infinity)).toEqual(['one two three'])
  expect(wrap('three two', 3)).toEqual(['three', 'two'])
})

test('a text that fits stays as it is, and one that does not loses the blanks at the ends of its lines', () => {
  expect(wrap(' a b  ', 6)).toEqual([' a b  '])
  expect(wrap(' a b  ', 5)).toEqual([' a b'])
  expect(wrap('aaa  bbb ', 4)).toEqual(['aaa', 'bbb'])
  expect(wrap('   ', 2)).toEqual([''])
})

test('hang goes on below the text, not below the prefix', () => {
  expect(hang('  - ', 'one two three', 11)).toEqual(['  - one two', '    three'])
})
