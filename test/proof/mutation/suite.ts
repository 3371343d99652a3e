/**
 * The part of Vitest's interface that the tests use, for tests that run many times in one process: what a test file
 * declares is collected and not run.
 */
import { mock } from 'node:test'
import { fn, restoreAllMocks, spyOn } from '@vitest/spy'
import { chai, ASYMMETRIC_MATCHERS_OBJECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

type Body = (...args: ReadonlyArray<unknown>) => unknown

export interface Test {
  readonly id: string
  readonly run: () => Promise<void>
}

interface Suite {
  readonly title: string
  readonly outer: Suite | undefined
  readonly before: Array<Body>
  readonly beforeEach: Array<Body>
  readonly afterEach: Array<Body>
  isPrepared: boolean
}

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
const matchers: object = (globalThis as Record<symbol, unknown>)[ASYMMETRIC_MATCHERS_OBJECT] as object // chai put it there
const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect, matchers)

const turn = setImmediate

/** Vitest's clock, as far as the tests use it. */
const clock = {
  useFakeTimers: ({ now = Date.now() }: { readonly now?: number } = {}) => {
    mock.timers.reset() // of a test that did not end
    mock.timers.enable({ apis: ['Date', 'setTimeout', 'setImmediate'], now })
  },
  useRealTimers: () => mock.timers.reset(),
  // one by one: Node's clock shows the end of a step to what is due in it
  advanceTimersByTime: (ms: number): void => {
    for (let i = 0; i < ms; i++) mock.timers.tick(1)
  },
  setSystemTime: (now: number) => mock.timers.setTime(now),
  advanceTimersByTimeAsync: async (ms: number): Promise<void> => {
    // promises go first
    await new Promise((resolve) => turn(resolve))
    for (let i = 0; i < ms; i++) {
      mock.timers.tick(1)
      await new Promise((resolve) => turn(resolve))
    }
  }
}

/** What the environment was before a test changed it. */
const changed = new Map<string, string | undefined>()

const setEnv = (name: string, value: string | undefined): void => {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

const environment = {
  stubEnv: (name: string, value: string | undefined): void => {
    if (!changed.has(name)) changed.set(name, process.env[name])
    setEnv(name, value)
  },
  unstubAllEnvs: (): void => {
    changed.forEach((value, name) => setEnv(name, value))
    changed.clear()
  }
}

/** What the test under way wants done at its end. */
const atEnd: Array<Body> = []

const onTestFinished = (hook: Body): void => void atEnd.push(hook)

const outwards = (suite: Suite | undefined): Array<Suite> =>
  suite === undefined ? [] : [suite, ...outwards(suite.outer)]

const runIn = async (suite: Suite, body: Body, args: ReadonlyArray<unknown>): Promise<void> => {
  const suites = outwards(suite)
  const inwards = [...suites].reverse()
  for (const one of inwards) {
    if (!one.isPrepared) for (const hook of one.before) await hook()
    one.isPrepared = true
  }
  for (const hook of inwards.flatMap((one) => one.beforeEach)) await hook()
  try {
    await body(...args)
  } finally {
    for (const hook of suites.flatMap((one) => one.afterEach)) await hook()
    for (const hook of atEnd.splice(0)) await hook()
  }
}

/** A stand-in for `vitest`, and the tests that were declared with it so far. Ids begin with the name of the file. */
export const collector = (file: string): { readonly vitest: object; readonly tests: ReadonlyArray<Test> } => {
  const tests: Array<Test> = []
  const newSuite = (title: string, outer?: Suite): Suite => ({
    title,
    outer,
    before: [],
    beforeEach: [],
    afterEach: [],
    isPrepared: false
  })
  let current = newSuite(file)

  const declare = (title: string, body: Body, args: ReadonlyArray<unknown>): void => {
    const suite = current
    const titles = outwards(suite)
      .map((one) => one.title)
      .reverse()
    // titles of a table's rows are alike: the number of the test tells them apart
    tests.push({ id: [...titles, title, `#${tests.length}`].join(' > '), run: () => runIn(suite, body, args) })
  }
  const group = (title: string, body: Body, args: ReadonlyArray<unknown>): void => {
    current = newSuite(title, current)
    body(...args)
    current = current.outer ?? current
  }
  const declaring = (add: typeof declare, context: ReadonlyArray<unknown>): object => {
    // options may stand before the body or behind it
    const plain = (title: unknown, ...rest: ReadonlyArray<unknown>): void => {
      add(String(title), rest.find((one): one is Body => typeof one === 'function') ?? (() => undefined), context)
    }
    const rows =
      (isSpread: boolean) =>
      (table: ReadonlyArray<unknown>) =>
      (title: unknown, body: Body): void => {
        const spread = isSpread && table.every((row) => Array.isArray(row))
        // the body of `for` is given the context too
        const more = isSpread ? [] : context
        for (const row of table) add(String(title), body, [...(spread && Array.isArray(row) ? row : [row]), ...more])
      }
    const concurrent = Object.assign(plain, { each: rows(true), for: rows(false) })
    const onlyIf = (isWanted: boolean): unknown => (isWanted ? concurrent : () => undefined)
    const skipIf = (isUnwanted: boolean): unknown => onlyIf(!isUnwanted)
    return Object.assign(concurrent, { concurrent, sequential: concurrent, runIf: onlyIf, skipIf })
  }
  const test = declaring(declare, [{ onTestFinished }])
  return {
    tests,
    vitest: {
      expect,
      vi: { ...clock, ...environment, fn, restoreAllMocks, spyOn },
      onTestFinished,
      test,
      it: test,
      describe: declaring(group, []),
      beforeAll: (hook: Body) => void current.before.push(hook),
      // what is left behind is of a test that other mutants are run with
      afterAll: () => undefined,
      beforeEach: (hook: Body) => void current.beforeEach.push(hook),
      afterEach: (hook: Body) => void current.afterEach.push(hook)
    }
  }
}
