/**
 * The options that judging clients and judging validators have in common, as commander takes them.
 */
import type { Command } from 'commander'
import { append, integer } from './options.js'

export interface JudgingFlags {
  readonly only?: ReadonlyArray<string>
  readonly skip?: ReadonlyArray<string>
  readonly list?: boolean
  readonly strict?: boolean
  readonly seed?: number
  readonly runs: number
  readonly timeout: number
  readonly maxTime?: number
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly report?: ReadonlyArray<string>
}

/** `runs` says what one of the runs is, `timeout` what is waited for. */
export const addJudgingOptions = (
  command: Command,
  { runs, timeout }: { readonly runs: readonly [string, number]; readonly timeout: readonly [string, number] }
): Command =>
  command
    .option('--only <glob>', 'judge these clauses only, by id or prefix; may be repeated', append)
    .option('--skip <glob>', 'leave these clauses out; may be repeated', append)
    .option('--list', 'list the clauses and judge nothing')
    .option('--strict', 'a broken SHOULD fails the run')
    .option('--seed <n>', 'repeat what a run with this seed did', integer(-2147483648, 2147483647))
    .option('--runs <n>', runs[0], integer(1, 100_000), runs[1])
    .option('--timeout <ms>', timeout[0], integer(1, 600_000), timeout[1])
    .option('--max-time <s>', 'end the run after so many seconds; what was reached is judged', integer(1, 86_400))
    .option('--baseline <file>', 'clauses known to fail, each with a reason; any that passes fails the run')
    .option('--write-baseline <file>', 'write a baseline of what fails now')
    .option('--report <format[=file]>', 'also write this report, as with verify; may be repeated', append)
