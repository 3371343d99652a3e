/**
 * The options of commands, as commander takes them. Those that judge share most of them.
 */
import { type Command, InvalidArgumentError, Option } from 'commander'

export interface JudgingFlags {
  readonly only?: ReadonlyArray<string>
  readonly skip?: ReadonlyArray<string>
  readonly list?: boolean
  readonly replay?: string
  readonly seed?: number
  readonly runs: number
  readonly timeout: number
  readonly maxTime?: number
  readonly bail?: boolean
  readonly strict?: boolean
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly report?: ReadonlyArray<string>
  readonly quiet?: boolean
}

export const integer =
  (min: number, max: number) =>
  (text: string): number => {
    const n = Number(text)
    if (!/^-?\d+$/.test(text) || n < min || n > max) {
      throw new InvalidArgumentError(`expected a whole number from ${min} to ${max}.`)
    }
    return n
  }

export const seed = integer(-2147483648, 2147483647)

const append = (text: string, all: ReadonlyArray<string> = []): ReadonlyArray<string> => [...all, text]

/** How a target is reached, as the AWS CLI says it. */
export const addTargetOptions = (command: Command): Command =>
  command
    .optionsGroup('The target:')
    .option('--region <region>', 'for the signature; default: AWS_REGION, the profile, us-east-1')
    .option('--profile <name>', 'sign with the keys of this profile; default: AWS_PROFILE')
    .option('--ca <file>', 'trust the CAs in this file (PEM); default: AWS_CA_BUNDLE')

interface Wording {
  /** What one of the runs is, and how many there are by default. */
  readonly runs: readonly [string, number]
  /** What is waited for, and how many milliseconds by default. */
  readonly timeout: readonly [string, number]
  readonly maxTime?: string
}

/** What every command that judges takes. Further options of the run follow in the same group. */
export const addJudgingOptions = (command: Command, { runs, timeout, maxTime = '' }: Wording): Command =>
  command
    .optionsGroup('What is judged:')
    .option('--only <glob>', 'judge these clauses only, by id or prefix; may be repeated', append)
    .option('--skip <glob>', 'leave these clauses out; may be repeated', append)
    .option('--list', 'list the clauses and judge nothing')
    .addOption(
      new Option(
        '--replay <token>',
        'judge one counterexample: its token, or report.json#list.only, or report.json#3'
      ).conflicts(['only', 'skip', 'list', 'runs', 'baseline', 'writeBaseline'])
    )
    .optionsGroup('Verdict and reports:')
    .option('--strict', 'let a broken SHOULD fail the run')
    .option(
      '--baseline <file>',
      'a file of clauses known to fail, each with a reason; one that passes now fails the run'
    )
    .option('--write-baseline <file>', 'write a baseline of what fails now')
    .option(
      '--report <format[=file]>',
      'add a report: json, junit, markdown, github or html; to the file, or to stdout',
      append
    )
    .option('--quiet', 'print the verdict and the ids of broken clauses, and no progress')
    .optionsGroup('The run:')
    .option('--seed <n>', 'send what a run with this seed sent', seed)
    .option('--runs <n>', runs[0], integer(0, 100_000), runs[1])
    .option('--timeout <ms>', timeout[0], integer(1, 600_000), timeout[1])
    .option(
      '--max-time <s>',
      `end the run after so many seconds${maxTime}; what was tested by then is judged`,
      integer(1, 86_400)
    )
    .option('--bail', 'stop at the first broken MUST')
