/**
 * The conformance suite as a library.
 */
export type { ClauseId } from './clauses/index.js'
export type { Binds, Evidence, Level } from './clauses/Clause.js'
export { type Baseline, baselineOf, type KnownFailure, parseBaseline, printBaseline } from './suite/shared/Baseline.js'
export { curl } from './suite/server/counterexample/curl.js'
export type { Fixtures } from './suite/server/target/Fixtures.js'
export { judge } from './suite/shared/judge.js'
export { laws, type LawTest } from './report/laws.js'
export type { CallResult, RemoteCall, RemoteClient } from './suite/client/RemoteClient.js'
export { decodeReplay, encodeReplay, type Replay } from './suite/server/counterexample/replay.js'
export {
  type ClauseResult,
  count,
  type Counterexample,
  exitCode,
  type LeftBehind,
  type Report,
  type ShownMessage,
  type Status,
  type Symptom,
  type Verdict
} from './suite/shared/Report.js'
export type { GivenIds } from './suite/server/scene/scene.js'
export { select, type Selection } from './suite/shared/selection.js'
export { sweep, type SweepOptions, type Swept } from './suite/server/sweep.js'
export type { Target } from './suite/server/target/Target.js'
export type { Progress } from './suite/shared/Progress.js'
export { verify } from './suite/server/verify.js'
export { DEFAULTS, type VerifyOptions } from './suite/server/VerifyOptions.js'
export { github } from './report/github.js'
export { html } from './report/html.js'
export { json } from './report/json.js'
export { junit } from './report/junit.js'
export { markdown } from './report/markdown.js'
export { noPaint, type Paint, pretty, type PrettyOptions, quiet } from './report/pretty.js'
export { type ClientReplay, decodeClientReplay, encodeClientReplay } from './suite/client/clientReplay.js'
export {
  decodeValidatorReplay,
  encodeValidatorReplay,
  type ValidatorReplay
} from './suite/validator/validatorReplay.js'
export { verifyClient, type VerifyClientOptions } from './suite/client/verifyClient.js'
export type { IdValidator } from './suite/validator/IdValidator.js'
export type { IdValidators } from './suite/validator/subjects.js'
export { verifyValidator, type VerifyValidatorOptions, type Watch } from './suite/validator/verifyValidator.js'
