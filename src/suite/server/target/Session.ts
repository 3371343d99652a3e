/**
 * One run's conversation with a target: sets the scene, plants secrets and searches every answer for them.
 */
import { isLeft } from '../../../contract/Either.js'
import { ownMember } from '../../../contract/Structure.js'
import { emptyLeakIndex, excuseId, plant } from '../../../laws/shared/LeakIndex.js'
import { findLeaks } from '../../../laws/shared/Leaks.js'
import { type Exchange, exchange } from '../../../laws/server/Exchange.js'
import { type Expectation, expectation } from '../../../laws/server/expectation.js'
import { type World } from '../../../laws/server/World.js'
import type { HttpRequest } from '../../../protocol/index.js'
import { decodeObject } from '../../../protocol/Json.js'
import type { Made } from '../scene/cleanUp.js'
import type { Fixtures } from './Fixtures.js'
import {
  type Connection,
  type ConnectionOptions,
  type ConnectionStats,
  openConnection,
  type Outcome
} from './Connection.js'
import { sleep } from './pace.js'
import { callFixtures, callTarget, type SceneAnswer } from './sceneCalls.js'
import { leakIndexOf, masker } from '../../shared/mask.js'
import { hash, secretOf } from '../../shared/seeds.js'
import { brief, plural } from '../../shared/text.js'
import { textAt } from '../scene/sceneReadings.js'
import type { Target } from './Target.js'
import { GONE, hasFallen, type Watched, watchTarget } from './watchTarget.js'

export interface SessionOptions extends ConnectionOptions {
  readonly seed: number
  /** Sets the scene in place of the target. */
  readonly fixtures?: Fixtures
  /** What signs requests: masked in reports. An answer that repeats it breaks no clause. */
  readonly credentialSecrets?: ReadonlyArray<string>
  /** Whether what is made stays. */
  readonly keep?: boolean
  /** Milliseconds to wait after a change. */
  readonly settleMs?: number
  /** Asked before each call and each case: why the run is to end, if it is. Clean-up goes on. */
  readonly stop?: () => string | undefined
}

export interface Session extends Pick<Connection, 'lost' | 'recall'>, Pick<Watched, 'restarts'> {
  readonly seed: number
  /** In whole seconds since the epoch. */
  readonly startedAt: number
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
  readonly stats: () => ConnectionStats
  /** How many answers a Content-Encoding hid, and that in a sentence; `undefined` where all could be read. */
  readonly hidden: () => { readonly answers: number; readonly why: string } | undefined
  /** What is to be told of the other operations, and of the target's deaths. */
  readonly notes: () => ReadonlyArray<string>
  readonly keep: boolean
  /** Whether fixtures set the scene in place of the target. */
  readonly hasFixtures: boolean
  /** Remembers a client that some case has made: what is nearly the id of another case's may be its own. */
  readonly rememberClient: (userPoolId: string, clientId: string) => void
  /** Waits after a change as long as the target is given to settle. */
  readonly settle: () => Promise<void>
  /** What cases made and could not delete at once. */
  readonly pendingCleanUps: Array<Made>
  /** What cases made and leave on the target, as asked. */
  readonly kept: Array<Made>
}

/** The share of an answer's time that a target may take to be started again. */
const RESTART_SHARE = 0.6

const MAX_CODING = 40

const hiddenBy = (coding: string, answers: number): ReturnType<Session['hidden']> => ({
  answers,
  why:
    `the target encoded ${plural(answers, 'answer')} with ${brief(coding, MAX_CODING)}, which no request asked for, so ` +
    'nobody could read them; turn compression off for this target, in the server or in a proxy before it'
})

const RESTARTED = 'the target was restarted'

const pairOf = (userPoolId: unknown, clientId: unknown): string => `${String(userPoolId)}/${String(clientId)}`

/** Whether it is expected for what is known of the target, and not for the request alone. */
const isOfWorld = ({ _tag }: Expectation): boolean => _tag === 'Listing' || _tag === 'NotFound'

