/**
 * A test runner for Stryker that runs all mutants in one process. Vitest's starts a worker for each, which takes ten
 * times as long as the tests.
 */
import '../../seed.js'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  determineHitLimitReached,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult
} from '@stryker-mutator/api/test-runner'
import type { MutantCoverage } from '@stryker-mutator/api/core'
import { bundleTests, runs, type TestFile } from './bundle.js'
import type { Test } from './suite.js'

/** What the code that Stryker has changed reads and writes. */
interface Instrumentation {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  mutantCoverage?: MutantCoverage
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

/** Those of MUTATION_TESTS: folders and files, with a space between them. */
const testPaths = (): ReadonlyArray<string> =>
  (process.env['MUTATION_TESTS'] ?? '')
    .split(' ')
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
        : [path]
    )
    .filter((path) => path.endsWith('.test.ts') && !LEFT_OUT.test(path))
    .map((path) => resolve(path))

/**
 * They ask of types, or only whether calls return, or of long texts, or start processes or servers, or run an example of docs/, which is not
 * copied.
 */
const LEFT_OUT = /(?:types|totality|shell|browser|processes|[fF]rameworks|rotation|long)\.test\.ts$/

/** A property that a mutant breaks nearly always notices it in so many runs. */
const FEW_RUNS = 50

/**
 * Stryker takes a mutant for endless that is evaluated a hundred times as often as without the change, which takes long
 * where tests read long texts. Twenty times is enough.
 */
const LESS_PATIENT = 5

/** In ms of the processor: no test that takes longer is asked. */
const SLOW_MS = 300

/** A test that has run for so many ms waits for what a mutant keeps from coming. */
const HANGING_MS = 10_000

// those of a test's own clock are others
const { setTimeout: startTimer, clearTimeout: stopTimer } = globalThis

