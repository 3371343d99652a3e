/**
 * Every value that the package exports is spoken of on some page. Types are left to the API reference: they are the shapes
 * of arguments and results, and it shows their members.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entryPoints } from './imports.js'
import { pages, read, ROOT } from './pages.js'

const texts = pages
  .filter((page) => page !== 'CHANGELOG.md')
  .map(read)
  .join('\n')

const isNamed = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(texts)

test.each(entryPoints.filter(([name]) => name !== 'the command'))(
  'the pages name every value of %s',
  async (_, file) => {
    const names = Object.keys((await import(join(ROOT, file))) as object)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !isNamed(name))).toEqual([])
  }
)
