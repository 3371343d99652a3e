/**
 * The kill matrix as data, and what it says.
 */
import { clause, type ClauseId, clausesThatBind } from '../../src/clauses/index.js'
import type { Verdict } from '../../src/conformance.js'
import type { Fault, Variant } from './Variant.js'

/** One run of the whole suite, at default settings. */
export interface Job {
  readonly of: 'fault' | 'variant'
  readonly name: string
  readonly seed: number
}

export interface Outcome extends Job {
  readonly verdict: Verdict
  readonly because: string
  readonly requests: number
  readonly broken: ReadonlyArray<{
    readonly id: ClauseId
    readonly status: 'failed' | 'warned'
    /** Requests until it was seen. */
    readonly after: number
  }>
}

export interface Matrix {
  readonly faults: ReadonlyArray<{ readonly fault: Fault; readonly outcomes: ReadonlyArray<Outcome> }>
  readonly variants: ReadonlyArray<{ readonly variant: Variant; readonly outcomes: ReadonlyArray<Outcome> }>
}

/** Requests until a clause that must notice did; `undefined` where none did. */
const foundAfter = ({ kills }: Fault, { broken }: Outcome): number | undefined => {
  const after = broken.filter(({ id }) => kills.includes(id)).map((b) => b.after)
  return after.length === 0 ? undefined : Math.min(...after)
}

export interface Speed {
  readonly faults: number
  /** Requests until a fault is found, at its slowest seed: half of the faults take no more. */
  readonly median: number
  readonly worst: number
}

/** How soon the faults that were found at every seed were found. */
export const speedOf = ({ faults }: Matrix): Speed => {
  const slowest = faults
    .flatMap(({ fault, outcomes }) => {
      const after = outcomes.flatMap((outcome) => foundAfter(fault, outcome) ?? [])
      return after.length === outcomes.length && after.length > 0 ? [Math.max(...after)] : []
    })
    .sort((a, b) => a - b)
  const [low = 0, high = 0] = [slowest[(slowest.length - 1) >> 1], slowest[slowest.length >> 1]]
  return { faults: slowest.length, median: (low + high) / 2, worst: slowest.at(-1) ?? 0 }
}

const survivesSome = ({ fault, outcomes }: Matrix['faults'][number]): boolean =>
  outcomes.some((outcome) => foundAfter(fault, outcome) === undefined)

export const survivors = ({ faults }: Matrix): ReadonlyArray<Matrix['faults'][number]> => faults.filter(survivesSome)

/** The faults that a clause finds at every seed. */
const foundBy = ({ faults }: Matrix, id: ClauseId): number =>
  faults.filter(({ outcomes }) => outcomes.every(({ broken }) => broken.some((b) => b.id === id))).length

export const idleClauses = (matrix: Matrix): ReadonlyArray<ClauseId> =>
  clausesThatBind('server').filter((id) => foundBy(matrix, id) === 0)

/** Runs of what is right that did not pass. */
export const falseAlarms = ({ variants }: Matrix): ReadonlyArray<Outcome> =>
  variants.flatMap(({ outcomes }) => outcomes.filter(({ verdict }) => verdict !== 'passed'))

export const row = (...cells: ReadonlyArray<string | number>): string =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`

export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<string>): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n')

/** Clauses seen broken at some seed, each once; those that must notice come first, in bold. */
export const brokenBy = (kills: ReadonlyArray<ClauseId>, ids: ReadonlyArray<ClauseId>): string => {
  const seen = [...new Set(ids)]
  const others = seen.filter((id) => !kills.includes(id))
  return [...seen.filter((id) => kills.includes(id)).map((id) => `**${id}**`), ...others].join(', ') || 'nothing'
}

const idsOf = (outcomes: ReadonlyArray<Outcome>): ReadonlyArray<ClauseId> =>
  outcomes.flatMap(({ broken }) => broken.map(({ id }) => id))

const faultTable = ({ faults }: Matrix): string =>
  table(
    ['fault', 'what it does', 'broken clauses', 'found after'],
    faults.map(({ fault, outcomes }) => {
      const after = outcomes.map((outcome) => foundAfter(fault, outcome))
      const found = after.filter((n) => n !== undefined)
      const worst =
        found.length < after.length ? `survives ${after.length - found.length} of ${after.length}` : Math.max(...found)
      return row(fault.name, fault.description, brokenBy(fault.kills, idsOf(outcomes)), worst)
    })
  )

const clauseTable = (matrix: Matrix): string =>
  table(
    ['clause', 'level', 'faults it finds', 'of which no other does'],
    clausesThatBind('server').map((id) => {
      const alone = matrix.faults.filter(({ outcomes }) =>
        outcomes.every(({ broken }) => broken.length > 0 && broken.every((b) => b.id === id))
      )
      return row(id, clause(id).level, foundBy(matrix, id), alone.length)
    })
  )

const variantTable = ({ variants }: Matrix): string =>
  table(
    ['implementation', 'why it is right', 'runs', 'false alarms', 'warnings'],
    variants.map(({ variant, outcomes }) => {
      const alarms = outcomes.filter(({ verdict }) => verdict !== 'passed')
      return row(variant.name, variant.description, outcomes.length, alarms.length, brokenBy([], idsOf(outcomes)))
    })
  )

/** The outcome as a page, without anything that differs from machine to machine. */
export const markdown = (matrix: Matrix, before: Speed): string => {
  const seeds = new Set(matrix.faults.flatMap(({ outcomes }) => outcomes.map(({ seed }) => seed)))
  const runs = matrix.variants.reduce((n, { outcomes }) => n + outcomes.length, 0)
  const survived = survivors(matrix).map(({ fault }) => fault.name)
  const idle = idleClauses(matrix)
  const speed = speedOf(matrix)
  const found = matrix.faults.length - survived.length
  return `# Kill matrix

Broken servers, each run against the whole suite at default settings, at ${seeds.size} ${seeds.size === 1 ? 'seed' : 'seeds'} (in process, or over a real
socket where the wire is what is broken); then servers that are right although unusual. \`npm run kill-matrix -- --markdown docs/kill-matrix.md\` makes this page.

- ${found} of ${matrix.faults.length} faults found at every seed${survived.length === 0 ? '' : `; not: ${survived.join('; ')}`}
- ${clausesThatBind('server').length - idle.length} of ${clausesThatBind('server').length} clauses on servers find a fault${idle.length === 0 ? '' : `; not: ${idle.join(', ')}`}
- Requests until a fault is found, at its slowest seed: median ${speed.median}, worst ${speed.worst}; before, with ${before.faults} faults: median ${before.median}, worst ${before.worst}
- ${falseAlarms(matrix).length} false alarms in ${runs} runs of ${matrix.variants.length} implementations that are right although unusual

## Faults

In bold the clauses of which at least one must notice; "found after" is the number of requests until one did, at the
slowest seed.

${faultTable(matrix)}

## Clauses

${clauseTable(matrix)}

## Right but unusual

${variantTable(matrix)}
`
}
