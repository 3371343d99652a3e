/**
 * Servers that find what is not there, or find it in the wrong place.
 */
import type { State } from '../../../src/reference/index.js'
import { asking, failingAs } from '../changes.js'
import { type Call, type Change, emptyList, homeOf, isList, textOf } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** A pool and a client are taken for those asked for where these say so. */
const resolving = (
  isPool: (asked: string, id: string) => boolean,
  isClient: (asked: string, id: string) => boolean
): Change =>
  asking(({ input, service, client }) => {
    const [ClientId, UserPoolId] = [textOf(input['ClientId']), textOf(input['UserPoolId'])]
    for (const pool of client === undefined && input['ClientId'] ? service.state.pools.values() : []) {
      const found = [...pool.clients.keys()].find((id) => isClient(ClientId, id))
      if (found !== undefined && isPool(UserPoolId, pool.Id)) return { input: { ClientId: found, UserPoolId: pool.Id } }
    }
    return undefined
  })

const same = (asked: string, id: string): boolean => asked === id

const foldCase = (asked: string, id: string): boolean => asked.toLowerCase() === id.toLowerCase()

/** What is no expression matches nothing. */
const asExpression = (asked: string, id: string): boolean => {
  try {
    return new RegExp(`^${asked}$`).test(id)
  } catch {
    return false
  }
}

/** As `LIKE` of SQL, where `_` stands for any character. */
const like = (asked: string, id: string): boolean =>
  new RegExp(`^${asked.replace(/[^\w]/g, '\\$&').replaceAll('_', '.')}$`).test(id)

/** What was deleted by `operation` is answered as it was before. */
const undead =
  (operation: string, id: 'ClientId' | 'UserPoolId'): Change =>
  () => {
    const kept: Array<{ readonly id: unknown; readonly state: State }> = []
    return (call, next) => {
      const { input, service } = call
      if (call.operation === operation) kept.push({ id: input[id], state: service.state })
      const ghost = kept.find((k) => isList(call) && call.client === undefined && k.id === input[id])
      if (ghost === undefined) return next()
      const now = service.state
      service.state = ghost.state
      const response = next()
      service.state = now
      return response
    }
  }

const nothingIf = (when: (call: Call) => boolean): Change =>
  failingAs('ResourceNotFoundException', (response, call) => (when(call) ? emptyList : response))

export const foundFaults: ReadonlyArray<Fault> = [
  fault(
    'names that JavaScript knows',
    'Clients are members of a plain object, which has inherited ones.',
    ['error.notFound.client'],
    nothingIf(({ pool, input }) => pool !== undefined && textOf(input['ClientId']) in {})
  ),
  fault(
    'ClientId as an index',
    'Clients are elements of a list, which have numbers for names.',
    ['error.notFound.client'],
    asking(({ input, pool }) => {
      const found = [...(pool?.clients.keys() ?? [])][Number(textOf(input['ClientId']) || NaN)]
      return found === undefined ? undefined : { input: { ...input, ClientId: found } }
    })
  ),
  fault(
    'a client through any pool that exists',
    'Client ids are unique, so the pool is not compared; seen in public servers.',
    ['error.notFound.otherPool'],
    () => (call, next) => (call.pool ? resolving(() => true, same)()(call, next) : next())
  ),
  fault(
    'a client through any pool',
    'The pool is not looked at.',
    ['error.notFound.otherPool', 'error.notFound.pool'],
    resolving(() => true, same)
  ),
  fault(
    'a client through a pool that does not exist',
    'Only pools that exist are compared.',
    ['error.notFound.pool'],
    () => (call, next) => (call.pool ? next() : resolving(() => true, same)()(call, next))
  ),
  fault(
    'an unknown client lists nothing',
    'A query without rows.',
    ['error.notFound.client'],
    nothingIf(({ pool }) => pool !== undefined)
  ),
  fault(
    'an unknown pool lists nothing',
    'A query without rows.',
    ['error.notFound.pool'],
    nothingIf(({ pool }) => pool === undefined)
  ),
  fault(
    'another pool lists nothing',
    'A query without rows.',
    ['error.notFound.otherPool'],
    nothingIf((call) => call.pool !== undefined && homeOf(call) !== undefined)
  ),
  fault(
    'a deleted client',
    'Its secrets are still in their table.',
    ['error.notFound.deletedClient'],
    undead('DeleteUserPoolClient', 'ClientId')
  ),
  fault(
    'a client of a deleted pool',
    'Its clients are still in their table.',
    ['error.notFound.deletedPool'],
    undead('DeleteUserPool', 'UserPoolId')
  ),
  fault(
    'ClientId in any case',
    'The collation of the database folds case.',
    ['error.notFound.client'],
    resolving(same, foldCase)
  ),
  fault(
    'UserPoolId in any case',
    'The collation of the database folds case.',
    ['error.notFound.pool'],
    resolving(foldCase, same)
  ),
  fault(
    'the start of ClientId',
    'Longer ids are cut to the length of those it makes.',
    ['error.notFound.client'],
    resolving(same, (asked, id) => asked.startsWith(id))
  ),
  fault(
    'the end of ClientId',
    'Found by a search for text.',
    ['error.notFound.client'],
    resolving(same, (asked, id) => asked.endsWith(id))
  ),
  fault(
    'the start of UserPoolId',
    'Longer ids are cut to the length of those it makes.',
    ['error.notFound.pool'],
    resolving((asked, id) => asked.startsWith(id), same)
  ),
  fault(
    'UserPoolId of any region',
    'What stands before the _ is not compared.',
    ['error.notFound.pool'],
    resolving((asked, id) => asked.split('_').at(-1) === id.split('_').at(-1), same)
  ),
  fault(
    'ClientId as a pattern',
    'LIKE in place of =, and _ stands for any character.',
    ['error.notFound.client'],
    resolving(same, like)
  ),
  fault(
    'UserPoolId as a pattern',
    'LIKE in place of =, and _ stands for any character.',
    ['error.notFound.pool'],
    resolving(like, same)
  ),
  fault(
    'ClientId as a regular expression',
    'A + in it repeats what is before it.',
    ['error.notFound.client'],
    resolving(same, asExpression)
  ),
  fault(
    'ClientId without its +',
    'Decoded as a form is, where + is a blank.',
    ['error.notFound.client'],
    resolving(same, (asked, id) => asked.replaceAll('+', '') === id)
  ),
  fault(
    'ten characters of ClientId',
    'The rest is taken for a checksum.',
    ['error.notFound.client'],
    resolving(same, (asked, id) => asked.slice(0, 10) === id.slice(0, 10))
  ),
  fault(
    'part of a ClientId',
    'What was typed so far is completed.',
    ['error.notFound.client'],
    resolving(same, (asked, id) => asked.length > 1 && id.startsWith(asked))
  ),
  fault(
    'UserPoolId with several _',
    'A row of them counts as one.',
    ['error.notFound.pool'],
    resolving((asked, id) => asked.replace(/_+/g, '_') === id, same)
  )
]
