/**
 * How the suite's knowledge of a target changes as a test case runs. Every function returns a new World.
 */
import type { KnownClient, KnownPool, KnownSecret, Listed, World } from '../../../laws/server/World.js'

export const addPool = (world: World, pool: Pick<KnownPool, 'name' | 'calledAs' | 'id' | 'created'>): World => ({
  ...world,
  pools: [...world.pools, { ...pool, deleted: false }]
})

export const addClient = (
  world: World,
  client: Pick<KnownClient, 'name' | 'calledAs' | 'pool' | 'id' | 'secrets' | 'created' | 'isUnlisted' | 'isPublic'>
): World => ({
  ...world,
  clients: [...world.clients, { ...client, deleted: false, deletedSecretIds: [], refusedAdd: false, listed: undefined }]
})

export const updatePool = (world: World, name: string, f: (pool: KnownPool) => KnownPool): World => ({
  ...world,
  pools: world.pools.map((p) => (p.name === name ? f(p) : p))
})

export const updateClient = (world: World, name: string, f: (client: KnownClient) => KnownClient): World => ({
  ...world,
  clients: world.clients.map((c) => (c.name === name ? f(c) : c))
})

/** A change of the client's secrets; what was listed before no longer counts. */
export const changeSecrets = (
  world: World,
  name: string,
  f: (secrets: ReadonlyArray<KnownSecret>) => ReadonlyArray<KnownSecret>,
  deletedId?: string
): World =>
  updateClient(world, name, (client) => ({
    ...client,
    secrets: client.secrets && f(client.secrets),
    isUnlisted: false,
    deletedSecretIds: deletedId === undefined ? client.deletedSecretIds : [...client.deletedSecretIds, deletedId],
    refusedAdd: false,
    changedTogether: false,
    listed: undefined
  }))

/** A longer list is not kept: it breaks the limit of two in any case. */
const MAX_LISTED = 1000

/**
 * Takes in what a good List answered: whether there is a secret that Create did not show, and the id of a secret made with the client, once it is the only one left to name.
 */
export const learn = (world: World, name: string, shown: ReadonlyArray<Listed>): World => {
  const listed = shown.length > MAX_LISTED ? undefined : shown
  return updateClient(world, name, (client) => {
    if (listed === undefined) return { ...client, listed }
    if (client.isUnlisted) {
      // a client is made with one secret at most
      const secrets = listed.slice(0, 1).map(({ id, date }): KnownSecret => ({
        origin: 'creation',
        ...(typeof id === 'string' ? { id } : {}),
        ...(typeof date === 'number' ? { date } : {})
      }))
      return { ...client, secrets, isUnlisted: false, listed }
    }
    const known = (client.secrets ?? []).map((s) => s.id)
    const unrecognised = listed.filter(({ id }) => typeof id === 'string' && !known.includes(id))
    const unrecognisedOne = unrecognised.length === 1 ? unrecognised[0] : undefined
    const withoutId = known.filter((id) => id === undefined).length
    const secrets =
      unrecognisedOne === undefined || withoutId !== 1
        ? client.secrets
        : client.secrets?.map((s) =>
            s.id !== undefined
              ? s
              : {
                  ...s,
                  id: unrecognisedOne.id as string,
                  ...(typeof unrecognisedOne.date === 'number' ? { date: unrecognisedOne.date } : {})
                }
          )
    return { ...client, secrets, listed }
  })
}
