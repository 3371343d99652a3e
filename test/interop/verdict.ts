/**
 * The last word of `npm run interop` on what its parts did. A check that could not be made is never passed over.
 */
export interface PartRun {
  readonly name: string
  /** What it ended with: 0, 1 for a finding, 3 for something skipped; anything else is a failure too. */
  readonly code: number
  /** How many checks held, or were judged. */
  readonly held: number
  /** The names of the checks that could not be made here. */
  readonly skipped: ReadonlyArray<string>
}

export interface Verdict {
  readonly text: string
  /** 0 passed, 1 failed, 3 incomplete. */
  readonly code: 0 | 1 | 3
}

const SKIPPED = 3

/** A part that ends in 0 without one check that held has checked nothing. */
const failed = ({ code, held }: PartRun): boolean => (code === 0 ? held === 0 : code !== SKIPPED)

/** The parts' outcome. `allowMissing` accepts skipped checks, as long as there is one that held. */
export const verdictOf = (runs: ReadonlyArray<PartRun>, allowMissing: boolean): Verdict => {
  const held = runs.reduce((sum, run) => sum + run.held, 0)
  const skipped = runs.flatMap((run) =>
    run.code === SKIPPED && run.skipped.length === 0 ? [run.name] : run.skipped.map((name) => `${run.name}: ${name}`)
  )
  const without = skipped.length === 0 ? '' : `; ${skipped.length} skipped (${skipped.join('; ')})`
  const findings = runs.filter(failed).map(({ name }) => name)
  if (findings.length > 0) return { text: `failed in ${findings.join(', ')}${without}`, code: 1 }
  if (skipped.length === 0) return { text: `passed: ${held} checks held`, code: 0 }
  if (held === 0) return { text: `incomplete: no check could be made${without}`, code: 3 }
  return allowMissing
    ? { text: `passed in part: ${held} checks held${without}`, code: 0 }
    : { text: `incomplete: ${held} checks held${without}; --allow-missing accepts that`, code: 3 }
}
