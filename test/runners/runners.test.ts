/**
 * The examples beside this file, each run by the runner it is for: green for a right handler, red for a broken one, with
 * the clause in the output; what is excused is skipped where the runner can.
 */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { clausesThatBind } from '../../src/laws/index.js'
import { type Ended, runCommand } from '../node/support/cli.js'
import { paging, reference } from '../node/support/handlers.js'
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
    skips: /3 skipped/
  },
  {
    name: 'jest',
    args: [bin('jest/bin/jest.js'), '--rootDir', EXAMPLES, '--config', 'jest.config.js'],
    env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' }
  },
  { name: 'mocha', args: [bin('mocha/bin/mocha.js'), 'mocha.js'], skips: /3 pending/ },
  { name: 'node:test', args: ['--test', '--test-reporter=spec', 'node-test.js'], skips: /skipped 3/ }
]

const run = ({ args, env = {} }: Runner, more: Readonly<Record<string, string>>): Promise<Ended> =>
  runCommand(process.execPath, args, { NO_COLOR: '1', CI: 'true', ...env, ...more }, EXAMPLES)

describe.concurrent('laws() in three lines', { timeout: 120_000 }, () => {
  test.for(runners)('$name is green for the reference', async (runner, t) => {
    const { code, stdout, stderr } = await run(runner, { TARGET_URL: await serving(t, reference()) })
    const output = stdout + stderr
    expect(output).toContain('response.nextToken.absent: There is no NextToken in a success, not even null.')
    expect(output).toMatch(runner.skips ?? new RegExp(`${clausesThatBind('server').length} passed`))
    expect(code).toBe(0)
  })

  test.for(runners)('$name is red for a broken handler, and says which clause', async (runner, t) => {
    const { code, stdout, stderr } = await run(runner, { BROKEN: '1', TARGET_URL: await serving(t, paging()) })
    const output = stdout + stderr
    expect(output).toMatch(/\b(?:1 failing|1 failed|fail 1)\b/)
    expect(output).toContain('✗ response.nextToken.absent')
    expect(output).toContain('expected  no NextToken')
    expect(code).not.toBe(0)
  })
})
