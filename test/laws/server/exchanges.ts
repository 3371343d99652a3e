/**
 * Exchanges made by hand, and what the laws say of them.
 */
import type { ClauseId } from '../../../src/clauses/index.js'
import { exchange, type Exchange } from '../../../src/laws/server/Exchange.js'
import type { Law } from '../../../src/laws/server/Law.js'
import { serverLaws } from '../../../src/laws/server/serverLaws.js'
import type { KnownClient, World } from '../../../src/laws/server/World.js'
import type { Leak } from '../../../src/laws/shared/Leaks.js'
import { parseResponse } from '../../../src/laws/shared/ParsedResponse.js'
import { CONTENT_TYPE, type HttpRequest, type HttpResponse } from '../../../src/protocol/index.js'
import { post } from '../../protocol/messages.js'

export const CLIENT: KnownClient = {
  name: 'one',
  pool: 'main',
  id: 'oneid',
  deleted: false,
  secrets: [],
  deletedSecretIds: [],
  refusedAdd: false,
  listed: undefined
}

/** A world of one pool in which there is this client, and others. */
export const worldOf = (client: Partial<KnownClient> = {}, ...others: ReadonlyArray<Partial<KnownClient>>): World => ({
  pools: [{ name: 'main', id: 'r_main', deleted: false }],
  clients: [
    { ...CLIENT, ...client },
    ...others.map((other, i) => ({ ...CLIENT, name: `other${i}`, id: `other${i}id`, ...other }))
  ]
})

export const IDS = { ClientId: 'oneid', UserPoolId: 'r_main' } as const

/** A call with the ids of that client, or with other members. */
export const call = (members: object = IDS): HttpRequest => post(JSON.stringify(members))

export const answer = (
  status: number,
  body: HttpResponse['body'],
  headers: HttpResponse['headers'] = {}
): HttpResponse => ({
  status,
  headers: { 'content-type': CONTENT_TYPE, ...headers },
  body
})

export const list = (...ClientSecrets: ReadonlyArray<unknown>): HttpResponse =>
  answer(200, JSON.stringify({ ClientSecrets }))

export const listed = (ClientSecretId: unknown, ClientSecretCreateDate: unknown = 1785000000): object => ({
  ClientSecretId,
  ClientSecretCreateDate
})

export const error = (__type: string, status = 400, members: object = { message: 'no' }): HttpResponse =>
  answer(status, JSON.stringify({ __type, ...members }))

export const exchanged = (
  response: HttpResponse | undefined,
  world: World = worldOf(),
  request: HttpRequest = call(),
  leaks: { readonly planted: number; readonly found: ReadonlyArray<Leak> } = { planted: 0, found: [] }
): Exchange =>
  exchange(
    world,
    request,
    response === undefined ? { failure: 'socket hang up' } : { response, answer: parseResponse(response) },
    leaks
  )

export const lawOf = (clause: ClauseId): Law => {
  const law = serverLaws.find((one) => one.clause === clause)
  if (law === undefined) throw new Error(`No law says ${clause}`)
  return law
}

export type Verdict = 'holds' | 'broken' | 'not exercised'

export const verdict = (clause: ClauseId, e: Exchange): Verdict => {
  const law = lawOf(clause)
  return law.applies(e) ? (law.holds(e) ? 'holds' : 'broken') : 'not exercised'
}

/** A clause, what happened, and what its law says of that. */
export type Row = readonly [clause: ClauseId, what: string, e: Exchange, expected: Verdict]

/** What goes wrong where a law asks more than an exchange has: exchanges with little in them, and with nothing known. */
export const bare: ReadonlyArray<Exchange> = [
  exchanged(undefined),
  exchanged(list(listed('a')), { pools: [], clients: [] }),
  exchanged(list(listed('a')), worldOf(), call({ ...IDS, ClientId: 'nobody' })),
  exchanged(list(), worldOf({ secrets: undefined })),
  exchanged(answer(200, '[]')),
  exchanged(answer(400, Uint8Array.of(0xff))),
  exchange(worldOf(), call(), { answer: parseResponse(list()) }, { planted: 0, found: [] }),
  exchange(worldOf(), call(), {}, { planted: 0, found: [] })
]
