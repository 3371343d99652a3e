/**
 * Clauses, the laws that say them, and the probes that put them to the test.
 */
export { type Answer, listedIn, memberOf, readAnswer } from './Answer.js'
export type { AnswerCase, Meaning } from './AnswerCase.js'
export { type CallerLaw, callerLaws } from './callerLaws.js'
export {
  type Case,
  list,
  listClient,
  type ListStep,
  type SceneStep,
  type Step,
  type TogetherStep,
  toRequest
} from './Case.js'
export { type Binds, type Clause, type Evidence, type Level } from './clauses/Clause.js'
export { clause, type ClauseId, clauseIds, clauses, clausesThatBind, levelFor } from './clauses/index.js'
export { type ClientLaw, clientLaws } from './clientLaws.js'
export { type Expectation, expectation } from './expectation.js'
export { type Exchange, exchange } from './Exchange.js'
export type { Law } from './Law.js'
export { emptyLeakIndex, findLeaks, type Leak, type LeakIndex, plant } from './Leaks.js'
export { idExamples } from './probes/idExamples.js'
export { probes } from './probes/index.js'
export type { Probe, Scene } from './probes/Probe.js'
export type { Client } from './Reading.js'
export { serverLaws } from './serverLaws.js'
export {
  addClient,
  addPool,
  changeSecrets,
  emptyWorld,
  findClient,
  findPool,
  type KnownClient,
  type KnownPool,
  type KnownSecret,
  learn,
  updateClient,
  updatePool,
  type World
} from './World.js'
export type { Member } from './wrongs.js'
