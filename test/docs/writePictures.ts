/**
 * Writes the pictures of the documentation: `npm run picture`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './pages.js'
import { pictures } from './pictures.js'

for (const [path, svg] of await pictures()) writeFileSync(join(ROOT, path), svg)
