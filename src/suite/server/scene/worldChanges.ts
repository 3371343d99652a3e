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
    doubt: client.doubt && { ...client.doubt, secrets: f(client.doubt.secrets) },
    listed: undefined
  }))

/** Nobody knows any more what there is. */
export const forgetSecrets = (world: World, name: string): World =>
  updateClient(world, name, (client) => ({
    ...client,
    secrets: undefined,
    isUnlisted: false,
    doubt: undefined,
    listed: undefined
  }))

/** A change was refused; it may have been carried out all the same. */
export const doubtSecrets = (
  world: World,
  name: string,
  note: string,
  f: (secrets: ReadonlyArray<KnownSecret>) => ReadonlyArray<KnownSecret>
): World =>
  updateClient(world, name, (client) => ({
    ...client,
    doubt: client.secrets && { secrets: f(client.doubt?.secrets ?? client.secrets), note },
    listed: client.secrets && client.listed
  }))

/** A longer list is not kept: it breaks the limit of two in any case. */
const MAX_LISTED = 1000

/** The empty id breaks its length, and tells no secret from another. */
const isUsable = (id: unknown): id is string => typeof id === 'string' && id !== ''

/** What was listed of a secret, as far as it can be that. */
const asListed = ({ id, date }: Listed): Pick<KnownSecret, 'id' | 'date'> => ({
  ...(isUsable(id) ? { id } : {}),
  ...(typeof date === 'number' ? { date } : {})
})

/** The secret without an id is the one that was listed with an id that nobody knows, where neither has a second. */
const named = (secrets: ReadonlyArray<KnownSecret>, listed: ReadonlyArray<Listed>): ReadonlyArray<KnownSecret> => {
  const known: ReadonlyArray<unknown> = secrets.map(({ id }) => id)
  const [one, another] = listed.filter(({ id }) => isUsable(id) && !known.includes(id))
  if (one === undefined || another !== undefined || known.filter((id) => id === undefined).length !== 1) return secrets
  return secrets.map((secret) => (secret.id === undefined ? { ...secret, ...asListed(one) } : secret))
}

/**
 * What there is by a list, where each of the changes that were refused may have been carried out all the same; `undefined`
 * where none was.
 */
export const inDoubt = (
  secrets: ReadonlyArray<KnownSecret>,
  doubted: ReadonlyArray<KnownSecret>,
  listed: ReadonlyArray<Listed>
): ReadonlyArray<KnownSecret> | undefined => {
  const all = [...new Set([...secrets, ...doubted])]
  const ids: ReadonlyArray<unknown> = all.map(({ id }) => id)
  const isCertain = (secret: KnownSecret): boolean => secrets.includes(secret) && doubted.includes(secret)
  const nameless = all.filter(({ id }) => id === undefined)
  // the list has so many unknown ids beside those of the secrets that are there for certain
  const more = listed.filter(({ id }) => !ids.includes(id)).length - nameless.filter(isCertain).length
  const added = nameless.filter((secret) => !isCertain(secret)).slice(0, Math.max(0, more))
  const isListed = (secret: KnownSecret): boolean =>
    secret.id === undefined ? added.includes(secret) : listed.some(({ id }) => id === secret.id)
  const really = all.filter((secret) => isCertain(secret) || isListed(secret))
  return really.length === secrets.length && really.every((secret) => secrets.includes(secret)) ? undefined : really
}

/** Takes in a list that is not what is known: what it is judged by later is itself alone. */
export const contradict = (world: World, name: string, listed: ReadonlyArray<Listed>): World =>
  updateClient(forgetSecrets(world, name), name, (client) => ({
    ...client,
    listed: listed.length > MAX_LISTED ? undefined : listed
  }))

/**
 * Takes in what a good List answered: whether there is a secret that Create did not show, and the id of a secret made
 * with the client, once it is the only one left to name.
 */
export const learn = (world: World, name: string, listed: ReadonlyArray<Listed>): World =>
  updateClient(world, name, (client) => {
    if (listed.length > MAX_LISTED) return { ...client, doubt: undefined, listed: undefined }
    if (client.isUnlisted) {
      // a client is made with one secret at most
      const secrets = listed.slice(0, 1).map((one): KnownSecret => ({ origin: 'creation', ...asListed(one) }))
      return { ...client, secrets, isUnlisted: false, doubt: undefined, listed }
    }
    return { ...client, secrets: client.secrets && named(client.secrets, listed), doubt: undefined, listed }
  })
