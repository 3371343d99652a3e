import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inMemory, initialState, operations, type State, step } from '../../src/reference/index.js'
import { anything } from '../../src/generators/index.js'
import { HEADERS, post, request } from '../protocol/messages.js'
import { listed, NOW, oneClient, operate } from './operate.js'

const [bare, ids] = oneClient()

/** With two secrets, so that one can be deleted. */
const { state: base } = operate(bare, 'AddUserPoolClientSecret', ids)

/** With one, so that one can be added. */
const baseFor = (operation: string): State => (operation === 'AddUserPoolClientSecret' ? bare : base)

const names = [...operations.keys()]

/** Inputs of which many name what exists. */
const input = (): fc.Arbitrary<unknown> => {
  const text = fc.oneof(
    fc.constantFrom(...listed(base, ids).map((d) => d.ClientSecretId), 'name', 'a'.repeat(30)),
    fc.string()
  )
  const member = fc.oneof(text, fc.boolean(), fc.integer({ min: -1, max: 70 }), fc.constant(null))
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record(
        {
          UserPoolId: fc.oneof({ weight: 3, arbitrary: fc.constant(ids.UserPoolId) }, { weight: 1, arbitrary: member }),
          ClientId: fc.oneof({ weight: 3, arbitrary: fc.constant(ids.ClientId) }, { weight: 1, arbitrary: member }),
          ClientName: member,
          PoolName: member,
          GenerateSecret: member,
          ClientSecret: member,
          ClientSecretId: member,
          MaxResults: member,
          NextToken: member
        },
        { requiredKeys: [] }
      )
    },
    { weight: 1, arbitrary: anything() }
  )
}

/** Frozen through and through, so that a change would throw. Maps are compared instead. */
const frozen = (state: State): State => {
  for (const pool of state.pools.values()) {
    for (const client of pool.clients.values()) {
      client.secrets.forEach((secret) => Object.freeze(secret))
      Object.freeze(client.secrets)
      Object.freeze(client)
    }
    Object.freeze(pool)
  }
  return Object.freeze(state)
}

describe('operations are pure and total', () => {
  it.each(names)('%s: the same state, input and time have the same result, and the old state stays', (name) => {
    const operation = operations.get(name)
    const state = frozen(baseFor(name))
    const before = structuredClone(state)
    let successes = 0
    fc.assert(
      fc.property(input(), (u) => {
        const first = operation?.(state, u, NOW)
        const second = operation?.(state, u, NOW)
        expect(second).toEqual(first)
        expect(state).toEqual(before)
        if (first?.[1].status === 200) successes++
        else expect(first?.[0]).toBe(state)
      }),
      { numRuns: 400 }
    )
    expect(successes).toBeGreaterThan(0)
  })

  it('step answers every HTTP request, and an error changes nothing', () => {
    const texts = [JSON.stringify(ids), '{"PoolName":"x"}', JSON.stringify({ ...ids, ClientSecret: 'a'.repeat(30) })]
    const statuses = new Set<number>()
    const message = request(texts).chain((one) =>
      fc.constantFrom(...names).map((name) => ({
        ...one,
        headers: { ...one.headers, ...HEADERS, 'x-amz-target': `AWSCognitoIdentityProviderService.${name}` }
      }))
    )
    fc.assert(
      fc.property(fc.oneof(message, request(texts)), (one) => {
        const [next, { status }] = step(base, one, NOW)
        statuses.add(status)
        return status === 200 || next === base
      }),
      { numRuns: 3000 }
    )
    expect([...statuses].sort()).toEqual([200, 400])
  })

  it('two services with one seed and one clock make the same names and the same secrets', async () => {
    const create = post('{"PoolName":"x"}', {
      ...HEADERS,
      'x-amz-target': 'AWSCognitoIdentityProviderService.CreateUserPool'
    })
    const answers = async (seed: number): Promise<ReadonlyArray<unknown>> => {
      const service = inMemory({ now: () => NOW, seed })
      return [await service(create), await service(create)]
    }
    const [first, second] = [await answers(1), await answers(2)]
    expect(await answers(1)).toEqual(first)
    expect(second).not.toEqual(first)
    expect(first[0]).not.toEqual(first[1])
  })

  it('thousands of names are all different', () => {
    let state = initialState(99)
    const seen = new Set<string>()
    for (let i = 0; i < 3000; i++) {
      const [next, result] = operations.get('CreateUserPool')?.(state, { PoolName: 'x' }, NOW) ?? [state, undefined]
      state = { ...next, pools: new Map() }
      seen.add(JSON.stringify(result))
    }
    expect(seen.size).toBe(3000)
  })
})
