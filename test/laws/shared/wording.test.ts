import { expect, it } from 'vitest'
import { saysAll, saysIt } from '../../../src/laws/shared/wording.js'

const PATTERN = { path: ['ClientId'], constraint: 'pattern', limit: '[\\w+]+' } as const
const REQUIRED = { path: ['UserPoolId'], constraint: 'required' } as const

const pattern = "at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+"
const required = "at 'userPoolId' failed to satisfy constraint: Member must not be null"

it('a violation is told with its value, with null, and without a value', () => {
  for (const said of [`Value 'a-b' ${pattern}`, `Value ${pattern}`, pattern]) expect(saysIt(said, PATTERN)).toBe(true)
  for (const said of [`Value null ${required}`, `Value ${required}`]) expect(saysIt(said, REQUIRED)).toBe(true)
  for (const said of [undefined, '', required, `Value 'a-b' at 'ClientId'`]) expect(saysIt(said, PATTERN)).toBe(false)
})

it.each<readonly [string | undefined, boolean]>([
  [`2 validation errors detected: Value null ${required}; Value 'a-b' ${pattern}`, true],
  [`2 validation errors detected: Value 'a-b' ${pattern}; Value null ${required}`, true],
  [`1 validation error detected: Value null ${required}; Value 'a-b' ${pattern}`, false],
  [`See: 2 validation errors detected: Value null ${required}; Value 'a-b' ${pattern}`, false],
  [`2 validation errors detected: Value null ${required}`, false],
  [`2 errors: Value null ${required}; Value 'a-b' ${pattern}`, false],
  [undefined, false]
])('%s says both: %s', (message, expected) => {
  expect(saysAll(message, [PATTERN, REQUIRED])).toBe(expected)
})
