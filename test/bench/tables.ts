/**
 * What was measured, as Markdown tables.
 */
import type { MeasuredCurve } from './growth.js'
import type { Spread, Standing } from './race.js'
import type { SuiteRun } from './suiteSpeed.js'
import type { Goals } from './validation.js'

const table = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: ReadonlyArray<string>): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), rule, ...body.map(line)].join('\n')
}

const times = (n: number): string => `${n >= 10 ? n.toFixed(1) : n.toFixed(2)}×`

const duration = (ns: number): string => {
  if (ns < 10_000) return `${Math.round(ns)} ns`
  return ns < 10_000_000 ? `${Math.round(ns / 1000)} µs` : `${Math.round(ns / 1_000_000)} ms`
}

const spread = ({ low, high }: Spread): string => `${times(low)} to ${times(high)}`

/** A goal is reached when the median, as it is printed, reaches it. */
const reaches = (ratio: Spread, goal: number): boolean => Number(ratio.median.toFixed(2)) >= goal

const goalCell = (ratio: Spread, goal: number | undefined): string =>
  goal === undefined ? '' : `${times(goal)} ${reaches(ratio, goal) ? 'reached' : 'MISSED'}`

export const raceTable = (title: string, standings: ReadonlyArray<Standing>, goals: Goals): string =>
  [
    `### ${title}`,
    '',
    table([
      ['', 'time', 'this package is faster by', 'middle half of the rounds', 'goal'],
      ...standings.map(({ name, time, ratio }, i) => [
        name,
        duration(time.median),
        i === 0 ? '' : times(ratio.median),
        i === 0 ? '' : spread(ratio),
        i === 0 ? '' : goalCell(ratio, goals[name])
      ])
    ])
  ].join('\n')

export const growthTable = (title: string, curves: ReadonlyArray<MeasuredCurve>): string => {
  const sizes = (curves[0]?.points ?? []).map(({ size }) => size)
  return [
    `### ${title}`,
    '',
    table([
      ['', ...sizes.map((size) => size.toLocaleString('en-US'))],
      ...curves.map((curve) => [curve.title, ...curve.points.map(({ nanoseconds }) => duration(nanoseconds))])
    ])
  ].join('\n')
}

export const suiteTable = (runs: ReadonlyArray<SuiteRun>): string =>
  [
    '### the suite against the embedded reference',
    '',
    table([
      ['', 'requests', 'time', 'requests a second', 'verdict'],
      ...runs.map(({ runs: n, requests, durationMs, verdict }) => [
        `--runs ${n}`,
        requests.toLocaleString('en-US'),
        `${(durationMs / 1000).toFixed(2)} s`,
        Math.round((requests / durationMs) * 1000).toLocaleString('en-US'),
        verdict
      ])
    ])
  ].join('\n')
