/**
 * The outcome of a run as data; every printed report is a fold over it.
 */
import type { TestCase } from '../../generators/TestCase.js'
import type { ClauseId } from '../../clauses/index.js'
import type { Evidence, Level } from '../../clauses/Clause.js'

/**
 * - `passed`: exercised and held every time
 * - `failed`: a MUST that was broken (with `strict` also a SHOULD)
 * - `warned`: a SHOULD that was broken
 * - `untested`: nothing that was sent said anything about it
 */
export type Status = 'passed' | 'failed' | 'warned' | 'untested'

export type Verdict = 'passed' | 'failed' | 'inconclusive'

/**
 * A fault in the form of every response that broke a clause, where they all have the same one: clauses that share it
 * fail for one reason.
 */
export type Symptom = 'contentType' | 'serverError' | 'noList' | 'notJson' | 'unnamedError' | 'twoNames'

/** A message of the counterexample, secrets masked. */
export interface ShownMessage {
  /** `POST /` or `HTTP 200`. */
  readonly start: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Counterexample {
  readonly probe: string
  readonly expected: string
  readonly received: string
  /** For servers: the smallest case found; the last List of it broke the clause. */
  readonly steps?: TestCase
  /** For validators: the value, as JSON. */
  readonly value?: string
  /** Absent where nothing was sent. */
  readonly request?: ShownMessage
  /** Absent where no complete response came. */
  readonly response?: ShownMessage
  /** The last request as a command, unsigned, with the ids of this run. */
  readonly curl?: string
  /** Whether `curl` names what the run has deleted, or a target that has no address. */
  readonly curlIsStale?: boolean
  /** What `--replay` takes. */
  readonly replay?: string
  /** The counterexample, sent again. */
  readonly again?: {
    readonly runs: number
    readonly failed: number
    readonly kind: 'deterministic' | 'flaky' | 'unknown'
  }
}

export interface ClauseResult {
  readonly id: ClauseId
  readonly sentence: string
  readonly level: Level
  readonly evidence: Evidence
  readonly section: string
  readonly status: Status
  /** Exchanges that said something about the clause, and those that broke it. */
  readonly exercised: number
  readonly broken: number
  /** How many requests it took until the clause was first seen broken. */
  readonly foundAfter?: number
  readonly symptom?: Symptom
  /** For `untested`: why. */
  readonly reason?: string
  /** For `untested`: whether the verdict may pass all the same. */
  readonly excused?: boolean
  readonly counterexample?: Counterexample
  /** For a clause that the baseline knows to fail: its reason. It does not count. */
  readonly known?: string
}

/** Something that the run created and that is still there. */
export interface LeftBehind {
  readonly kind: 'user pool' | 'app client'
  readonly id: string
  /** The pool of an app client. */
  readonly pool?: string
  /** Why it is still there: `kept` where that was asked for, or how its deletion was answered. */
  readonly reason: string
}

export interface Report {
  readonly tool: 'cognito-secrets-contract'
  readonly formatVersion: 1
  readonly target: string
  readonly verdict: Verdict
  /** Why the verdict is what it is, in a sentence. */
  readonly because: string
  readonly clauses: ReadonlyArray<ClauseResult>
  readonly seed: number
  readonly runs: number
  readonly requests: number
  readonly retries: number
  /** In UTC, ISO 8601. */
  readonly startedAt: string
  readonly durationMs: number
  /** What the other operations did wrong; never part of the verdict. */
  readonly notes: ReadonlyArray<string>
  readonly leftBehind: ReadonlyArray<LeftBehind>
  /** What is no longer true of the baseline; any fails the run. */
  readonly baselineProblems: ReadonlyArray<string>
}

export const count = (report: Report, status: Status): number =>
  report.clauses.filter((clause) => clause.status === status).length

/** 0 passed, 1 failed, 3 inconclusive. (2 is wrong usage, and no report.) */
export const exitCode = ({ verdict }: Report): 0 | 1 | 3 =>
  (({ passed: 0, failed: 1, inconclusive: 3 }) as const)[verdict]
