/**
 * Clauses as tests, for any test runner: `for (const law of laws(target)) test(law.title, law.run)`.
 */
import { clause, type ClauseId } from '../clauses/index.js'
import type { ClauseResult, Report } from '../suite/shared/Report.js'
import { prettyFinding } from './pretty.js'
import { hash } from '../suite/shared/seeds.js'
import { clausesToJudge } from '../suite/shared/SuiteOptions.js'
import type { Target } from '../suite/server/target/Target.js'
import { verify } from '../suite/server/verify.js'
import type { VerifyOptions } from '../suite/server/VerifyOptions.js'

/** One clause as a test. */
export interface LawTest {
  /** The clause. */
  readonly id: ClauseId
  /** The clause's id and sentence. */
  readonly title: string
  /**
   * Rejects where the clause is broken, and where it is a MUST that could not be tested. Skips itself, in runners that
   * let a test do so (vitest, mocha, node:test), where it is excused.
   */
  readonly run: (...context: ReadonlyArray<unknown>) => Promise<void>
}

/** Fewer cases than on the command line: test runners give a test few seconds. */
const DEFAULT_RUNS = 25

/** vitest's context is a function. */
const isObject = (u: unknown): u is object => (typeof u === 'object' && u !== null) || typeof u === 'function'

/** vitest and node:test hand a context to a test, mocha a `this`; both can skip. */
const skip = (reason: string, ...contexts: ReadonlyArray<unknown>): void => {
  for (const context of contexts) {
    if (!isObject(context) || !('skip' in context)) continue
    if (typeof context.skip === 'function') context.skip(reason)
  }
}

const problemOf = (result: ClauseResult, { because, seed }: Report): string | undefined => {
  if (result.status === 'failed' && result.known === undefined) {
    return `${prettyFinding(result)}\nseed ${seed}`
  }
  return result.status === 'untested' && result.level === 'MUST' && !result.excused
    ? `${result.id} could not be tested: ${result.reason ?? because}`
    : undefined
}

/**
 * One test a clause, over one run of the suite that starts with the first of them. The seed is fixed unless given, so
 * that a build does not turn red by chance. Throws a RangeError for a selection that matches nothing.
 */
export const laws = (target: Target, options: Partial<VerifyOptions> = {}): ReadonlyArray<LawTest> => {
  let report: Promise<Report> | undefined
  const run = (): Promise<Report> => (report ??= verify(target, { runs: DEFAULT_RUNS, seed: hash('laws'), ...options }))
  return [...clausesToJudge(options, 'server')].map((id) => ({
    id,
    title: `${id}: ${clause(id).sentence}`,
    // a function with a `this`, and without declared parameters: runners count those
    run: async function (this: unknown, ...context) {
      const result = (await run()).clauses.find((one) => one.id === id)
      const problem = result === undefined ? `${id} was not judged` : problemOf(result, await run())
      if (problem !== undefined) throw new Error(problem)
      if (result?.status === 'untested') skip(result.reason ?? 'not tested', this, ...context)
    }
  }))
}
