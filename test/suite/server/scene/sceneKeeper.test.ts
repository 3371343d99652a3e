/**
 * The scene of a target that is restarted: kept where it is still there, made again where it is not.
 */
import { describe, expect, test } from 'vitest'
import { emptyWorld, type World } from '../../../../src/laws/server/World.js'
import { type GivenIds, setScene } from '../../../../src/suite/server/scene/scene.js'
import { keepScene } from '../../../../src/suite/server/scene/sceneKeeper.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import type { Target } from '../../../../src/suite/server/target/Target.js'
import { answering, json, reference, refusal } from '../../../node/support/handlers.js'

/** A scene on a target that can be started again: with its memory, without it, or as another one. */
const kept = async (given?: GivenIds, provision = true) => {
  let inner: Target = reference(1)
  let restarts = 0
  let asked = 0
  const target: Target = (request) => {
    asked++
    return inner(request)
  }
  const session = {
    ...openSession(target, { seed: 1, retries: 0, timeoutMs: 1000 }),
    restarts: () => restarts
  }
  const first = await setScene(session, given, provision)
  return {
    first: first.world,
    keeper: keepScene(session, first, given),
    session,
    asked: () => asked,
    restart: (forgets: boolean, next: Target = reference(2 + restarts)): void => {
      restarts++
      if (forgets) inner = next
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

  test.each<readonly [string, Target, number]>([
    ['cannot be made again', () => refusal('NotAuthorizedException', 'no'), 0],
    ['can be made again in part', answering('CreateUserPoolClient', refusal('NotAuthorizedException', 'no')), 2]
  ])('stays out of date where it %s, and what was made is known', async (_, next, pools) => {
    const { first, keeper, session, restart, asked } = await kept()
    restart(true, next)
    expect(await keeper.current()).toBe(first)
    const before = asked()
    expect(await keeper.current()).toBe(first)
    expect(asked()).toBe(before)
    expect(keeper.made().pools).toHaveLength(pools)
    expect(session.pendingCleanUps).toEqual([
      { world: expect.objectContaining({ pools: first.pools }), base: emptyWorld }
    ])
  })

  const IDS = { userPoolId: 'us-east-1_a', clientId: 'a' }

  test.each([
    ['of given ids', IDS],
    ['of nothing', undefined]
  ])('%s is what it was as long as the target is not restarted, and nothing is asked', async (_, given) => {
    const { first, keeper, asked } = await kept(given, false)
    expect([await keeper.current(), asked()]).toEqual([first, 0])
    expect(await keeper.current()).toBe(first)
  })

  test('of nothing is nothing after a restart, too', async () => {
    const { keeper, restart, asked } = await kept(undefined, false)
    restart(false)
    expect([await keeper.current(), asked()]).toEqual([{ pools: [], clients: [], restarts: 1 }, 0])
  })

  test('of given ids that are still there is the same after a restart', async () => {
    const { first, keeper, restart } = await kept(IDS)
    restart(true, () => json(200, {}))
    expect(await keeper.current()).toEqual({ ...first, restarts: 1 })
  })

  test.each<readonly [string, Target]>([
    ['gone', () => refusal('ResourceNotFoundException', 'no')],
    ['not answered for', () => Promise.reject(new Error('no'))]
  ])('of given ids that are %s stays out of date: nobody makes it again', async (_, next) => {
    const { first, keeper, session, restart, asked } = await kept(IDS)
    restart(true, next)
    expect(await keeper.current()).toBe(first)
    expect([asked(), session.pendingCleanUps]).toEqual([1, []])
  })
})
