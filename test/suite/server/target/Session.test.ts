/**
 * A conversation with a target: what is told of it, and what is known after an answer that was lost.
 */
import { expect, test } from 'vitest'
import type { Target } from '../../../../src/conformance.js'
import { type TestCase, listClient } from '../../../../src/generators/TestCase.js'
import { findClient } from '../../../../src/laws/server/World.js'
import { runCase } from '../../../../src/suite/server/scene/runCase.js'
import { setScene } from '../../../../src/suite/server/scene/scene.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { operationOf, reference } from '../../../node/support/handlers.js'

const OPTIONS = { seed: 1, retries: 0, timeoutMs: 1000 }

test('nothing is noted once the target has been given up: what it did not answer says nothing', async () => {
  const session = openSession(() => Promise.reject(new Error('socket hang up')), OPTIONS)
  session.note('before')
  for (let i = 0; i < 5; i++) await session.call('CreateUserPool', {})
  session.note('after')
  expect(session.lost()).toBeDefined()
  expect(session.notes()).toEqual(['before'])
})

test('what is noted twice is told once, with its number', () => {
  const session = openSession(reference(), OPTIONS)
  session.note('one', 'key')
  session.note('other words', 'key')
  expect(session.notes()).toEqual(['one (2 times)'])
})

test.each([
  ['AddUserPoolClientSecret', { op: 'addUserPoolClientSecret', client: 'one', own: true }],
  ['DeleteUserPoolClientSecret', { op: 'deleteUserPoolClientSecret', client: 'two', position: 0 }]
] satisfies ReadonlyArray<readonly [string, TestCase[number]]>)(
  'nothing is known of the secrets of a client after an answer of %s that was lost',
  async (operation, step) => {
    const inner = reference()
    let isLosing = false
    const target: Target = (request) =>
      isLosing && operationOf(request) === operation ? Promise.reject(new Error('socket hang up')) : inner(request)
    const session = openSession(target, OPTIONS)
    const { world } = await setScene(session, undefined, true)
    isLosing = true
    const { world: after, exchanges } = await runCase(session, world, [step, listClient(step.client)], 'case')
    expect(findClient(world, step.client)?.secrets).toBeDefined()
    expect(findClient(after, step.client)?.secrets).toBeUndefined()
    expect(exchanges).toHaveLength(1)
  }
)
