/**
 * The branches that no test took, out of a coverage report in Istanbul's form.
 */

interface Position {
  readonly line?: number
  readonly column?: number
}

interface Range {
  readonly start: Position
  readonly end: Position
}

export interface FileCoverage {
  readonly branchMap: Readonly<Record<string, { readonly loc: Range; readonly locations: ReadonlyArray<Range> }>>
  readonly b: Readonly<Record<string, ReadonlyArray<number>>>
}

export interface Untaken {
  readonly line: number
  /** The code of the branch in one line; of an `else` that is not written, the whole `if`. */
  readonly text: string
}

const textOf = (lines: ReadonlyArray<string>, { start, end }: Range): string => {
  const first = (start.line ?? 1) - 1
  const last = (end.line ?? 1) - 1
  return lines
    .slice(first, last + 1)
    .map((line, i) =>
      line.slice(i === 0 ? (start.column ?? 0) : 0, i === last - first ? (end.column ?? undefined) : undefined)
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export const untakenIn = (
  { branchMap, b }: FileCoverage,
  code: string
): { readonly branches: number; readonly untaken: ReadonlyArray<Untaken> } => {
  const lines = code.split('\n')
  const all = Object.entries(branchMap).flatMap(([id, { loc, locations }]) =>
    locations.map((location, i) => {
      const isWritten = location.start.line !== undefined
      const text = isWritten ? textOf(lines, location) : `else of: ${textOf(lines, loc)}`
      return { line: (isWritten ? location : loc).start.line ?? 1, text, isTaken: (b[id]?.[i] ?? 0) > 0 }
    })
  )
  return { branches: all.length, untaken: all.filter(({ isTaken }) => !isTaken) }
}
