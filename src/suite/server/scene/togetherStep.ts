/**
 * Calls that are sent at the same time: what the suite knows while they are on their way, and when all are answered.
 */
import type { ListStep, SecretChange, TogetherStep } from '../../../generators/TestCase.js'
import type { Exchange } from '../../../laws/server/Exchange.js'
import { expectation } from '../../../laws/server/expectation.js'
import { findClient, type KnownClient, type KnownSecret, type World } from '../../../laws/server/World.js'
import { addedSecret, idsOf, sendAdd, sendDelete } from './secretCalls.js'
import type { SceneAnswer } from '../target/sceneCalls.js'
import type { Session } from '../target/Session.js'
import { updateClient } from './worldChanges.js'

/** What became of a change. Nobody knows whether one that failed was carried out. */
type Change =
  | { readonly kind: 'added'; readonly client: string; readonly secret: KnownSecret }
  | { readonly kind: 'deleted'; readonly client: string; readonly id: string }
  | { readonly kind: 'refused'; readonly client: string }
  | { readonly kind: 'unknown'; readonly client: string; readonly id?: string }

const isUnknown = ({ status, problem = '' }: SceneAnswer): boolean =>
  status === 0 || status >= 500 || problem.startsWith('ResourceNotFoundException')

const sendChange = async (session: Session, world: World, step: SecretChange, key: string): Promise<Change> => {
  const { client } = step
  const ids = idsOf(world, client)
  if (ids === undefined) return { kind: 'refused', client }
  if (step.op === 'addUserPoolClientSecret') {
    const answer = await sendAdd(session, ids, step, key)
    if (answer.problem === undefined) return { kind: 'added', client, secret: addedSecret(answer, step.own) }
    return { kind: isUnknown(answer) ? 'unknown' : 'refused', client }
  }
  const id = findClient(world, client)?.secrets?.[step.position]?.id
  if (id === undefined) return { kind: 'refused', client }
  const answer = await sendDelete(session, ids, id)
  if (answer.problem === undefined) return { kind: 'deleted', client, id }
  return isUnknown(answer) ? { kind: 'unknown', client, id } : { kind: 'refused', client }
}

interface Effect {
  readonly before: ReadonlyArray<KnownSecret>
  readonly added: ReadonlyArray<KnownSecret>
  /** The ids of those that were deleted. */
  readonly removed: ReadonlyArray<string>
  /** Whether it was known what there was, and every change was carried out or refused. */
  readonly isKnown: boolean
}

const effectOf = ({ name, secrets }: KnownClient, changes: ReadonlyArray<Change>): Effect | undefined => {
  const own = changes.filter(({ client }) => client === name)
  if (own.length === 0) return undefined
  const deleted = own.flatMap((change) => (change.kind === 'deleted' ? [change.id] : []))
  const before = secrets ?? []
  const added = own.flatMap((change) => (change.kind === 'added' ? [change.secret] : []))
  return {
    before,
    added,
    removed: deleted,
    isKnown:
      secrets !== undefined &&
      // of two that delete the same secret one finds it gone
      own.every((one) => one.kind !== 'unknown' || (one.id !== undefined && deleted.includes(one.id))) &&
      // one id for two secrets: no telling which of them is gone
      deleted.every((id) => [...before, ...added].filter((secret) => secret.id === id).length === 1)
  }
}

const areNamed = (secrets: ReadonlyArray<KnownSecret>): boolean => {
  const ids = secrets.flatMap(({ id }) => id ?? [])
  return ids.length === secrets.length && new Set(ids).size === ids.length
}

const isLeft = ({ removed }: Effect, { id }: KnownSecret): boolean => id === undefined || !removed.includes(id)

/** The client as a List on the way may find it. */
const during = (client: KnownClient, effect: Effect): KnownClient => {
  const ever = [...effect.before, ...effect.added]
  return {
    ...client,
    secrets: undefined,
    isUnlisted: false,
    listed: undefined,
    ...(effect.isKnown && areNamed(ever)
      ? { changing: { always: effect.before.filter((s) => isLeft(effect, s)), ever } }
      : {})
  }
}

/** The client when all changes are answered. */
const after = (client: KnownClient, effect: Effect): KnownClient => ({
  ...client,
  secrets: effect.isKnown ? [...effect.before.filter((s) => isLeft(effect, s)), ...effect.added] : undefined,
  deletedSecretIds: effect.isKnown ? [...client.deletedSecretIds, ...effect.removed] : client.deletedSecretIds,
  refusedAdd: false,
  isUnlisted: false,
  changedTogether: true,
  listed: undefined
})

const withEffects = (
  world: World,
  changes: ReadonlyArray<Change>,
  f: (client: KnownClient, effect: Effect) => KnownClient
): World =>
  world.clients.reduce((changed, client) => {
    const effect = effectOf(client, changes)
    return effect === undefined ? changed : updateClient(changed, client.name, (one) => f(one, effect))
  }, world)

const seenDuring = (world: World, exchange: Exchange): Exchange =>
  exchange.expected._tag === 'Listing'
    ? { ...exchange, world, expected: expectation(world, exchange.request) }
    : exchange

export const togetherStep = async <S extends { readonly exchanges?: ReadonlyArray<Exchange>; readonly stuck?: string }>(
  session: Session,
  world: World,
  { lists, changes = [] }: TogetherStep,
  key: string,
  list: (step: ListStep) => Promise<S>
): Promise<{ readonly world: World; readonly exchanges: ReadonlyArray<Exchange>; readonly stuck?: string }> => {
  // a List between every two changes, so that some arrive in the middle
  const sent = Array.from({ length: Math.max(lists.length, changes.length) }, (_, i) => ({
    change: changes[i] && sendChange(session, world, changes[i], `${key}/${i}`),
    listed: lists[i] && list(lists[i])
  }))
  const changed = await Promise.all(sent.flatMap(({ change }) => change ?? []))
  const listed = await Promise.all(sent.flatMap(({ listed: one }) => one ?? []))
  const stuck = listed.find((one) => one.stuck !== undefined)?.stuck
  const meanwhile = withEffects(world, changed, during)
  return {
    world: withEffects(world, changed, after),
    exchanges: listed.flatMap(({ exchanges = [] }) => exchanges).map((one) => seenDuring(meanwhile, one)),
    ...(stuck === undefined ? {} : { stuck })
  }
}
