/**
 * Texts as people read them.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legible, printable } from '../../../src/suite/shared/text.js'

describe('legible', () => {
  test.each([
    ['"0"', '"0"'],
    ['"０"', '"０" (U+FF10)'],
    ['"ı_h" and "ı"', '"ı_h" and "ı" (U+0131)'],
    ['😀', '😀 (U+1F600)'],
    [`"${'a'.repeat(129)}"`, '"aaa… (129 times a)"'],
    [`${'a'.repeat(19)}`, 'a'.repeat(19)],
    ['é'.repeat(20), 'ééé… (20 times é) (U+00E9)'],
    ['😀'.repeat(20), '😀😀😀… (10 times 😀) (U+1F600)'.replace('10', '20')],
    ['"…"', '"…" (U+2026)'],
    ['abc… (1,204 characters in all)', 'abc… (1,204 characters in all)'],
    ['HTTP 200: é…', 'HTTP 200: é… (U+00E9)'],
    ['\u{1d7d8}', '\u{1d7d8} (U+1D7D8)']
  ])('%j is shown as %j', (text, shown) => {
    expect(legible(text)).toBe(shown)
  })

  test('names no more than a few code points', () => {
    expect(legible('äöüßéèê')).toBe('äöüßéèê (U+00E4, U+00F6, U+00FC, U+00DF, U+00E9, and 2 more)')
  })

  test('leaves ASCII without long runs as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (text) => {
        fc.pre(!/(.)\1{9}/.test(text))
        expect(legible(text)).toBe(text)
      })
    )
  })
})

describe('printable', () => {
  test('what no font has is escaped, and JSON stays the same JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = printable(JSON.stringify(text))
        expect(JSON.parse(json)).toBe(text)
        expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u)
      })
    )
  })
})
