/**
 * All operations of the reference service, by the name that `X-Amz-Target` gives them.
 */
import { CreateUserPoolClient, DeleteUserPoolClient, DescribeUserPoolClient } from './clientOperations.js'
import type { Operation } from './Operation.js'
import { CreateUserPool, DeleteUserPool, DescribeUserPool, ListUserPools } from './poolOperations.js'
import { AddUserPoolClientSecret, DeleteUserPoolClientSecret, ListUserPoolClientSecrets } from './secretOperations.js'

/**
 * @since 0.1.0
 */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
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
  })
)
