/**
 * A run of a suite for clients or validators, from flags to an exit code.
 */
import { randomInt } from 'node:crypto'
import { clausesThatBind } from '../clauses/index.js'
import { type Baseline, type Progress, type Report, select } from '../conformance.js'
import { readBaseline, remindOfReasons, writeBaseline } from './baselineFile.js'
import type { JudgingFlags } from './judgingOptions.js'
import { listClauses } from './listClauses.js'
import { showProgress } from './progress.js'
import { complain, INCONCLUSIVE, interruptible, publish, reportsAsked, USAGE } from './running.js'

/** The options that every suite takes. */
export interface JudgingOptions {
  readonly only: ReadonlyArray<string>
  readonly skip: ReadonlyArray<string>
  readonly strict: boolean
  readonly seed: number
  readonly runs: number
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
  readonly baseline?: Baseline
}

/** `run` resolves to a report, or to what is wrong with what it was to judge. */
export const judging = async (
  subject: 'client' | 'validator',
  flags: JudgingFlags,
  run: (options: JudgingOptions) => Promise<Report | string>
): Promise<number> => {
  const requests = reportsAsked(flags.report)
  if (requests === undefined) return USAGE
  const baseline = readBaseline(flags.baseline)
  if (typeof baseline === 'string') {
    complain(baseline)
    return USAGE
  }
  const { selected, unmatched } = select(flags, clausesThatBind(subject))
  if (selected.size === 0 || unmatched.length > 0) {
    complain(`no clause that binds ${subject}s matches ${unmatched.join(' or ') || 'what --only and --skip leave'}`)
    return INCONCLUSIVE
  }
  if (flags.list) {
    listClauses([...selected], subject)
    return 0
  }
  const progress = showProgress(process.stderr)
  const report = await interruptible(flags.maxTime, (signal) =>
    run({
      only: flags.only ?? [],
      skip: flags.skip ?? [],
      strict: flags.strict ?? false,
      seed: flags.seed ?? randomInt(-(2 ** 31), 2 ** 31),
      runs: flags.runs,
      signal,
      onProgress: progress.update,
      ...(baseline === undefined ? {} : { baseline })
    })
  ).finally(progress.done)
  if (typeof report === 'string') {
    complain(report)
    return USAGE
  }
  const code = await publish(report, requests)
  if (flags.writeBaseline === undefined) {
    remindOfReasons(baseline, flags.baseline)
    return code
  }
  const written = writeBaseline(report, baseline, flags.writeBaseline)
  if (typeof written !== 'string') return code
  complain(written)
  return INCONCLUSIVE
}
