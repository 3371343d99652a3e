/**
 * One run's conversation with a target: counts requests, waits where the target throttles, plants secrets and searches
 * every answer for them, gives up on a target that has stopped answering.
 */
import { emptyLeakIndex, type Exchange, exchange, findLeaks, plant, readAnswer, type World } from '../laws/index.js'
import { CONTENT_TYPE, type HttpRequest, type HttpResponse, TARGET_PREFIX } from '../protocol/index.js'
import { hash, secretOf } from './seeds.js'
import { backoff, isTransient, sleep, turns, within } from './pace.js'
import type { Target } from './Target.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface SessionOptions {
  readonly seed: number
  /** How often a throttled request is tried again. */
  readonly retries: number
  /** How often in all. */
  readonly retryBudget: number
  /** Milliseconds until an answer of the operation must be complete. */
  readonly timeoutMs: number
  /** The most requests a second. */
  readonly rateLimit?: number
}

/** An answer of an operation that sets the scene. */
export interface SceneAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** For notes: the error's name, or why there is no answer. */
  readonly problem: string | undefined
}

/** A response, or why there is none. */
export type Outcome = { readonly response: HttpResponse } | { readonly failure: string }

/**
 * @since 0.1.0
 */
export interface Session {
  readonly seed: number
  /** Sends one List call; retried attempts are exchanges too, the last is the one that answers. */
  readonly list: (world: World, request: HttpRequest) => Promise<ReadonlyArray<Exchange>>
  /** One request beside the cases; its answer is not judged. */
  readonly ask: (request: HttpRequest) => Promise<Outcome>
  readonly call: (operation: string, input: object) => Promise<SceneAnswer>
  /** A caller's own secret, planted. `key` names its place in its case, so that a seed repeats it. */
  readonly ownSecret: (key: string) => string
  readonly note: (text: string) => void
  readonly secrets: () => ReadonlyArray<string>
  readonly stats: () => SessionStats
  /** Why the target was given up, if it was. */
  readonly lost: () => string | undefined
  /** What cases made and could not delete at once: what there is, beside what there was before. */
  readonly unclean: Array<{ readonly world: World; readonly base: World }>
  /** A last chance for a target that was given up: the next call without an answer ends it again. */
  readonly recall: () => void
}

/**
 * @since 0.1.0
 */
export interface SessionStats {
  readonly requests: number
  readonly retries: number
  /** Calls that were throttled to the end. */
  readonly starved: number
  /** HTTP responses of any kind. */
  readonly responses: number
  /** Those that were neither throttling nor the documented failure. */
  readonly answered: number
  readonly notes: ReadonlyArray<string>
}

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

const MAX_CONSECUTIVE_FAILURES = 5
const MAX_FAILURES = 25

/** How many times as long the operations that set the scene may take: some servers make a key for every pool. */
const SCENE_PATIENCE = 3

/** After so many answers without one that is more than throttling or failure, there will be none. */
const HOPELESS = 60

const isHeader = (u: unknown): boolean =>
  u === undefined || typeof u === 'string' || (Array.isArray(u) && u.every((one) => typeof one === 'string'))

/** A target in the same process may return anything. */
const isResponse = ({ status, statusText, headers, body }: HttpResponse): boolean =>
  typeof status === 'number' &&
  (statusText === undefined || typeof statusText === 'string') &&
  typeof headers === 'object' &&
  headers !== null &&
  Object.values(headers).every(isHeader) &&
  (typeof body === 'string' || body instanceof Uint8Array)

/**
 * @since 0.1.0
 */
