/**
 * A target that has List and nothing else, and somebody else who sets the scene.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Fixtures, type Target, verify } from '../../../src/conformance.js'
import { CONTENT_TYPE } from '../../../src/protocol/index.js'
import { operationOf, reference, refusal, textOf } from '../../node/support/handlers.js'
import { inProcess } from '../../node/support/inProcess.js'
import { folder, serving } from '../../node/support/serving.js'

/** List over the line, all else by hand. */
const split = (): { readonly target: Target; readonly fixtures: Fixtures } => {
  const service = reference()
  return {
    target: (request) =>
      operationOf(request) === 'ListUserPoolClientSecrets'
        ? service(request)
        : Promise.resolve(refusal('UnknownOperationException', '')),
    fixtures: async (operation, input) => {
      const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` }
      const { status, body } = await service({ method: 'POST', path: '/', headers, body: JSON.stringify(input) })
      const output = JSON.parse(textOf(body) || '{}') as { readonly __type?: string }
      if (status === 200) return output
      throw Object.assign(new Error('refused'), { name: output.__type })
    }
  }
}

describe.concurrent('fixtures', () => {
  test('let every clause be judged that a whole service lets be judged', async () => {
    const { target, fixtures } = split()
    const report = await verify(target, { seed: 1, runs: 0, fixtures })
    expect(report.verdict).toBe('passed')
    expect(report.notes).toEqual([])
    expect(report.leftBehind).toEqual([])
  })

  test('without them nothing can be said of lists', async () => {
    const report = await verify(split().target, { seed: 1, runs: 0, only: ['list'] })
    expect(report.verdict).toBe('inconclusive')
  })

  test.each<readonly [string, Fixtures]>([
    ['throw', () => Promise.reject(new Error('no database'))],
    ['throw no Error', () => Promise.reject('no')],
    ['return nothing', () => Promise.resolve()],
    ['return what is no JSON', () => Promise.resolve({ UserPool: { Id: 1n } })]
  ])('that %s are no verdict', async (_, fixtures) => {
    const report = await verify(split().target, { seed: 1, runs: 0, fixtures, only: ['list'] })
    expect(report.verdict).toBe('inconclusive')
    // neither the target nor an operation of it has done anything
    expect(report.because).toContain('the fixtures did not set the scene: CreateUserPool: ')
    expect([report.because, ...report.notes].join()).not.toMatch(/UserPool\w* failed|the target could not/)
  })
})

// one at a time: the command line is heard by listening to this process
test.each<readonly [string, Fixtures]>([
  ['undefined', async () => undefined],
  ['another value', async () => ({ UserPool: { Name: 'a pool without an id' } })]
])('fixtures that return %s are told what they should return', async (what, fixtures) => {
  const report = await verify(split().target, { seed: 1, runs: 0, fixtures, only: ['list'] })
  expect(report.causes.map(({ reason }) => reason)).toEqual([
    `the fixtures did not set the scene: CreateUserPool: the fixture returned ${what}; expected { UserPool: { Id } }`
  ])
  expect(report.verdict).not.toBe('passed')
})

describe('fixtures on the command line', () => {
  test('may come from a module', async (t) => {
    const { target, fixtures } = split()
    const url = await serving(t, target)
    const file = join(folder(t), 'fixtures.mjs')
    Object.assign(globalThis, { theFixtures: fixtures })
    writeFileSync(file, 'export default (operation, input) => globalThis.theFixtures(operation, input)\n')
    const { code, stdout } = await inProcess([
      'verify',
      url,
      '--runs',
      '2',
      '--only',
      'list.complete',
      '--fixtures',
      file
    ])
    expect(stdout).toMatch(/^PASSED/m)
    expect(code).toBe(0)
  })

  test('that are no function are wrong usage', async (t) => {
    const file = join(folder(t), 'fixtures.mjs')
    writeFileSync(file, 'export const fixtures = 1\n')
    const { code, stderr } = await inProcess(['verify', '--reference', '--fixtures', file])
    expect(stderr).toContain('its default export must be a function (operation, input) => output')
    expect(code).toBe(2)
  })
})
