/**
 * The look of the HTML report: the page lets it through, and every text can be read.
 */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { html } from '../../src/conformance.js'
import { style, styleHash } from '../../src/report/htmlStyle.js'
import { everything } from './specimen.js'

type Colours = Readonly<Record<string, string>>

const coloursIn = (css: string): Colours =>
  Object.fromEntries([...css.matchAll(/--(\w+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]))

/** Relative luminance, WCAG 2. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('style', () => {
  test("the page's policy lets its own style through, and nothing else", () => {
    expect(styleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`)
    const policy = `default-src &#39;none&#39;; style-src &#39;${styleHash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`
    expect(html(everything)).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    expect(html(everything)).toContain(`<style>${style}</style>`)
  })

  test('loads nothing and cannot end early', () => {
    expect(style).not.toMatch(/url\(|@import|</)
  })

  test('text has a contrast of 4.5 or more on every ground, light and dark', () => {
    const [light = '', dark = ''] = style.split('@media screen and (prefers-color-scheme: dark)')
    for (const colours of [coloursIn(light), coloursIn(dark)]) {
      const { paper = '', panel = '', line: _, ...inks } = colours
      expect(Object.keys(inks).length).toBe(8)
      for (const ink of Object.values(inks)) {
        expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(ink, panel)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
