/**
 * The plan of a run: what is sent follows from the seed, and is made only when it is about to be sent.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Probe } from '../../../src/generators/probes/Probe.js'
import { probes } from '../../../src/generators/probes/index.js'
import type { TestCase } from '../../../src/generators/TestCase.js'
import { countCases, type PlannedCase, planCases, planReplay, probesFor } from '../../../src/suite/server/plan.js'

const body = (text: string): TestCase => [{ op: 'list', body: text }]

/** Two probes: one with more examples, and one that takes half of the runs. */
const letters: Probe = {
  name: 'letters',
  exercises: [],
  needs: 'nothing',
  examples: (scene) => [body('a'), body(scene)],
  arbitrary: (scene) => fc.nat(1_000_000).map((n) => body(`${scene} ${n}`))
}
const halves: Probe = { ...letters, name: 'halves', share: 0.5, examples: () => [body('b')] }
const two = [letters, halves]

const plan = (runs: number, seed = 7): ReadonlyArray<PlannedCase> => [...planCases(two, 'given', seed, runs)]

const generated = (name: string, from: number, to: number): ReadonlyArray<string> =>
  Array.from({ length: to - from + 1 }, (_, i) => `${name}/${from + i}`)

describe('the cases of a run', () => {
  test('are the examples in turn, then what each probe generates, 25 at a time', () => {
    expect(plan(60).map(({ key }) => key)).toEqual([
      'letters/example/0',
      'halves/example/0',
      'letters/example/1',
      ...generated('letters', 0, 24),
      ...generated('halves', 0, 24),
      ...generated('letters', 25, 49),
      ...generated('halves', 25, 29),
      ...generated('letters', 50, 59)
    ])
  })

  test.each([
    [0, 3],
    [1, 5],
    [25, 41],
    [51, 80]
  ])('of %i runs are %i', (runs, cases) => {
    expect(countCases(two, 'given', runs)).toBe(cases)
    expect(plan(runs)).toHaveLength(cases)
  })

  test('are none without a probe', () => {
    expect([...planCases([], 'given', 7, 60)]).toEqual([])
    expect(countCases([], 'given', 60)).toBe(0)
  })

  test('of an example are what it says, in that scene', () => {
    expect(plan(0)).toEqual([
      { probe: letters, steps: body('a'), sample: undefined, key: 'letters/example/0' },
      { probe: halves, steps: body('b'), sample: undefined, key: 'halves/example/0' },
      { probe: letters, steps: body('given'), sample: undefined, key: 'letters/example/1' }
    ])
  })

  test('that were generated are found again by fast-check where the plan says', () => {
    for (const { probe, steps, sample } of plan(60).slice(3)) {
      expect(fc.sample(probe.arbitrary('given'), { ...sample, numRuns: 1 })).toEqual([steps])
    }
  })

  test('of every batch of every probe have a seed of their own, which follows from that of the run', () => {
    const seeds = (seed: number): ReadonlyArray<number> => [
      ...new Set(plan(60, seed).flatMap(({ sample }) => (sample === undefined ? [] : [sample.seed])))
    ]
    expect(new Set([...seeds(7), ...seeds(8)]).size).toBe(10)
    expect(seeds(7)).toEqual(seeds(7))
  })

  test('of fewer runs are among those of more', () => {
    const lines = (runs: number): ReadonlyArray<string> =>
      plan(runs).map(({ key, steps }) => `${key} ${JSON.stringify(steps)}`)
    const more = new Set(lines(60))
    expect(lines(30).filter((one) => !more.has(one))).toEqual([])
  })

  test('are made only when they are asked for', () => {
    let made = 0
    const counting: Probe = {
      ...letters,
      arbitrary: () =>
        fc.nat().map((n) => {
          made++
          return body(String(n))
        })
    }
    const cases = planCases([counting], 'given', 7, 100_000)
    for (let i = 0; i < 2; i++) cases.next()
    expect(made).toBe(0)
    for (let i = 0; i < 10; i++) cases.next()
    expect(made).toBeLessThan(100)
  })
})

test('the plan of all probes has as many cases as it says, each with a key of its own', () => {
  const keys = [...planCases(probes, 'provisioned', 7, 1)].map(({ key }) => key)
  expect(keys).toHaveLength(countCases(probes, 'provisioned', 1))
  expect(new Set(keys).size).toBe(keys.length)
})

test('a replay is a case without a sample to shrink', () => {
  const steps = body('{}')
  const [planned, ...more] = planReplay(steps)
  expect(planned).toEqual({
    probe: { name: 'replay', arbitrary: expect.any(Function) as unknown },
    steps,
    sample: undefined,
    key: 'replay'
  })
  expect(more).toEqual([])
  expect(fc.sample(planned?.probe.arbitrary('nothing') ?? expect.fail('there is no case'), 1)).toEqual([steps])
})

describe('the probes of a selection', () => {
  const names = (...args: Parameters<typeof probesFor>): ReadonlyArray<string> =>
    probesFor(...args).map(({ name }) => name)

  test('are those that say something about a selected clause', () => {
    expect(names(new Set(['error.notFound.deletedPool']), 'provisioned')).toEqual(['lives of pools'])
    expect(names(new Set(['request.operation.unknown']), 'provisioned')).toEqual(['other methods and targets'])
    expect(names(new Set(), 'provisioned')).toEqual([])
  })

  test('are all for the clause that every response is searched for', () => {
    expect(probesFor(new Set(['response.secret.neverRevealed']), 'provisioned')).toEqual(probes)
  })

  test('are those that the scene allows', () => {
    expect(names(new Set(['error.notFound.pool', 'error.notFound.client', 'list.empty']), 'nothing')).toEqual([
      'well-formed UserPoolId of nobody'
    ])
    expect(names(new Set(['error.notFound.pool', 'error.notFound.otherPool']), 'given')).toEqual([
      'nearly the id of a pool that exists',
      'well-formed UserPoolId of nobody',
      'unknown ids in calls that are unusual in another way'
    ])
    expect(names(new Set(['error.notFound.otherPool']), 'provisioned')).toEqual([
      'through another pool',
      'another pool in calls that are unusual in another way'
    ])
  })
})
