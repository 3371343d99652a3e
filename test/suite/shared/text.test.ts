/**
 * Texts as people read them.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  brief,
  exact,
  first,
  legible,
  number,
  oneLine,
  plural,
  printable,
  shorten,
  shownName
} from '../../../src/suite/shared/text.js'

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
    ['\u{1d7d8}', '\u{1d7d8} (U+1D7D8)'],
    ['é and é', 'é and é (U+00E9)'],
    ['abc… (x characters in all)', 'abc… (x characters in all) (U+2026)'],
    ['abc… (12 characters in all) é…', 'abc… (12 characters in all) é… (U+00E9)'],
    [' '.repeat(20), ' '.repeat(20)],
    ['\n'.repeat(20), '\n'.repeat(20)],
    ['a\u200bb\u0085', 'a\u200bb\u0085'],
    [`${'a'.repeat(20)} ${'b'.repeat(1000)}`, 'aaa… (20 times a) bbb… (1,000 times b)']
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

/** Any code point, halves of pairs included. fast-check's own unit `binary` takes seconds to build. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point))

describe('printable', () => {
  test('what no font has is escaped, and JSON stays the same JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const json = printable(JSON.stringify(text))
        expect(JSON.parse(json)).toBe(text)
        expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u)
      })
    )
  })

  test.each([
    ['a\tb\r\n', 'a\\tb\\r\n'],
    ['\u001b[31m', '\\u001b[31m'],
    ['\u0000', '\\u0000'],
    ['a\u202eb', 'a\\u202eb'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['\ud800', '\\ud800'],
    ['##[error]', '#\\u0023[error]'],
    ['x ##vso[a]##[b]', 'x #\\u0023vso[a]#\\u0023[b]'],
    ['## [a] #[b] ##a', '## [a] #[b] ##a']
  ])('%j is printed as %j', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })
})

describe('short texts', () => {
  test('a number has commas, and a thing that there is not one of has an s', () => {
    expect([number(0), number(999), number(1_234_567)]).toEqual(['0', '999', '1,234,567'])
    expect([0, 1, 2, 1000].map((n) => plural(n, 'call'))).toEqual(['0 calls', '1 call', '2 calls', '1,000 calls'])
  })

  test('a text in one line has no line of its own', () => {
    expect(oneLine('a\n\n::error::\tb')).toBe('a\\n\\n::error::\\tb')
  })

  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc… (4 characters in all)'],
    ['a\nbcd', 3, 'a\nb… (5 characters in all)'],
    ['a😀b', 3, 'a😀… (4 characters in all)'],
    ['a😀b', 2, 'a… (4 characters in all)'],
    ['😀a'.repeat(500), 1, '… (1,500 characters in all)']
  ])('shorten keeps lines: %j of at most %i is %j', (text, most, shown) => {
    expect(shorten(text, most)).toBe(shown)
  })

  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc… (4 characters in all)'],
    ['a\nb', 4, 'a\\nb'],
    ['a\nb', 3, 'a\\n… (3 characters in all)'],
    ['##vso[x]', 3, '##v… (8 characters in all)'],
    ['a😀', 2, 'a… (3 characters in all)'],
    ['a'.repeat(600), undefined, 'a'.repeat(600)],
    ['a'.repeat(601), undefined, `${'a'.repeat(600)}… (601 characters in all)`]
  ])('brief makes one line: %j of at most %j is %j', (text, most, shown) => {
    expect(brief(text, most)).toBe(shown)
  })

  test.each([
    ['list.only', 'list.only'],
    ['a\nb', 'a\\nb'],
    ['a'.repeat(23), 'a'.repeat(23)],
    [`x-${'a+/_9Z'.repeat(4)}, ${'b'.repeat(30)}`, 'x-[secret], [secret]'],
    ['ab-'.repeat(40), `${'ab-'.repeat(33)}a… (120 characters in all)`]
  ])('the name %j is shown as %j', (name, shown) => {
    expect(shownName(name)).toBe(shown)
  })

  test('a command is shown letter for letter or not at all', () => {
    expect(exact('curl -d "é"', 11, 'no')).toBe('curl -d "é"')
    expect(exact('curl -d "é"', 10, 'no')).toBe('no')
    expect(exact('curl\u001b', 11, 'no')).toBe('no')
  })

  test('of a long list the first are shown, and the number of the others', () => {
    expect(first(['a', 'b'], 2)).toEqual(['a', 'b'])
    expect(first(['a', 'b', 'c'], 2)).toEqual(['a', 'b', 'and 1 more'])
    expect(
      first(
        Array.from({ length: 1234 }, () => 'a'),
        1
      )
    ).toEqual(['a', 'and 1,233 more'])
  })
})
