import { expect, it } from 'vitest'
import { emptyWorld, findClient, findPool, type World } from '../../../src/laws/server/World.js'
import { CLIENT } from './exchanges.js'

const world: World = {
  pools: [
    { name: 'a', id: 'r_a', deleted: false },
    { name: 'b', id: 'r_b', deleted: false }
  ],
  clients: [
    { ...CLIENT, name: 'one', id: '1' },
    { ...CLIENT, name: 'two', id: '2' }
  ]
}

it('pools and clients are found by the names that test cases give them', () => {
  expect(['a', 'b', 'r_a'].map((name) => findPool(world, name)?.id)).toEqual(['r_a', 'r_b', undefined])
  expect(['one', 'two', '1'].map((name) => findClient(world, name)?.id)).toEqual(['1', '2', undefined])
})

it('nothing is known of a target at first', () => {
  expect(emptyWorld).toEqual({ pools: [], clients: [] })
})
