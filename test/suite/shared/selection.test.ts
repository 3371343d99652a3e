/**
 * `select`: ids, prefixes and globs to clauses.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { select } from '../../../src/conformance.js'
import { clausesThatBind } from '../../../src/clauses/index.js'

const all = clausesThatBind('server')

const chosen = (only: ReadonlyArray<string>, skip: ReadonlyArray<string> = []): ReadonlyArray<string> => [
  ...select({ only, skip }).selected
]

describe('select', () => {
  test('takes all that bind servers where nothing is said, in their order', () => {
    expect([...select({}).selected]).toEqual(all)
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
    expect(select({ only: [glob] }).unmatched).toEqual([])
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
    expect(select({ only: [glob] })).toEqual({ selected: new Set(), unmatched: [glob] })
    expect(select({ skip: [glob] })).toEqual({ selected: new Set(all), unmatched: [glob] })
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
      fc.property(fc.stringMatching(/^[.+?^${}()|[\]\\]{1,5}$/), (glob) => select({ only: [glob] }).selected.size === 0)
    )
  })
})
