/**
 * Servers that find a client on another way than by the ids of it and its pool, or lose one among many pools.
 */
import type { State } from '../../../src/reference/index.js'
import { asking } from '../changes.js'
import { type Call, type Change, isList, noSuchPool, parsed, textOf } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** What is called so has this id, by the operation that makes it. */
const byName = (operation: string, nameMember: string, made: string, idMember: 'ClientId' | 'UserPoolId'): Change => {
  const idOf = (body: ReturnType<typeof parsed>): string =>
    textOf((body[made] as Readonly<Record<string, unknown>> | undefined)?.[idMember === 'ClientId' ? 'ClientId' : 'Id'])
  return () => {
    const ids = new Map<string, string>()
    const find = asking(({ input }) => {
      const id = ids.get(textOf(input[idMember]))
      return id === undefined ? undefined : { input: { ...input, [idMember]: id } }
    })()
    return (call, next) => {
      const response = find(call, next)
      if (call.operation === operation && response.status === 200)
        ids.set(textOf(call.input[nameMember]), idOf(parsed(response)))
      return response
    }
  }
}

/** What was deleted is answered as it was before where this says so of a List and what was deleted. */
const revived =
  (operation: string, isMeant: (call: Call, deleted: Call) => boolean): Change =>
  () => {
    const kept: Array<{ readonly deleted: Call; readonly state: State }> = []
    return (call, next) => {
      if (call.operation === operation) kept.push({ deleted: call, state: call.service.state })
      const ghost = kept.find(({ deleted }) => isList(call) && !call.client && isMeant(call, deleted))
      if (ghost === undefined) return next()
      const pools = [...ghost.state.pools.values()]
      const home = pools.find(({ clients }) => clients.has(textOf(call.input['ClientId'])))
      const now = call.service.state
      call.service.state = ghost.state
      const response = next({
        ...call.request,
        body: JSON.stringify({ ...call.input, UserPoolId: home?.Id ?? call.input['UserPoolId'] })
      })
      call.service.state = now
      return response
    }
  }

/** Pools are looked up among some of those that there are, which come by age. */
const amongPools = (choose: (ids: ReadonlyArray<string>) => ReadonlyArray<string>): Change =>
  asking((call) => {
    const pools = [...call.service.state.pools.values()]
    const ids = pools.sort((a, b) => a.CreationDate.getTime() - b.CreationDate.getTime()).map(({ Id }) => Id)
    return call.pool !== undefined && !choose(ids).includes(call.pool.Id) ? noSuchPool(call) : undefined
  })

export const otherWayFaults: ReadonlyArray<Fault> = [
  fault(
    'a client by its name',
    'Either the id or the name, as a command line takes it.',
    ['error.notFound.client'],
    byName('CreateUserPoolClient', 'ClientName', 'UserPoolClient', 'ClientId')
  ),
  fault(
    'a pool by its name',
    'Either the id or the name, as a command line takes it.',
    ['request.userPoolId.pattern'],
    byName('CreateUserPool', 'PoolName', 'UserPool', 'UserPoolId')
  ),
  fault(
    'a deleted client through another pool',
    'It is gone from its pool, and still in an index over all pools.',
    ['error.notFound.otherPool', 'error.notFound.deletedClient'],
    revived(
      'DeleteUserPoolClient',
      (call, { input }) =>
        call.input['ClientId'] === input['ClientId'] && call.input['UserPoolId'] !== input['UserPoolId']
    )
  ),
  fault(
    'a client of a deleted pool through another pool',
    'It outlives its pool in an index over all pools.',
    ['error.notFound.otherPool', 'error.notFound.deletedPool'],
    revived(
      'DeleteUserPool',
      (call, { pool }) => call.pool !== undefined && pool?.clients.has(textOf(call.input['ClientId'])) === true
    )
  ),
  fault(
    'pools on the first page of ten',
    'Pages are not turned.',
    ['response.status.ok', 'list.complete'],
    amongPools((ids) => ids.slice(0, 10))
  ),
  fault(
    'the ten newest pools',
    'A cache that is full is taken for all there is.',
    ['response.status.ok', 'list.complete'],
    amongPools((ids) => ids.slice(-10))
  )
]
