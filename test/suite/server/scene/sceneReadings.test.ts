/**
 * What is read of answers that may hold anything.
 */
import { expect, test } from 'vitest'
import { emptyWorld } from '../../../../src/laws/server/World.js'
import { dateAt, secondsAt, textAt } from '../../../../src/suite/server/scene/sceneReadings.js'
import { idsOf } from '../../../../src/suite/server/scene/secretCalls.js'
import { addClient, addPool } from '../../../../src/suite/server/scene/worldChanges.js'

test.each<readonly [unknown, string | undefined]>([
  [{ a: { b: 'x' } }, 'x'],
  [{ a: { b: '' } }, undefined],
  [{ a: { b: 7 } }, undefined],
  [{ a: {} }, undefined],
  [{ a: null }, undefined],
  [{ a: 'b' }, undefined],
  [null, undefined],
  [undefined, undefined]
])('of %j the text is %j', (body, text) => {
  expect(textAt(body, 'a', 'b')).toBe(text)
})

test.each<readonly [unknown, number | undefined, number | undefined]>([
  [{ a: 5 }, 5, 5],
  [{ a: 0 }, 0, 0],
  [{ a: '5' }, undefined, undefined],
  [{}, undefined, undefined],
  [{ a: 99_999_999_999 }, 99_999_999_999, 99_999_999_999],
  [{ a: 100_000_000_000 }, 100_000_000_000, undefined]
])('of %j the date is %j, and in seconds %j', (body, date, seconds) => {
  expect([dateAt(body, 'a'), secondsAt(body, 'a')]).toEqual([date, seconds])
})

test('the ids of a client are its own and that of its pool, if both are known', () => {
  const world = addClient(addPool(emptyWorld, { name: 'p', id: 'r_p' }), {
    name: 'c',
    pool: 'p',
    id: 'cid',
    secrets: []
  })
  expect(idsOf(world, 'c')).toEqual({ UserPoolId: 'r_p', ClientId: 'cid' })
  expect(idsOf(world, 'd')).toBeUndefined()
  expect(idsOf({ ...world, pools: [] }, 'c')).toBeUndefined()
})
