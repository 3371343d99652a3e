/**
 * A target whose Lists lag behind what was changed.
 */
import { describe, expect, test } from 'vitest'
import { type Target, verify } from '../../../src/conformance.js'
import { initialState, type State, step } from '../../../src/reference/index.js'
import { operationOf } from '../../node/support/handlers.js'

/** Lists show what was so many milliseconds ago; everything else takes effect at once. */
const eventuallyConsistent = (lagMs: number): Target => {
  const past: Array<{ readonly at: number; readonly state: State }> = [{ at: 0, state: initialState(5) }]
  return (request) => {
    const now = Date.now()
    const isList = operationOf(request) === 'ListUserPoolClientSecrets'
    const seen = isList ? past.filter(({ at }) => at <= now - lagMs).at(-1) : past.at(-1)
    const [state, response] = step(seen?.state ?? initialState(5), request, new Date(now))
    if (!isList) past.push({ at: now, state })
    return response
  }
}

describe('settle', () => {
  test('a target that is eventually consistent passes when it is given time, with a note, and does not without', async () => {
    const options = {
      seed: 1,
      runs: 0,
      concurrency: 32,
      only: ['list.callerSecret']
    }
    const hasty = await verify(eventuallyConsistent(20), options)
    expect(hasty.verdict).not.toBe('passed')
    const patient = await verify(eventuallyConsistent(20), { ...options, settleMs: 30 })
    expect([patient.verdict, patient.because]).toEqual(['passed', expect.stringContaining('held')])
    expect(patient.notes).toContain(
      'the suite waited 30 ms after each change: what a List shows earlier was not judged'
    )
  })
})
