/**
 * The inputs of the operations around ListUserPoolClientSecrets, as far as the suite needs them.
 */
import { ClientId } from '../contract/ClientId.js'
import { ClientSecretId } from '../contract/ClientSecretId.js'
import { Codec } from '../contract/Codec.js'
import { constrainedString } from '../contract/ConstrainedString.js'
import { refusalAt } from '../contract/Check.js'
import { structure } from '../contract/Structure.js'
import { UserPoolId } from '../contract/UserPoolId.js'

export const name = constrainedString<string>('Name', { minLength: 1, maxLength: 128, pattern: '[\\w\\s+=,.@-]+' })

/** Clause of AddUserPoolClientSecret: 24 to 64 of `[\w+]`. Its errors never hold it. */
export const ClientSecret = constrainedString<string>('ClientSecret', {
  minLength: 24,
  maxLength: 64,
  pattern: '[\\w+]+'
})

const Flag: Codec<boolean, boolean> = new Codec({
  name: 'Boolean',
  checkAt: (path) => {
    const notBoolean = refusalAt(path, 'type', 'boolean')
    return (u) => (typeof u === 'boolean' ? u : notBoolean)
  },
  is: (u): u is boolean => typeof u === 'boolean',
  encode: (a) => a,
  jsonSchema: () => ({ type: 'boolean' })
})

export const CreateUserPoolRequest = structure('CreateUserPoolRequest', { PoolName: name })

const isPageSize = (u: unknown): u is number => Number.isInteger(u) && Number(u) >= 1 && Number(u) <= 60

const MaxResults: Codec<number, number> = new Codec({
  name: 'MaxResults',
  checkAt: (path) => {
    const required = refusalAt(path, 'required')
    const notInteger = refusalAt(path, 'type', 'integer')
    const outOfRange = refusalAt(path, 'maxLength', 60)
    return (u) => {
      if (u === undefined || u === null) return required
      return isPageSize(u) ? u : typeof u === 'number' ? outOfRange : notInteger
    }
  },
  is: isPageSize,
  encode: (a) => a,
  jsonSchema: () => ({ type: 'integer', minimum: 1, maximum: 60 })
})

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
