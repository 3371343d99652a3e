/**
 * The HTML report: text stays text, nothing is loaded, everything can be read.
 */
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { html, type Report, verifyValidator } from '../../src/conformance.js'
import { style, styleHash } from '../../src/report/htmlStyle.js'
import { hostileReport, hostileSamples, tamed } from './hostile.js'

/** Every tag with its attributes; whether a replay token is long enough to be folded is not what this is about. */
const tagsOf = (report: Report): ReadonlyArray<string> =>
  (html(report).match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(' open', ''))

describe('markup', () => {
  test('what a target says changes no tag and no attribute', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        expect(tagsOf(report)).toEqual(tagsOf(tamed(report)))
      })
    )
  })

  test('has an angle bracket or a quote only where a tag has it, and every ampersand starts a reference', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = html(report)
          .replace(/<style>[^<]*<\/style>/, '')
          .replace(/<[^>]*>/g, '')
        expect(text).not.toMatch(/[<>"']/)
        expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39|#10);)/)
      })
    )
  })

  test('shows every sample as text', () => {
    const [report] = fc.sample(hostileReport, 1)
    const page = html({ ...(report as Report), notes: hostileSamples.slice(0, 8) })
    expect(page).toContain('<li>]]&gt;</li>')
    expect(page).toContain('<li>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</li>')
    expect(page).toContain('<li>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</li>')
    expect(page).toContain('<li>&amp;lt;&amp;amp;&amp;#0;&amp;#xD800;</li>')
  })

  test('has no script, no link outwards and no inline style or handler', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const tags = tagsOf(report).join('')
        expect(tags).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b/i)
        expect(tags).not.toMatch(/\s(?:on\w+|style|src)=/i)
        expect(tags).not.toMatch(/href="(?!#)/)
      })
    )
  })
})

describe('content', () => {
  test('has every clause with its sentence', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const page = html(report)
        const sentences = page.replaceAll('&#39;', "'")
        for (const { id, sentence } of report.clauses) {
          expect(page).toContain(`<code>${id}</code>`)
          expect(sentences).toContain(sentence)
        }
      })
    )
  })

  test('every link leads somewhere, and no id is there twice', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const page = html(report)
        const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const [, href] of page.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(href)
      })
    )
  })
})

test('of a validator it shows the value, and no exchange', async () => {
  const page = html(await verifyValidator({ ClientId: /^[\w+]*$/ }, { name: 'a pattern', seed: 1, runs: 20 }))
  expect(page).toContain('<figcaption>Value</figcaption><pre>&quot;&quot;</pre>')
  expect(page).not.toMatch(/<figcaption>(?:Request|Response)|>Steps<|>curl</)
})

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
    const [report] = fc.sample(hostileReport, 1)
    const policy = `default-src &#39;none&#39;; style-src &#39;${styleHash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`
    expect(html(report as Report)).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    expect(html(report as Report)).toContain(`<style>${style}</style>`)
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
