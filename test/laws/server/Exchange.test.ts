import { expect, test } from 'vitest'
import { inWorld } from '../../../src/laws/server/Exchange.js'
import { emptyWorld } from '../../../src/laws/server/World.js'
import { exchanged, list, worldOf } from './exchanges.js'

test('an exchange in another world differs from the first in what is known and expected', () => {
  const seen = exchanged(list(), worldOf({ secrets: [] }))
  const known = worldOf({ secrets: undefined })
  expect(inWorld(known, seen)).toEqual({
    ...seen,
    world: known,
    expected: { _tag: 'Listing', client: known.clients[0] }
  })
  expect(inWorld(emptyWorld, seen).expected).not.toHaveProperty('client')
})
