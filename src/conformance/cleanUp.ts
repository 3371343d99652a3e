/**
 * Leaving a target as it was found.
 */
import { findPool, type World } from '../laws/index.js'
import { idsOf } from './sceneSteps.js'
import type { Session } from './Session.js'

interface Named {
  readonly name: string
}

const isNew =
  (all: ReadonlyArray<Named>) =>
  (one: Named): boolean =>
    !all.some(({ name }) => name === one.name)

/**
 * Deletes what `world` has beyond `base`, clients before their pools. Says what could not be deleted.
 *
 * @since 0.1.0
 */
export const cleanUp = async (session: Session, world: World, base: World): Promise<ReadonlyArray<string>> => {
  const left: Array<string> = []
  const newPools = world.pools.filter(isNew(base.pools)).filter((pool) => !pool.deleted)
  const newClients = world.clients.filter(isNew(base.clients)).filter((client) => !client.deleted)
  for (const client of newClients) {
    const ids = idsOf(world, client.name)
    if (ids === undefined || findPool(world, client.pool)?.deleted) continue
    const { problem } = await session.call('DeleteUserPoolClient', ids)
    if (problem !== undefined) left.push(`app client ${client.id} of pool ${ids.UserPoolId} (${problem})`)
  }
  for (const pool of newPools) {
    const { problem } = await session.call('DeleteUserPool', { UserPoolId: pool.id })
    if (problem !== undefined) left.push(`user pool ${pool.id} (${problem})`)
  }
  return left
}
