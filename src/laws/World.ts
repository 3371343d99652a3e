/**
 * What the suite knows about a target: pools, clients and secrets, as the target itself named them.
 */

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface KnownPool {
  readonly name: string
  readonly id: string
  /** Epoch seconds, as CreateUserPool returned them. */
  readonly created?: number
  readonly deleted: boolean
}

/**
 * @since 0.1.0
 */
export interface KnownSecret {
  /** Made with the client, generated on Add, or chosen by the caller on Add. */
  readonly origin: 'creation' | 'generated' | 'caller'
  /** As Add returned it; a secret made with the client is told apart only once it has been listed. */
  readonly id?: string
  /** Epoch seconds, as Add returned it. */
  readonly date?: number
}

/**
 * A descriptor as it was listed, nothing checked.
 *
 * @since 0.1.0
 */
export interface Listed {
  readonly id: unknown
  readonly date: unknown
}

/**
 * @since 0.1.0
 */
export interface KnownClient {
  readonly name: string
  /** The name of its pool. */
  readonly pool: string
  readonly id: string
  readonly deleted: boolean
  /** Epoch seconds, as CreateUserPoolClient returned them. */
  readonly created?: number
  /** `undefined` where nobody knows: somebody else made the client, or an id that two of them had was deleted. */
  readonly secrets: ReadonlyArray<KnownSecret> | undefined
  readonly deletedSecretIds: ReadonlyArray<string>
  /** Whether an Add was refused since the last change. */
  readonly refusedAdd: boolean
  /** What was listed last, if nothing has changed since. */
  readonly listed: ReadonlyArray<Listed> | undefined
}

/**
 * @since 0.1.0
 */
export interface World {
  readonly pools: ReadonlyArray<KnownPool>
  readonly clients: ReadonlyArray<KnownClient>
}

/**
 * @since 0.1.0
 */
export const emptyWorld: World = { pools: [], clients: [] }

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

export const addPool = (world: World, pool: Pick<KnownPool, 'name' | 'id' | 'created'>): World => ({
  ...world,
  pools: [...world.pools, { ...pool, deleted: false }]
})

export const addClient = (
  world: World,
  client: Pick<KnownClient, 'name' | 'pool' | 'id' | 'secrets' | 'created'>
): World => ({
  ...world,
  clients: [...world.clients, { ...client, deleted: false, deletedSecretIds: [], refusedAdd: false, listed: undefined }]
})

export const findPool = (world: World, name: string): KnownPool | undefined => world.pools.find((p) => p.name === name)

export const findClient = (world: World, name: string): KnownClient | undefined =>
  world.clients.find((c) => c.name === name)

export const updatePool = (world: World, name: string, f: (pool: KnownPool) => KnownPool): World => ({
  ...world,
  pools: world.pools.map((p) => (p.name === name ? f(p) : p))
})

export const updateClient = (world: World, name: string, f: (client: KnownClient) => KnownClient): World => ({
  ...world,
  clients: world.clients.map((c) => (c.name === name ? f(c) : c))
})

/**
 * A change of the client's secrets; what was listed before no longer counts.
 */
export const changeSecrets = (
  world: World,
  name: string,
  f: (secrets: ReadonlyArray<KnownSecret>) => ReadonlyArray<KnownSecret>,
  deletedId?: string
): World =>
  updateClient(world, name, (client) => ({
    ...client,
    secrets: client.secrets && f(client.secrets),
    deletedSecretIds: deletedId === undefined ? client.deletedSecretIds : [...client.deletedSecretIds, deletedId],
    refusedAdd: false,
    listed: undefined
  }))

/**
 * Takes in what a good List answered: the id of a secret made with the client, once it is the only one left to name.
 */
export const learn = (world: World, name: string, listed: ReadonlyArray<Listed>): World =>
  updateClient(world, name, (client) => {
    const known = (client.secrets ?? []).map((s) => s.id)
    const strangers = listed.filter(({ id }) => typeof id === 'string' && !known.includes(id))
    const stranger = strangers.length === 1 ? strangers[0] : undefined
    const nameless = known.filter((id) => id === undefined).length
    const secrets =
      stranger === undefined || nameless !== 1
        ? client.secrets
        : client.secrets?.map((s) =>
            s.id !== undefined
              ? s
              : {
                  ...s,
                  id: stranger.id as string,
                  ...(typeof stranger.date === 'number' ? { date: stranger.date } : {})
                }
          )
    return { ...client, secrets, listed }
  })
