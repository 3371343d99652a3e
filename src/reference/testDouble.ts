/**
 * A test double of the service: seeded, with failures on demand and a log of calls, for tests of code that calls it.
 */
import { isLeft } from '../contract/Either.js'
import type { ListUserPoolClientSecretsError } from '../contract/ListUserPoolClientSecretsError.js'
import { type ExceptionName, exceptionTable } from '../contract/DocumentedException.js'
import { decodeOperation, type EncodedResponse, encodeError, type HttpRequest } from '../protocol/index.js'
import { NetworkFailure } from '../protocol/NetworkFailure.js'
import { type Call, CallLog } from './CallLog.js'
import { type OperationName, operations } from './operations.js'
import { seededState, type SeededPool } from './seededState.js'
import { step } from './service.js'

/** What a test double is told. */
export interface TestDoubleOptions {
  /** The clock. It dates the secrets that are added. */
  readonly now: () => Date
  /** What the service has from the start. Default: nothing. */
  readonly pools?: ReadonlyArray<SeededPool>
  /** Decides the ids and secrets that the service makes. Default: 1. */
  readonly seed?: number
}

/** Which calls an injected failure meets. */
export interface When {
  /** Default: the next call of any operation. */
  readonly operation?: OperationName
  /** How many calls. Default: 1. */
  readonly times?: number
}

/** `answer`: the change is made and its answer is lost. `request`: the request is lost, and nothing is changed. */
export type Lost = 'answer' | 'request'

/** A handler, so that `sdkRequestHandler`, `listen` and `verify` take it as it is. */
export interface TestDouble {
  (request: HttpRequest): Promise<EncodedResponse>
  /** Answers the next calls with an error, and changes nothing: one of the documented five by name, or any error. */
  readonly failNext: (error: ExceptionName | ListUserPoolClientSecretsError, when?: When) => void
  /** Answers the next `times` calls (default: 1) with TooManyRequestsException. */
  readonly throttle: (times?: number, operation?: OperationName) => void
  /** Breaks the connection of the next calls: the handler rejects with a `NetworkFailure`. */
  readonly loseNext: (lost: Lost, when?: When) => void
  /** How many injected failures no call has met yet. A test that ends with some of them did not test them. */
  readonly pendingFailures: () => number
  /** Every call so far, without secrets. */
  readonly calls: () => ReadonlyArray<Call>
  /** Whether the token endpoint would accept this secret of the client now. */
  readonly accepts: (ids: { readonly UserPoolId: string; readonly ClientId: string }, secret: string) => boolean
}

type Failure = ListUserPoolClientSecretsError | Lost

interface Injected {
  readonly failure: Failure
  readonly operation: OperationName | undefined
  remaining: number
}

const MESSAGES: Readonly<Partial<Record<ExceptionName, string>>> = {
  TooManyRequestsException: 'Rate exceeded',
  InternalServerException: 'An internal error has occurred.'
}

const errorOf = (name: ExceptionName): ListUserPoolClientSecretsError => {
  const { status } = exceptionTable[name]
  // the table gives each name its own status, which the type of the union cannot follow
  return { _tag: name, status, message: MESSAGES[name] ?? 'Injected by the test' } as ListUserPoolClientSecretsError
}

const nameOf = (error: ListUserPoolClientSecretsError): string =>
  error._tag === 'CommonError' ? error.type : error._tag

const checkChoice = (what: string, given: string, choices: ReadonlyArray<string>): void => {
  if (!choices.includes(given)) throw new TypeError(`unknown ${what}: expected one of ${choices.join(', ')}`)
}

const checkWhen = ({ operation, times = 1 }: When): void => {
  if (operation !== undefined) checkChoice('operation', operation, [...operations.keys()])
  if (!Number.isSafeInteger(times) || times < 1) throw new RangeError('times: expected a whole number from 1')
}

/** The first injected failure that meets this operation; it counts as used. */
const take = (queue: ReadonlyArray<Injected>, operation: string): Failure | undefined => {
  const found = queue.find((one) => one.remaining > 0 && (one.operation ?? operation) === operation)
  if (found === undefined) return undefined
  found.remaining--
  return found.failure
}

/**
 * A service in memory for tests of code that lists, adds and deletes client secrets. It behaves as `inMemory` does. A
 * request that names no operation meets no injected failure. Throws a TypeError for ill-formed `pools`, without their
 * values.
 *
 * @example
 * const double = testDouble({ now: () => new Date('2026-01-02'), pools: [{ Id: 'us-east-1_Example', clients: [] }] })
 * const client = new CognitoIdentityProviderClient({ region, credentials, requestHandler: sdkRequestHandler(double) })
 * double.throttle(2)
 */
export const testDouble = ({ now, pools = [], seed = 1 }: TestDoubleOptions): TestDouble => {
  let state = seededState(seed, pools, now())
  const log = new CallLog(pools)
  let queue: ReadonlyArray<Injected> = []

  const inject = (failure: Failure, when: When): void => {
    checkWhen(when)
    const open = queue.filter(({ remaining }) => remaining > 0)
    queue = [...open, { failure, operation: when.operation, remaining: when.times ?? 1 }]
  }

  const perform = (request: HttpRequest, at: Date): EncodedResponse => {
    const [next, response] = step(state, request, at)
    state = next
    return response
  }

  const handle = async (request: HttpRequest): Promise<EncodedResponse> => {
    const at = now()
    const call = decodeOperation(request)
    if (isLeft(call)) return perform(request, at)
    const failure = take(queue, call.right.operation)
    if (failure === 'request') {
      log.add(call.right, at, 'lost request')
      throw new NetworkFailure('The connection broke before the request arrived')
    }
    if (failure !== undefined && failure !== 'answer') {
      log.add(call.right, at, nameOf(failure))
      return encodeError(failure)
    }
    const response = perform(request, at)
    log.add(call.right, at, failure === 'answer' ? 'lost answer' : undefined, response)
    if (failure === 'answer') throw new NetworkFailure('The connection broke before the answer arrived')
    return response
  }

  return Object.assign(handle, {
    failNext: (error: ExceptionName | ListUserPoolClientSecretsError, when: When = {}) => {
      if (typeof error === 'string') checkChoice('exception', error, Object.keys(exceptionTable))
      inject(typeof error === 'string' ? errorOf(error) : error, when)
    },
    throttle: (times = 1, operation?: OperationName) =>
      inject(errorOf('TooManyRequestsException'), { times, ...(operation === undefined ? {} : { operation }) }),
    loseNext: (lost: Lost, when: When = {}) => {
      checkChoice('part of a call', lost, ['request', 'answer'])
      inject(lost, when)
    },
    pendingFailures: () => queue.reduce((sum, { remaining }) => sum + remaining, 0),
    calls: () => log.calls(),
    accepts: ({ UserPoolId, ClientId }: { readonly UserPoolId: string; readonly ClientId: string }, secret: string) => {
      const secrets = state.pools.get(UserPoolId)?.clients.get(ClientId)?.secrets ?? []
      return secrets.some(({ ClientSecretValue }) => ClientSecretValue === secret)
    }
  })
}
