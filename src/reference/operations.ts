/**
 * All operations of the reference service, by the name that `X-Amz-Target` gives them. A client has at most two secrets,
 * never none once there was one, and List never shows one.
 */
import { ListUserPoolClientSecretsRequest } from '../contract/ListUserPoolClientSecretsRequest.js'
import { MAX_CLIENT_SECRETS } from '../contract/ListUserPoolClientSecretsResponse.js'
import { redactSecrets } from '../contract/redactSecrets.js'
import { isLeft } from '../contract/Either.js'
import { Timestamp } from '../contract/Timestamp.js'
import { decodeInput, encodeResponse } from '../protocol/index.js'
import {
  AddUserPoolClientSecretRequest,
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  DeleteUserPoolClientSecretRequest,
  ListUserPoolsRequest,
  UserPoolRequest
} from './inputs.js'
import {
  onClient,
  onInput,
  onPool,
  type Operation,
  type Outcome,
  refuse,
  refuseInvalid,
  refuseNotFound,
  refuseTooMany,
  succeed
} from './Operation.js'
import { SortedMap } from './SortedMap.js'
import {
  addSecret,
  type AppClient,
  makeName,
  putClient,
  putPool,
  removeClient,
  removePool,
  type UserPool
} from './State.js'

const poolSummary = ({ Id, Name, CreationDate }: UserPool): object => ({
  Id,
  Name,
  CreationDate: Timestamp.encode(CreationDate),
  LastModifiedDate: Timestamp.encode(CreationDate)
})

const CreateUserPool: Operation = onInput(CreateUserPoolRequest, (state, { PoolName }, _, now): Outcome => {
  if (state.pools.size >= state.limits.pools) {
    return refuseTooMany(state, `There are already ${state.limits.pools} user pools.`)
  }
  const [next, name] = makeName(state, 9)
  const pool: UserPool = { Id: `us-east-1_${name}`, Name: PoolName, CreationDate: now, clients: new Map() }
  // one seed in many millions makes a short name twice
  return state.pools.has(pool.Id)
    ? CreateUserPool(next, { PoolName }, now)
    : succeed(putPool(next, pool), { UserPool: poolSummary(pool) })
})

const DescribeUserPool = onPool(UserPoolRequest, (state, _, pool) => succeed(state, { UserPool: poolSummary(pool) }))

const DeleteUserPool = onPool(UserPoolRequest, (state, _, pool) => succeed(removePool(state, pool)))

/** In the order of their ids. The token is the last id of the page before, so that no pool is listed twice or left out. */
const ListUserPools = onInput(ListUserPoolsRequest, (state, { MaxResults, NextToken }) => {
  const page: Array<UserPool> = []
  for (const [, pool] of SortedMap.from(state.pools).after(NextToken)) {
    if (page.length === MaxResults) {
      return succeed(state, { UserPools: page.map(poolSummary), NextToken: page.at(-1)?.Id })
    }
    page.push(pool)
  }
  return succeed(state, { UserPools: page.map(poolSummary) })
})

/** CreateUserPoolClient and DescribeUserPoolClient do show a secret, the newest. Only List never does. */
const clientView = (pool: UserPool, client: AppClient): object => ({
  UserPoolClient: {
    UserPoolId: pool.Id,
    ClientId: client.ClientId,
    ClientName: client.ClientName,
    ...(client.confidential ? { ClientSecret: client.secrets.at(-1)?.ClientSecretValue } : {}),
    CreationDate: Timestamp.encode(client.CreationDate),
    LastModifiedDate: Timestamp.encode(client.CreationDate)
  }
})

const CreateUserPoolClient = onPool(CreateUserPoolClientRequest, (state, request, pool, now) => {
  if (state.clientCount >= state.limits.clients) {
    return refuseTooMany(state, `There are already ${state.limits.clients} user pool clients.`)
  }
  const [named, ClientId] = makeName(state, 26)
  const [next, value] = makeName(named, 52)
  const confidential = request.GenerateSecret ?? false
  const bare: AppClient = {
    ClientId,
    ClientName: request.ClientName,
    CreationDate: now,
    confidential,
    secrets: [],
    lastSecretTime: 0
  }
  const client = confidential ? addSecret(bare, value, now) : bare
  return succeed(putClient(next, pool, client), clientView(pool, client))
})

const DescribeUserPoolClient = onClient(ListUserPoolClientSecretsRequest, (state, _, { pool, client }) =>
  succeed(state, clientView(pool, client))
)

const DeleteUserPoolClient = onClient(ListUserPoolClientSecretsRequest, (state, _, { pool, client }) =>
  succeed(removeClient(state, pool, client))
)

const AddUserPoolClientSecret = onClient(
  AddUserPoolClientSecretRequest,
  (state, { ClientSecret }, { pool, client }, now) => {
    if (!client.confidential) return refuseInvalid(state, `User pool client ${client.ClientId} is a public client.`)
    if (client.secrets.length >= MAX_CLIENT_SECRETS) {
      return refuseTooMany(state, `User pool client ${client.ClientId} already has ${MAX_CLIENT_SECRETS} secrets.`)
    }
    const [next, generated] = makeName(state, 52)
    const changed = addSecret(client, ClientSecret ?? generated, now)
    return succeed(putClient(next, pool, changed), {
      ClientSecretDescriptor: {
        ClientSecretId: changed.secrets.at(-1)?.ClientSecretId,
        ClientSecretCreateDate: Timestamp.encode(now),
        // a caller knows its own secret; only a generated one is shown, this once
        ...(ClientSecret === undefined ? { ClientSecretValue: generated } : {})
      }
    })
  }
)

const DeleteUserPoolClientSecret = onClient(
  DeleteUserPoolClientSecretRequest,
  (state, { ClientSecretId }, { pool, client }) => {
    const secrets = client.secrets.filter((secret) => secret.ClientSecretId !== ClientSecretId)
    if (secrets.length === client.secrets.length) {
      return refuseNotFound(state, `Client secret ${ClientSecretId} does not exist.`)
    }
    if (secrets.length === 0) return refuseInvalid(state, 'The last secret of a client cannot be deleted.')
    return succeed(putClient(state, pool, { ...client, secrets }))
  }
)

/** The operation of the contract, written as any server would write it: decode, look up, redact, encode. */
const ListUserPoolClientSecrets: Operation = (state, input) => {
  const request = decodeInput(input)
  if (isLeft(request)) return refuse(state, request.left)
  const { UserPoolId, ClientId } = request.right
  const pool = state.pools.get(UserPoolId)
  if (pool === undefined) return refuseNotFound(state, `User pool ${UserPoolId} does not exist.`)
  const client = pool.clients.get(ClientId)
  if (client === undefined) return refuseNotFound(state, `User pool client ${ClientId} does not exist.`)
  return [state, encodeResponse(redactSecrets(client.secrets))]
}

const byName = {
  CreateUserPool,
  DescribeUserPool,
  DeleteUserPool,
  ListUserPools,
  CreateUserPoolClient,
  DescribeUserPoolClient,
  DeleteUserPoolClient,
  AddUserPoolClientSecret,
  DeleteUserPoolClientSecret,
  ListUserPoolClientSecrets
} satisfies Readonly<Record<string, Operation>>

/** An operation that the reference has, such as `AddUserPoolClientSecret`. */
export type OperationName = keyof typeof byName

/** The operations of the reference by name: pools, app clients and their secrets. */
export const operations: ReadonlyMap<string, Operation> = new Map(Object.entries(byName))
