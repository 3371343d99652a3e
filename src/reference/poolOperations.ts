/**
 * User pools.
 */
import { Timestamp } from '../contract/Timestamp.js'
import { CreateUserPoolRequest, ListUserPoolsRequest, UserPoolRequest } from './inputs.js'
import { onInput, onPool, success } from './Operation.js'
import { makeName, putPool, type UserPool } from './State.js'

const summary = ({ Id, Name, CreationDate }: UserPool): object => ({
  Id,
  Name,
  CreationDate: Timestamp.encode(CreationDate),
  LastModifiedDate: Timestamp.encode(CreationDate)
})

const view = (pool: UserPool): object => ({ UserPool: summary(pool) })

export const CreateUserPool = onInput(CreateUserPoolRequest, (state, { PoolName }, _, now) => {
  const [next, name] = makeName(state, 9)
  const pool: UserPool = { Id: `us-east-1_${name}`, Name: PoolName, CreationDate: now, clients: new Map() }
  return success(putPool(next, pool), view(pool))
})

export const DescribeUserPool = onPool(UserPoolRequest, (state, _, pool) => success(state, view(pool)))

export const DeleteUserPool = onPool(UserPoolRequest, (state, _, { Id }) => {
  const pools = new Map(state.pools)
  pools.delete(Id)
  return success({ ...state, pools })
})

/** Pages by the number of pools that were already listed. */
export const ListUserPools = onInput(ListUserPoolsRequest, (state, { MaxResults, NextToken }) => {
  const start = Number.parseInt(NextToken ?? '0', 10) || 0
  const end = start + MaxResults
  const UserPools = [...state.pools.values()].slice(start, end).map(summary)
  return success(state, end < state.pools.size ? { UserPools, NextToken: String(end) } : { UserPools })
})
