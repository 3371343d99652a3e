import { expect, test } from 'vitest'
import { functionNames, fuzz } from './properties.js'

test.each(functionNames)('%s returns for every value, changes no input and gives no planted secret away', (name) => {
  expect(fuzz(name, 500, 20_261_127)).toBe(undefined)
})
