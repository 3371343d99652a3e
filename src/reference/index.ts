/**
 * The service as a pure state machine.
 */
export type { Operation, Outcome } from './Operation.js'
export type { Call } from './CallLog.js'
export { type OperationName, operations } from './operations.js'
export type { SeededClient, SeededPool, SeededSecret } from './seededState.js'
export { type HandlerOptions, inMemory, step } from './service.js'
export { type AppClient, initialState, type Limits, type State, type StoredSecret, type UserPool } from './State.js'
export { type Lost, testDouble, type TestDouble, type TestDoubleOptions, type When } from './testDouble.js'
