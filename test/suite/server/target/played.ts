/**
 * The result of `work` under Vitest's fake timers, while the clock runs as fast as it can.
 */
import { expect, vi } from 'vitest'

export const played = async <A>(work: Promise<A>): Promise<A> => {
  const state = { isOver: false }
  const done = work.finally(() => (state.isOver = true))
  for (let turns = 0; !state.isOver; turns++) {
    if (turns > 10_000) expect.fail('no end')
    await vi.advanceTimersByTimeAsync(10)
  }
  return done
}
