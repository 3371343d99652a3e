/**
 * The tables of the HTML report: counts by group, and every clause. On a narrow screen a row
 * becomes a card; the roles keep it a row for those who listen to it.
 */
import type { ClauseResult, Report } from '../suite/shared/Report.js'
import { anchorOf, badge } from './htmlFinding.js'
import { type Markup, markup } from './markup.js'
import { groupsOf, having, outcomeOf, outcomes, signs, words } from './outcome.js'
import { number } from '../suite/shared/text.js'

const head = (titles: ReadonlyArray<string>): Markup =>
  markup`<thead role="rowgroup"><tr role="row">${titles.map(
    (title) => markup`<th role="columnheader" scope="col">${title}</th>`
  )}</tr></thead>\n`

const cell = (label: string, content: Markup | string): Markup =>
  markup`<td role="cell" data-label="${label}">${content}</td>`

export const countsTable = (report: Report): Markup => markup`
<table class="counts">
<thead><tr><th scope="col">Clauses</th>${outcomes.map(
  (outcome) =>
    markup`<th scope="col" class="badge ${outcome}"><span aria-hidden="true">${signs[outcome]}</span> ${words[outcome]}</th>`
)}</tr></thead>
<tbody>${groupsOf(report).map(
  ({ name, results }) => markup`
<tr><th scope="row">${name}</th>${outcomes.map((outcome) => {
    const n = having(results, outcome).length
    return n === 0 ? markup`<td class="quiet">0</td>` : markup`<td class="badge ${outcome}">${number(n)}</td>`
  })}</tr>`
)}
</tbody>
</table>`

const clauseRow = (result: ClauseResult): Markup => {
  const { id, sentence, level, evidence, section, exercised, broken } = result
  const outcome = outcomeOf(result)
  const verdict =
    result.counterexample === undefined ? badge(outcome) : markup`<a href="#${anchorOf(result)}">${badge(outcome)}</a>`
  return markup`
<tr role="row"><th role="rowheader" scope="row"><code>${id}</code>${sentence}</th>${[
    cell('', verdict),
    cell('', level),
    cell('', evidence),
    cell('', section),
    cell('exercised', broken === 0 ? number(exercised) : `${number(exercised)}, broken ${number(broken)}`)
  ]}</tr>`
}

export const clausesTable = (report: Report): Markup => markup`
<table class="clauses stacked" role="table">
${head(['Clause', 'Verdict', 'Level', 'Evidence', 'Section', 'Exercised'])}${groupsOf(report).map(
  ({ name, results }) => markup`
<tbody role="rowgroup">
<tr role="row"><th role="rowheader" class="group" colspan="6" scope="rowgroup">${name}</th></tr>${results.map(clauseRow)}
</tbody>`
)}
</table>`