export const openSession = (target: Target, options: SessionOptions): Session => {
  const { seed, timeoutMs, fixtures, stop = () => undefined } = options
  const watched = watchTarget(target, timeoutMs * RESTART_SHARE)
  const connection = openConnection(watched.target, options)
  const ended = (): string | undefined => connection.lost() ?? stop()
  const index = emptyLeakIndex()
  const credentials = options.credentialSecrets ?? []
  const ofCredentials = credentials.length === 0 ? [] : [leakIndexOf(credentials)]
  const secrets = new Set<string>()
  const ids: Array<string> = []
  const clients = new Set<string>()
  let hidden: ReturnType<Session['hidden']>
  const notes = new Map<string, { readonly text: string; readonly times: number }>()

  const send: Connection['send'] = async (...call) => {
    const sent = await connection.send(...call)
    const coding = 'answer' in sent.outcome ? sent.outcome.answer.hiddenBy : undefined
    if (coding !== undefined) hidden = hiddenBy(coding, (hidden?.answers ?? 0) + 1)
    return sent
  }

  const remember = (secret: string): void => {
    if (secret.length < 12 || secrets.has(secret)) return
    secrets.add(secret)
    plant(index, secret)
  }

  /** Whether the client that this case knows nothing of is one that another case has made. */
  const isOfAnotherCase = (expected: Expectation, { body }: HttpRequest): boolean => {
    if (expected._tag !== 'NotFound' || expected.what.startsWith('deleted')) return false
    const input = decodeObject(body, Infinity)
    return (
      !isLeft(input) && clients.has(pairOf(ownMember(input.right, 'UserPoolId'), ownMember(input.right, 'ClientId')))
    )
  }

  const list: Session['list'] = async (world, request) => {
    if (ended() !== undefined) return []
    const exchanges: Array<Exchange> = []
    const record = (outcome: Outcome, isAnswer: boolean): void => {
      const failure = 'failure' in outcome ? outcome.failure : ''
      // the requests that were in flight say more
      if (failure.startsWith(GONE) && watched.isNamed()) return
      const isDeath = failure.startsWith(GONE) || hasFallen(failure)
      const isOutdated = (world.restarts ?? 0) !== watched.restarts()
      const expected = expectation(world, request)
      const found = 'response' in outcome ? findLeaks(index, outcome.response, request) : []
      exchanges.push(
        exchange(
          world,
          request,
          outcome,
          { planted: secrets.size, found },
          !isAnswer || isDeath || (isOutdated && isOfWorld(expected)) || isOfAnotherCase(expected, request)
            ? { _tag: 'Anything' }
            : expected
        )
      )
    }
    const { outcome, throttled } = await send(request, 1, (attempt) => record(attempt, false))
    // what was not sent says nothing about the target
    if (!('unsent' in outcome)) record(outcome, !throttled)
    return exchanges
  }

  return {
    seed,
    rememberClient: (userPoolId, clientId) => void clients.add(pairOf(userPoolId, clientId)),
    startedAt: Math.floor(Date.now() / 1000),
    ended,
    list,
    ask: async (request) => (await send(request)).outcome,
    call: async (operation, input) => {
      const before = watched.restarts()
      const answer = await (fixtures
        ? callFixtures(fixtures, timeoutMs, operation, input)
        : callTarget(send, operation, input))
      if (answer.problem !== undefined && watched.restarts() !== before) {
        return { status: 0, body: {}, problem: RESTARTED }
      }
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
      // a target that was restarted meanwhile may have forgotten what it was asked about
      if (connection.lost() !== undefined || text.includes(RESTARTED)) return
      notes.set(key, { ...before, times: before.times + 1 })
    },
    // what the run's secrets have in common with an id gives nothing away
    mask: (most) => masker([...credentials, ...secrets], most, () => [index, ...ofCredentials]),
    stats: connection.stats,
    hidden: () => hidden,
    notes: () => [
      ...watched.deaths(),
      ...[...notes.values()].map(({ text, times }) => (times === 1 ? text : `${text} (${times} times)`))
    ],
    lost: connection.lost,
    restarts: watched.restarts,
    keep: options.keep ?? false,
    hasFixtures: fixtures !== undefined,
    settle: () => sleep(options.settleMs ?? 0),
    pendingCleanUps: [],
    kept: [],
    recall: connection.recall
  }
}