const failAfter = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((_, reject) => {
    timer = startTimer(() => reject(new Error(`it did not end within ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => stopTimer(timer))
}

/** What a first run of the tests shows. */
interface Trial {
  /** How long each test and each file takes, in ms. */
  readonly durations: Map<string, number>
  /** Tests of great sizes: a mutant that never ends would be noticed only after a hundred times as long. */
  readonly tooSlow: Set<string>
  /** Tests that count how often something came up, and fail with few runs of their properties. */
  readonly needManyRuns: Set<string>
}

const noTrial = (): Trial => ({ durations: new Map(), tooSlow: new Set(), needManyRuns: new Set() })

// what is thrown where no test waits for it is not noticed by one, and must not end the process
process.on('unhandledRejection', () => undefined)
process.on('uncaughtException', () => undefined)

class InProcessRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.logger)
  private files: ReadonlyArray<TestFile> = []
  private readonly firstIds = new Map<string, string>()
  private trial = noTrial()
  /** What the first run of the tests gave, unless this process takes over from one that ended. */
  private readonly tried: Array<TestResult> = []
  /** How many mutants of a file each test file and each test noticed. */
  private readonly kills = new Map<string, number>()
  private readonly shared = ((globalThis as { __stryker__?: Instrumentation }).__stryker__ ??= {})

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    this.files = await bundleTests(testPaths())
    // kept in Stryker's sandbox for the processes that it starts after a mutant that never ended
    const path = resolve('trial.bin')
    const isRestarted = existsSync(path)
    if (isRestarted) this.trial = deserialize(readFileSync(path)) as Trial // written below
    for (const file of this.files) {
      const tests = file.load()
      this.firstIds.set(file.path, tests[0]?.id ?? '')
      if (!isRestarted) await this.tryOut(file, tests)
    }
    writeFileSync(path, serialize(this.trial))
  }

  private async tryOut(file: TestFile, tests: ReadonlyArray<Test>): Promise<void> {
    const { durations, needManyRuns, tooSlow } = this.trial
    const started = performance.now()
    for (const test of tests) {
      const [result, first] = await this.measured(test, file)
      if (result.status === TestStatus.Failed) needManyRuns.add(test.id)
      // the first run of a code takes much longer than the next
      const isSettled = result.status !== TestStatus.Failed && first <= SLOW_MS
      const [settled, ms] = isSettled ? [result, first] : await this.measured(test, file)
      if (ms > SLOW_MS) tooSlow.add(test.id)
      else this.tried.push(settled)
      durations.set(test.id, ms)
    }
    durations.set(file.path, performance.now() - started)
  }

  /** What a test gives, and how many ms of the processor it takes. */
  private async measured(test: Test, file: TestFile): Promise<readonly [TestResult, number]> {
    const before = process.cpuUsage()
    const result = await this.run(test, file)
    return [result, process.cpuUsage(before).user / 1000]
  }

  async dryRun(): Promise<DryRunResult> {
    const { perTest = {}, static: onLoad = {} } = this.shared.mutantCoverage ?? {}
    const asked = Object.entries(perTest).filter(([id]) => !this.trial.tooSlow.has(id))
    const mutantCoverage = { static: onLoad, perTest: Object.fromEntries(asked) }
    return { status: DryRunStatus.Complete, tests: this.tried, mutantCoverage }
  }

  async mutantRun({
    activeMutant,
    testFilter,
    hitLimit,
    mutantActivation,
    sandboxFileName
  }: MutantRunOptions): Promise<MutantRunResult> {
    const { shared } = this
    const results: Array<TestResult> = []
    const hasFailed = (): boolean => results.at(-1)?.status === TestStatus.Failed
    const limit = hitLimit === undefined ? undefined : hitLimit / LESS_PATIENT
    shared.hitCount = limit === undefined ? undefined : 0
    shared.hitLimit = limit
    for (const file of this.filesOf(sandboxFileName, testFilter)) {
      shared.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined
      const tests = this.likeliest(this.loadOrFail(file, results), sandboxFileName, ({ id }) => id)
      shared.activeMutant = activeMutant.id
      for (const test of tests) {
        if (hasFailed()) break
        if (testFilter?.includes(test.id) ?? !this.trial.tooSlow.has(test.id)) results.push(await this.run(test, file))
      }
      if (hasFailed()) {
        for (const name of [file.path, results.at(-1)?.id ?? '']) {
          this.kills.set(`${name} ${sandboxFileName}`, 1 + (this.kills.get(`${name} ${sandboxFileName}`) ?? 0))
        }
        break
      }
    }
    shared.activeMutant = undefined
    return toMutantRunResult(
      determineHitLimitReached(shared.hitCount, limit) ?? { status: DryRunStatus.Complete, tests: results }
    )
  }

  private filesOf(mutated: string, ids: ReadonlyArray<string> | undefined): ReadonlyArray<TestFile> {
    const files = this.files.filter(
      ({ path, includes }) => includes(mutated) && (ids === undefined || ids.some((id) => id.startsWith(`${path} > `)))
    )
    return this.likeliest(files, mutated, ({ path }) => path)
  }

  /** In the order of the mutants of the file that each noticed in its time: most mutants take little of all tests. */
  private likeliest<A>(all: ReadonlyArray<A>, mutated: string, nameOf: (a: A) => string): ReadonlyArray<A> {
    const rate = (a: A): number =>
      (1 + (this.kills.get(`${nameOf(a)} ${mutated}`) ?? 0)) / (1 + (this.trial.durations.get(nameOf(a)) ?? 0))
    return [...all].sort((a, b) => rate(b) - rate(a))
  }

  /** A file that cannot be loaded fails as its first test would. */
  private loadOrFail(file: TestFile, results: Array<TestResult>): ReadonlyArray<Test> {
    try {
      return file.load()
    } catch (error) {
      const id = this.firstIds.get(file.path) ?? ''
      results.push({ ...about(id, file, 0), status: TestStatus.Failed, failureMessage: String(error) })
      return []
    }
  }

  private async run(test: Test, file: TestFile): Promise<TestResult> {
    const started = performance.now()
    this.shared.currentTestId = test.id
    runs.atMost = this.trial.needManyRuns.has(test.id) ? Infinity : FEW_RUNS
    try {
      await failAfter(HANGING_MS, test.run())
      return { ...about(test.id, file, performance.now() - started), status: TestStatus.Success }
    } catch (error) {
      const failureMessage = error instanceof Error ? error.message : String(error)
      return { ...about(test.id, file, performance.now() - started), status: TestStatus.Failed, failureMessage }
    } finally {
      this.shared.currentTestId = undefined
    }
  }
}

const about = (id: string, { path }: TestFile, timeSpentMs: number): Omit<TestResult, 'status'> => ({
  id,
  name: id.replace(path, relative(process.cwd(), path)),
  fileName: path,
  timeSpentMs
})

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
