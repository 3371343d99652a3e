/**
 * Every law that binds servers.
 */
import { errorLaws } from './errorLaws.js'
import type { Law } from './Law.js'
import { listLaws } from './listLaws.js'
import { requestLaws } from './requestLaws.js'
import { responseLaws } from './responseLaws.js'

export const serverLaws: ReadonlyArray<Law> = [...requestLaws, ...responseLaws, ...listLaws, ...errorLaws]
