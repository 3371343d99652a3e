/**
 * All that the reference service knows: user pools, their app clients, the clients' secrets.
 */

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface StoredSecret {
  readonly ClientSecretId: string
  readonly ClientSecretCreateDate: Date
  readonly ClientSecretValue: string
}

/**
 * @since 0.1.0
 */
export interface AppClient {
  readonly ClientId: string
  readonly ClientName: string
  readonly CreationDate: Date
  /** A public client has no secrets and cannot be given any. */
  readonly confidential: boolean
  /** Oldest first. */
  readonly secrets: ReadonlyArray<StoredSecret>
  /** Milliseconds in the newest secret id; ids are unique because this only grows. */
  readonly lastSecretTime: number
}

/**
 * @since 0.1.0
 */
export interface UserPool {
  readonly Id: string
  readonly Name: string
  readonly CreationDate: Date
  readonly clients: ReadonlyMap<string, AppClient>
}

/**
 * @since 0.1.0
 */
export interface State {
  readonly pools: ReadonlyMap<string, UserPool>
  /** How many names have been made; with `seed` it decides the next. */
  readonly made: number
  readonly seed: number
}

/**
 * A service without pools. All that it will ever name (pools, clients, secrets) follows from the seed.
 *
 * @since 0.1.0
 */
export const initialState = (seed: number): State => ({ pools: new Map(), made: 0, seed })

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Mulberry32: small, well mixed, and no more than this service needs. Its secrets guard nothing. */
const random = (seed: number): (() => number) => {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A name that no other call made, of `length` lower-case letters and digits.
 *
 * @since 0.1.0
 */
export const makeName = (state: State, length: number): readonly [State, string] => {
  const next = random(Math.imul(state.seed, 0x9e3779b1) ^ Math.imul(state.made + 1, 0x85ebca6b))
  const count = (state.made + 1).toString(36)
  const letters = Array.from({ length: length - count.length - 1 }, () => ALPHABET[Math.floor(next() * 36)])
  return [{ ...state, made: state.made + 1 }, `${letters.join('')}z${count}`.slice(-length)]
}

/**
 * @since 0.1.0
 */
export const putPool = (state: State, pool: UserPool): State => ({
  ...state,
  pools: new Map(state.pools).set(pool.Id, pool)
})

/**
 * @since 0.1.0
 */
export const putClient = (state: State, pool: UserPool, client: AppClient): State =>
  putPool(state, { ...pool, clients: new Map(pool.clients).set(client.ClientId, client) })

/**
 * A secret for this client, with an id that it never had before, even within one millisecond.
 *
 * @since 0.1.0
 */
export const makeSecret = (client: AppClient, value: string, now: Date): StoredSecret => ({
  ClientSecretId: `${client.ClientId}--${Math.max(now.getTime(), client.lastSecretTime + 1)}`,
  ClientSecretCreateDate: now,
  ClientSecretValue: value
})

/**
 * Gives a client one more secret.
 *
 * @since 0.1.0
 */
export const addSecret = (client: AppClient, secret: StoredSecret): AppClient => ({
  ...client,
  secrets: [...client.secrets, secret],
  lastSecretTime: Math.max(secret.ClientSecretCreateDate.getTime(), client.lastSecretTime + 1)
})
