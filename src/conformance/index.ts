/**
 * The conformance suite as a library.
 */
export { type Baseline, baselineOf, type KnownFailure, parseBaseline, printBaseline } from './Baseline.js'
export { curl } from './curl.js'
export { laws, type LawTest } from './laws.js'
export { decodeReplay, encodeReplay, type Replay } from './replay.js'
export {
  type ClauseResult,
  count,
  type Counterexample,
  exitCode,
  judge,
  type Report,
  type ShownMessage,
  type Status,
  type Verdict
} from './Report.js'
export type { GivenIds } from './scene.js'
export { select, type Selection } from './selection.js'
export { sweep, type SweepOptions, type Swept } from './sweep.js'
export type { Target } from './Target.js'
export { DEFAULTS, type Progress, verify, type VerifyOptions } from './verify.js'
export { noPaint, type Paint, pretty } from './reports/pretty.js'
