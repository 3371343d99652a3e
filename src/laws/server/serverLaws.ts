/**
 * Every law that binds servers.
 */
import type { ClauseId } from '../../clauses/index.js'
import { errorLaws } from './errorLaws.js'
import type { Law } from './Law.js'
import { listLaws } from './listLaws.js'
import { requestLaws } from './requestLaws.js'
import { responseLaws } from './responseLaws.js'

const all: ReadonlyArray<Law> = [...requestLaws, ...responseLaws, ...listLaws, ...errorLaws]

/** A server that cannot read chunks answers a request that was never made: that breaks no other clause. */
const OF_CHUNKS: ReadonlyArray<ClauseId> = ['request.body.chunked', 'response.secret.neverRevealed']

export const serverLaws = all.map((law): Law =>
  OF_CHUNKS.includes(law.clause) ? law : { ...law, applies: (e) => !e.isChunked && law.applies(e) }
)
