/**
 * `explain` and `validate`: one clause, one value.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clause, clauseIds } from '../../src/clauses/index.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'

const SECRET = 'LeakedSecret0123456789abcdef'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cognito-secrets-contract-validate-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const validate = (shape: string, content: string, ...flags: ReadonlyArray<string>): ReturnType<typeof inProcess> => {
  const file = join(folder, 'value')
  writeFileSync(file, content)
  return inProcess(['validate', shape, file, ...flags])
}

describe('explain', () => {
  test('prints the sentence, level, evidence and source of every clause', async () => {
    for (const id of clauseIds) {
      const { code, stdout } = await inProcess(['explain', id])
      expect(code).toBe(0)
      const { sentence, level, evidence, section } = clause(id)
      for (const part of [id, sentence, level, evidence, section]) expect(stdout).toContain(part)
    }
  })

  test('names the law that judges it, and faults that it finds', async () => {
    const { stdout } = await inProcess(['explain', 'request.clientId.maxLength'])
    const row = (label: string): string => new RegExp(`^ {2}${label} +(.*)$`, 'm').exec(stdout)?.[1] ?? ''
    expect(row('judged by').split('; ')).toContain('src/laws/server/requestLaws.ts, requestLaws')
    expect(row('finds')).toContain('ClientId of any length')
    const ofValidators = await inProcess(['explain', 'validator.agrees'])
    expect(ofValidators.stdout).toContain('  judged by   src/laws/validator/validatorLaws.ts, agreesWith\n')
    expect(ofValidators.stdout).not.toContain('  finds')
  })

  test('prints JSON with --json', async () => {
    const { stdout } = await inProcess(['explain', 'request.clientId.pattern', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'request.clientId.pattern',
      level: 'MUST',
      laws: expect.arrayContaining(['src/laws/server/requestLaws.ts, requestLaws']) as unknown
    })
  })

  test('says whom a clause binds, and how to satisfy it where the sentence does not', async () => {
    const { code, stdout, stderr } = await cli(['explain', 'request.clientId.maxLength'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('  binds       validator, server\n')
    expect(stdout).toContain('  to satisfy  Count code points, not UTF-16 units or bytes')
    const itself = await cli(['explain', 'response.status.ok'])
    expect(itself.stdout).toContain('  binds       server, client\n')
    expect(itself.stdout).not.toContain('to satisfy')
  })

  test('--json has both as members, and leaves out the one that is not there', async () => {
    const { stdout } = await cli(['explain', 'request.clientId.maxLength', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      binds: ['validator', 'server'],
      toSatisfy: expect.stringContaining('Count code points') as unknown
    })
    const itself: unknown = JSON.parse((await cli(['explain', 'response.status.ok', '--json'])).stdout)
    expect(itself).toMatchObject({ binds: ['server', 'client'] })
    expect(itself).not.toHaveProperty('toSatisfy')
  })

  test('an unknown clause is wrong usage, and similar ids are named', async () => {
    const { code, stderr } = await inProcess(['explain', 'clientid.pattern'])
    expect(code).toBe(2)
    expect(stderr).toContain('unknown clause clientid.pattern')
    expect(stderr).toContain('request.clientId.pattern')
  })
})

describe('validate', () => {
  test.each([
    ['request', '{"ClientId":"a+b","UserPoolId":"us-east-1_a"}'],
    ['response', '{"ClientSecrets":[{"ClientSecretId":"i","ClientSecretCreateDate":1.5}]}'],
    ['client-id', 'abc\n'],
    ['user-pool-id', 'us-east-1_a']
  ])('a good %s is valid, with exit code 0', async (shape, content) => {
    expect(await validate(shape, content)).toEqual({ code: 0, stdout: 'valid\n', stderr: '' })
  })

  test.each([
    ['request', '{"ClientId":"a-b"}', 'userPoolId'],
    ['request', '{', 'not JSON'],
    ['response', '{}', 'clientSecrets'],
    ['client-id', 'a b\n', 'pattern'],
    ['client-id', 'ab\n\n', 'pattern'],
    ['user-pool-id', ' us-east-1_a', 'pattern']
  ])('a bad %s is invalid, with exit code 1: %j', async (shape, content, problem) => {
    const { code, stdout } = await validate(shape, content)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^invalid: /)
    expect(stdout).toContain(problem)
  })

  test.each([
    ['client-id', 'clientId'],
    ['user-pool-id', 'userPoolId']
  ])('what is wrong with a %s goes by its name', async (shape, name) => {
    for (const content of ['a b', '', 'x'.repeat(200)]) {
      const { stdout } = await validate(shape, content)
      for (const line of stdout.trim().split('\n')) expect(line).toContain(` at '${name}' failed`)
    }
  })

  test('--json has every problem', async () => {
    const { code, stdout } = await validate('request', '{"ClientId":"a-b","UserPoolId":7}', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      valid: false,
      problems: [expect.stringContaining(" at 'clientId' "), expect.stringContaining(" at 'userPoolId' ")],
      violations: [
        { path: ['ClientId'], constraint: 'pattern', limit: '[\\w+]+' },
        { path: ['UserPoolId'], constraint: 'type', limit: 'string' }
      ]
    })
  })

  test.each([
    ['response', `{"ClientSecrets":[{"ClientSecretValue":"${SECRET}"}]}`],
    ['response', `{"ClientSecrets":"${SECRET}`],
    ['client-id', `${SECRET}-`],
    ['user-pool-id', SECRET]
  ])('nothing that is printed of a %s holds a secret', async (shape, content) => {
    const { code, stdout, stderr } = await validate(shape, content)
    expect(code).toBe(1)
    expect(stdout + stderr).not.toContain(SECRET)
  })

  test('a file that is not there is wrong usage', async () => {
    const { code, stderr } = await inProcess(['validate', 'request', join(folder, 'absent')])
    expect(code).toBe(2)
    expect(stderr).toContain('ENOENT')
  })

  test('an unknown shape is wrong usage', async () => {
    expect((await inProcess(['validate', 'pool', '-'])).code).toBe(2)
  })
})
