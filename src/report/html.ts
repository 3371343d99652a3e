/**
 * The report as one HTML file that loads nothing and runs nothing.
 */
import type { Report, Verdict } from '../suite/shared/Report.js'
import { first, number, shorten } from '../suite/shared/text.js'
import { commandOf } from './details.js'
import { htmlFinding } from './htmlFinding.js'
import { style, styleHash } from './htmlStyle.js'
import { clausesTable, countsTable } from './htmlTables.js'
import { type Markup, markup } from './markup.js'
import { signs, type Untested, untestedInWords } from './outcome.js'
import { type Section, sectionsOf } from './sectionsOf.js'

interface Block {
  readonly id: string
  readonly title: string
  readonly body: Markup
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  inconclusive: 'Inconclusive'
}

// What the suite makes is shorter; these only bound what a Report that was made elsewhere can do to the page.
const MAX_ITEMS = 500
const MAX_TEXT = 2000

const POLICY = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`

const facts = ({ requests, retries, startedAt, durationMs, seed, runs, clauses }: Report): Markup => {
  const shown = {
    Clauses: number(clauses.length),
    Requests: number(requests),
    Retries: number(retries),
    Started: `${startedAt.slice(0, 16).replace('T', ' ')} UTC`,
    Duration: `${(durationMs / 1000).toFixed(1)} s`,
    'Cases per probe': number(runs),
    Seed: String(seed)
  }
  return markup`<dl class="facts">${Object.entries(shown).map(
    ([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`
  )}</dl>`
}

const list = (items: ReadonlyArray<string>): Markup =>
  markup`<ul class="list">${first(items, MAX_ITEMS).map((item) => markup`\n<li>${shorten(item, MAX_TEXT)}</li>`)}</ul>`

const untested = (groups: ReadonlyArray<Untested>, inWords: (group: Untested) => string): Markup =>
  markup`${groups.map(
    (group) => markup`
<p>${shorten(inWords(group), MAX_TEXT)}</p>
<ul class="list">${group.results.map(({ id, level }) => markup`\n<li><code>${id}</code> (${level})</li>`)}</ul>`
  )}`

const bodyOf = (section: Section): Markup => {
  switch (section.kind) {
    case 'findings':
      return markup`${section.items.map(htmlFinding)}`
    case 'known':
      return markup`${section.items.map((result) => htmlFinding({ result, more: [] }))}`
    case 'untested':
      return untested(section.items, section.id === 'causes' ? untestedInWords : ({ reason }) => reason)
    case 'texts':
      return list(section.items)
  }
}

const legend = markup`<p class="quiet">Evidence: <em>page</em> is the documentation of the operation or of a type it
uses; <em>protocol</em> is AWS JSON 1.1, HTTP or JSON; <em>observed</em> was seen on the wire or in public threads. A
broken MUST fails the run, a broken SHOULD is a warning unless the run was strict. Exercised counts the exchanges that
said something about the clause.</p>`

const reproduce = (report: Report): Markup => markup`<pre>${commandOf(report)}</pre>
<p class="quiet">The same is sent again if the other options are those of this run. For a single counterexample, use
its <code>--replay</code> instead; with <code>--keep</code> what it makes stays on the target, and its curl line is shown.</p>`

const blocksOf = (report: Report): ReadonlyArray<Block> => [
  ...sectionsOf(report).map((section) => ({ id: section.id, title: section.title, body: bodyOf(section) })),
  { id: 'clauses', title: 'All clauses', body: markup`${legend}${clausesTable(report)}` },
  { id: 'again', title: 'How to see this again', body: reproduce(report) }
]

const page = (report: Report, sections: ReadonlyArray<Block>): Markup => {
  const { verdict } = report
  const because = shorten(report.because, MAX_TEXT)
  const target = shorten(report.target, MAX_TEXT)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${VERDICTS[verdict]}: ListUserPoolClientSecrets at ${target}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
<header class="verdict ${verdict}">
<p>ListUserPoolClientSecrets at ${target}</p>
<h1 id="verdict"><span aria-hidden="true">${signs[verdict]}</span> ${VERDICTS[verdict]}</h1>
<p>${because}</p>
</header>
<nav aria-label="Sections"><ul class="jumps">${sections.map(
    ({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`
  )}</ul></nav>
${facts(report)}${countsTable(report)}
${sections.map(
  ({ id, title, body }) => markup`
<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body}
</section>`
)}
</main>
</body>
</html>
`
}

/** One HTML file that runs no script and loads nothing. */
export const html = (report: Report): string => page(report, blocksOf(report)).markup
