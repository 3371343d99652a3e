import { expect, test } from 'vitest'
import { functionNames, fuzz } from './properties.js'

test.each(functionNames)('%s holds for every value', async (name) => {
  expect(await fuzz(name, 500, 20_261_127)).toBe(undefined)
})
