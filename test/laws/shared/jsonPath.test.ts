import { expect, it } from 'vitest'
import { jsonPath } from '../../../src/laws/shared/jsonPath.js'

it.each([
  [['ClientSecrets', 0, 'ClientSecretId'], '$.ClientSecrets[0].ClientSecretId'],
  [['a b', '0', ''], '$["a b"]["0"][""]'],
  [['a"b'], '$["a\\"b"]'],
  [['a'.repeat(60)], `$.${'a'.repeat(60)}`],
  [['a'.repeat(61)], `$["${'a'.repeat(60)}"]`],
  [[], '$']
])('%j is written as %s', (path, text) => {
  expect(jsonPath(path)).toBe(text)
})
