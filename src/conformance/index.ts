/**
 * The conformance suite as a library.
 */
export { curl } from './curl.js'
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
export type { Target } from './Target.js'
export { type Progress, verify, type VerifyOptions } from './verify.js'
export { noPaint, type Paint, pretty } from './reports/pretty.js'
