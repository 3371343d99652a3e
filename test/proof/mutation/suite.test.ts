/**
 * The stand-in for Vitest that mutants are run with has to run what Vitest would.
 */
import { expect, test } from 'vitest'
import { collector } from './suite.js'

interface Declaring {
  (title: string, body: (...args: ReadonlyArray<unknown>) => unknown): void
  readonly each: (table: ReadonlyArray<unknown>) => Declaring
  readonly for: (table: ReadonlyArray<unknown>) => Declaring
}

interface StandIn {
  readonly describe: Declaring
  readonly it: Declaring
  readonly expect: (value: unknown) => { readonly toEqual: (other: unknown) => void }
  readonly vi: {
    readonly useFakeTimers: (options: { readonly now: number }) => void
    readonly useRealTimers: () => void
    readonly advanceTimersByTimeAsync: (ms: number) => Promise<void>
  }
  readonly beforeAll: (hook: () => void) => void
  readonly beforeEach: (hook: () => void) => void
  readonly afterEach: (hook: () => void) => void
}

/** What the tests wrote down when they were run, by id. */
const runAll = async (declare: (vitest: StandIn, note: (said: unknown) => void) => void): Promise<unknown> => {
  const { vitest, tests } = collector('a.test.ts')
  const notes: Array<unknown> = []
  declare(vitest as StandIn, (said) => notes.push(said)) // the part of it that is used here
  for (const one of tests) await one.run().catch((error: unknown) => notes.push(String(error).split('\n', 1)[0]))
  return { ids: tests.map(({ id }) => id), notes }
}

test('rows of a table are tests of their own, with their elements as arguments', async () => {
  const found = await runAll(({ describe, it }, note) => {
    describe('a', () => {
      it.each([
        [1, 2],
        [3, 4]
      ])('b', (...row) => note(row))
      it.for([[5, 6]])('c', (row, context) => note([row, Object.keys(context as object)]))
      // Vitest spreads no row of a table in which one is not an array
      it.each([[7], 8])('d', (...row) => note(row))
    })
  })
  expect(found).toEqual({
    ids: [
      'a.test.ts > a > b > #0',
      'a.test.ts > a > b > #1',
      'a.test.ts > a > c > #2',
      'a.test.ts > a > d > #3',
      'a.test.ts > a > d > #4'
    ],
    notes: [[1, 2], [3, 4], [[5, 6], ['onTestFinished']], [[7]], [8]]
  })
})

test('hooks run around each test of their suite, from the outside in and back, and beforeAll once', async () => {
  const found = await runAll(({ describe, it, beforeAll, beforeEach, afterEach }, note) => {
    beforeEach(() => note('outer'))
    describe('a', () => {
      beforeAll(() => note('once'))
      beforeEach(() => note('inner'))
      afterEach(() => note('after'))
      it('b', () => note('b'))
      it('c', () => note('c'))
    })
    it('d', () => note('d'))
  })
  const notes = ['once', 'outer', 'inner', 'b', 'after', 'outer', 'inner', 'c', 'after', 'outer', 'd']
  expect(found).toMatchObject({ notes })
})

test('a test fails where its expectation does, or a promise that it returns is rejected', async () => {
  const found = await runAll(({ it, expect: expected }) => {
    it('is wrong', () => expected(1).toEqual(2))
    it('is rejected', () => Promise.reject(new Error('late')))
    it('is right', () => expected({ a: 1 }).toEqual({ a: 1 }))
  })
  expect(found).toMatchObject({ notes: ['AssertionError: expected 1 to deeply equal 2', 'Error: late'] })
})

test('timers and promises of a test run on its own clock', async () => {
  const found = await runAll(({ it, vi }, note) => {
    it('a', async () => {
      vi.useFakeTimers({ now: 1_000_000 })
      setTimeout(() => void Promise.resolve().then(() => setTimeout(() => note(Date.now()), 20)), 10)
      await vi.advanceTimersByTimeAsync(29)
      note('not yet')
      await vi.advanceTimersByTimeAsync(1)
      vi.useRealTimers()
      note(Date.now() > 1_000_030)
    })
  })
  expect(found).toMatchObject({ notes: ['not yet', 1_000_030, true] })
})

test('a test is given a context, and what it wants done at its end is done', async () => {
  const found = await runAll(({ it }, note) => {
    it('a', (context) => {
      const { onTestFinished } = context as { readonly onTestFinished: (hook: () => void) => void } // as Vitest gives it
      onTestFinished(() => note('closed'))
      note('open')
    })
    it('b', () => note('next'))
  })
  expect(found).toMatchObject({ notes: ['open', 'closed', 'next'] })
})
