/**
 * Loaded within a test, so that code which throws while a module loads fails a test, and not only the file around it.
 */
import { expect, test } from 'vitest'

test('both faces of the package can be loaded', async () => {
  const contract = await import('../../src/index.js')
  const protocol = await import('../../src/protocol/index.js')
  expect(Object.keys(contract)).toContain('validateRequest')
  expect(Object.keys(protocol)).toContain('decodeRequest')
})
