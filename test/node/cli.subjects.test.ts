/**
 * `verify-client` and `verify-validator`: what they say where there is nothing to judge, or too much to forgive.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, type TestContext } from 'vitest'
import type { Report } from '../../src/conformance.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'
import { folder } from './support/serving.js'

describe('verify-client', () => {
  test.each<readonly [string, ReadonlyArray<string>, number, string]>([
    ['a command that does not exist', ['/nonexistent'], 5000, 'could not be started'],
    ['a command that ends', [process.execPath, '-e', ''], 5000, 'the command ended'],
    [
      'a command that says nothing',
      [process.execPath, '-e', 'process.stdin.resume()'],
      300,
      'reported nothing within 300 ms'
    ]
  ])('%s is inconclusive', async (_, command, timeout, why) => {
    const { code, stdout, stderr } = await inProcess(['verify-client', '--timeout', String(timeout), '--', ...command])
    expect(stdout).toContain('INCONCLUSIVE')
    expect(stdout).toContain(why)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(code).toBe(3)
  })
})

describe('verify-validator', () => {
  const argsFor = (t: TestContext, source: string, ...flags: ReadonlyArray<string>): ReadonlyArray<string> => {
    const file = join(folder(t), 'validators.mjs')
    writeFileSync(file, source)
    return ['verify-validator', file, '--seed', '1', '--runs', '100', ...flags]
  }

  const judge = (t: TestContext, source: string, ...flags: ReadonlyArray<string>) =>
    inProcess(argsFor(t, source, ...flags), { isBuilt: true })

  test.for([
    ['right', '^[\\w+]{1,128}$', '^(?=.{1,55}$)[\\w-]+_[0-9a-zA-Z]+$', 0],
    ['unanchored', '[\\w+]+', '^(?=.{1,55}$)[\\w-]+_[0-9a-zA-Z]+$', 1],
    ['too strict', '^[a-z0-9]{26}$', '^[\\w-]+_[0-9a-zA-Z]+$', 1]
  ] as const)('a %s one', async ([, clientId, userPoolId, exit], t) => {
    const source = `export const ClientId = /${clientId}/\nexport const UserPoolId = /${userPoolId}/\n`
    const { code, stdout } = await judge(t, source)
    expect(stdout).toContain(exit === 0 ? 'PASSED' : '✗ request.clientId.')
    expect(code).toBe(exit)
  })

  test.for([
    ['backtracks', 'export const ClientId = (v) => /^(?:\\w+)+$/.test(v)'],
    ['never resolves', 'export const ClientId = (v) => v === "a" || new Promise(() => undefined)'],
    ['ends its thread', 'export const ClientId = (v) => v === "+" || process.exit(1)']
  ] as const)('one that %s is ended, and breaks validator.total', async ([, source], t) => {
    const { code, stdout } = await judge(t, source, '--timeout', '300')
    expect(stdout).toContain('✗ validator.total')
    expect(stdout).toMatch(
      /did not answer within 300 ms for a value of length \d+; the usual cause is a regular expression that backtracks/
    )
    expect(stdout).toContain('gave up on ClientId after 3 values without an answer')
    // four threads waited for 300 ms each, and no requests are counted
    expect(Number(/18 clauses, (\d+\.\d) s, seed/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(0.9)
    expect(code).toBe(1)
  })

  test('one id that backtracks does not leave the other untested', async (t) => {
    const source = `export const ClientId = (v) => /^(?:\\w+)+$/.test(v)\nexport const UserPoolId = /x/\n`
    const { code, stdout } = await judge(t, source, '--timeout', '300')
    expect(stdout).toContain('✗ validator.total')
    expect(stdout).toContain('✗ request.userPoolId.pattern')
    expect(code).toBe(1)
  })

  test.for([
    ['throws', 'throw new Error("no")', 'could not be loaded'],
    ['ends its thread', 'process.exit(0)', 'could not be loaded'],
    ['exports nothing', 'export {}', 'export ClientId, UserPoolId or request'],
    ['exports something else', 'export const ClientId = 7', 'export ClientId, UserPoolId or request'],
    [
      'exports the text of a pattern',
      "export const [ClientId, UserPoolId] = ['^a+$', /x/]",
      'ClientId is of type string'
    ],
    ['exports null', 'export const ClientId = null', 'ClientId is null'],
    ['exports a misspelt name', 'export const clientId = /x/', '`clientId` is not a name that is judged']
  ] as const)('a module that %s is wrong usage', async ([, source, hint], t) => {
    const { code, stdout, stderr } = await judge(t, source)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(hint)
  })

  test('a module that does not exist is named, and nothing else is', async () => {
    const { stderr } = await cli(['verify-validator', '/no/such.mjs'])
    expect(stderr).toBe("error: verify-validator /no/such.mjs could not be loaded: Cannot find module '/no/such.mjs'\n")
  })

  test('exports may be members of the default export, as those of a CommonJS module are', async (t) => {
    const { code, stdout } = await judge(t, 'export default { UserPoolId: /x/ }', '--runs', '5')
    expect(stdout).toContain('✗ request.userPoolId.pattern')
    expect(code).toBe(1)
  })

  test('a module that prints does not do so into the report', async (t) => {
    const source = "process.stdout.write('loaded\\n')\nexport const ClientId = () => process.stdout.write('asked\\n')\n"
    const { code, stdout, stderr } = await cli(argsFor(t, source, '--report', 'json'))
    expect(code).toBe(1)
    expect((JSON.parse(stdout) as Report).verdict).toBe('failed')
    expect(stderr).toContain('loaded\n')
    expect(stderr).toContain('asked\n')
  })

  test('--list shows the clauses that bind validators, and asks nothing', async (t) => {
    const { code, stdout } = await judge(t, 'throw 1', '--list', '--only', 'validator')
    expect([code, stdout.match(/^\S+/gm)]).toEqual([
      0,
      ['validator.total', 'validator.allViolations', 'validator.agrees']
    ])
  })
})

test('fixtures that print do not do so into the report', async (t) => {
  const file = join(folder(t), 'fixtures.mjs')
  writeFileSync(
    file,
    "process.stdout.write('loaded\\n')\nexport default () => { process.stdout.write('asked\\n'); throw 7 }\n"
  )
  const args = [
    'verify',
    '--reference',
    '--fixtures',
    file,
    '--runs',
    '0',
    '--only',
    'request.method',
    '--report',
    'json'
  ]
  const { stdout, stderr } = await inProcess(args)
  expect((JSON.parse(stdout) as Report).clauses).toHaveLength(1)
  expect(stderr).toContain('loaded\n')
  expect(stderr).toContain('asked\n')
})
