/**
 * `verify`: from flags to a report and an exit code.
 */
import { pretty, quiet, type Report, select, verify, type VerifyOptions } from '../conformance.js'
import { isLeft, right } from '../contract/Either.js'
import { remindOfReasons, writeBaseline } from './baselineFile.js'
import { type ChosenTarget, chooseTarget, embeddedReference } from './chooseTarget.js'
import { divertStdout } from './divertStdout.js'
import { listClauses } from './listClauses.js'
import { showProgress } from './progress.js'
import { unmatchedProblem } from '../suite/shared/selection.js'
import { complain, INCONCLUSIVE, interruptible, misused, publish, reportsAsked, USAGE } from './running.js'
import { optionsOf, type VerifyFlags } from './verifyFlags.js'

const run = async (chosen: ChosenTarget, flags: VerifyFlags, options: VerifyOptions): Promise<Report> => {
  const progress = flags.quiet ? undefined : showProgress(process.stderr)
  const { target, close } = chosen.open(flags.timeout)
  try {
    return await interruptible(undefined, (signal) =>
      // fixtures run in this process, and may print
      divertStdout(() => verify(target, { ...options, signal, ...(progress && { onProgress: progress.update }) }))
    )
  } finally {
    progress?.done()
    close()
  }
}

/** Writes the baseline asked for, and reminds of reasons that it, or the one that was read, lacks. */
const keepBaseline = (report: Report, { baseline }: VerifyOptions, flags: VerifyFlags): ReadonlyArray<string> => {
  if (flags.writeBaseline === undefined) {
    remindOfReasons(baseline, flags.baseline)
    return []
  }
  const written = writeBaseline(report, baseline, flags.writeBaseline)
  if (typeof written === 'string') return [written]
  remindOfReasons(written, flags.writeBaseline)
  return []
}

/** Says which target it is where the command line did not. */
const introduce = ({ url, source }: ChosenTarget, isDemo: boolean): void => {
  if (source !== undefined) process.stderr.write(`target: ${url?.href} (${source})\n`)
  if (isDemo) {
    process.stderr.write(
      'This is a demonstration against the embedded reference. To judge a server: cognito-secrets-contract verify URL\n'
    )
  }
}

export const verifyCommand = async (argument: string | undefined, flags: VerifyFlags): Promise<number> => {
  if (flags.reference && argument !== undefined) return misused('--reference is a target already; leave out the URL')
  const requests = reportsAsked(flags.report)
  if (requests === undefined) return USAGE
  const needsNone = (flags.reference || flags.list) && argument === undefined
  const chosen = needsNone ? right(embeddedReference) : chooseTarget(argument, flags, process.env)
  if (isLeft(chosen)) return misused(`${chosen.left}`)
  const options = await optionsOf(chosen.right, flags)
  if (typeof options === 'string') return misused(options)
  const { selected, unmatched } = select(options)
  if (unmatched.length > 0) complain(`${unmatchedProblem(unmatched)}; --list shows them all`)
  else if (selected.size === 0) complain('--only and --skip leave no clause to judge')
  if (unmatched.length > 0 || selected.size === 0) return INCONCLUSIVE
  if (flags.list) {
    listClauses([...selected], 'server')
    return 0
  }
  introduce(chosen.right, flags.demo ?? false)
  const report = await run(chosen.right, flags, options)
  const code = await publish(report, requests, flags.quiet ? quiet : pretty)
  const problems = keepBaseline(report, options, flags)
  problems.forEach(complain)
  return problems.length > 0 ? INCONCLUSIVE : code
}
