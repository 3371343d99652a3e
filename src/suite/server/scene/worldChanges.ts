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

/** What was listed of a secret, as far as it can be that. */
const asListed = ({ id, date }: Listed): Pick<KnownSecret, 'id' | 'date'> => ({
  ...(typeof id === 'string' ? { id } : {}),
  ...(typeof date === 'number' ? { date } : {})
})

/** The secret without an id is the one that was listed with an id that nobody knows, where neither has a second. */
const named = (secrets: ReadonlyArray<KnownSecret>, listed: ReadonlyArray<Listed>): ReadonlyArray<KnownSecret> => {
  const known: ReadonlyArray<unknown> = secrets.map(({ id }) => id)
  const [one, another] = listed.filter(({ id }) => typeof id === 'string' && !known.includes(id))
  if (one === undefined || another !== undefined || known.filter((id) => id === undefined).length !== 1) return secrets
  return secrets.map((secret) => (secret.id === undefined ? { ...secret, ...asListed(one) } : secret))
}

/**
 * Takes in what a good List answered: whether there is a secret that Create did not show, and the id of a secret made
 * with the client, once it is the only one left to name.
 */
export const learn = (world: World, name: string, listed: ReadonlyArray<Listed>): World =>
  updateClient(world, name, (client) => {
    if (listed.length > MAX_LISTED) return { ...client, listed: undefined }
    if (client.isUnlisted) {
      // a client is made with one secret at most
      const secrets = listed.slice(0, 1).map((one): KnownSecret => ({ origin: 'creation', ...asListed(one) }))
      return { ...client, secrets, isUnlisted: false, listed }
    }
    return { ...client, secrets: client.secrets && named(client.secrets, listed), listed }
  })
