/**
 * Leaving a target as it was found.
 */
import { emptyWorld, findPool, type World } from '../../laws/server/World.js'
import { idsOf } from './sceneSteps.js'
import type { Session } from './Session.js'

interface Named {
  readonly name: string
}

const isNew =
  (all: ReadonlyArray<Named>) =>
  (one: Named): boolean =>
    !all.some(({ name }) => name === one.name)

/** Whether something may be there still, by how its deletion was answered. */
const isThere = (problem: string | undefined): boolean =>
  problem !== undefined && !problem.startsWith('ResourceNotFoundException')

const remove = async (session: Session, world: World, base: World): Promise<ReadonlyArray<string>> => {
  const left: Array<string> = []
  const forget = async (operation: string, input: object, what: string): Promise<void> => {
    const problem = session.keep ? 'kept' : (await session.call(operation, input)).problem
    if (isThere(problem)) left.push(`${what} (${problem})`)
  }
  const newPools = world.pools.filter(isNew(base.pools)).filter((pool) => !pool.deleted)
  const newClients = world.clients.filter(isNew(base.clients)).filter((client) => !client.deleted)
  for (const client of newClients) {
    const ids = idsOf(world, client.name)
    if (ids === undefined || findPool(world, client.pool)?.deleted) continue
    await forget('DeleteUserPoolClient', ids, `app client ${client.id} of pool ${ids.UserPoolId}`)
  }
  for (const { id } of newPools) await forget('DeleteUserPool', { UserPoolId: id }, `user pool ${id}`)
  return left
}

/** Deletes what `world` has beyond `base`, clients before their pools. What cannot be deleted now is set aside. */
export const cleanUp = async (session: Session, world: World, base: World): Promise<void> => {
  if ((await remove(session, world, base)).length > 0) session.unclean.push({ world, base })
}

/**
 * Deletes all that a run has made and what was set aside, also where the target had been given up. Says what could not
 * be deleted.
 */
export const cleanUpAll = async (session: Session, scene: World): Promise<ReadonlyArray<string>> => {
  if (session.lost() !== undefined) session.recall()
  const left: Array<string> = []
  for (const { world, base } of [...session.unclean, { world: scene, base: emptyWorld }]) {
    left.push(...(await remove(session, world, base)))
  }
  return left
}
