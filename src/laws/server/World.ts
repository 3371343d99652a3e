/**
 * What the suite knows about a target: pools, clients and secrets, as the target itself named them.
 */

export interface KnownPool {
  /** As test cases name it. */
  readonly name: string
  /** As it was called when it was made: no lookup may take that for its id. */
  readonly calledAs?: string
  readonly id: string
  /** Epoch seconds, as CreateUserPool returned them. */
  readonly created?: number
  readonly deleted: boolean
}

export interface KnownSecret {
  /** Made with the client, generated on Add, or chosen by the caller on Add. */
  readonly origin: 'creation' | 'generated' | 'caller'
  /** As Add returned it; a secret made with the client is told apart only once it has been listed. */
  readonly id?: string
  /** Epoch seconds, as Add returned it. */
  readonly date?: number
  /** Epoch seconds in the Date header of the response that told of it. */
  readonly madeAt?: number
}

/** A descriptor as it was listed, nothing checked. */
export interface Listed {
  readonly id: unknown
  readonly date: unknown
}

export interface KnownClient {
  /** As test cases name it. */
  readonly name: string
  readonly calledAs?: string
  /** The name of its pool. */
  readonly pool: string
  readonly id: string
  readonly deleted: boolean
  /** Epoch seconds, as CreateUserPoolClient returned them. */
  readonly created?: number
  /** `undefined` where nobody knows: somebody else made the client, or an id that two of them had was deleted. */
  readonly secrets: ReadonlyArray<KnownSecret> | undefined
  /** Asked to be made with a secret, of which Create showed nothing: the first List tells whether there is one. */
  readonly isUnlisted?: boolean
  /** What there is if what was refused was carried out all the same, and what the report is to say then. */
  readonly doubt?: { readonly secrets: ReadonlyArray<KnownSecret>; readonly note: string } | undefined
  readonly deletedSecretIds: ReadonlyArray<string>
  /** What every List finds while changes are on their way, and all that any may find. */
  readonly changing?: {
    readonly always: ReadonlyArray<KnownSecret>
    readonly ever: ReadonlyArray<KnownSecret>
  }
  /** Whether the last change was several at the same time. */
  readonly changedTogether?: boolean
  /** Whether a third secret was ever refused. */
  readonly keepsLimit?: boolean
  /** Whether it was made without a secret. */
  readonly isPublic?: boolean
  /** Whether an Add was refused since the last change. */
  readonly refusedAdd: boolean
  /** What was listed last, if nothing has changed since. */
  readonly listed: ReadonlyArray<Listed> | undefined
}

export interface World {
  /** How often the target had been restarted when this began; 0 if absent. */
  readonly restarts?: number
  readonly pools: ReadonlyArray<KnownPool>
  readonly clients: ReadonlyArray<KnownClient>
}

export const emptyWorld: World = { pools: [], clients: [] }

export const findPool = (world: World, name: string): KnownPool | undefined => world.pools.find((p) => p.name === name)

export const findClient = (world: World, name: string): KnownClient | undefined =>
  world.clients.find((c) => c.name === name)
