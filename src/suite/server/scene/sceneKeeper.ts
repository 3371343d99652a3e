/**
 * Keeps the scene that cases start from: a target that was restarted may have forgotten it, and then it is made again.
 */
import { emptyWorld, type World } from '../../../laws/server/World.js'
import { lookAt } from '../target/Look.js'
import { type GivenIds, type SetScene, setScene } from './scene.js'
import { idsOf } from './secretCalls.js'
import type { Session } from '../target/Session.js'

export interface SceneKeeper {
  /** The scene as it is now. Where it cannot be made again it stays out of date, and every case stops at its first step. */
  readonly current: () => Promise<World>
  /** Everything that is to be deleted in the end. */
  readonly made: () => World
}

export const keepScene = (session: Session, first: SetScene, given: GivenIds | undefined): SceneKeeper => {
  let set = first
  let renewal: { readonly restarts: number; readonly world: Promise<World> } | undefined

  const renew = async (restarts: number): Promise<World> => {
    const ids = idsOf(set.world, 'one')
    const isStillThere = ids === undefined || (await lookAt(session, ids))?.status === 200
    if (isStillThere) set = { ...set, world: { ...set.world, restarts } }
    else if (set.scene === 'provisioned') {
      session.pendingCleanUps.push({ world: set.made.world, base: emptyWorld })
      const again = await setScene(session, given, true)
      set = again.scene === 'provisioned' ? again : { ...set, made: again.made }
    }
    return set.world
  }

  return {
    current: async () => {
      const restarts = session.restarts()
      if ((set.world.restarts ?? 0) === restarts) return set.world
      // all cases wait for the same renewal, and one that failed is not tried again
      if (renewal?.restarts !== restarts) renewal = { restarts, world: renew(restarts) }
      return renewal.world
    },
    made: () => set.made.world
  }
}
