import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialState, type State } from '../../src/reference/index.js'
import { DEFAULT_LIMITS } from '../../src/reference/State.js'
import { createClient, createPool, memberAt, NOW, operate } from './operate.js'

const poolIds = (state: State): ReadonlyArray<string> => [...state.pools.keys()]

const createClientIn = (state: State, UserPoolId: string): ReturnType<typeof operate> =>
  operate(state, 'CreateUserPoolClient', { UserPoolId, ClientName: 'client' })

/** As many pools as are asked for. */
const poolsOf = (state: State, count: number): State => {
  let next = state
  for (let n = 0; n < count; n++) next = createPool(next)[0]
  return next
}

describe('the reference keeps no more than its limits', () => {
  it('which are 100,000 pools and 100,000 clients unless others are given', () => {
    expect(initialState(1).limits).toEqual({ pools: 100_000, clients: 100_000 })
    expect(initialState(1, { clients: 3 }).limits).toEqual({ ...DEFAULT_LIMITS, clients: 3 })
  })

  it('one user pool more is a LimitExceededException, and after one is deleted another can be made', () => {
    const full = poolsOf(initialState(1, { pools: 3 }), 3)
    const refused = operate(full, 'CreateUserPool', { PoolName: 'pool' })
    expect([refused.error, refused.message]).toEqual(['LimitExceededException', 'There are already 3 user pools.'])
    expect(refused.state).toBe(full)
    const { state } = operate(full, 'DeleteUserPool', { UserPoolId: poolIds(full)[0] })
    expect(operate(state, 'CreateUserPool', { PoolName: 'pool' }).error).toBeUndefined()
  })

  it('clients count in all pools together, whatever was deleted in between', () => {
    const command = fc.record({
      op: fc.constantFrom('create', 'create', 'create', 'deleteClient', 'deletePool'),
      pool: fc.nat({ max: 2 })
    })
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40, size: 'max' }), (commands) => {
        let state = poolsOf(initialState(1, { clients: 4 }), 3)
        for (const { op, pool } of commands) {
          const UserPoolId = poolIds(state)[pool % Math.max(1, state.pools.size)] ?? 'a_a'
          const ClientId = [...(state.pools.get(UserPoolId)?.clients.keys() ?? [])][0]
          if (op === 'create') {
            const before = [...state.pools.values()].reduce((sum, { clients }) => sum + clients.size, 0)
            const { state: next, error } = createClientIn(state, UserPoolId)
            expect(error).toBe(
              !state.pools.has(UserPoolId)
                ? 'ResourceNotFoundException'
                : before < 4
                  ? undefined
                  : 'LimitExceededException'
            )
            state = next
          } else if (op === 'deletePool') state = operate(state, 'DeleteUserPool', { UserPoolId }).state
          else state = operate(state, 'DeleteUserPoolClient', { UserPoolId, ClientId }).state
          const now = [...state.pools.values()].reduce((sum, { clients }) => sum + clients.size, 0)
          expect(state.clientCount).toBe(now)
          expect(now).toBeLessThanOrEqual(4)
        }
      }),
      { seed: 1, numRuns: 200 }
    )
  })

  it('a full service still gives a client its second secret', () => {
    const [withPool, pool] = createPool(initialState(1, { clients: 1 }))
    const [state, ids] = createClient(withPool, pool)
    expect(createClientIn(state, pool).error).toBe('LimitExceededException')
    expect(operate(state, 'AddUserPoolClientSecret', ids, NOW).error).toBeUndefined()
  })
})

describe('ListUserPools', () => {
  it('lists each pool once in pages of any size, also where pools are deleted between two pages', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        (count, MaxResults, isDeleting) => {
          let state = poolsOf(initialState(1), count)
          const all = poolIds(state)
          const seen: Array<string> = []
          let token: unknown
          do {
            const { body } = operate(state, 'ListUserPools', {
              MaxResults,
              ...(token === undefined ? {} : { NextToken: token })
            })
            const page = memberAt(body, 'UserPools')
            const ids = Array.isArray(page) ? page.map((pool) => String(memberAt(pool, 'Id'))) : []
            expect(ids.length).toBeLessThanOrEqual(MaxResults)
            seen.push(...ids)
            if (isDeleting) for (const UserPoolId of ids) state = operate(state, 'DeleteUserPool', { UserPoolId }).state
            token = body['NextToken']
          } while (token !== undefined)
          expect(seen).toEqual(all)
        }
      ),
      { seed: 1 }
    )
  })
})
