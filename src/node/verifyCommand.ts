/**
 * `verify`: from flags to a report and an exit code.
 */
import { randomInt } from 'node:crypto'
import { type Report, select, type Target, verify, type VerifyOptions } from '../conformance.js'
import { clause } from '../clauses/index.js'
import { inMemory } from '../reference/index.js'
import { remindOfReasons, writeBaseline } from './baselineFile.js'
import { credentialsFrom, httpTarget } from './httpTarget.js'
import { divertStdout } from './divertStdout.js'
import { hang } from '../report/wrap.js'
import { showProgress } from './progress.js'
import { complain, INCONCLUSIVE, interruptible, publish, reportsAsked, USAGE, widthOf } from './running.js'
import { optionsOf, type VerifyFlags } from './verifyFlags.js'
import { verifyValidatorCommand } from './verifyValidatorCommand.js'

/** A line each, or a line and what does not fit beside it. */
const listClauses = (ids: ReadonlyArray<Parameters<typeof clause>[0]>): void => {
  const width = widthOf(process.stdout)
  for (const id of ids) {
    const { level, evidence, sentence } = clause(id)
    const start = `${id.padEnd(46)} ${level.padEnd(6)} ${evidence.padEnd(8)}`
    const lines = width < 120 ? [start.trimEnd(), ...hang('    ', sentence, width)] : [`${start} ${sentence}`]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
}

const open = (url: URL | undefined, flags: VerifyFlags): { readonly target: Target; readonly close: () => void } =>
  url === undefined
    ? { target: inMemory({ now: () => new Date(), seed: randomInt(2 ** 31) }), close: () => undefined }
    : httpTarget(url, { region: flags.region, credentials: credentialsFrom(process.env), timeoutMs: flags.timeout })

const run = async (url: URL | undefined, flags: VerifyFlags, options: VerifyOptions): Promise<Report> => {
  const progress = showProgress(process.stderr)
  const { target, close } = open(url, flags)
  try {
    return await interruptible(undefined, (signal) =>
      // fixtures run in this process, and may print
      divertStdout(() => verify(target, { ...options, signal, onProgress: progress.update }))
    )
  } finally {
    progress.done()
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

export const verifyCommand = async (url: URL | undefined, flags: VerifyFlags): Promise<number> => {
  if (flags.validator !== undefined) {
    if (url === undefined) return verifyValidatorCommand(flags.validator, flags)
    complain('--validator judges a module in this process; leave out the URL')
    return USAGE
  }
  const requests = reportsAsked(flags.report)
  if (requests === undefined) return USAGE
  const options = await optionsOf(url, flags)
  if (typeof options === 'string') {
    complain(options)
    return USAGE
  }
  const { selected, unmatched } = select(options)
  if (unmatched.length > 0) complain(`no clause matches ${unmatched.join(' or ')}; --list shows them all`)
  else if (selected.size === 0) complain('--only and --skip leave no clause to judge')
  if (unmatched.length > 0 || selected.size === 0) return INCONCLUSIVE
  if (flags.list) {
    listClauses([...selected])
    return 0
  }
  const report = await run(url, flags, options)
  const code = await publish(report, requests)
  const problems = keepBaseline(report, options, flags)
  problems.forEach(complain)
  return problems.length > 0 ? INCONCLUSIVE : code
}
