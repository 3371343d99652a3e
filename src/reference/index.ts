/**
 * The service as a pure state machine.
 */
export type { Operation, Outcome } from './Operation.js'
export { operations } from './operations.js'
export { type HandlerOptions, inMemory, step } from './service.js'
export { type AppClient, initialState, type Limits, type State, type StoredSecret, type UserPool } from './State.js'
