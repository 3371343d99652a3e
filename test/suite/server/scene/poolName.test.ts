/**
 * Names that sweep finds again, and names that are nearly such.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameOf, readName, runId } from '../../../../src/suite/server/scene/poolName.js'

const MARK = { seed: -1, startedAt: 1_795_780_800 }
const NAME = 'cognito-secrets-contract-tp5tc0-1z141z3-1yxg5ff-main'

test('a run is named by when it began and by its seed, in base 36', () => {
  expect(runId(MARK)).toBe('tp5tc0-1z141z3')
  expect(runId({ seed: 1, startedAt: 36 })).toBe('10-1')
})

test('a name ends in a checksum of seven characters and the name in the case', () => {
  expect(nameOf(MARK, 'main')).toBe(NAME)
  expect(nameOf({ seed: 1, startedAt: 36 }, 'p')).toBe('cognito-secrets-contract-10-1-0auifpx-p')
})

test('the name of any run tells which one it was', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(2_000_000_000), fc.stringMatching(/^\w{1,9}$/), (seed, startedAt, name) => {
      expect(readName(nameOf({ seed, startedAt }, name))).toEqual({ seed, startedAt })
    })
  )
})

test.each([
  '',
  'main',
  NAME.slice(1),
  `x${NAME}`,
  NAME.replace('-main', ''),
  NAME.replace('main', ''),
  `${NAME}-copy`,
  `${NAME} 2`,
  NAME.replace('tp5tc0', 'tp5tc1'),
  NAME.replace('1z141z3', '1z141z2'),
  NAME.replace('1yxg5ff', '1yxg5fg'),
  NAME.replace('1yxg5ff', 'yxg5ff'),
  NAME.toUpperCase(),
  nameOf({ seed: 0, startedAt: NaN }, ''),
  nameOf({ seed: 0, startedAt: NaN }, 'main')
])('%j is no name of a run', (name) => {
  expect(readName(name)).toBeUndefined()
})
