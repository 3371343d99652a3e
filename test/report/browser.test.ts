/**
 * The HTML report in a real browser, where there is one.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { escape, unescape } from 'html-escaper'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { html, judge, type Report, verify } from '../../src/conformance.js'
import { dumpDom, hasChromium, WITHOUT_CHROMIUM } from '../browser/chromium.js'
import { hostileReport } from './hostile.js'
import { leakyTarget } from './leakyTarget.js'

/** What a page looks like from outside; itself it may run nothing. */
interface Seen {
  readonly verdict: { readonly text: string; readonly colour: string; readonly inView: boolean }
  readonly background: string
  /** Pixels that the page is wider than the window. */
  readonly overflow: number
  /** Elements that reach out of the window, by name. */
  readonly outside: ReadonlyArray<string>
  readonly scripts: number
  readonly loaded: ReadonlyArray<string>
  readonly rows: number
  readonly findings: number
}

/** Runs in the page around the report. */
const LOOK = `
const page = frame.contentDocument, window_ = frame.contentWindow
const heading = page.getElementById('verdict'), box = heading.getBoundingClientRect()
const width = page.documentElement.clientWidth
const shown = [...page.body.querySelectorAll('*')].filter((e) => !e.closest('thead'))
out.textContent = JSON.stringify({
  verdict: {
    text: heading.textContent.trim(),
    colour: window_.getComputedStyle(heading).color,
    inView: box.height > 0 && box.top >= 0 && box.bottom <= window_.innerHeight && box.right <= width
  },
  background: window_.getComputedStyle(page.body).backgroundColor,
  overflow: page.documentElement.scrollWidth - width,
  outside: shown.filter((e) => e.getBoundingClientRect().right > width + 1).map((e) => e.tagName + '.' + e.className),
  scripts: page.scripts.length,
  loaded: window_.performance.getEntriesByType('resource').map((e) => e.name),
  rows: page.querySelectorAll('table.clauses tbody th[scope=row]').length,
  findings: page.querySelectorAll('article').length
})`

const look = async (report: Report, width: number, scheme: 'dark' | 'light'): Promise<Seen> => {
  const folder = await mkdtemp(join(tmpdir(), 'report-'))
  try {
    const page = escape(html(report))
    const size = `style="width:${width}px;height:800px;border:0"`
    const around = `<!doctype html><meta charset="utf-8"><pre id="out"></pre><iframe id="frame" ${size} srcdoc="${page}"></iframe>
<script>onload = () => {${LOOK}}</script>`
    const file = join(folder, 'around.html')
    await writeFile(file, around)
    const colours = `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`
    const dom = await dumpDom(`file://${file}`, [colours, '--virtual-time-budget=5000'])
    return JSON.parse(unescape(/<pre id="out">(.*?)<\/pre>/s.exec(dom)?.[1] ?? 'null')) as Seen
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const expectSound = (seen: Seen, report: Report): void => {
  const words = { passed: '✓ Passed', failed: '✗ Failed', inconclusive: '? Inconclusive' }
  expect(seen.verdict).toMatchObject({ text: words[report.verdict], inView: true })
  expect(seen).toMatchObject({ overflow: 0, outside: [], scripts: 0, loaded: [] })
  expect(seen.rows).toBe(report.clauses.length)
  expect(seen.findings).toBe(report.clauses.filter(({ counterexample }) => counterexample !== undefined).length)
}

let broken: Promise<Report> | undefined

/** One run for all windows. */
const brokenReport = (): Promise<Report> => (broken ??= verify(leakyTarget().target, { seed: 7, runs: 1 }))

describe.skipIf(!hasChromium)(`in a browser${WITHOUT_CHROMIUM}`, () => {
  test.each([
    ['a wide window, light', 1280, 'light', 'rgb(255, 255, 255)'],
    ['a wide window, dark', 1280, 'dark', 'rgb(20, 23, 27)'],
    ['a tablet', 768, 'light', 'rgb(255, 255, 255)'],
    ['a phone, light', 390, 'light', 'rgb(255, 255, 255)'],
    ['a phone, dark', 390, 'dark', 'rgb(20, 23, 27)'],
    ['the narrowest phone', 320, 'light', 'rgb(255, 255, 255)']
  ] as const)('a run against a broken target fits %s', async (_, width, scheme, background) => {
    const report = await brokenReport()
    const seen = await look(report, width, scheme)
    expectSound(seen, report)
    expect(report.verdict).toBe('failed')
    expect(seen.background).toBe(background)
    expect(seen.verdict.colour).toBe(scheme === 'dark' ? 'rgb(255, 159, 150)' : 'rgb(173, 31, 26)')
  })

  test('what a hostile target says neither runs nor overflows', async () => {
    const samples = fc.sample(hostileReport, { numRuns: 30, seed: 42 })
    const unique = new Map(samples.flatMap(({ clauses }) => clauses.map((result) => [result.id, result])))
    const clauses = [...unique.values()]
    const [first] = samples
    const report = { ...(first as Report), clauses, ...judge(clauses, undefined), target: 'x'.repeat(3000) }
    // the verdict comes after the name of the target, which is as long as it is
    const shown = await look(report, 390, 'light')
    expectSound({ ...shown, verdict: { ...shown.verdict, inView: true } }, report)
  })
})
