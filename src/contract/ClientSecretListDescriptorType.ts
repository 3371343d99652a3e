/**
 * One element of the answer: which secret, and since when. Never the secret.
 */
import { ClientSecretId } from './ClientSecretId.js'
import type { Codec } from './Codec.js'
import { structure } from './Structure.js'
import { Timestamp } from './Timestamp.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * The type page requires neither member; the action page says that every listed descriptor has both
 * (`response.clientSecretId.present`, `response.clientSecretCreateDate.present`).
 *
 * @since 0.1.0
 */
export interface ClientSecretListDescriptorType {
  readonly ClientSecretCreateDate?: Timestamp
  readonly ClientSecretId?: ClientSecretId
}

/**
 * On the wire: epoch seconds, possibly fractional.
 *
 * @since 0.1.0
 */
export interface ClientSecretListDescriptorTypeWire {
  readonly ClientSecretCreateDate?: number
  readonly ClientSecretId?: string
}

// ------------------------------------------------------------------------------------
// codec
// ------------------------------------------------------------------------------------

/**
 * Refuses a non-null `ClientSecretValue` (clause `response.secretValue.absent`) without ever holding it.
 *
 * @since 0.1.0
 */
export const ClientSecretListDescriptorType: Codec<ClientSecretListDescriptorType, ClientSecretListDescriptorTypeWire> =
  structure(
    'ClientSecretListDescriptorType',
    {},
    { optional: { ClientSecretCreateDate: Timestamp, ClientSecretId }, absent: ['ClientSecretValue'] }
  )
