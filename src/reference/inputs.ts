/**
 * The inputs of the operations around ListUserPoolClientSecrets, as far as the suite needs them.
 */
import { refusalAt, typeRefusalAt } from '../contract/Check.js'
import { clientId } from '../contract/ClientId.js'
import { clientSecretId } from '../contract/ClientSecretId.js'
import { Codec } from '../contract/Codec.js'
import { constrainedString } from '../contract/ConstrainedString.js'
import type { Description } from '../contract/Description.js'
import { optional, structure } from '../contract/Structure.js'
import { userPoolId } from '../contract/UserPoolId.js'

export const name = constrainedString<string>('Name', { minLength: 1, maxLength: 128, pattern: '[\\w\\s+=,.@-]+' })

/** Clause of AddUserPoolClientSecret: 24 to 64 of `[\w+]`. Its errors never hold it. */
export const clientSecret = constrainedString<string>('ClientSecret', {
  minLength: 24,
  maxLength: 64,
  pattern: '[\\w+]+'
})

const flag: Description<boolean> = {
  name: 'Boolean',
  shape: { kind: 'other', schema: { type: 'boolean' } },
  checkAt: (path) => {
    const notBoolean = refusalAt(path, 'type', 'boolean')
    return (u, issues) => (typeof u === 'boolean' ? u : notBoolean(u, issues))
  },
  encode: (a) => a
}

const maxResults: Description<number> = {
  name: 'MaxResults',
  shape: { kind: 'other', schema: { type: 'integer', minimum: 1, maximum: 60 } },
  checkAt: (path) => {
    const notInteger = typeRefusalAt(path, 'integer')
    const outOfRange = refusalAt(path, 'maxLength', 60)
    return (u, issues) => {
      if (typeof u !== 'number') return notInteger(u, issues)
      return Number.isInteger(u) && u >= 1 && u <= 60 ? u : outOfRange(u, issues)
    }
  },
  encode: (a) => a
}

const nextToken = constrainedString<string>('NextToken', { minLength: 1, maxLength: 131_072 })

export const CreateUserPoolRequest = new Codec(structure('CreateUserPoolRequest', { PoolName: name }))

export const ListUserPoolsRequest = new Codec(
  structure('ListUserPoolsRequest', { MaxResults: maxResults, NextToken: optional(nextToken) })
)

export const UserPoolRequest = new Codec(structure('UserPoolRequest', { UserPoolId: userPoolId }))

export const CreateUserPoolClientRequest = new Codec(
  structure('CreateUserPoolClientRequest', {
    UserPoolId: userPoolId,
    ClientName: name,
    GenerateSecret: optional(flag)
  })
)

export const AddUserPoolClientSecretRequest = new Codec(
  structure('AddUserPoolClientSecretRequest', {
    UserPoolId: userPoolId,
    ClientId: clientId,
    ClientSecret: optional(clientSecret)
  })
)

export const DeleteUserPoolClientSecretRequest = new Codec(
  structure('DeleteUserPoolClientSecretRequest', {
    UserPoolId: userPoolId,
    ClientId: clientId,
    ClientSecretId: clientSecretId
  })
)
