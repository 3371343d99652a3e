/**
 * Baselines in files: read, written, and what they still lack.
 */
import { readFileSync } from 'node:fs'
import { isLeft } from '../../contract/Either.js'
import { unexplained } from '../../suite/shared/Baseline.js'
import { type Baseline, baselineOf, parseBaseline, printBaseline, type Report } from '../../conformance.js'
import { plural } from '../../suite/shared/text.js'
import { problemOfWriting, writeWhole } from './writeWhole.js'

/** The baseline in a file, none, or what is wrong with it. */
export const readBaseline = (file: string | undefined): Baseline | undefined | string => {
  if (file === undefined) return undefined
  try {
    const parsed = parseBaseline(readFileSync(file, 'utf8'))
    return isLeft(parsed) ? `--baseline ${file}: ${parsed.left}` : parsed.right
  } catch (error) {
    return `--baseline ${file} could not be read: ${(error as Error).message}`
  }
}

const unwritten = (file: string, why: string): string => `the baseline could not be written to ${file}: ${why}`

/** Why a baseline could not be written to the file, found before there is one. */
export const problemOfBaseline = async (file: string | undefined): Promise<string | undefined> => {
  if (file === undefined) return undefined
  const why = await problemOfWriting(file)
  return why === undefined ? undefined : unwritten(file, why)
}

/**
 * Writes what a report shows broken, with the reasons of `previous`. The baseline, or why it could not be written.
 */
export const writeBaseline = async (
  report: Report,
  previous: Baseline | undefined,
  file: string
): Promise<Baseline | string> => {
  const written = baselineOf(report, previous)
  try {
    await writeWhole(file, printBaseline(written))
    process.stderr.write(`wrote ${file} with ${plural(written.knownFailures.length, 'known failure')}\n`)
    return written
  } catch (error) {
    return unwritten(file, (error as Error).message)
  }
}

/** Says so where entries have a placeholder for a reason: they count all the same. */
export const remindOfReasons = (baseline: Baseline | undefined, file: string | undefined): void => {
  const { length: n } = baseline === undefined ? [] : unexplained(baseline)
  if (n === 0 || file === undefined) return
  process.stderr.write(
    `warning: ${n} ${n === 1 ? 'entry of' : 'entries of'} ${file} ${n === 1 ? 'has' : 'have'} no reason yet\n`
  )
}
