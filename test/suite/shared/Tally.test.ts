/**
 * The tally: what it counts, and which of two failures it keeps as the simpler one.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  brokenIn,
  compareWeights,
  enter,
  simpler,
  type Tally,
  type Weight,
  combine,
  type Entry,
  withoutFailures
} from '../../../src/suite/shared/Tally.js'
import type { Symptom } from '../../../src/suite/shared/Report.js'

const weight = (): fc.Arbitrary<Weight> =>
  fc.record({
    faults: fc.nat({ max: 2 }),
    text: fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.nat({ max: 30 }).map((n) => 'a'.repeat(n)),
      fc.constant('{{client:one}}')
    )
  })

const same = (w: Weight): Weight => w

describe('compareWeights', () => {
  test.each<readonly [string, Weight, Weight]>([
    ['one fault is simpler than two, however long', { faults: 1, text: 'abcdefgh' }, { faults: 2, text: 'a' }],
    ['a shorter text is simpler', { faults: 1, text: 'ab' }, { faults: 1, text: 'abc' }],
    [
      'a long run reads like eight of its character',
      { faults: 0, text: 'a'.repeat(500) },
      { faults: 0, text: 'abcdefghi' }
    ],
    ['eight of a character are no run yet', { faults: 0, text: 'bcdefgh' }, { faults: 0, text: 'aaaaaaaa' }],
    ['of two runs the shorter is simpler', { faults: 0, text: 'b'.repeat(128) }, { faults: 0, text: 'a'.repeat(129) }],
    [
      'a placeholder that is a whole id takes no reading',
      { faults: 0, text: '{"UserPoolId":"{{pool:main}}"}' },
      { faults: 0, text: '{"UserPoolId":"a"}' }
    ],
    [
      'a placeholder that is a part of an id is read',
      { faults: 0, text: '{"UserPoolId":"abcdef-"}' },
      { faults: 0, text: '{"UserPoolId":"{{pool:main}}-"}' }
    ],
    [
      'an id that is empty takes as much reading, and its characters decide',
      { faults: 0, text: '{"UserPoolId":""}' },
      { faults: 0, text: '{"UserPoolId":"{{pool:main}}"}' }
    ],
    ['texts of one size are ordered by their characters', { faults: 0, text: 'ab' }, { faults: 0, text: 'ba' }],
    [
      'the same text is ordered by where it comes from',
      { faults: 0, text: 'a', origin: 'b' },
      { faults: 0, text: 'a', origin: 'c' }
    ],
    ['what comes from nowhere is first', { faults: 0, text: 'a' }, { faults: 0, text: 'a', origin: 'c' }],
    [
      'where it comes from decides after the text',
      { faults: 0, text: 'ab', origin: 'd' },
      { faults: 0, text: 'ba', origin: 'c' }
    ]
  ])('%s', (_, a, b) => {
    expect(Math.sign(compareWeights(a, b))).toBe(-1)
    expect(Math.sign(compareWeights(b, a))).toBe(1)
  })

  test('is a total order: antisymmetric, transitive, and zero only for the same weight', () => {
    fc.assert(
      fc.property(weight(), weight(), weight(), (a, b, c) => {
        expect(Math.sign(compareWeights(a, b)) + Math.sign(compareWeights(b, a))).toBe(0)
        if (compareWeights(a, b) <= 0 && compareWeights(b, c) <= 0) expect(compareWeights(a, c)).toBeLessThanOrEqual(0)
        expect(compareWeights(a, b) === 0).toBe(a.faults === b.faults && a.text === b.text)
      }),
      { seed: 1, numRuns: 2000 }
    )
  })
})

describe('simpler', () => {
  test('keeps the first where both weigh the same', () => {
    const [a, b] = [
      { text: 'x', faults: 0 },
      { text: 'x', faults: 0 }
    ]
    expect(simpler(same)(a, b)).toBe(a)
  })
})

describe('enter', () => {
  const tallyOf = (entered: ReadonlyArray<Weight | undefined>): Tally<Weight> => {
    const tally: Tally<Weight> = new Map()
    entered.forEach((failure, i) => enter(tally, 'client.total', failure, i + 1, same))
    return tally
  }

  test('counts what was exercised and what failed, and keeps the first failure and the simplest', () => {
    const [held, long, short] = [undefined, { faults: 0, text: 'long' }, { faults: 0, text: 's' }]
    expect(tallyOf([held, long, held, short]).get('client.total')).toEqual({
      exercised: 4,
      failed: 2,
      firstFailure: 2,
      simplest: short
    })
  })

  test('has no failure where all held', () => {
    expect(tallyOf([undefined]).get('client.total')).toEqual({
      exercised: 1,
      failed: 0,
      firstFailure: undefined,
      simplest: undefined
    })
  })

  test('a symptom is kept while every failure has it, and never comes back', () => {
    const symptomOf = (...symptoms: ReadonlyArray<Symptom | undefined | 'held'>): Symptom | undefined => {
      const tally: Tally<Weight> = new Map()
      for (const one of symptoms) {
        if (one === 'held') enter(tally, 'client.total', undefined, 1, same)
        else enter(tally, 'client.total', { faults: 0, text: '' }, 1, same, one)
      }
      return tally.get('client.total')?.symptom
    }
    expect(symptomOf('notJson', 'held', 'notJson')).toBe('notJson')
    expect(symptomOf('held', 'notJson')).toBe('notJson')
    expect(symptomOf('notJson', 'serverError')).toBe(undefined)
    expect(symptomOf('notJson', undefined)).toBe(undefined)
    expect(symptomOf(undefined, 'notJson')).toBe(undefined)
    expect(symptomOf('notJson', 'serverError', 'serverError')).toBe(undefined)
  })

  test('clauses are counted apart, and the broken ones are named in the order in which they came', () => {
    const tally: Tally<Weight> = new Map()
    const broken = { faults: 0, text: '' }
    enter(tally, 'client.order.free', broken, 1, same)
    enter(tally, 'client.request.wire', undefined, 1, same)
    enter(tally, 'client.total', broken, 2, same)
    enter(tally, 'client.order.free', undefined, 3, same)
    expect(brokenIn(tally)).toEqual(['client.order.free', 'client.total'])
    expect([...tally.values()].map(({ exercised, failed }) => [exercised, failed])).toEqual([
      [2, 1],
      [1, 0],
      [1, 1]
    ])
  })

  test('the simplest failure does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(fc.array(weight(), { minLength: 1, maxLength: 6 }), (failures) => {
        const [forwards, backwards] = [failures, [...failures].reverse()].map(
          (all) => tallyOf(all).get('client.total')?.simplest
        )
        expect(forwards).toEqual(backwards)
        expect(failures.every((failure) => compareWeights(forwards ?? failure, failure) <= 0)).toBe(true)
      }),
      { seed: 1, numRuns: 500 }
    )
  })
})

const entry = (more: Partial<Entry<Weight>>): Entry<Weight> => ({
  exercised: 3,
  failed: 2,
  firstFailure: 7,
  simplest: { faults: 1, text: 'ab' },
  symptom: 'notJson',
  ...more
})

const held = { exercised: 4, failed: 0, firstFailure: undefined, simplest: undefined, symptom: undefined }

test('withoutFailures leaves what held', () => {
  expect(withoutFailures(entry({ exercised: 6 }))).toEqual(held)
})

describe('combine', () => {
  const both = combine(same)

  test('adds counts, and keeps the failures of the one that has any', () => {
    expect(both(held, entry({}))).toEqual(entry({ exercised: 7 }))
    expect(both(entry({}), held)).toEqual(entry({ exercised: 7 }))
    expect(both(held, held)).toEqual({ ...held, exercised: 8 })
  })

  test('of two that failed, the earlier, the simpler and what they share is kept', () => {
    const simple = { faults: 0, text: 'abc' }
    const combined = { exercised: 6, failed: 4, firstFailure: 5, simplest: simple, symptom: undefined }
    const other = entry({ firstFailure: 5, simplest: simple, symptom: 'serverError' })
    expect(both(entry({}), other)).toEqual(combined)
    expect(both(other, entry({}))).toEqual(combined)
    expect(both(entry({}), entry({})).symptom).toBe('notJson')
  })
})
