/**
 * Leaving a target as it was found.
 */
import { emptyWorld, findPool, type World } from '../../../laws/server/World.js'
import type { LeftBehind } from '../../shared/Report.js'
import type { Session } from '../target/Session.js'

interface Named {
  readonly name: string
}

const isNew =
  (all: ReadonlyArray<Named>) =>
  (one: Named): boolean =>
    !all.some(({ name }) => name === one.name)

/** Whether something may be there still, by how its deletion was answered. */
const isThere = (problem: string): boolean => !problem.startsWith('ResourceNotFoundException')

/** What a run has made: the world, beside what there was before. */
export interface Made {
  readonly world: World
  readonly base: World
}

const newPools = ({ world, base }: Made): World['pools'] =>
  world.pools.filter(isNew(base.pools)).filter((pool) => !pool.deleted)

/** Those that do not go with their pool, each with that pool's id. */
const newClients = ({ world, base }: Made): ReadonlyArray<{ readonly id: string; readonly pool: string }> =>
  world.clients.filter(isNew(base.clients)).flatMap(({ id, pool: name, deleted }) => {
    const pool = findPool(world, name)
    return deleted || pool === undefined || pool.deleted ? [] : [{ id, pool: pool.id }]
  })

/** Deletes clients before their pools. Says what could not be deleted. */
const remove = async (session: Session, made: Made): Promise<ReadonlyArray<LeftBehind>> => {
  const left: Array<LeftBehind> = []
  const forget = async (operation: string, input: object, what: Omit<LeftBehind, 'reason'>): Promise<void> => {
    const { problem } = await session.call(operation, input)
    if (problem !== undefined && isThere(problem)) left.push({ ...what, reason: problem })
  }
  // several may have the same name
  for (const { id, pool } of newClients(made)) {
    await forget('DeleteUserPoolClient', { UserPoolId: pool, ClientId: id }, { kind: 'app client', id, pool })
  }
  for (const { id } of newPools(made)) {
    await forget('DeleteUserPool', { UserPoolId: id }, { kind: 'user pool', id })
  }
  return left
}

const kept = (made: Made): ReadonlyArray<LeftBehind> => [
  ...newClients(made).map((client) => ({ kind: 'app client' as const, ...client, reason: 'kept' })),
  ...newPools(made).map(({ id }) => ({ kind: 'user pool' as const, id, reason: 'kept' }))
]

/** Deletes what `world` has beyond `base`. What cannot be deleted now waits for the end of the run. */
export const cleanUp = async (session: Session, world: World, base: World): Promise<void> => {
  if ((await remove(session, { world, base })).length > 0) session.pendingCleanUps.push({ world, base })
}

/**
 * Deletes all that a run has made, also where the target had been given up, except what is kept. Says what is still
 * there.
 */
export const cleanUpAll = async (session: Session, scene: World): Promise<ReadonlyArray<LeftBehind>> => {
  const scenes = { world: scene, base: emptyWorld }
  const keptScenes = session.keep ? [scenes, ...session.kept] : []
  if (session.lost() !== undefined) session.recall()
  const left: Array<LeftBehind> = []
  for (const made of [...session.pendingCleanUps, ...(session.keep ? [] : [scenes])]) {
    left.push(...(await remove(session, made)))
  }
  return [...keptScenes.flatMap(kept), ...left]
}

/** What becomes of what a case of the run has made: it is deleted, or kept where that was asked for. */
export const cleanUpCase = async (session: Session, world: World, base: World): Promise<void> => {
  if (session.keep) session.kept.push({ world, base })
  else await cleanUp(session, world, base)
}
