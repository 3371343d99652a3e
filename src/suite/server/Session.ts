/**
 * One run's conversation with a target: sets the scene, plants secrets and searches every answer for them.
 */
import { emptyLeakIndex, findLeaks, plant } from '../../laws/shared/Leaks.js'
import { type Exchange, exchange } from '../../laws/server/Exchange.js'
import { parseResponse } from '../../laws/shared/ParsedResponse.js'
import { type World } from '../../laws/server/World.js'
import { CONTENT_TYPE, type HttpRequest, TARGET_PREFIX } from '../../protocol/index.js'
import type { Made } from './cleanUp.js'
import type { Fixtures } from './Fixtures.js'
import {
  type Connection,
  type ConnectionOptions,
  type ConnectionStats,
  openConnection,
  type Outcome
} from './Connection.js'
import { within } from './pace.js'
import { hash, secretOf } from '../shared/seeds.js'
import type { Target } from './Target.js'

export interface SessionOptions extends ConnectionOptions {
  readonly seed: number
  /** Sets the scene in place of the target. */
  readonly fixtures?: Fixtures
  /** What signs requests: masked in reports. An answer that repeats it breaks no clause. */
  readonly credentialSecrets?: ReadonlyArray<string>
  /** Whether what is made stays. */
  readonly keep?: boolean
}

/** An answer of an operation that sets the scene. */
export interface SceneAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** For notes: the error's name, or why there is no answer. */
  readonly problem: string | undefined
}

export interface Session extends Pick<Connection, 'lost' | 'recall'> {
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
  readonly stats: () => ConnectionStats & { readonly notes: ReadonlyArray<string> }
  readonly keep: boolean
  /** What cases made and could not delete at once. */
  readonly pendingCleanUps: Array<Made>
  /** What cases made and leave on the target, as asked. */
  readonly kept: Array<Made>
}

/** How many times as long the operations that set the scene may take: some servers make a key for every pool. */
const SCENE_PATIENCE = 3

const sceneAnswer = (outcome: Outcome): SceneAnswer => {
  if ('failure' in outcome) return { status: 0, body: {}, problem: outcome.failure }
  const { status, errorType = 'an unnamed error', body = {} } = parseResponse(outcome.response)
  return { status, body, problem: status >= 200 && status < 300 ? undefined : `${errorType}, HTTP ${status}` }
}

export const openSession = (target: Target, options: SessionOptions): Session => {
  const { seed, timeoutMs, fixtures } = options
  const line = openConnection(target, options)
  const index = emptyLeakIndex()
  const secrets: Array<string> = []
  const notes = new Map<string, number>()

  const remember = (secret: string): void => {
    if (secret.length < 12 || secrets.includes(secret)) return
    secrets.push(secret)
    plant(index, secret)
  }

  const list: Session['list'] = async (world, request) => {
    if (line.lost() !== undefined) return []
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
    const { outcome, throttled } = await line.send(request, 1, (attempt) => record(attempt, false))
    record(outcome, !throttled)
    return exchanges
  }

  const callTarget = async (operation: string, input: object): Promise<SceneAnswer> => {
    const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${operation}` }
    const body = JSON.stringify(input)
    const { outcome } = await line.send({ method: 'POST', path: '/', headers, body }, SCENE_PATIENCE)
    return sceneAnswer(outcome)
  }

  const callFixtures = async (make: Fixtures, operation: string, input: object): Promise<SceneAnswer> => {
    try {
      const made = await within(timeoutMs * SCENE_PATIENCE, () => make(operation, { ...input }))
      // as JSON would carry it
      const body = JSON.parse(JSON.stringify(made ?? {})) as SceneAnswer['body']
      return { status: 200, body, problem: undefined }
    } catch (error) {
      return { status: 0, body: {}, problem: error instanceof Error ? `${error.name}: ${error.message}` : 'it threw' }
    }
  }

  return {
    seed,
    list,
    ask: async (request) => (await line.send(request)).outcome,
    call: async (operation, input) => {
      const answer = await (fixtures ? callFixtures(fixtures, operation, input) : callTarget(operation, input))
      const shown = JSON.stringify(answer.body).matchAll(/"(?:ClientSecret|ClientSecretValue)":"([^"]+)"/g)
      for (const [, secret = ''] of shown) remember(secret)
      return answer
    },
    ownSecret: (key) => {
      const secret = secretOf(hash(`${seed}/${key}`))
      remember(secret)
      return secret
    },
    note: (text) => {
      if (line.lost() === undefined) notes.set(text, (notes.get(text) ?? 0) + 1)
    },
    secrets: () => [...secrets, ...(options.credentialSecrets ?? [])],
    stats: () => ({
      ...line.stats(),
      notes: [...notes].map(([text, times]) => (times === 1 ? text : `${text} (${times} times)`))
    }),
    lost: line.lost,
    keep: options.keep ?? false,
    pendingCleanUps: [],
    kept: [],
    recall: line.recall
  }
}
