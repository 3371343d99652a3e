/**
 * `npm run docs`: the site in the folder `site`. Fails at the first warning of typedoc's: an export without a docstring,
 * a type that is not exported, a link that leads nowhere.
 */
import { join } from 'node:path'
import { ROOT } from './pages.js'
import { buildSite } from './site.js'

process.exitCode = (await buildSite(join(ROOT, 'site'))) ? 0 : 1
