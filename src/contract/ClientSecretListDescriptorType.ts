/**
 * One element of the response: which secret, and since when. Never the secret.
 */
import { ClientSecretId } from './ClientSecretId.js'
import type { Codec } from './Codec.js'
import { structure } from './Structure.js'
import { Timestamp } from './Timestamp.js'

/**
 * The type page requires neither member; the action page says that every listed descriptor has both
 * (`response.clientSecretId.present`, `response.clientSecretCreateDate.present`).
 */
export interface ClientSecretListDescriptorType {
  readonly ClientSecretCreateDate?: Timestamp
  readonly ClientSecretId?: ClientSecretId
}

/** On the wire: epoch seconds, possibly fractional. */
export interface ClientSecretListDescriptorTypeWire {
  readonly ClientSecretCreateDate?: number
  readonly ClientSecretId?: string
}

/** Refuses a non-null `ClientSecretValue` (clause `response.secretValue.absent`) without ever holding it. */
export const ClientSecretListDescriptorType: Codec<ClientSecretListDescriptorType, ClientSecretListDescriptorTypeWire> =
  structure(
    'ClientSecretListDescriptorType',
    {},
    { optional: { ClientSecretCreateDate: Timestamp, ClientSecretId }, absent: ['ClientSecretValue'] }
  )
