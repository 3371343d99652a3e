/**
 * Servers that find a client or a pool by something else than its id, or among the first of many only.
 */
import { asking } from '../changes.js'
import { type Call, refusal, textOf } from '../service.js'
import { type Fault, fault } from '../Variant.js'

interface Ids {
  readonly UserPoolId: string
  readonly ClientId: string
}

/** The first `n` clients of a pool are found. */
const firstOf = (n: number): ReturnType<typeof asking> =>
  asking(({ pool, client }) => {
    const inOrder = [...(pool?.clients.values() ?? [])].sort((a, b) => Number(a.CreationDate) - Number(b.CreationDate))
    return client !== undefined && inOrder.indexOf(client) >= n
      ? refusal('ResourceNotFoundException', `User pool client ${client.ClientId} does not exist.`)
      : undefined
  })

/** A client that is not found by its id is looked for by what `isIt` tells. */
const clientBy = (isIt: (asked: string, client: NonNullable<Call['client']>) => boolean): ReturnType<typeof asking> =>
  asking(({ pool, client, input }) => {
    const asked = textOf(input['ClientId'])
    const found = client === undefined && [...(pool?.clients.values() ?? [])].find((one) => isIt(asked, one))
    return found ? { input: { ...input, ClientId: found.ClientId } } : undefined
  })

/** A client is found where both ids that were asked for are like those of it and its pool. */
const byBoth = (isIt: (asked: Ids, ids: Ids) => boolean): ReturnType<typeof asking> =>
  asking(({ service, client, input }) => {
    if (client !== undefined) return undefined
    const asked = { UserPoolId: textOf(input['UserPoolId']), ClientId: textOf(input['ClientId']) }
    const all = [...service.state.pools.values()].flatMap(({ Id, clients }) =>
      [...clients.keys()].map((ClientId) => ({ UserPoolId: Id, ClientId }))
    )
    const found = all.find((ids) => isIt(asked, ids))
    return found && { input: { ...input, ...found } }
  })

export const otherKeyFaults: ReadonlyArray<Fault> = [
  fault(
    'both ids in one key',
    'Nothing stands between them.',
    ['error.notFound.pool'],
    byBoth((asked, ids) => asked.UserPoolId + asked.ClientId === ids.UserPoolId + ids.ClientId)
  ),
  fault(
    'a pool by its slug',
    'Names of tables may have no hyphens.',
    ['error.notFound.pool'],
    byBoth(
      (asked, ids) =>
        asked.ClientId === ids.ClientId && asked.UserPoolId.replaceAll('-', '_') === ids.UserPoolId.replaceAll('-', '_')
    )
  ),
  fault('clients on the first page of 20', 'Pages are not turned.', ['response.status.ok'], firstOf(20)),
  fault('clients on the first page of 50', 'Pages are not turned.', ['response.status.ok'], firstOf(50)),
  fault('clients on the first page of 60', 'As many as Cognito lists at a time.', ['response.status.ok'], firstOf(60)),
  fault(
    'a client by the id of its secret',
    'One index for all ids.',
    ['request.clientId.pattern'],
    clientBy((asked, { secrets }) => secrets.some(({ ClientSecretId }) => ClientSecretId === asked))
  ),
  fault(
    'a client by what is before two hyphens',
    'The id of a secret is taken apart.',
    ['request.clientId.pattern'],
    clientBy((asked, { ClientId }) => asked.includes('--') && asked.split('--')[0] === ClientId)
  ),
  fault(
    'a pool without its region',
    'The region is added where it lacks.',
    ['request.userPoolId.pattern'],
    asking(({ service, pool, input }) => {
      const asked = textOf(input['UserPoolId'])
      const found = pool === undefined && [...service.state.pools.keys()].find((id) => id.split('_')[1] === asked)
      return found ? { input: { ...input, UserPoolId: found } } : undefined
    })
  ),
  fault(
    "ids in each other's place",
    'Either of them is taken for either.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    asking(({ service, input }) => {
      const isSwapped = service.state.pools.has(textOf(input['ClientId']))
      return isSwapped ? { input: { ClientId: input['UserPoolId'], UserPoolId: input['ClientId'] } } : undefined
    })
  )
]
