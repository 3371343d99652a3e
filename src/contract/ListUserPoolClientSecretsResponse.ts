/**
 * The output of ListUserPoolClientSecrets.
 */
import { boundedList } from './BoundedList.js'
import {
  clientSecretListDescriptorType,
  type ClientSecretListDescriptorType
} from './ClientSecretListDescriptorType.js'
import { Codec } from './Codec.js'
import type { Description, Wire } from './Description.js'
import { structure } from './Structure.js'

/** The most secrets that a client has at any time (page). */
export const MAX_CLIENT_SECRETS = 2

/** All secrets of the client, in no order. */
export interface ListUserPoolClientSecretsResponse {
  /** None, one or two. */
  readonly ClientSecrets: ReadonlyArray<ClientSecretListDescriptorType>
}

/** On the wire: dates are epoch seconds. */
export type ListUserPoolClientSecretsResponseWire = Wire<ListUserPoolClientSecretsResponse>

export const listUserPoolClientSecretsResponse: Description<ListUserPoolClientSecretsResponse> =
  /* @__PURE__ */ structure('ListUserPoolClientSecretsResponse', {
    ClientSecrets: /* @__PURE__ */ boundedList(clientSecretListDescriptorType, MAX_CLIENT_SECRETS)
  })

/**
 * Refuses a third descriptor (clause `response.clientSecrets.atMostTwo`) and a secret's value; ignores members that the
 * page does not name, in the response and in its descriptors.
 */
export const ListUserPoolClientSecretsResponse: Codec<
  ListUserPoolClientSecretsResponse,
  ListUserPoolClientSecretsResponseWire
> = /* @__PURE__ */ new Codec(listUserPoolClientSecretsResponse)
