/**
 * Modules that a flag names.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { loadModule } from '../../src/node/loadModule.js'
import { folder } from './support/serving.js'

afterEach(() => vi.unstubAllEnvs())

test('the exports of a module are its own', async (t) => {
  const file = join(folder(t), 'a.mjs')
  writeFileSync(file, 'export const a = 1; export default 2')
  expect({ ...((await loadModule('--fixtures', file)) as object) }).toEqual({ a: 1, default: 2 })
})

test('why a module could not be loaded is told, without the secrets of the environment', async (t) => {
  vi.stubEnv('MY_PASSWORD', 'correct horse')
  const file = join(folder(t), 'a.mjs')
  writeFileSync(file, 'throw new Error(`no ${process.env.MY_PASSWORD}`)')
  expect(await loadModule('--fixtures', file)).toBe(`--fixtures ${file} could not be loaded: no [secret]`)
  const other = join(folder(t), 'b.mjs')
  writeFileSync(other, 'throw "correct horse"')
  expect(await loadModule('verify-validator', other)).toBe(`verify-validator ${other} could not be loaded: it threw`)
})
