/**
 * The tests that have to notice a mutant of contract/ or protocol/. The two that only ask whether calls return are left
 * out: they take half of the time, and nearly every mutant returns.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.js'

export default defineConfig({
  ...base,
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: { ...base.test, include: ['test/{contract,protocol}/**/*.test.ts'], exclude: ['**/totality.test.ts'] }
})
