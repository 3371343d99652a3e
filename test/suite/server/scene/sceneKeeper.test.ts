/**
 * The scene of a target that is restarted: kept where it is still there, made again where it is not.
 */
import { describe, expect, test } from 'vitest'
import type { World } from '../../../../src/laws/server/World.js'
import { setScene } from '../../../../src/suite/server/scene/scene.js'
import { keepScene } from '../../../../src/suite/server/scene/sceneKeeper.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { reference } from '../../../node/support/handlers.js'

/** A scene on a target that can be started again, with or without its memory. */
const kept = async () => {
  let inner = reference(1)
  let restarts = 0
  const session = {
    ...openSession((request) => inner(request), { seed: 1, retries: 0, timeoutMs: 1000 }),
    restarts: () => restarts
  }
  const first = await setScene(session, undefined, true)
  return {
    first: first.world,
    keeper: keepScene(session, first, undefined),
    session,
    restart: (forgets: boolean): void => {
      restarts++
      if (forgets) inner = reference(1 + restarts)
    }
  }
}

const idsIn = ({ pools }: World): ReadonlyArray<string> => pools.map(({ id }) => id)

describe('the scene', () => {
  test('is what it was as long as the target is not restarted', async () => {
    const { first, keeper } = await kept()
    expect(await keeper.current()).toBe(first)
  })

  test('is the same after every restart of a target that forgets nothing', async () => {
    const { first, keeper, restart } = await kept()
    for (const restarts of [1, 2, 3]) {
      restart(false)
      expect(await keeper.current()).toEqual({ ...first, restarts })
    }
  })

  test('is made again after every restart of a target that forgets it, once for all cases that wait', async () => {
    const { first, keeper, session, restart } = await kept()
    const seen = [idsIn(first)]
    for (const restarts of [1, 2, 3]) {
      restart(true)
      const [one, another] = await Promise.all([keeper.current(), keeper.current()])
      expect(one.restarts).toBe(restarts)
      expect(another).toBe(one)
      expect(seen).not.toContainEqual(idsIn(one))
      seen.push(idsIn(one))
    }
    expect(session.pendingCleanUps.map(({ world }) => idsIn(world))).toEqual(seen.slice(0, -1))
    expect(idsIn(keeper.made())).toEqual(seen.at(-1))
  })
})
