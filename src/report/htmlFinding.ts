/**
 * A broken clause in HTML: what was expected and received, the exchange, and how to see it again.
 */
import type { ClauseResult, Counterexample, ShownMessage } from '../suite/shared/Report.js'
import { curlOf, moreInWords, replayOf, seenOf, stepsOf } from './details.js'
import type { Finding } from './findingsOf.js'
import { type Markup, markup, nothing } from './markup.js'
import { type Outcome, outcomeOf, signs, words } from './outcome.js'
import { legible, shorten } from '../suite/shared/text.js'

// Messages come shortened; these only bound what a Report that was made elsewhere can do to the page.
const MAX_TEXT = 5000
const MAX_STEPS = 100
const MAX_REPLAY = 20_000
const MAX_OPEN = 600

export const badge = (outcome: Outcome): Markup =>
  markup`<span class="badge ${outcome}"><span aria-hidden="true">${signs[outcome]}</span> ${words[outcome]}</span>`

/** Where a clause's finding stands on the page. */
export const anchorOf = ({ id }: ClauseResult): string => `broken-${id}`

const block = (title: string, text: string): Markup =>
  markup`<figure><figcaption>${title}</figcaption><pre>${shorten(text, MAX_TEXT)}</pre></figure>\n`

const textOf = ({ start, headers, body }: ShownMessage): string =>
  [
    start,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body === '' ? '(no body)' : body
  ].join('\n')

const pair = (...blocks: ReadonlyArray<Markup>): Markup =>
  blocks.every((one) => one === nothing) ? nothing : markup`<div class="pair">\n${blocks}</div>\n`

const exchange = ({ request, response, steps }: Counterexample): Markup =>
  pair(
    request === undefined ? nothing : block('Request', textOf(request)),
    response !== undefined
      ? block('Response', textOf(response))
      : steps === undefined
        ? nothing
        : block('Response', 'No complete response came.')
  )

const steps = (found: Counterexample): Markup =>
  found.steps === undefined
    ? nothing
    : markup`<h4>Steps</h4>
<ol class="steps">${stepsOf(found, MAX_STEPS).map((step) => markup`<li><code>${step}</code></li>`)}</ol>\n`

const curl = (found: Counterexample): Markup => {
  const text = curlOf(found, MAX_TEXT)
  return text === '' ? nothing : markup`<h4>curl</h4><pre>${text}</pre>\n`
}

const replay = (result: ClauseResult, found: Counterexample): Markup => {
  if (found.replay === undefined) return nothing
  const text = replayOf(result, undefined, MAX_REPLAY)
  const open = text.length <= MAX_OPEN ? markup` open` : nothing
  return markup`<details${open}><summary>Replay</summary><pre>${text}</pre></details>`
}

const counterexample = (result: ClauseResult, found: Counterexample): Markup => markup`
${pair(block('Expected', legible(found.expected)), block('Received', legible(found.received)))}${
  found.value === undefined ? nothing : block('Value', legible(found.value))
}${exchange(found)}${steps(found)}<p class="quiet">Seen ${seenOf(result, found)}.</p>
${curl(found)}${replay(result, found)}`

const article = (result: ClauseResult, rest: Markup): Markup => {
  const outcome = outcomeOf(result)
  const { id, sentence, level, evidence, section, known } = result
  return markup`
<article class="finding ${outcome}" id="${anchorOf(result)}">
<h3>${badge(outcome)} <code>${id}</code></h3>
<p>${sentence}</p>
<p class="quiet">${level}, ${evidence}: ${section}</p>
${known === undefined ? nothing : markup`<p>Known to fail: ${shorten(known, MAX_TEXT)}</p>`}${
    result.counterexample === undefined ? nothing : counterexample(result, result.counterexample)
  }${rest}
</article>`
}

/** Clauses that fail for the same reason stand folded inside. */
export const htmlFinding = ({ result, more }: Finding): Markup =>
  article(
    result,
    more.length === 0
      ? nothing
      : markup`<details><summary>${moreInWords({ result, more })}</summary>${more.map((one) => article(one, nothing))}</details>`
  )
