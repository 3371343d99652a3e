/**
 * `verify-client` and `verify --validator`: what they say where there is nothing to judge, or too much to forgive.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
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
    ['exports something else', 'export const ClientId = 7', 'export ClientId, UserPoolId or both']
  ] as const)('a module that %s is wrong usage', async ([, source, hint], t) => {
    const file = join(folder(t), 'validators.mjs')
    writeFileSync(file, source)
    const { code, stdout, stderr } = await inProcess(['verify', '--validator', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(hint)
  })
})
