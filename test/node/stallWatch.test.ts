/**
 * When idle connections are closed for a request that waits, and what that tells of the target.
 */
import type { Agent } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stallWatch } from '../../src/node/stallWatch.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An agent that keeps so many idle connections, each of which says that it was closed. */
const keeping = (count: number): { readonly agent: Pick<Agent, 'freeSockets'>; readonly closed: () => number } => {
  let closed = 0
  const sockets = Array.from({ length: count }, () => ({ destroy: () => void closed++ }))
  // of a socket nothing but `destroy` is used
  return { agent: { freeSockets: { host: sockets as never } }, closed: () => closed }
}

test.each<readonly [string, number, number, { readonly closed: number; readonly servesOne: boolean }]>([
  ['an answer in time tells nothing', 2, 900, { closed: 0, servesOne: false }],
  ['an answer as soon as they are closed tells that they were in the way', 2, 1100, { closed: 2, servesOne: true }],
  ['an answer a while later would have come anyway', 2, 1400, { closed: 2, servesOne: false }],
  ['where none is idle none was in the way', 0, 1100, { closed: 0, servesOne: false }]
])('%s', (_, count, answeredAfter, expected) => {
  const { agent, closed } = keeping(count)
  const { begin, servesOne } = stallWatch(agent)
  const end = begin()
  vi.advanceTimersByTime(answeredAfter)
  end()
  vi.advanceTimersByTime(5000)
  expect({ closed: closed(), servesOne: servesOne() }).toEqual(expected)
})

test('what was seen once stays known', () => {
  const { begin, servesOne } = stallWatch(keeping(1).agent)
  const end = begin()
  vi.advanceTimersByTime(1001)
  end()
  vi.advanceTimersByTime(5000)
  end()
  begin()()
  expect(servesOne()).toBe(true)
})
