/**
 * The clauses in the code are those of spec/clauses.json, which people read and other languages load.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { beginsWith, clause, clauseIds, clauses, clausesThatBind, levelFor } from '../../src/clauses/index.js'

const spec = JSON.parse(readFileSync('spec/clauses.json', 'utf8')) as {
  readonly clauses: ReadonlyArray<{ readonly id: string; readonly binds: ReadonlyArray<string> }>
}

test('the clauses are those of spec/clauses.json, in the same order and in the same words', () => {
  expect(clauseIds.map((id) => ({ id, ...clauses[id] }))).toEqual(spec.clauses)
  expect(clauseIds.map(clause)).toEqual(Object.values(clauses))
})

test.each(['server', 'client', 'validator'] as const)('the clauses that bind a %s are those that say so', (subject) => {
  const ids = spec.clauses.filter(({ binds }) => binds.includes(subject)).map(({ id }) => id)
  expect(clausesThatBind(subject)).toEqual(ids)
})

describe('the level of a clause', () => {
  test('is lower for a client where a good client need not notice that a server breaks it', () => {
    expect(levelFor('client', 'response.status.ok')).toBe('SHOULD')
    expect(levelFor('server', 'response.status.ok')).toBe('MUST')
    expect(levelFor('validator', 'response.status.ok')).toBe('MUST')
  })

  test('is the same for all whom it binds elsewhere', () => {
    expect(levelFor('client', 'client.total')).toBe('MUST')
    expect(levelFor('client', 'client.errors.reasonCode')).toBe('SHOULD')
    expect(levelFor('server', 'request.method.post')).toBe('SHOULD')
  })
})

test('the id of a clause begins with one of several texts, or with none', () => {
  expect(beginsWith('list.empty', ['error.', 'list.'])).toBe(true)
  expect(beginsWith('list.empty', ['error.', 'empty'])).toBe(false)
  expect(beginsWith('list.empty', [])).toBe(false)
})
