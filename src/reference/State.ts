/**
 * All that the reference service knows: user pools, their app clients, the clients' secrets.
 */
import { randomText } from './random.js'
import { SortedMap } from './SortedMap.js'

/** A secret as the service keeps it. Its value never leaves through ListUserPoolClientSecrets. */
export interface StoredSecret {
  /** The client's id, `--` and epoch milliseconds. */
  readonly ClientSecretId: string
  /** By the caller's clock. */
  readonly ClientSecretCreateDate: Date
  /** 24 to 64 letters, digits, `_` and `+`. */
  readonly ClientSecretValue: string
}

/** An app client and its secrets. */
export interface AppClient {
  /** 26 lower-case letters and digits, unless it was seeded. */
  readonly ClientId: string
  /** As the caller gave it. */
  readonly ClientName: string
  /** By the caller's clock. */
  readonly CreationDate: Date
  /** A public client has no secrets and cannot be given any. */
  readonly confidential: boolean
  /** Oldest first. */
  readonly secrets: ReadonlyArray<StoredSecret>
  /** Milliseconds in the newest secret id; ids are unique because this only grows. */
  readonly lastSecretTime: number
}

/** A user pool and its app clients. */
export interface UserPool {
  /** `us-east-1_` and 9 letters and digits, unless it was seeded. */
  readonly Id: string
  /** As the caller gave it. */
  readonly Name: string
  /** By the caller's clock. */
  readonly CreationDate: Date
  /** By ClientId. */
  readonly clients: ReadonlyMap<string, AppClient>
}

/** How much a service keeps. With both at their default it holds less than half a gigabyte. */
export interface Limits {
  /** The most user pools. */
  readonly pools: number
  /** In all pools together. */
  readonly clients: number
}

export const DEFAULT_LIMITS: Limits = { pools: 100_000, clients: 100_000 }

/** A state is never changed: an operation makes the next one, which shares with it what stayed as it was. */
export interface State {
  /** By Id. */
  readonly pools: ReadonlyMap<string, UserPool>
  /** How many clients there are in all pools. */
  readonly clientCount: number
  /** How many names have been made; with `seed` it decides the next. */
  readonly made: number
  /** Decides all that the service makes. */
  readonly seed: number
  /** One more is a LimitExceededException. */
  readonly limits: Limits
}

/** A service without pools. All that it will ever name (pools, clients, secrets) follows from the seed. */
export const initialState = (seed: number, limits: Partial<Limits> = {}): State => ({
  pools: SortedMap.from(new Map()),
  clientCount: 0,
  made: 0,
  seed,
  limits: { ...DEFAULT_LIMITS, ...limits }
})

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A name of lower-case letters and digits, as Cognito makes its own, from a stream of random numbers of its own. */
export const makeName = (state: State, length: number): readonly [State, string] => {
  const made = state.made + 1
  return [{ ...state, made }, randomText(state.seed, made, length, ALPHABET)]
}

export const putPool = (state: State, pool: UserPool): State => ({
  ...state,
  pools: SortedMap.from(state.pools).with(pool.Id, pool)
})

export const removePool = (state: State, { Id, clients }: UserPool): State => ({
  ...state,
  pools: SortedMap.from(state.pools).without(Id),
  clientCount: state.clientCount - clients.size
})

const withClients = (state: State, pool: UserPool, clients: ReadonlyMap<string, AppClient>): State => ({
  ...putPool(state, { ...pool, clients }),
  clientCount: state.clientCount + clients.size - pool.clients.size
})

export const putClient = (state: State, pool: UserPool, client: AppClient): State =>
  withClients(state, pool, SortedMap.from(pool.clients).with(client.ClientId, client))

export const removeClient = (state: State, pool: UserPool, { ClientId }: AppClient): State =>
  withClients(state, pool, SortedMap.from(pool.clients).without(ClientId))

/** The part of a ClientId that its secret ids begin with, so that none of them has more than 128 characters. */
const PREFIX_LENGTH = 110

export const secretIdOf = (ClientId: string, time: number): string => `${ClientId.slice(0, PREFIX_LENGTH)}--${time}`

/** Gives a client one more secret, with an id that it never had before, even within one millisecond. */
export const addSecret = (client: AppClient, value: string, now: Date): AppClient => {
  const lastSecretTime = Math.max(now.getTime(), client.lastSecretTime + 1)
  const secret = {
    ClientSecretId: secretIdOf(client.ClientId, lastSecretTime),
    ClientSecretCreateDate: now,
    ClientSecretValue: value
  }
  return { ...client, secrets: [...client.secrets, secret], lastSecretTime }
}
