/**
 * Services that do not do everything at once: what two calls do at the same time depends on how they are interleaved.
 */
import { header, type HttpRequest, type HttpResponse, TARGET_PREFIX } from '../../src/protocol/index.js'
import { type AppClient, initialState, type State, step } from '../../src/reference/index.js'
import type { Handler } from './service.js'
import { mapClient } from './stateChanges.js'

/** One call of a racing service. */
export interface Race {
  readonly operation: string
  readonly clientId: unknown
  readonly state: () => State
  /** The client of this call, as it is now. */
  readonly client: () => AppClient | undefined
  /** Does the call on a state, and hands back what comes of it; nothing is kept. */
  readonly on: (state: State) => readonly [State, HttpResponse]
  readonly keep: (state: State) => void
  /** Rewrites the client of this call. */
  readonly rewrite: (f: (client: AppClient) => AppClient) => void
  /** Lets others go first. */
  readonly wait: () => Promise<void>
}

export const clientIn = (state: State, id: unknown): AppClient | undefined =>
  [...state.pools.values()].flatMap(({ clients }) => [...clients.values()]).find(({ ClientId }) => ClientId === id)

const idIn = ({ body }: HttpRequest): unknown => {
  try {
    return (JSON.parse(Buffer.from(body).toString()) as { readonly ClientId?: unknown }).ClientId
  } catch {
    return undefined
  }
}

export const isChange = (operation: string): boolean => /^(?:Add|Delete)UserPoolClientSecret$/.test(operation)

export const wait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A service in which `play` decides how a call is done; `make` is called once for each service. */
export const racing =
  (make: () => (race: Race) => Promise<HttpResponse>): (() => Handler) =>
  () => {
    let state = initialState(7)
    let time = 1_785_000_000_123
    const play = make()
    return (request) => {
      const clientId = idIn(request)
      return play({
        operation: (header(request.headers, 'x-amz-target') ?? '').slice(TARGET_PREFIX.length),
        clientId,
        state: () => state,
        client: () => clientIn(state, clientId),
        on: (other) => step(other, request, new Date((time += 37))),
        keep: (other) => (state = other),
        rewrite: (f) => (state = mapClient(state, clientId, f)),
        wait
      })
    }
  }

/** Does a call as the reference does, at once. */
export const atOnce = ({ on, state, keep }: Race): HttpResponse => {
  const [next, response] = on(state())
  keep(next)
  return response
}
