/**
 * The scene that cases play in: made, given, or none.
 */
import { describe, expect, test } from 'vitest'
import { emptyWorld } from '../../../../src/laws/server/World.js'
import { problemOfIds, sceneCase, setScene } from '../../../../src/suite/server/scene/scene.js'
import { openSession, type SessionOptions } from '../../../../src/suite/server/target/Session.js'
import type { Target } from '../../../../src/suite/server/target/Target.js'
import { hash, secretOf } from '../../../../src/suite/shared/seeds.js'
import { answering, recording, reference, refusal } from '../../../node/support/handlers.js'

const sessionWith = (target: Target, options: Partial<SessionOptions> = {}) =>
  openSession(target, { seed: 1, retries: 0, timeoutMs: 1000, ...options })

describe('ids that are given', () => {
  test('may be those of Cognito', () => {
    expect(problemOfIds({ userPoolId: 'us-east-1_a', clientId: 'a+b' })).toBeUndefined()
  })

  test('are refused before the first request where they cannot be', () => {
    expect(problemOfIds({ userPoolId: 'us-east-1', clientId: 'a' })).toBe(
      `the given ids cannot be those of Cognito: 1 validation error detected: Value 'us-east-1' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+`
    )
  })

  test('are the pool and the client of the scene, and nothing is sent', async () => {
    const { handler, diary } = recording(reference())
    const ids = { userPoolId: 'us-east-1_a', clientId: 'a' }
    expect(await setScene(sessionWith(handler), ids, true)).toEqual({
      scene: 'given',
      world: {
        pools: [{ name: 'main', id: 'us-east-1_a', deleted: false }],
        clients: [
          {
            name: 'one',
            pool: 'main',
            id: 'a',
            secrets: undefined,
            deleted: false,
            deletedSecretIds: [],
            refusedAdd: false,
            listed: undefined
          }
        ]
      },
      made: { exchanges: [], world: emptyWorld, stuck: undefined },
      because: 'ids were given, so nothing was provisioned'
    })
    expect(diary).toEqual([])
  })
})

test('there is nothing where nothing may be made', async () => {
  const { handler, diary } = recording(reference())
  expect(await setScene(sessionWith(handler), undefined, false)).toEqual({
    scene: 'nothing',
    world: emptyWorld,
    made: { exchanges: [], world: emptyWorld, stuck: undefined },
    because: 'provisioning was not allowed'
  })
  expect(diary).toEqual([])
})

describe('a scene is made', () => {
  test('with two pools, and clients with two, one and no secrets', async () => {
    const { scene, world, made, because } = await setScene(sessionWith(reference()), undefined, true)
    expect([scene, because, made.stuck]).toEqual(['provisioned', undefined, undefined])
    expect(made.world).toBe(world)
    expect(world.restarts).toBe(0)
    expect(world.pools.map(({ name }) => name)).toEqual(['main', 'other'])
    expect(
      world.clients.map(({ name, pool, secrets, isPublic }) => [
        name,
        pool,
        secrets?.map(({ origin }) => origin),
        isPublic
      ])
    ).toEqual([
      ['one', 'main', ['creation'], false],
      ['two', 'main', ['creation', 'caller'], false],
      ['none', 'main', [], true],
      ['elsewhere', 'other', ['creation'], false]
    ])
    // each List is an exchange to be judged, at the place of its step
    expect(made.exchanges.map(({ at }) => sceneCase[at]?.op)).toEqual(['list', 'list', 'list', 'list', 'list'])
    expect(made.exchanges.map(({ exchange }) => exchange.answer?.descriptors?.length)).toEqual([1, 1, 2, 0, 1])
  })

  test("with a caller's secret that follows from the seed", async () => {
    const { handler, diary } = recording(reference())
    await setScene(sessionWith(handler), undefined, true)
    const added = diary.find(({ operation }) => operation === 'AddUserPoolClientSecret')
    expect(JSON.parse(added?.body ?? '')).toMatchObject({ ClientSecret: secretOf(hash('1/scene/6')) })
  })

  const denied = answering('CreateUserPoolClient', refusal('NotAuthorizedException', 'no'))

  test('as far as the target lets it, and what was made is known for the clean-up', async () => {
    const { scene, world, made, because } = await setScene(sessionWith(denied), undefined, true)
    expect([scene, world]).toEqual(['nothing', emptyWorld])
    expect(because).toBe('the target could not be provisioned: CreateUserPoolClient: NotAuthorizedException, HTTP 400')
    expect(made.world.pools).toHaveLength(2)
  })

  test('by fixtures, which are told apart from the target', async () => {
    const fixtures = () => Promise.resolve()
    const { because } = await setScene(sessionWith(reference(), { fixtures }), undefined, true)
    expect(because).toBe(
      'the fixtures did not set the scene: CreateUserPool: the fixture returned undefined; expected { UserPool: { Id } }'
    )
  })
})
