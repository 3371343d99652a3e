/**
 * The output of ListUserPoolClientSecrets.
 */
import { boundedList } from './BoundedList.js'
import {
  ClientSecretListDescriptorType,
  type ClientSecretListDescriptorTypeWire
} from './ClientSecretListDescriptorType.js'
import type { Codec } from './Codec.js'
import { structure } from './Structure.js'

/** The most secrets that a client has at any time (page). */
export const MAX_CLIENT_SECRETS = 2

/** All secrets of the client, in no order. */
export interface ListUserPoolClientSecretsResponse {
  readonly ClientSecrets: ReadonlyArray<ClientSecretListDescriptorType>
}

export interface ListUserPoolClientSecretsResponseWire {
  readonly ClientSecrets: ReadonlyArray<ClientSecretListDescriptorTypeWire>
}

/**
 * Refuses a third descriptor (clause `response.clientSecrets.atMostTwo`) and a secret's value; ignores members that the
 * page does not name, in the response and in its descriptors.
 */
export const ListUserPoolClientSecretsResponse: Codec<
  ListUserPoolClientSecretsResponse,
  ListUserPoolClientSecretsResponseWire
> = structure('ListUserPoolClientSecretsResponse', {
  ClientSecrets: boundedList('ClientSecrets', ClientSecretListDescriptorType, MAX_CLIENT_SECRETS)
})
