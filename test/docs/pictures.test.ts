/**
 * The pictures of the documentation show what they would show now, and a terminal picture shows its text.
 */
import { describe, expect, test } from 'vitest'
import { reduced } from './layers.js'
import { read } from './pages.js'
import { LAYERS, pictures, REPORT } from './pictures.js'
import { terminalPicture } from './terminalPicture.js'

const textsOf = (svg: string): ReadonlyArray<string> =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)

/** Without what another number of requests changes: counts, made ids, and where a line breaks. */
const comparable = (svg: string): string =>
  textsOf(svg)
    .join('')
    .replace(/[a-z0-9]{26}/g, 'ID')
    .replace(/[\d.,]+/g, 'N')
    .replace(/\s/g, '')

const ESCAPE = '\u001B['

const made = new Map(await pictures())

test('the picture of the failing report shows what `npm run picture` would show, apart from numbers', () => {
  expect(comparable(read(REPORT))).toBe(comparable(made.get(REPORT) ?? ''))
})

test('the picture of the layers is what `npm run picture` would draw from the imports', () => {
  expect(read(LAYERS)).toBe(made.get(LAYERS))
})

test('an arrow that follows from two others is left out of the picture of the layers', () => {
  const uses = new Map([
    ['a', new Set<string>()],
    ['b', new Set(['a'])],
    ['c', new Set(['a', 'b'])]
  ])
  expect(reduced(uses)).toEqual([
    ['b', 'a'],
    ['c', 'b']
  ])
})

describe('a terminal picture', () => {
  test('breaks a line at the edge of the terminal and goes on in the next row', () => {
    expect(textsOf(terminalPicture('abcdef', 4, 'title'))).toEqual(['abcd', 'ef'])
    expect(terminalPicture('abcdef', 4, 'title')).toMatch(/x="20" y="53.25" textLength="16">ef/)
  })

  test('leaves a line whole that ends at the edge', () => {
    expect(textsOf(terminalPicture('abcd\nef', 4, 'title'))).toEqual(['abcd', 'ef'])
  })

  test('colours a word and stops where the colour stops', () => {
    const svg = terminalPicture(`a ${ESCAPE}31m${ESCAPE}1mb${ESCAPE}22m${ESCAPE}39m c`, 80, 'title')
    expect(svg).toMatch(/<text [^>]*fill="#ff7b72" font-weight="bold">b<\/text>/)
    expect(svg).toMatch(/<text x="52" y="34.25" textLength="8">c<\/text>/)
  })

  test('keeps the place of what stands behind several blanks', () => {
    expect(terminalPicture('a   b', 80, 'title')).toContain('<text x="52" y="34.25" textLength="8">b</text>')
  })

  test('escapes what SVG would read as markup', () => {
    expect(terminalPicture('<a & b>', 80, '<t>')).toContain('>&lt;a &amp; b&gt;</text>')
    expect(terminalPicture('<a & b>', 80, '<t>')).toContain('<title>&lt;t&gt;</title>')
  })
})
