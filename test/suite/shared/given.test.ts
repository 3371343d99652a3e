/**
 * Options that are `undefined` count as not given.
 */
import { expect, test } from 'vitest'
import { given, withDefaults } from '../../../src/suite/shared/given.js'

test('what is undefined is left out, and what is false, null or empty is not', () => {
  const found = given({ a: undefined, b: false, c: null, d: 0, e: '' })
  expect(Object.entries(found)).toEqual([
    ['b', false],
    ['c', null],
    ['d', 0],
    ['e', '']
  ])
})

test('an option stands before its default, unless it is undefined', () => {
  expect(withDefaults({ a: 1, b: 2, c: 3 }, { a: 10, b: undefined })).toEqual({ a: 10, b: 2, c: 3 })
})
