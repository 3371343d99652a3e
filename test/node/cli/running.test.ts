/**
 * Interrupts, one after another.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ENDING, interruptible } from '../../../src/node/cli/running.js'

const exit = vi.fn()
let now = 0

beforeEach(() => {
  now = 1_000_000
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.spyOn(process, 'exit').mockImplementation(exit as unknown as typeof process.exit)
})

afterEach(() => {
  vi.restoreAllMocks()
  exit.mockClear()
})

/** Hands a signal to our listener alone: others of this process belong to the tests. */
const receive = (signal: NodeJS.Signals): void => void process.listeners(signal).at(-1)?.(signal)

/** The reason that a run is ended for by signals, each so many milliseconds after the one before it. */
const after = (...signals: ReadonlyArray<readonly [NodeJS.Signals, number]>): Promise<unknown> =>
  interruptible(undefined, (aborted) => {
    for (const [signal, ms] of signals) {
      now += ms
      receive(signal)
    }
    return Promise.resolve(aborted.reason)
  })

describe('interruptible', () => {
  test.each(ENDING)('%s ends the run, which may clean up', async (signal) => {
    expect(await after([signal, 0])).toBe('interrupted')
    expect(exit).not.toHaveBeenCalled()
  })

  test('a second interrupt leaves at once', async () => {
    await after(['SIGINT', 0], ['SIGINT', 1000])
    expect(exit.mock.calls).toEqual([[130]])
  })

  test('one interrupt that comes twice, from the terminal and from npm, is one', async () => {
    await after(['SIGINT', 0], ['SIGINT', 5])
    expect(exit).not.toHaveBeenCalled()
  })

  test('a terminal that closes may say so more than once', async () => {
    await after(['SIGHUP', 0], ['SIGHUP', 1000], ['SIGHUP', 1000])
    expect(exit).not.toHaveBeenCalled()
  })

  test('leaves no listener behind', async () => {
    const before = ENDING.map((signal) => process.listenerCount(signal))
    await after()
    expect(ENDING.map((signal) => process.listenerCount(signal))).toEqual(before)
  })
})
