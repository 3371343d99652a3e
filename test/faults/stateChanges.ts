/**
 * Changes of what the service knows, for faults that outlive a call.
 */
import type { AppClient, State, StoredSecret } from '../../src/reference/index.js'
import { type Change, parsed } from './service.js'

/** The client of this id, rewritten. */
export const mapClient = (state: State, id: unknown, f: (client: AppClient) => AppClient): State => ({
  ...state,
  pools: new Map(
    [...state.pools].map(([poolId, pool]) => [
      poolId,
      { ...pool, clients: new Map([...pool.clients].map(([key, client]) => [key, key === id ? f(client) : client])) }
    ])
  )
})

/** After a call of `operation` with this outcome, the client that it was about is rewritten. */
export const after =
  (
    operation: string,
    outcome: 'done' | 'refused',
    f: (client: AppClient, before: AppClient, input: Readonly<Record<string, unknown>>) => AppClient
  ): Change =>
  () =>
  (call, next) => {
    const response = next()
    const { client, service, input } = call
    if (call.operation === operation && client && (response.status === 200) === (outcome === 'done')) {
      service.state = mapClient(service.state, input['ClientId'], (now) => f(now, client, input))
    }
    return response
  }

/** Each secret gets another id as soon as it is made. */
export const naming =
  (name: (secret: StoredSecret, client: AppClient) => string): Change =>
  () =>
  ({ operation, input, service }, next) => {
    const response = next()
    if (!['CreateUserPoolClient', 'AddUserPoolClientSecret'].includes(operation) || response.status !== 200)
      return response
    const created = parsed(response)['UserPoolClient'] as { readonly ClientId: string } | undefined
    let text = String(response.body)
    service.state = mapClient(service.state, created?.ClientId ?? input['ClientId'], (client) => {
      const made = client.secrets.at(-1)
      if (made === undefined) return client
      const ClientSecretId = name(made, client)
      text = text.replace(made.ClientSecretId, () => JSON.stringify(ClientSecretId).slice(1, -1))
      return { ...client, secrets: [...client.secrets.slice(0, -1), { ...made, ClientSecretId }] }
    })
    return { ...response, body: text }
  }
