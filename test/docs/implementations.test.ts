/**
 * The pages about implementations say what test/interop/results holds, and nothing else.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printPages } from '../interop/pages.js'
import { read, ROOT } from './pages.js'

const printed = await printPages()

test.each(printed)('docs/%s is what `npm run interop:implementations -- --pages` prints', (path, text) => {
  expect(read(`docs/${path}`)).toBe(text)
})

test('docs/implementations has no page of a server that has no result', () => {
  const paths = readdirSync(join(ROOT, 'docs', 'implementations')).map((name) => `implementations/${name}`)
  expect(printed.map(([path]) => path)).toEqual(expect.arrayContaining(paths))
})
