/**
 * A mutation report against the list of explained survivors.
 */

/** The part of Stryker's JSON report that is read here. Lines and columns count from 1. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: ReadonlyArray<Mutant> }>>
}

interface Position {
  readonly line: number
  readonly column: number
}

export interface Mutant {
  readonly status: string
  readonly replacement?: string
  readonly location: { readonly start: Position; readonly end: Position }
}

/** A mutant that no test notices, and why none has to. `code` and `becomes` are as `survivorsOf` prints them. */
export interface Explained {
  readonly file: string
  readonly code: string
  readonly becomes: string
  readonly reason: string
}

export interface Survivor extends Omit<Explained, 'reason'> {
  readonly line: number
}

const WIDTH = 80

/** One line, and not a long one. */
const short = (code: string): string => code.replace(/\s+/g, ' ').trim().slice(0, WIDTH)

const textAt = (source: string, { start, end }: Mutant['location']): string => {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const toEnd = lines.map((line, i) => (i === lines.length - 1 ? line.slice(0, end.column - 1) : line))
  return toEnd.map((line, i) => (i === 0 ? line.slice(start.column - 1) : line)).join('\n')
}

/** Whether no test noticed the mutant; none may have reached it. */
export const isSurvivor = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage'

export const survivorsOf = (report: Report): ReadonlyArray<Survivor> =>
  Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.filter(isSurvivor).map(({ location, replacement = '' }) => ({
      file,
      line: location.start.line,
      code: short(textAt(source, location)),
      becomes: short(replacement)
    }))
  )

const isSame = (one: Omit<Explained, 'reason'>, other: Omit<Explained, 'reason'>): boolean =>
  one.file === other.file && one.code === other.code && one.becomes === other.becomes

/** Survivors that nobody explained, and explanations of mutants that did not survive in the files of the report. */
export const unsettled = (
  report: Report,
  explained: ReadonlyArray<Explained>
): { readonly unexplained: ReadonlyArray<Survivor>; readonly outdated: ReadonlyArray<Explained> } => {
  const survivors = survivorsOf(report)
  return {
    unexplained: survivors.filter((survivor) => !explained.some((one) => isSame(one, survivor))),
    outdated: explained.filter(
      (one) => Object.hasOwn(report.files, one.file) && !survivors.some((survivor) => isSame(one, survivor))
    )
  }
}

export interface Count {
  readonly files: number
  readonly killed: number
  readonly explained: number
  readonly total: number
}

/** Mutants by folder. One that never ends was noticed; one that does not compile is none. */
export const countsOf = (report: Report, explained: ReadonlyArray<Explained>): ReadonlyMap<string, Count> => {
  const counts = new Map<string, Count>()
  for (const [file, reported] of Object.entries(report.files)) {
    const folder = file.slice(0, file.lastIndexOf('/'))
    const survivors = survivorsOf({ files: { [file]: reported } })
    const killed = reported.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length
    const before = counts.get(folder) ?? { files: 0, killed: 0, explained: 0, total: 0 }
    counts.set(folder, {
      files: before.files + 1,
      killed: before.killed + killed,
      explained: before.explained + survivors.filter((one) => explained.some((other) => isSame(one, other))).length,
      total: before.total + killed + survivors.length
    })
  }
  return counts
}

const row = (...cells: ReadonlyArray<string | number>): string => `| ${cells.join(' | ')} |`

/** The counts as a table in Markdown, each folder's beside its goal in per cent. */
export const tableOf = (counts: ReadonlyMap<string, Count>, goalOf: (folder: string) => number): string =>
  [
    row('Folder', 'Files', 'Mutants', 'Killed', 'Survivors explained', 'Score', 'Goal'),
    row('---', '---:', '---:', '---:', '---:', '---:', '---:'),
    ...[...counts].map(([folder, { files, killed, explained, total }]) => {
      const score = total === 0 ? 'none' : `${((100 * killed) / total).toFixed(1)} %`
      return row(`\`${folder}\``, files, total, killed, explained, score, `${goalOf(folder)} %`)
    })
  ].join('\n')
