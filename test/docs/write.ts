/**
 * Writes what of the documentation is made from something else: `npx tsx test/docs/write.ts`, after a build.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { made } from './generated.js'
import { pages, read, ROOT } from './pages.js'

for (const page of new Set([...pages, 'docs/clauses.md'])) {
  const text = await made(page)
  if (page === 'docs/clauses.md' || text !== read(page)) writeFileSync(join(ROOT, page), text)
}
