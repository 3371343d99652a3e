/**
 * One run's conversation with a target: sets the scene, plants secrets and searches every answer for them.
 */
import { emptyLeakIndex, excuseId, findLeaks, plant } from '../../laws/shared/Leaks.js'
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
import { masker } from '../shared/mask.js'
import { hash, secretOf } from '../shared/seeds.js'
import { textAt } from './sceneReadings.js'
import type { Target } from './Target.js'

export interface SessionOptions extends ConnectionOptions {
  readonly seed: number
  /** Sets the scene in place of the target. */
  readonly fixtures?: Fixtures
  /** Whether what is made stays. */
  readonly keep?: boolean
  /** Asked before each call and each case: why the run is to end, if it is. Clean-up goes on. */
  readonly stop?: () => string | undefined
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
  /** Why no more cases are to be sent, if so: the target was given up, or the run was told to stop. */
  readonly ended: () => string | undefined
  /** Sends one List call; retried attempts are exchanges too, the last is the one that answers. */
  readonly list: (world: World, request: HttpRequest) => Promise<ReadonlyArray<Exchange>>
  /** One request beside the cases; its answer is not judged. */
  readonly ask: (request: HttpRequest) => Promise<Outcome>
  readonly call: (operation: string, input: object) => Promise<SceneAnswer>
  /** A caller's own secret, planted. `key` names its place in its case, so that a seed repeats it. */
  readonly ownSecret: (key: string) => string
  /** Tells of the other operations; what has the same `key` is told once, in the words that came first. */
  readonly note: (text: string, key?: string) => void
  /** Masks what the target was told and what it gave away; `most` characters are shown. */
  readonly mask: (most?: number) => (text: string) => string
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
  const { seed, timeoutMs, fixtures, stop = () => undefined } = options
  const connection = openConnection(target, options)
  const ended = (): string | undefined => connection.lost() ?? stop()
  const index = emptyLeakIndex()
  const secrets = new Set<string>()
  const ids: Array<string> = []
  const notes = new Map<string, { readonly text: string; readonly times: number }>()

  const remember = (secret: string): void => {
    if (secret.length < 12 || secrets.has(secret)) return
    secrets.add(secret)
    plant(index, secret)
  }

  const list: Session['list'] = async (world, request) => {
    if (ended() !== undefined) return []
    const exchanges: Array<Exchange> = []
    const record = (outcome: Outcome, isAnswer: boolean): void => {
      const found = 'response' in outcome ? findLeaks(index, outcome.response, request) : []
      const leaks = { planted: secrets.size, found }
      exchanges.push(
        isAnswer
          ? exchange(world, request, outcome, leaks)
          : exchange(world, request, outcome, leaks, { _tag: 'Anything' })
      )
    }
    const { outcome, throttled } = await connection.send(request, 1, (attempt) => record(attempt, false))
    // what was not sent says nothing about the target
    if (!('unsent' in outcome)) record(outcome, !throttled)
    return exchanges
  }

  const callTarget = async (operation: string, input: object): Promise<SceneAnswer> => {
    const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${operation}` }
    const body = JSON.stringify(input)
    const { outcome } = await connection.send({ method: 'POST', path: '/', headers, body }, SCENE_PATIENCE)
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
    ended,
    list,
    ask: async (request) => (await connection.send(request)).outcome,
    call: async (operation, input) => {
      const answer = await (fixtures ? callFixtures(fixtures, operation, input) : callTarget(operation, input))
      const shown = JSON.stringify(answer.body).matchAll(/"(?:ClientSecret|ClientSecretValue)":"([^"]+)"/g)
      for (const [, secret = ''] of shown) remember(secret)
      for (const id of [textAt(answer.body, 'UserPool', 'Id'), textAt(answer.body, 'UserPoolClient', 'ClientId')]) {
        if (id === undefined || ids.includes(id)) continue
        ids.push(id)
        excuseId(index, id)
      }
      return answer
    },
    ownSecret: (key) => {
      const secret = secretOf(hash(`${seed}/${key}`))
      remember(secret)
      return secret
    },
    note: (text, key = text) => {
      const before = notes.get(key) ?? { text, times: 0 }
      if (connection.lost() === undefined) notes.set(key, { ...before, times: before.times + 1 })
    },
    mask: (most) => masker([...secrets], most, ids),
    stats: () => ({
      ...connection.stats(),
      notes: [...notes.values()].map(({ text, times }) => (times === 1 ? text : `${text} (${times} times)`))
    }),
    lost: connection.lost,
    keep: options.keep ?? false,
    pendingCleanUps: [],
    kept: [],
    recall: connection.recall
  }
}
