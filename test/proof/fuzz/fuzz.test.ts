import { expect, test } from 'vitest'
import { fuzzPure } from './guided.js'
import { fuzz, otherNames, pureNames } from './properties.js'

const SEED = 20_261_127

test.each([...pureNames, ...otherNames])('%s holds for every value', async (name) => {
  expect(await fuzz(name, 500, SEED)).toBe(undefined)
})

test('every function holds for values that are made of others', () => {
  const { calls, found, corpus } = fuzzPure(SEED, 500)
  expect(found).toBe(undefined)
  expect(calls).toBe(500 * pureNames.length)
  expect(corpus).toBeGreaterThan(1000)
})
