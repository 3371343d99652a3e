/**
 * `select`: ids, prefixes and globs to clauses.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { select } from '../../../src/conformance.js'
import { clausesThatBind } from '../../../src/clauses/index.js'

const all = clausesThatBind('server')

/** The clauses selected; none where the reason is that nothing is left. */
const chosen = (only: ReadonlyArray<string>, skip: ReadonlyArray<string> = []): ReadonlyArray<string> => {
  const selected = select({ only, skip })
  if (selected._tag === 'Right') return [...selected.right]
  expect(selected.left).toBe('the selection leaves no clause to judge')
  return []
}

describe('select', () => {
  test('takes all that bind servers where nothing is said, in their order', () => {
    expect(chosen([])).toEqual(all)
    expect(all).not.toContain('validator.total')
  })

  test.each([
    ['request.clientId.pattern', ['request.clientId.pattern']],
    ['request.clientId', all.filter((id) => id.startsWith('request.clientId.'))],
    ['request', all.filter((id) => id.startsWith('request.'))],
    ['*.pattern', ['request.clientId.pattern', 'request.userPoolId.pattern']],
    ['*.status', all.filter((id) => /\.status(?:\.|$)/.test(id))],
    ['request.*Id.minLength', ['request.clientId.minLength', 'request.userPoolId.minLength']],
    ['*', all]
  ])('%s', (glob, ids) => {
    expect(ids.length).toBeGreaterThan(0)
    expect(chosen([glob])).toEqual(ids)
    expect(chosen([], [glob])).toEqual(all.filter((id) => !ids.includes(id)))
  })

  test.each([
    'request.client',
    'REQUEST',
    'request.',
    '.',
    '',
    'request.clientId.pattern.x',
    'validator.total',
    'requestXclientId'
  ])('%j matches none, and is told', (glob) => {
    const refused = {
      _tag: 'Left',
      left: expect.stringContaining(`no clause that binds servers matches ${glob || '(an empty name)'}`) as string
    }
    expect(select({ only: [glob] })).toEqual(refused)
    expect(select({ only: ['*'], skip: [glob] })).toEqual(refused)
  })

  test.each([
    ['request.clientID.patern', 'request.clientId.pattern'],
    ['requst', 'request'],
    ['clientId.pattern', 'request.clientId.pattern'],
    ['request.clientID', 'request.clientId'],
    ['patern', 'request.clientId.pattern'],
    ['absnt', 'response.secretValue.absent'],
    ['clxxxxId.pattern', 'request.clientId.pattern']
  ])('%s: what may have been meant is said', (glob, meant) => {
    expect(select({ only: [glob] })).toEqual({
      _tag: 'Left',
      left: `no clause that binds servers matches ${glob} (did you mean ${meant}?)`
    })
  })

  test.each([
    ['very long', 'request.'.repeat(2000)],
    ['of many lines', 'request.x\n::error::\u001b[31mred'],
    ['a secret that was pasted', 'request.1example0secret0value0of0forty0characters0']
  ])('one that is %s is shown in one short line without secrets', (_, glob) => {
    const refused = select({ only: [glob] })
    const told = refused._tag === 'Left' ? refused.left : expect.fail('it matches')
    expect(told).toMatch(/^no clause that binds servers matches request\./)
    expect(told.length).toBeLessThan(250)
    expect(told).not.toMatch(/[\n\u001b]|1example0secret/)
  })

  test.each(['x', ''])('nothing is like %j, and nothing is proposed', (glob) => {
    expect(select({ only: [glob] })).toEqual({
      _tag: 'Left',
      left: `no clause that binds servers matches ${glob || '(an empty name)'}`
    })
  })

  test('a selection of which nothing is left is refused', () => {
    expect(select({ only: ['list.only'], skip: ['list'] })).toEqual({
      _tag: 'Left',
      left: 'the selection leaves no clause to judge'
    })
  })

  test('only and skip together: what is skipped is out', () => {
    fc.assert(
      fc.property(fc.subarray([...all], { minLength: 1 }), fc.subarray([...all]), (only, skip) => {
        expect(chosen(only, skip)).toEqual(only.filter((id) => !skip.includes(id)))
      })
    )
  })

  test('takes characters of regular expressions as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[.+?^${}()|[\]\\]{1,5}$/), (glob) => select({ only: [glob] })._tag === 'Left')
    )
  })
})
