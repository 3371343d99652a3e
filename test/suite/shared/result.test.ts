/**
 * From a tally to the results of clauses.
 */
import { expect, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import { type Judging, resultOf, resultsOf } from '../../../src/suite/shared/result.js'
import type { Entry } from '../../../src/suite/shared/Tally.js'

const judging = (entries: Readonly<Record<string, Partial<Entry<string>>>>, strict = false): Judging<string> => ({
  subject: 'server',
  strict,
  tally: new Map(
    Object.entries(entries).map(([id, entry]) => [
      id as ClauseId, // the keys below are clauses
      { exercised: 3, failed: 0, firstFailure: undefined, simplest: undefined, symptom: undefined, ...entry }
    ])
  ),
  untested: (id) => ({ reason: `nothing was sent about ${id}`, excused: id === 'list.empty' }),
  counterexample: (failure, id) => ({ probe: id, expected: 'this', received: failure })
})

const broken = { failed: 2, firstFailure: 7, simplest: 'that' }
const counterexample = (probe: string) => ({ probe, expected: 'this', received: 'that' })

test('a clause that nothing was said about is untested, with the reason', async () => {
  expect(await resultOf(judging({}), 'list.only')).toEqual({
    id: 'list.only',
    sentence: 'Nothing is listed but secrets of the client.',
    level: 'MUST',
    evidence: 'page',
    section: 'Introduction',
    status: 'untested',
    exercised: 0,
    broken: 0,
    reason: 'nothing was sent about list.only',
    excused: false
  })
})

test('one that held has passed, and has no counterexample', async () => {
  const found = await resultOf(judging({ 'list.only': {} }), 'list.only')
  expect(found).toMatchObject({ status: 'passed', exercised: 3, broken: 0 })
  expect(Object.keys(found)).not.toContain('counterexample')
})

test('a broken MUST has failed; a broken SHOULD is a warning, and has failed in a strict run', async () => {
  const [must, should] = ['list.only', 'response.members.documented'] as const
  const entries = { [must]: broken, [should]: broken }
  const failed = { exercised: 3, broken: 2, foundAfter: 7, counterexample: counterexample(must) }
  expect(await resultOf(judging(entries), must)).toMatchObject({ ...failed, level: 'MUST', status: 'failed' })
  const warned = { ...failed, level: 'SHOULD', counterexample: counterexample(should) }
  expect(await resultOf(judging(entries), should)).toMatchObject({ ...warned, status: 'warned' })
  expect(await resultOf(judging(entries, true), should)).toMatchObject({ ...warned, status: 'failed' })
})

test('the symptom is told where all failures have one', async () => {
  const of = (symptom: Entry<string>['symptom']) =>
    resultOf(judging({ 'list.only': { ...broken, symptom } }), 'list.only')
  expect((await of('notJson')).symptom).toBe('notJson')
  expect(Object.keys(await of(undefined))).not.toContain('symptom')
})

test('counterexamples are made one after the other, in the order of the clauses', async () => {
  const ids: ReadonlyArray<ClauseId> = ['list.only', 'list.empty', 'response.body.object']
  const notes: Array<string> = []
  const found = await resultsOf(
    {
      ...judging({ 'list.only': broken, 'response.body.object': broken }),
      counterexample: async (_, id) => {
        notes.push(`begin ${id}`)
        await Promise.resolve()
        notes.push(`end ${id}`)
        return counterexample(id)
      }
    },
    ids
  )
  expect(found.map(({ id, status }) => [id, status])).toEqual([
    ['list.only', 'failed'],
    ['list.empty', 'untested'],
    ['response.body.object', 'failed']
  ])
  expect(notes).toEqual(['begin list.only', 'end list.only', 'begin response.body.object', 'end response.body.object'])
})
