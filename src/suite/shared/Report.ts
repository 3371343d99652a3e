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

/**
 * - `passed`: no MUST was broken, and all could be tested; of a validator, all about what its module exports
 * - `failed`: a MUST was broken, or the baseline is out of date
 * - `inconclusive`: nothing was broken, but the run could not test enough
 */
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
  /** Names as they were sent. */
  readonly headers: Readonly<Record<string, string>>
  /** As text. */
  readonly body: string
}

/** The smallest case that was found to break a clause. */
export interface Counterexample {
  /** What generated it. */
  readonly probe: string
  /** What the clause asks for, in words. */
  readonly expected: string
  /** What came, in words and without secrets. */
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
    /** How often. */
    readonly runs: number
    /** How often the clause was broken again. */
    readonly failed: number
    /** `unknown` where it could not be sent again. */
    readonly kind: 'deterministic' | 'flaky' | 'unknown'
  }
}

/** What a run found out about one clause. */
export interface ClauseResult {
  /** Such as `response.secretValue.absent`. */
  readonly id: ClauseId
  /** The clause in words. */
  readonly sentence: string
  /** For what was judged: some MUSTs of servers are SHOULDs of clients. */
  readonly level: Level
  /** How the clause is known. */
  readonly evidence: Evidence
  /** Where it is from. */
  readonly section: string
  /** Before the baseline is looked at. */
  readonly status: Status
  /** Exchanges that said something about the clause, and those that broke it. */
  readonly exercised: number
  /** Exchanges that broke it. */
  readonly broken: number
  /** How many requests it took until the clause was first seen broken. */
  readonly foundAfter?: number
  /** Only where every response that broke the clause has the same one. */
  readonly symptom?: Symptom
  /** For `untested`: why. */
  readonly reason?: string
  /** For `untested`: whether the verdict may pass all the same. */
  readonly excused?: boolean
  /** Only where the clause was broken. */
  readonly counterexample?: Counterexample
  /** For a clause that the baseline knows to fail: its reason. It does not count. */
  readonly known?: string
}

/** Why MUSTs were not tested. */
export interface Cause {
  /** As in the results of the clauses. */
  readonly reason: string
  /** What it left untested, in the order of the catalogue; SHOULDs too. */
  readonly clauses: ReadonlyArray<ClauseId>
}

/** Something that the run created and that is still there. */
export interface LeftBehind {
  /** What it is. */
  readonly kind: 'user pool' | 'app client'
  /** As the target named it. */
  readonly id: string
  /** The pool of an app client. */
  readonly pool?: string
  /** Why it is still there: `kept` where that was asked for, or how its deletion was answered. */
  readonly reason: string
}

/** The outcome of a run. */
export interface Report {
  /** What made the report. */
  readonly tool: 'cognito-secrets-contract'
  /** Grows when a reader has to change. */
  readonly formatVersion: 1
  /** The name of what was judged, or its address. */
  readonly target: string
  /** What `exitCode` follows. */
  readonly verdict: Verdict
  /** Why the verdict is what it is, in a sentence. */
  readonly because: string
  /** Every reason for which a MUST was not tested, and that is no excuse. */
  readonly causes: ReadonlyArray<Cause>
  /** In the order of the catalogue. */
  readonly clauses: ReadonlyArray<ClauseResult>
  /** The same seed sends the same requests. */
  readonly seed: number
  /** Generated cases for each probe. */
  readonly runs: number
  /** Sent to a server, retries among them, or received from a client. */
  readonly requests: number
  /** Requests that were sent again. */
  readonly retries: number
  /** In UTC, ISO 8601. */
  readonly startedAt: string
  /** In milliseconds. */
  readonly durationMs: number
  /** What the other operations did wrong; never part of the verdict. */
  readonly notes: ReadonlyArray<string>
  /** Empty where everything was deleted. */
  readonly leftBehind: ReadonlyArray<LeftBehind>
  /** What is no longer true of the baseline; any fails the run. */
  readonly baselineProblems: ReadonlyArray<string>
}

/** Whether this alone keeps a run from passing: a MUST that nothing was said about. */
export const isMissing = ({ level, status, excused }: ClauseResult): boolean =>
  level === 'MUST' && status === 'untested' && !excused

/** How many clauses have this status. */
export const count = (report: Report, status: Status): number =>
  report.clauses.filter((clause) => clause.status === status).length

const EXIT_CODES = { passed: 0, failed: 1, inconclusive: 3 } as const

/** 0 passed, 1 failed, 3 inconclusive. (2 is wrong usage, and no report.) */
export const exitCode = ({ verdict }: Report): 0 | 1 | 3 => EXIT_CODES[verdict]
