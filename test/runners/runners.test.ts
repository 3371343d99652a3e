/**
 * The examples beside this file, each run by the runner it is for: red for a broken handler, with the clause in the
 * output; what is excused is skipped where the runner can.
 */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { clausesThatBind } from '../../src/clauses/index.js'
import { type Ended, runCommand } from '../node/support/cli.js'
import { paging } from '../node/support/handlers.js'
import { serving } from '../node/support/serving.js'

const EXAMPLES = fileURLToPath(new URL('examples', import.meta.url))

const bin = (path: string): string => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url))

interface Runner {
  readonly name: string
  readonly args: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
  /** What it prints of the clauses that are excused. */
  readonly skips?: RegExp
}

const runners: ReadonlyArray<Runner> = [
  {
    name: 'vitest',
    args: [bin('vitest/vitest.mjs'), 'run', '--root', EXAMPLES, '--reporter', 'verbose'],
    skips: /4 skipped/
  },
  {
    name: 'jest',
    args: [bin('jest/bin/jest.js'), '--rootDir', EXAMPLES, '--config', 'jest.config.js'],
    env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' }
  },
  { name: 'mocha', args: [bin('mocha/bin/mocha.js'), 'mocha.js'], skips: /4 pending/ },
  { name: 'node:test', args: ['--test', '--test-reporter=spec', 'node-test.js'], skips: /skipped 3/ }
]

const run = ({ args, env = {} }: Runner, more: Readonly<Record<string, string>>): Promise<Ended> =>
  runCommand(process.execPath, args, { NO_COLOR: '1', CI: 'true', ...env, ...more }, EXAMPLES)

// that they are green for a right handler, the pages show (test/docs/examples.test.ts)
describe.concurrent('laws() in three lines', { timeout: 120_000 }, () => {
  test.for(runners)('$name is red for a broken handler, and says which clause', async (runner, t) => {
    const { code, stdout, stderr } = await run(runner, { BROKEN: '1', TARGET_URL: await serving(t, paging()) })
    const output = stdout + stderr
    expect(output).toMatch(/\b(?:1 failing|1 failed|fail 1)\b/)
    expect(output).toMatch(runner.skips ?? new RegExp(`${clausesThatBind('server').length - 1} passed`))
    expect(output).toContain('response.contentType: ')
    expect(output).toContain('✗ response.nextToken.absent')
    expect(output).toContain('expected  no pagination token')
    expect(code).not.toBe(0)
  })
})
