/**
 * A run of any suite, from flags to an exit code.
 */
import { randomInt } from 'node:crypto'
import { clause, type ClauseId, levelFor } from '../../clauses/index.js'
import type { Binds } from '../../clauses/Clause.js'
import { type Report, select } from '../../conformance.js'
import { type Either, isLeft } from '../../contract/Either.js'
import { hang } from '../../report/wrap.js'
import type { SuiteOptions } from '../../suite/shared/SuiteOptions.js'
import { problemOfBaseline, readBaseline, remindOfReasons, writeBaseline } from './baselineFile.js'
import { given } from '../../suite/shared/given.js'
import type { JudgingFlags } from './judgingOptions.js'
import { showProgress } from './progress.js'
import { readReplay } from './readReplay.js'
import { parseReports, problemOfReports, publish, widthOf } from './reporting.js'
import { impossible, interruptible, misused } from './running.js'

/** The options that every suite takes. */
export interface JudgingOptions<R> extends SuiteOptions {
  readonly signal: AbortSignal
  readonly replay?: R & NonNullable<SuiteOptions['replay']>
}

/** A line for each clause, or a line and the sentence below it where the terminal is narrow. */
const listClauses = (ids: Iterable<ClauseId>, subject: Binds): void => {
  const width = widthOf(process.stdout)
  for (const id of ids) {
    const { evidence, sentence } = clause(id)
    const start = `${id.padEnd(46)} ${levelFor(subject, id).padEnd(6)} ${evidence.padEnd(8)}`
    const lines = width < 120 ? [start.trimEnd(), ...hang('    ', sentence, width)] : [`${start} ${sentence}`]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
}

/** Modules of others print what they like, and stdout is for reports: what `work` writes to it goes to stderr. */
const divertStdout = async <A>(work: () => Promise<A>): Promise<A> => {
  const { stdout, stderr } = process
  const { write } = stdout
  stdout.write = stderr.write.bind(stderr)
  try {
    return await work()
  } finally {
    stdout.write = write
  }
}

/** `run` resolves to a report, or to what is wrong with the usage. */
export const judging = async <R extends NonNullable<SuiteOptions['replay']>>(
  subject: Binds,
  flags: JudgingFlags,
  decodeToken: (token: string) => Either<string, R>,
  run: (options: JudgingOptions<R>) => Promise<Report | string>
): Promise<number> => {
  const requests = parseReports(flags.report ?? [])
  if (typeof requests === 'string') return misused(requests)
  const baseline = readBaseline(flags.baseline)
  if (typeof baseline === 'string') return misused(baseline)
  const replay = flags.replay === undefined ? undefined : readReplay(flags.replay, decodeToken)
  if (replay !== undefined && isLeft(replay)) return misused(`--replay: ${replay.left}`)
  const selected = select(flags, subject)
  if (isLeft(selected)) return misused(`${selected.left}; --list shows the clauses`)
  if (flags.list) {
    listClauses(selected.right, subject)
    return 0
  }
  // a run may take minutes, and its result would be lost
  const unwritable = (await problemOfReports(requests)) ?? (await problemOfBaseline(flags.writeBaseline))
  if (unwritable !== undefined) return impossible(unwritable)
  const { only, skip, strict, bail, runs, seed = randomInt(2 ** 31) } = flags
  const progress = flags.quiet ? undefined : showProgress(process.stderr)
  const report = await interruptible(flags.maxTime, (signal) =>
    divertStdout(() =>
      run({
        ...given({ only, skip, strict, bail, runs, baseline, replay: replay?.right, onProgress: progress?.update }),
        seed,
        signal
      })
    )
  ).finally(() => progress?.done())
  if (typeof report === 'string') return misused(report)
  const code = await publish(report, requests, flags.quiet)
  const kept = flags.writeBaseline === undefined ? baseline : await writeBaseline(report, baseline, flags.writeBaseline)
  if (typeof kept === 'string') return impossible(kept)
  remindOfReasons(kept, flags.writeBaseline ?? flags.baseline)
  return code
}
