/**
 * Which clauses a run judges, and which options it refuses.
 */
import { expect, test } from 'vitest'
import { clausesToJudge } from '../../../src/suite/shared/SuiteOptions.js'
import { clausesThatBind } from '../../../src/clauses/index.js'

const replay = { clause: 'list.only' } as const

test('a run judges what is selected, or the one clause of a replay whatever is selected', () => {
  expect([...clausesToJudge({}, 'validator')]).toEqual(clausesThatBind('validator'))
  expect([...clausesToJudge({ only: ['validator'], skip: ['*.agrees'] }, 'validator')]).toEqual([
    'validator.total',
    'validator.allViolations'
  ])
  expect([...clausesToJudge({ only: ['response'], skip: ['list'], replay }, 'server')]).toEqual(['list.only'])
})

const knowing = (clause: string) => ({ baseline: { knownFailures: [{ clause, reason: 'issue 7' }] } })

test('a selection without a clause and a baseline with an unknown one are refused', () => {
  const refused = (options: Parameters<typeof clausesToJudge>[0]) => expect(() => clausesToJudge(options, 'server'))
  refused({ only: ['lsit.only'] }).toThrow(
    new RangeError('no clause that binds servers matches lsit.only (did you mean list.only?)')
  )
  refused(knowing('lsit.only')).toThrow(
    new RangeError('the baseline names lsit.only, which is not a clause (did you mean list.only?)')
  )
  refused(knowing('something.else')).toThrow(new RangeError('the baseline names something.else, which is not a clause'))
  refused(knowing('validator.total')).not.toThrow()
})
