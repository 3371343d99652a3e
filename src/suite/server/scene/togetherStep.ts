/**
 * Calls that are sent at the same time: what the suite knows while they are on their way, and when all are answered.
 */
import type { ListStep, SecretChange, TogetherStep } from '../../../generators/TestCase.js'
import { type Exchange, inWorld } from '../../../laws/server/Exchange.js'
import { findClient, type KnownClient, type KnownSecret, type World } from '../../../laws/server/World.js'
import { addedSecret, carriedOut, idsOf, secretId, sendAdd, sendDelete } from './secretCalls.js'
import type { SceneAnswer } from '../target/sceneCalls.js'
import type { Session } from '../target/Session.js'

/** What became of a change; it was refused where there is nothing else. */
interface Change {
  readonly client: string
  readonly added?: KnownSecret
  /** The id of the secret that it deleted. */
  readonly deleted?: string
  /** Whether it was refused as a third secret. */
  readonly isThird?: boolean
  /** What a refused call was to do, which may have been done all the same, and what the report is to say then. */
  readonly refused?: { readonly note: string } & Pick<Change, 'added' | 'deleted'>
  /** Where nobody knows whether it was carried out: the id of the secret that it was to delete, empty for an Add. */
  readonly unclear?: string
}

const isUnclear = ({ status, isUnsure = false, problem = '' }: SceneAnswer): boolean =>
  status === 0 || status >= 500 || isUnsure || problem.startsWith('ResourceNotFoundException')

const sendChange = async (session: Session, world: World, step: SecretChange, key: string): Promise<Change> => {
  const { client } = step
  const ids = idsOf(world, client)
  if (ids === undefined) return { client }
  if (step.op === 'addUserPoolClientSecret') {
    const answer = await sendAdd(session, ids, step, key)
    if (isUnclear(answer)) return { client, unclear: '' }
    const added = addedSecret(answer, step.own)
    if (answer.problem === undefined) return { client, added }
    // the limit is the only reason to refuse it
    return answer.problem.startsWith('LimitExceededException')
      ? { client, isThird: true }
      : { client, refused: { added, note: carriedOut(step.op, answer.problem) } }
  }
  const id = secretId(world, client, step.position)
  if (id === undefined) return { client }
  const answer = await sendDelete(session, ids, id)
  if (answer.problem === undefined) return { client, deleted: id }
  return isUnclear(answer)
    ? { client, unclear: id }
    : { client, refused: { deleted: id, note: carriedOut(step.op, answer.problem) } }
}

/** What changes did to the secrets of a client. */
interface Effect {
  /** There before, after and all the time. */
  readonly always: ReadonlyArray<KnownSecret>
  /** There at any time. */
  readonly ever: ReadonlyArray<KnownSecret>
  readonly after: ReadonlyArray<KnownSecret>
  /** The ids of those that were deleted. */
  readonly removed: ReadonlyArray<string>
  /** Whether a third secret was refused. */
  readonly refusedAdd: boolean
  /** What there is after it if what was refused was carried out. */
  readonly doubt: KnownClient['doubt']
}

/** `undefined` where nobody knew what there was, or whether a change was carried out. */
const effectOf = ({ secrets, doubt }: KnownClient, changes: ReadonlyArray<Change>): Effect | undefined => {
  const removed = changes.flatMap(({ deleted }) => deleted ?? [])
  // of two that delete the same secret one finds it gone
  const isClear = changes.every(({ unclear }) => unclear === undefined || removed.includes(unclear))
  if (secrets === undefined || doubt !== undefined || !isClear) return undefined
  const added = changes.flatMap((change) => change.added ?? [])
  const refused = changes.flatMap((change) => change.refused ?? [])
  const notAdded = refused.flatMap((one) => one.added ?? [])
  const ever = [...secrets, ...added, ...notAdded]
  // one id for two secrets: no telling which of them is gone
  if (removed.some((id) => ever.filter((secret) => secret.id === id).length > 1)) return undefined
  const stays = secrets.filter(({ id }) => id === undefined || !removed.includes(id))
  const always = stays.filter(({ id }) => id === undefined || refused.every((one) => one.deleted !== id))
  const [first] = refused
  return {
    always,
    ever,
    after: [...stays, ...added],
    removed,
    refusedAdd: changes.some(({ isThird }) => isThird === true),
    doubt: first && { secrets: [...always, ...added, ...notAdded], note: first.note }
  }
}

const areNamed = (secrets: ReadonlyArray<KnownSecret>): boolean => {
  const ids = new Set(secrets.map(({ id }) => id))
  return !ids.has(undefined) && ids.size === secrets.length
}

/** The client as a List on the way may find it. */
const during = (client: KnownClient, effect: Effect | undefined): KnownClient => ({
  ...client,
  secrets: undefined,
  isUnlisted: false,
  listed: undefined,
  ...(effect !== undefined && areNamed(effect.ever) ? { changing: { always: effect.always, ever: effect.ever } } : {})
})

/** The client when all changes are answered. One change by itself leaves no doubt. */
const afterAll =
  (changes: number) =>
  (client: KnownClient, effect: Effect | undefined): KnownClient => ({
    ...client,
    secrets: effect?.after,
    doubt: effect?.doubt,
    deletedSecretIds: [...client.deletedSecretIds, ...(effect?.removed ?? [])],
    refusedAdd: changes === 1 && effect?.refusedAdd === true,
    isUnlisted: false,
    ...(effect?.refusedAdd ? { keepsLimit: true } : {}),
    ...(changes > 1 ? { changedTogether: true } : {}),
    listed: undefined
  })

const withEffects = (world: World, changes: ReadonlyArray<Change>, f: typeof during): World => ({
  ...world,
  clients: world.clients.map((client) => {
    const own = changes.filter((change) => change.client === client.name)
    return own.length === 0 ? client : f(client, effectOf(client, own))
  })
})

/** What a List is judged by, if its client was changed meanwhile. */
const seenDuring = (before: World, meanwhile: World, exchange: Exchange): Exchange => {
  const name = exchange.expected._tag === 'Listing' ? exchange.expected.client.name : ''
  return findClient(before, name) === findClient(meanwhile, name) ? exchange : inWorld(meanwhile, exchange)
}

export const togetherStep = async <S extends { readonly exchanges?: ReadonlyArray<Exchange>; readonly stuck?: string }>(
  session: Session,
  world: World,
  { lists, changes = [] }: TogetherStep,
  key: string,
  list: (step: ListStep) => Promise<S>
): Promise<{ readonly world: World; readonly exchanges: ReadonlyArray<Exchange>; readonly stuck?: string }> => {
  const changing: Array<Promise<Change>> = []
  const listing: Array<Promise<S>> = []
  // a List between every two changes, so that some arrive in the middle
  for (const i of Array.from({ length: Math.max(lists.length, changes.length) }).keys()) {
    const [change, one] = [changes[i], lists[i]]
    if (change !== undefined) changing.push(sendChange(session, world, change, `${key}/${i}`))
    if (one !== undefined) listing.push(list(one))
  }
  const changed = await Promise.all(changing)
  const listed = await Promise.all(listing)
  const stuck = listed.find((one) => one.stuck !== undefined)?.stuck
  const meanwhile = withEffects(world, changed, during)
  return {
    world: withEffects(world, changed, afterAll(changed.length)),
    exchanges: listed.flatMap(({ exchanges = [] }) => exchanges).map((one) => seenDuring(world, meanwhile, one)),
    ...(stuck === undefined ? {} : { stuck })
  }
}
