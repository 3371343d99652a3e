/**
 * The HTML report: text stays text, nothing is loaded, everything can be read.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { html, type Report, verifyValidator } from '../../src/conformance.js'
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
