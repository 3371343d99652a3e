/**
 * The look of the HTML report: light, dark, narrow and on paper.
 */

/** What the page's Content-Security-Policy lets through: this style and nothing else. A test keeps it in step. */
export const styleHash = 'sha256-+UuCtMr1NWMG7pPAjP/o13tQ6f6eAYakSq2BvMBw758='

export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --panel: #f4f5f7; --line: #d5d9df; --ink: #1b1e23; --quiet: #565d66; --link: #0b57d0;
  --passed: #17663a; --failed: #ad1f1a; --warned: #7a4f00; --known: #6a3fa0; --untested: #565d66;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --panel: #1d2228; --line: #3a424c; --ink: #e7e9ec; --quiet: #a6aeb8; --link: #8ab4f8;
    --passed: #7fd69a; --failed: #ff9f96; --warned: #f0c269; --known: #cdb2f5; --untested: #a6aeb8;
  }
}
@media print { :root { color-scheme: light; } }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif;
}
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
a { color: var(--link); }
h1, h2, h3, h4, p, dl, ol, ul, pre, figure, table { margin: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; }
h4, dt, figcaption, summary { font-size: .85rem; font-weight: 600; color: var(--quiet); }
code, pre { font: .85rem/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
pre {
  padding: .6rem .75rem; background: var(--panel); border: 1px solid var(--line); border-radius: .35rem;
  white-space: pre-wrap; overflow-wrap: anywhere; direction: ltr; unicode-bidi: isolate;
}
.quiet { color: var(--quiet); font-size: .9rem; }
pre + .quiet, .quiet + table { margin-top: .6rem; }
.passed { --tone: var(--passed); } .failed { --tone: var(--failed); } .warned { --tone: var(--warned); }
.inconclusive { --tone: var(--warned); } .known { --tone: var(--known); } .untested { --tone: var(--untested); }
.verdict { padding: 1.25rem 1.5rem; background: var(--panel); border-left: .5rem solid var(--tone); border-radius: .35rem; }
.verdict h1 { color: var(--tone); margin: .15rem 0 .35rem; }
.badge { color: var(--tone); font-weight: 600; white-space: nowrap; }
.jumps { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); gap: .75rem 1.25rem; margin: 1.25rem 0; }
.facts dd { margin: 0; }
.finding { margin: 0 0 1.5rem; padding: 1rem 1.1rem 1.1rem; border: 1px solid var(--line); border-left: .3rem solid var(--tone); border-radius: .35rem; }
.finding > * + * { margin-top: .75rem; }
.finding h3 { display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: baseline; }
.finding h3 code { font-size: 1rem; }
.finding h3 + p { margin-top: .2rem; }
.finding p + .quiet { margin-top: .1rem; }
.finding h4 + pre, .finding h4 + ol { margin-top: .2rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem 1rem; }
figure { min-width: 0; display: flex; flex-direction: column; gap: .2rem; }
.pair pre { flex: 1; }
.steps { padding-left: 1.5rem; }
summary { cursor: pointer; }
details pre { margin-top: .3rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .5rem; }
th, td { padding: .45rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-size: .85rem; }
tbody th { font-weight: 400; }
th.group { padding-top: 1.4rem; font-size: 1rem; font-weight: 600; }
.counts { max-width: 44rem; }
.counts th + th, .counts td, .number { text-align: right; font-variant-numeric: tabular-nums; }
.counts thead span { display: block; }
.counts th, .counts td { overflow-wrap: normal; white-space: normal; }
.clauses th code { display: block; font-weight: 600; }
.stacked { table-layout: fixed; }
.stacked thead th { width: 11%; }
.clauses thead th:first-child { width: 42%; }
.clauses thead th:nth-child(5) { width: 14%; }
.list { padding-left: 1.25rem; }
.list li + li { margin-top: .25rem; }
@media screen and (max-width: 48rem) {
  main { padding: .75rem .75rem 3rem; }
  .verdict { padding: 1rem; }
  .pair { grid-template-columns: 1fr; }
  .counts th, .counts td { padding: .4rem .2rem; font-size: .75rem; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tr { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .stacked tbody, .stacked { display: block; }
  .stacked th, .stacked td { padding: 0; border: 0; text-align: left; }
  .stacked th { width: 100%; }
  .stacked td[data-label]::before { content: attr(data-label) ' '; color: var(--quiet); }
}
@media screen and (max-width: 24rem) {
  .counts thead th + th { writing-mode: vertical-rl; vertical-align: bottom; }
  .counts thead span { display: inline; }
}
@media print {
  main { max-width: none; padding: 0; }
  html { font-size: 75%; }
  .jumps { display: none; }
  h2, h3, h4, figcaption { break-after: avoid; }
  tr, .verdict { break-inside: avoid; }
}
`
