/**
 * User pools.
 */
import { Timestamp } from '../contract/Timestamp.js'
import { CreateUserPoolRequest, UserPoolRequest } from './inputs.js'
import { onInput, onPool, success } from './Operation.js'
import { makeName, putPool, type UserPool } from './State.js'

const view = ({ Id, Name, CreationDate }: UserPool): object => ({
  UserPool: { Id, Name, CreationDate: Timestamp.encode(CreationDate), LastModifiedDate: Timestamp.encode(CreationDate) }
})

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
