/**
 * What a run of the suite against a server may be told.
 */
import type { SuiteOptions } from '../shared/SuiteOptions.js'
import type { Fixtures } from './target/Fixtures.js'
import type { Replay } from './counterexample/replay.js'
import type { GivenIds } from './scene/scene.js'

/** What a run of the suite against a server may be told. */
export interface VerifyOptions extends SuiteOptions {
  /** The target's name in reports. Default: its address. */
  readonly name?: string
  /** The target's address, for `curl` lines. */
  readonly url?: string
  /** Generated cases for each probe, beside its examples. Default 100. */
  readonly runs?: number
  /** Cases at a time. What is sent does not depend on it. Default 4. */
  readonly concurrency?: number
  /** The most requests a second. Default: no limit. */
  readonly rateLimit?: number
  /** Milliseconds until an answer must be complete. Default 5000. */
  readonly timeoutMs?: number
  /**
   * Milliseconds until the run ends; what was reached is judged. Default 600000, and then a target that is too slow for
   * the whole run in that time is given up early.
   */
  readonly maxTimeMs?: number
  /** Ids that exist on the target; nothing is created then. */
  readonly given?: GivenIds
  /** Sets the scene in place of the target. */
  readonly fixtures?: Fixtures
  /** Whether pools and clients may be created. Default true. */
  readonly provision?: boolean
  /** Sends this counterexample and nothing else. */
  readonly replay?: Replay
  /** Which credentials sign the requests, for a target that refuses them: `those of AWS_PROFILE`, never a credential itself. */
  readonly credentials?: string
  /** What signs the requests: the report shows none of it, though a target repeats it. */
  readonly credentialSecrets?: ReadonlyArray<string>
  /** Whether what is made stays on the target, to be looked at. Default false. */
  readonly keep?: boolean
  /** Milliseconds to wait after each change before the next List, for a target that is eventually consistent. Default 0. */
  readonly settleMs?: number
}

/**
 * The defaults of `VerifyOptions`, and what retries may cost: a throttled call is tried again up to 10 times, a documented
 * 500 twice.
 */
export const DEFAULTS = { runs: 100, concurrency: 4, timeoutMs: 5000, maxTimeMs: 600_000, retries: 10 } as const
