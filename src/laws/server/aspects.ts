/**
 * What a server may stumble over in a request. Each aspect is named by the clause that says how to treat it.
 */
import type { ClauseId } from '../../clauses/index.js'
import type { Violation } from '../../contract/Violation.js'
import { keysIn } from '../shared/ParsedResponse.js'
import type { Exchange } from './Exchange.js'
import { hasNextToken, hasUnknownMember, hasUnusualContentType, hasUnusualHeaderCase } from './requestTraits.js'

export interface Aspects {
  /** The constraints that its ids break, such as `request.clientId.pattern`. */
  readonly wrong: ReadonlyArray<string>
  /** What is unusual about it and changes nothing. */
  readonly unusual: ReadonlyArray<ClauseId>
}

const clauseOf = ({ path, constraint }: Violation): string =>
  `request.${path[0] === 'ClientId' ? 'clientId' : 'userPoolId'}.${constraint}`

/** An empty id breaks its pattern as well: that is one thing, not two. */
const isImplied = ({ path, constraint }: Violation, all: ReadonlyArray<Violation>): boolean =>
  constraint === 'pattern' && all.some((other) => other.constraint === 'minLength' && other.path[0] === path[0])

/** In another way than JSON.stringify writes an input whose ClientId comes first. */
const isWrittenUnusually = ({ input, request: { body } }: Exchange): boolean => {
  const keys = keysIn(input)
  const [client, pool] = [keys.indexOf('ClientId'), keys.indexOf('UserPoolId')]
  return keys.length > 0 && (body !== JSON.stringify(input) || (pool !== -1 && pool < client))
}

const USUAL_HEADERS = ['content-type', 'x-amz-target']

const hasMoreHeaders = ({ request }: Exchange): boolean =>
  Object.keys(request.headers).some((name) => !USUAL_HEADERS.includes(name.toLowerCase()))

const unusual: ReadonlyArray<readonly [ClauseId, (e: Exchange) => boolean]> = [
  ['request.unknownMembers.ignored', hasUnknownMember],
  ['request.nextToken.tolerated', hasNextToken],
  ['request.headers.caseInsensitive', hasUnusualHeaderCase],
  ['request.contentType.parametersIgnored', hasUnusualContentType],
  ['response.status.ok', (e) => isWrittenUnusually(e) || hasMoreHeaders(e)]
]

export const aspectsOf = (e: Exchange): Aspects => ({
  wrong:
    e.expected._tag === 'Refusal'
      ? e.expected.violations.filter((one, _, all) => !isImplied(one, all)).map(clauseOf)
      : [],
  unusual: unusual.filter(([, has]) => has(e)).map(([clause]) => clause)
})