export const openSession = (target: Target, options: SessionOptions): Session => {
  const { seed, retries, retryBudget, timeoutMs } = options
  const turn = turns(options.rateLimit)
  const index = emptyLeakIndex()
  const secrets: Array<string> = []
  const notes = new Map<string, number>()
  const count = { requests: 0, retries: 0, starved: 0, responses: 0, answered: 0, failures: 0, consecutive: 0 }
  let lost: string | undefined

  const remember = (secret: unknown): void => {
    if (typeof secret !== 'string' || secret.length < 12 || secrets.includes(secret)) return
    secrets.push(secret)
    plant(index, secret)
  }

  const send = async (request: HttpRequest, patience: number): Promise<Outcome> => {
    if (lost !== undefined) return { failure: lost }
    await turn()
    count.requests++
    try {
      const response = await within(timeoutMs * patience, (signal) => target(request, signal))
      if (!isResponse(response)) throw new Error('the target returned something that is no HttpResponse')
      count.consecutive = 0
      count.responses++
      if (count.answered === 0 && count.responses >= HOPELESS) lost = 'the target only ever throttled or failed'
      return { response }
    } catch (error) {
      const failure = error instanceof Error ? error.message : 'the target threw something that is no Error'
      count.failures++
      count.consecutive++
      if (count.consecutive >= MAX_CONSECUTIVE_FAILURES || count.failures >= MAX_FAILURES) {
        lost = `gave up after ${count.failures} requests without an answer (${failure})`
      }
      return { failure }
    }
  }

  /** Calls `attempted` for each attempt that is tried again. */
  const sendPatiently = async (
    request: HttpRequest,
    attempted: (outcome: Outcome) => void,
    patience = 1
  ): Promise<{ readonly outcome: Outcome; readonly throttled: boolean }> => {
    for (let attempt = 0; ; attempt++) {
      const outcome = await send(request, patience)
      const transient = 'response' in outcome ? isTransient(outcome.response) : undefined
      const most = transient === 'throttled' ? retries : Math.min(2, retries)
      if (transient === undefined || attempt >= most || count.retries >= retryBudget) {
        if (transient === 'throttled') count.starved++
        else if (transient === undefined && 'response' in outcome) count.answered++
        return { outcome, throttled: transient === 'throttled' }
      }
      count.retries++
      attempted(outcome)
      await sleep(backoff(attempt))
    }
  }

  const list: Session['list'] = async (world, request) => {
    if (lost !== undefined) return []
    const exchanges: Array<Exchange> = []
    const record = (outcome: Outcome, isAnswer: boolean): void => {
      const found = 'response' in outcome ? findLeaks(index, outcome.response) : []
      const leaks = { planted: secrets.length, found }
      exchanges.push(
        isAnswer
          ? exchange(world, request, outcome, leaks)
          : exchange(world, request, outcome, leaks, { _tag: 'Anything' })
      )
    }
    const { outcome, throttled } = await sendPatiently(request, (attempt) => record(attempt, false))
    record(outcome, !throttled)
    return exchanges
  }

  const call: Session['call'] = async (operation, input) => {
    const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${operation}` }
    const body = JSON.stringify(input)
    const { outcome } = await sendPatiently(
      { method: 'POST', path: '/', headers, body },
      () => undefined,
      SCENE_PATIENCE
    )
    if ('failure' in outcome) return { status: 0, body: {}, problem: outcome.failure }
    const answer = readAnswer(outcome.response)
    const shown = JSON.stringify(answer.body ?? {}).matchAll(/"(?:ClientSecret|ClientSecretValue)":"([^"]+)"/g)
    for (const [, secret] of shown) remember(secret)
    const problem =
      answer.status >= 200 && answer.status < 300
        ? undefined
        : `${answer.errorType ?? 'an unnamed error'}, HTTP ${answer.status}`
    return { status: answer.status, body: answer.body ?? {}, problem }
  }

  return {
    seed,
    list,
    ask: async (request) => (await sendPatiently(request, () => undefined)).outcome,
    call,
    ownSecret: (key) => {
      const secret = secretOf(hash(`${seed}/${key}`))
      remember(secret)
      return secret
    },
    note: (text) => {
      if (lost === undefined) notes.set(text, (notes.get(text) ?? 0) + 1)
    },
    secrets: () => secrets,
    stats: () => ({
      requests: count.requests,
      retries: count.retries,
      starved: count.starved,
      responses: count.responses,
      answered: count.answered,
      notes: [...notes].map(([text, times]) => (times === 1 ? text : `${text} (${times} times)`))
    }),
    lost: () => lost,
    unclean: [],
    recall: () => {
      lost = undefined
      count.consecutive = MAX_CONSECUTIVE_FAILURES - 1
    }
  }
}
