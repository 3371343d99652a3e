/**
 * App clients.
 */
import { Timestamp } from '../contract/Timestamp.js'
import { ListUserPoolClientSecretsRequest } from '../contract/ListUserPoolClientSecretsRequest.js'
import { CreateUserPoolClientRequest } from './inputs.js'
import { onClient, onPool, success } from './Operation.js'
import { addSecret, type AppClient, makeName, makeSecret, putClient, putPool, type UserPool } from './State.js'

/** CreateUserPoolClient and DescribeUserPoolClient do show a secret, the newest. Only List never does. */
const view = (pool: UserPool, client: AppClient): object => ({
  UserPoolClient: {
    UserPoolId: pool.Id,
    ClientId: client.ClientId,
    ClientName: client.ClientName,
    ...(client.confidential ? { ClientSecret: client.secrets.at(-1)?.ClientSecretValue } : {}),
    CreationDate: Timestamp.encode(client.CreationDate),
    LastModifiedDate: Timestamp.encode(client.CreationDate)
  }
})

/** The same two ids as List's. */
const UserPoolClientRequest = ListUserPoolClientSecretsRequest

export const CreateUserPoolClient = onPool(CreateUserPoolClientRequest, (state, request, pool, now) => {
  const [named, ClientId] = makeName(state, 26)
  const [next, value] = makeName(named, 52)
  const confidential = request.GenerateSecret ?? false
  const bare = {
    ClientId,
    ClientName: request.ClientName,
    CreationDate: now,
    confidential,
    secrets: [],
    lastSecretTime: 0
  }
  const client = confidential ? addSecret(bare, makeSecret(bare, value, now)) : bare
  return success(putClient(next, pool, client), view(pool, client))
})

export const DescribeUserPoolClient = onClient(UserPoolClientRequest, (state, _, { pool, client }) =>
  success(state, view(pool, client))
)

export const DeleteUserPoolClient = onClient(UserPoolClientRequest, (state, _, { pool, client }) => {
  const clients = new Map(pool.clients)
  clients.delete(client.ClientId)
  return success(putPool(state, { ...pool, clients }))
})
