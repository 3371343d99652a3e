/**
 * The secrets of app clients: at most two, never none once there was one, never shown again.
 */
import { isLeft, left } from '../contract/Either.js'
import { ListUserPoolClientSecretsRequest } from '../contract/ListUserPoolClientSecretsRequest.js'
import { ListUserPoolClientSecretsResponse, MAX_CLIENT_SECRETS } from '../contract/ListUserPoolClientSecretsResponse.js'
import { redactSecrets } from '../contract/redactSecrets.js'
import { Timestamp } from '../contract/Timestamp.js'
import { AddUserPoolClientSecretRequest, DeleteUserPoolClientSecretRequest } from './inputs.js'
import { invalid, notFound, onClient, success } from './Operation.js'
import { addSecret, makeName, makeSecret, putClient } from './State.js'

export const AddUserPoolClientSecret = onClient(
  AddUserPoolClientSecretRequest,
  (state, { ClientSecret }, { pool, client }, now) => {
    if (!client.confidential) return [state, invalid(`User pool client ${client.ClientId} is a public client.`)]
    if (client.secrets.length >= MAX_CLIENT_SECRETS) {
      const message = `User pool client ${client.ClientId} already has ${MAX_CLIENT_SECRETS} secrets.`
      return [state, left({ _tag: 'LimitExceededException', status: 400, message })]
    }
    const [next, generated] = makeName(state, 52)
    const secret = makeSecret(client, ClientSecret ?? generated, now)
    return success(putClient(next, pool, addSecret(client, secret)), {
      ClientSecretDescriptor: {
        ClientSecretId: secret.ClientSecretId,
        ClientSecretCreateDate: Timestamp.encode(secret.ClientSecretCreateDate),
        // a caller knows its own secret; only a generated one is shown, this once
        ...(ClientSecret === undefined ? { ClientSecretValue: generated } : {})
      }
    })
  }
)

export const DeleteUserPoolClientSecret = onClient(
  DeleteUserPoolClientSecretRequest,
  (state, { ClientSecretId }, { pool, client }) => {
    const secrets = client.secrets.filter((secret) => secret.ClientSecretId !== ClientSecretId)
    if (secrets.length === client.secrets.length) {
      return [state, notFound(`Client secret ${ClientSecretId} does not exist.`)]
    }
    if (secrets.length === 0) return [state, invalid('The last secret of a client cannot be deleted.')]
    return success(putClient(state, pool, { ...client, secrets }))
  }
)

export const ListUserPoolClientSecrets = onClient(ListUserPoolClientSecretsRequest, (state, _, { client }) => {
  const response = redactSecrets(client.secrets)
  return isLeft(response) ? [state, response] : success(state, ListUserPoolClientSecretsResponse.encode(response.right))
})
