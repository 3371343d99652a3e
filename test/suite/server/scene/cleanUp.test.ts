/**
 * Clean-up: what it deletes, what it leaves out and what it names.
 */
import { describe, expect, test } from 'vitest'
import { emptyWorld, type World } from '../../../../src/laws/server/World.js'
import type { HttpRequest } from '../../../../src/protocol/index.js'
import { cleanUpAll } from '../../../../src/suite/server/scene/cleanUp.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { addClient, addPool, updateClient, updatePool } from '../../../../src/suite/server/scene/worldChanges.js'
import { operationOf, refusal } from '../../../node/support/handlers.js'

const made = ['a', 'b'].reduce<World>(
  (world, name) =>
    addClient(addPool(world, { name, id: `eu-west-1_${name}` }), {
      name: `in${name}`,
      pool: name,
      id: `client${name}`,
      secrets: []
    }),
  emptyWorld
)

const withoutPoolA = updatePool(made, 'a', (pool) => ({ ...pool, deleted: true }))

/** What a target that deletes nothing is asked, and what is told to be left. */
const cleaned = async (world: World, keep: boolean, error = 'NotAuthorizedException') => {
  const asked: Array<HttpRequest> = []
  const session = openSession(
    (request) => {
      asked.push(request)
      return Promise.resolve(refusal(error, 'no'))
    },
    { seed: 1, retries: 0, timeoutMs: 1000, keep }
  )
  const left = await cleanUpAll(session, world)
  return {
    asked: asked.map((request) => [operationOf(request), JSON.parse(String(request.body)) as unknown]),
    left: left.map(({ id }) => id)
  }
}

describe('cleanUpAll', () => {
  test('deletes clients, then pools, and names what the target does not delete', async () => {
    const { asked, left } = await cleaned(made, false)
    expect(asked).toEqual([
      ['DeleteUserPoolClient', { UserPoolId: 'eu-west-1_a', ClientId: 'clienta' }],
      ['DeleteUserPoolClient', { UserPoolId: 'eu-west-1_b', ClientId: 'clientb' }],
      ['DeleteUserPool', { UserPoolId: 'eu-west-1_a' }],
      ['DeleteUserPool', { UserPoolId: 'eu-west-1_b' }]
    ])
    expect(left).toEqual(['clienta', 'clientb', 'eu-west-1_a', 'eu-west-1_b'])
  })

  test('leaves out a pool that was deleted and the clients that went with it', async () => {
    const { asked, left } = await cleaned(withoutPoolA, false)
    expect(asked.map(([operation]) => operation)).toEqual(['DeleteUserPoolClient', 'DeleteUserPool'])
    expect(left).toEqual(['clientb', 'eu-west-1_b'])
  })

  test('leaves out a client that was deleted', async () => {
    const withoutB = updateClient(made, 'inb', (client) => ({ ...client, deleted: true }))
    expect((await cleaned(withoutB, false)).left).toEqual(['clienta', 'eu-west-1_a', 'eu-west-1_b'])
  })

  test('does not name what somebody else has deleted', async () => {
    const { asked, left } = await cleaned(made, false, 'ResourceNotFoundException')
    expect(asked).toHaveLength(4)
    expect(left).toEqual([])
  })

  test('deletes nothing where all is kept, and names what is there', async () => {
    expect(await cleaned(withoutPoolA, true)).toEqual({ asked: [], left: ['clientb', 'eu-west-1_b'] })
  })
})
