/**
 * The conformance suite as a library.
 */
export { type Baseline, baselineOf, type KnownFailure, parseBaseline, printBaseline } from './Baseline.js'
export { curl } from './curl.js'
export type { Fixtures } from './Fixtures.js'
export { judge } from './judge.js'
export { laws, type LawTest } from './laws.js'
export type { CallResult, RemoteCall, RemoteClient } from './RemoteClient.js'
export { decodeReplay, encodeReplay, type Replay } from './replay.js'
export {
  type ClauseResult,
  count,
  type Counterexample,
  exitCode,
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
export { github } from './reports/github.js'
export { html } from './reports/html.js'
export { json } from './reports/json.js'
export { junit } from './reports/junit.js'
export { markdown } from './reports/markdown.js'
export { noPaint, type Paint, pretty } from './reports/pretty.js'
export { verifyClient, type VerifyClientOptions } from './verifyClient.js'
export { accepts, type IdValidator } from './IdValidator.js'
export { type IdValidators, verifyValidator, type VerifyValidatorOptions } from './verifyValidator.js'
