/**
 * The inputs of the operations around ListUserPoolClientSecrets, as far as the suite needs them.
 */
import type * as t from 'io-ts'
import { ClientId } from '../contract/ClientId.js'
import { ClientSecretId } from '../contract/ClientSecretId.js'
import { Codec, refuse } from '../contract/Codec.js'
import { constrainedString } from '../contract/ConstrainedString.js'
import { right } from '../contract/Either.js'
import { structure } from '../contract/Structure.js'
import { UserPoolId } from '../contract/UserPoolId.js'

const name = constrainedString<string>('Name', { minLength: 1, maxLength: 128, pattern: '[\\w\\s+=,.@-]+' })

/** Clause of AddUserPoolClientSecret: 24 to 64 of `[\w+]`. Its errors never hold it. */
const ClientSecret = constrainedString<string>('ClientSecret', { minLength: 24, maxLength: 64, pattern: '[\\w+]+' })

const Flag = new Codec<boolean, boolean>(
  'Boolean',
  (u): u is boolean => typeof u === 'boolean',
  (u: unknown, context: t.Context) => (typeof u === 'boolean' ? right(u) : refuse(context, 'type', 'boolean')),
  (a) => a
)

export const CreateUserPoolRequest = structure('CreateUserPoolRequest', { PoolName: name })

const MaxResults = new Codec<number, number>(
  'MaxResults',
  (u): u is number => typeof u === 'number' && Number.isInteger(u) && u >= 1 && u <= 60,
  (u: unknown, context: t.Context) => {
    if (u === undefined || u === null) return refuse(context, 'required')
    if (typeof u !== 'number') return refuse(context, 'type', 'integer')
    return Number.isInteger(u) && u >= 1 && u <= 60 ? right(u) : refuse(context, 'maxLength', 60)
  },
  (a) => a
)

export const ListUserPoolsRequest = structure(
  'ListUserPoolsRequest',
  { MaxResults },
  { optional: { NextToken: constrainedString<string>('NextToken', { minLength: 1, maxLength: 131_072 }) } }
)

export const UserPoolRequest = structure('UserPoolRequest', { UserPoolId })

export const CreateUserPoolClientRequest = structure(
  'CreateUserPoolClientRequest',
  { UserPoolId, ClientName: name },
  { optional: { GenerateSecret: Flag } }
)

export const AddUserPoolClientSecretRequest = structure(
  'AddUserPoolClientSecretRequest',
  { UserPoolId, ClientId },
  { optional: { ClientSecret } }
)

export const DeleteUserPoolClientSecretRequest = structure('DeleteUserPoolClientSecretRequest', {
  UserPoolId,
  ClientId,
  ClientSecretId
})
