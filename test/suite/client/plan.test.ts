/**
 * Which calls a run makes.
 */
import { describe, expect, test } from 'vitest'
import { independentViolations } from '../../../src/laws/shared/independentCheck.js'
import { answerExamples, badIdExamples, calling } from '../../../src/suite/client/ClientCase.js'
import { planCalls, type PlannedCall, planReplay, probeSeed } from '../../../src/suite/client/plan.js'

/** How many calls there are of each probe, and how many of them were generated. */
const counts = (planned: ReadonlyArray<PlannedCall>): Readonly<Record<string, readonly [number, number]>> => {
  const found: Record<string, readonly [number, number]> = {}
  for (const { probe, sample } of planned) {
    const [all, generated] = found[probe.name] ?? [0, 0]
    found[probe.name] = [all + 1, generated + (sample === undefined ? 0 : 1)]
  }
  return found
}

const examples = answerExamples.length

describe('planCalls', () => {
  test('each probe has its share of generated calls beside its examples, and at least one', () => {
    expect(counts(planCalls(1, 40))).toEqual({
      answers: [examples + 80, 80],
      'answers no client may accept': [40, 40],
      'good ids': [10, 10],
      'a bad ClientId': [10, 5],
      'a bad UserPoolId': [10, 5],
      'two bad ids': [2, 2]
    })
    expect(counts(planCalls(1, 1))).toMatchObject({ answers: [examples + 2, 2], 'two bad ids': [1, 1] })
    expect(counts(planCalls(1, 0))).toEqual({
      answers: [examples, 0],
      'a bad ClientId': [5, 0],
      'a bad UserPoolId': [5, 0]
    })
  })

  test('a call says which of the generated ones it is', () => {
    const samples = planCalls(3, 8).flatMap(({ probe, sample }) => (probe.name === 'answers' ? [sample] : []))
    expect(samples).toEqual([
      ...Array.from({ length: examples }, () => undefined),
      ...Array.from({ length: 16 }, (_, i) => i)
    ])
  })

  test('probes are mixed: the first half has half of each', () => {
    const planned = planCalls(1, 40)
    expect(counts(planned.slice(0, planned.length / 2))).toMatchObject({
      'answers no client may accept': [20, 20],
      'good ids': [5, 5],
      'a bad ClientId': [5, 0],
      'a bad UserPoolId': [5, 0],
      'two bad ids': [1, 1]
    })
    expect(planned[0]?.one).toBe(answerExamples[0])
  })

  test('what a probe is named after is what it sends', () => {
    const wrong: Record<string, Set<string>> = {}
    for (const { probe, one } of planCalls(5, 40)) {
      const members = new Set(independentViolations(one.call).map(({ path }) => path[0]))
      const what = `${one.about}: ${[...members].join(' and ')}${one.answer.means._tag === 'Violation' ? 'a violation' : ''}`
      ;(wrong[probe.name] ??= new Set()).add(what)
    }
    expect(wrong).toEqual({
      answers: new Set(['answer: ', 'answer: a violation']),
      'answers no client may accept': new Set(['answer: a violation']),
      'good ids': new Set(['call: ']),
      'a bad ClientId': new Set(['call: ClientId']),
      'a bad UserPoolId': new Set(['call: UserPoolId']),
      'two bad ids': new Set(['call: ClientId and UserPoolId'])
    })
    const good = planCalls(5, 40).flatMap(({ probe, one }) => (probe.name === 'good ids' ? [one.call] : []))
    expect(new Set(good.map(({ ClientId }) => ClientId)).size).toBeGreaterThan(5)
    expect(new Set(good.map(({ UserPoolId }) => UserPoolId)).size).toBeGreaterThan(5)
    const ids = planCalls(5, 0).flatMap(({ one }) => (one.about === 'call' ? [one] : []))
    expect(new Set(ids)).toEqual(new Set([...badIdExamples.ClientId, ...badIdExamples.UserPoolId]))
  })

  test('every status can be sent over a socket with the body that it has', () => {
    const statuses = planCalls(2, 150).map(({ one }) => one.answer.response.status)
    expect(statuses.filter((status) => [204, 205, 304].includes(status))).toEqual([])
    expect(statuses).toContain(200)
    expect(Math.max(...statuses)).toBeGreaterThanOrEqual(500)
  })

  test('the seed decides all, and each probe has a stream of its own', () => {
    const texts = (seed: number): string => JSON.stringify(planCalls(seed, 4).map(({ one }) => one))
    expect(texts(1)).toBe(texts(1))
    expect(texts(1)).not.toBe(texts(2))
    const seeds = new Set(planCalls(1, 1).map(({ probe }) => probeSeed(1, probe)))
    expect(seeds.size).toBe(6)
  })
})

test('planReplay plans the one call, as an example', () => {
  const one = calling({ ClientId: 'a' })
  const [only, ...more] = planReplay(one)
  expect([only?.one, only?.sample, only?.probe.name, only?.probe.examples, more]).toEqual([
    one,
    undefined,
    'replay',
    [one],
    []
  ])
})
