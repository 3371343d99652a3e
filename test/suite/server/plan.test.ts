/**
 * The plan of a run: what is sent follows from the seed, and is made only when it is about to be sent.
 */
import { describe, expect, test } from 'vitest'
import { probes } from '../../../src/generators/probes/index.js'
import { countCases, planCases } from '../../../src/suite/server/plan.js'

const keys = (runs: number): ReadonlyArray<string> =>
  [...planCases(probes, 'provisioned', 7, runs)].map(({ key }) => key)

describe('planCases', () => {
  test('makes as many cases as countCases says, each with a key of its own', () => {
    for (const runs of [0, 1, 25, 26, 60]) {
      expect(keys(runs)).toHaveLength(countCases(probes, 'provisioned', runs))
      expect(new Set(keys(runs)).size).toBe(keys(runs).length)
    }
  })

  test('makes another plan of another seed, and the same plan of the same seed', () => {
    const steps = (seed: number): string =>
      JSON.stringify([...planCases(probes, 'provisioned', seed, 10)].map((planned) => planned.steps))
    expect(steps(8)).not.toBe(steps(7))
    expect(steps(7)).toBe(steps(7))
  })

  test('makes the cases of fewer runs among those of more', () => {
    const plan = (runs: number): ReadonlyArray<string> =>
      [...planCases(probes, 'provisioned', 7, runs)].map(({ key, steps }) => `${key} ${JSON.stringify(steps)}`)
    const more = new Set(plan(60))
    expect(plan(30).filter((one) => !more.has(one))).toEqual([])
  })

  test('sends the examples of every probe before the first generated case', () => {
    const [examples, all] = [keys(0), keys(30)]
    expect(all.slice(0, examples.length)).toEqual(examples)
  })

  test('makes a case only when it is asked for', () => {
    let generated = 0
    const counting = probes.map((probe) => ({
      ...probe,
      arbitrary: (scene: Parameters<typeof probe.arbitrary>[0]) =>
        probe.arbitrary(scene).map((steps) => {
          generated++
          return steps
        })
    }))
    const plan = planCases(counting, 'provisioned', 7, 100_000)
    const examples = countCases(probes, 'provisioned', 0)
    for (let i = 0; i < examples; i++) plan.next()
    expect(generated).toBe(0)
    for (let i = 0; i < 10; i++) plan.next()
    expect(generated).toBeLessThan(100)
  })
})
