/**
 * Every law that binds servers.
 */
import type { ClauseId } from '../../clauses/index.js'
import { errorLaws } from './errorLaws.js'
import type { Exchange } from './Exchange.js'
import type { Law } from './Law.js'
import { listLaws } from './listLaws.js'
import { requestLaws } from './requestLaws.js'
import { responseLaws } from './responseLaws.js'

const all: ReadonlyArray<Law> = [...requestLaws, ...responseLaws, ...listLaws, ...errorLaws]

/** A server that cannot read chunks answers a request that was never made: that breaks no other clause. */
const OF_CHUNKS: ReadonlyArray<ClauseId> = ['request.body.chunked', 'response.secret.neverRevealed']

/** An answer that cannot be read still shows whether it is complete, and a secret that was found in it. */
const isHeard = (clause: ClauseId, { leaks }: Exchange): boolean =>
  clause === 'response.http.complete' || (clause === 'response.secret.neverRevealed' && leaks.length > 0)

export const serverLaws = all.map((law): Law => ({
  ...law,
  applies: (e) =>
    (!e.isChunked || OF_CHUNKS.includes(law.clause)) &&
    (e.answer?.hiddenBy === undefined || isHeard(law.clause, e)) &&
    law.applies(e)
}))
