/**
 * `verify-client` and `verify --validator`: what they say where there is nothing to judge, or too much to forgive.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { Report } from '../../src/conformance.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'
import { folder } from './support/serving.js'

describe.concurrent('verify-client', () => {
  test.each([
    ['a command that does not exist', ['/nonexistent'], 'could not be started'],
    ['a command that ends', [process.execPath, '-e', ''], 'the command ended'],
    [
      'a command that says nothing',
      [process.execPath, '-e', 'process.stdin.resume()'],
      'reported nothing within 300 ms'
    ]
  ])('%s is inconclusive', async (_, command, why) => {
    const { code, stdout, stderr } = await cli(['verify-client', '--timeout', '300', '--', ...command])
    expect(stdout).toContain('INCONCLUSIVE')
    expect(stdout).toContain(why)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(code).toBe(3)
  })
})

describe('verify --validator', () => {
  test.for([
    ['right', '^[\\w+]{1,128}$', '^(?=.{1,55}$)[\\w-]+_[0-9a-zA-Z]+$', 0],
    ['unanchored', '[\\w+]+', '^(?=.{1,55}$)[\\w-]+_[0-9a-zA-Z]+$', 1],
    ['too strict', '^[a-z0-9]{26}$', '^[\\w-]+_[0-9a-zA-Z]+$', 1]
  ] as const)('a %s one', async ([, clientId, userPoolId, exit], t) => {
    const file = join(folder(t), 'validators.mjs')
    writeFileSync(file, `export const ClientId = /${clientId}/\nexport const UserPoolId = /${userPoolId}/\n`)
    const { code, stdout } = await inProcess(['verify', '--validator', file])
    expect(stdout).toContain(exit === 0 ? 'PASSED' : '✗ request.clientId.')
    expect(code).toBe(exit)
  })

  test.for([
    ['throws', 'throw new Error("no")', 'could not be loaded'],
    ['exports nothing', 'export {}', 'export ClientId, UserPoolId or both'],
    ['exports something else', 'export const ClientId = 7', 'export ClientId, UserPoolId or both'],
    [
      'answers later',
      'export const UserPoolId = async () => true',
      'UserPoolId returned a promise: a validator answers'
    ],
    [
      'fails later',
      'export const ClientId = async () => { throw 7 }',
      'ClientId returned a promise: a validator answers'
    ],
    ['is thenable', 'export const ClientId = () => ({ then() {} })', 'ClientId returned a promise: a validator answers']
  ] as const)('a module that %s is wrong usage', async ([, source, hint], t) => {
    const file = join(folder(t), 'validators.mjs')
    writeFileSync(file, source)
    const { code, stdout, stderr } = await inProcess(['verify', '--validator', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(hint)
  })

  test('a module that prints does not do so into the report', async (t) => {
    const file = join(folder(t), 'validators.mjs')
    writeFileSync(
      file,
      "process.stdout.write('loaded\\n')\nexport const ClientId = () => process.stdout.write('asked\\n')\n"
    )
    const { stdout, stderr } = await inProcess(['verify', '--validator', file, '--report', 'json'])
    expect((JSON.parse(stdout) as Report).verdict).toBe('failed')
    expect(stderr).toContain('loaded\n')
    expect(stderr).toContain('asked\n')
  })

  test('a region in the environment is no option that was given', async (t) => {
    const file = join(folder(t), 'validators.mjs')
    writeFileSync(file, 'export const ClientId = /^[\\w+]{1,128}$/\n')
    vi.stubEnv('AWS_REGION', 'eu-west-1')
    t.onTestFinished(() => void vi.unstubAllEnvs())
    expect(await inProcess(['verify', '--validator', file])).toMatchObject({ code: 0 })
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
