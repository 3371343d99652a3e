/**
 * One element of the response: which secret, and since when. Never the secret.
 */
import { clientSecretId, type ClientSecretId } from './ClientSecretId.js'
import { Codec } from './Codec.js'
import { type Description, type Side, type Wire, withFastPath } from './Description.js'
import { absent, isObject, optional, structure } from './Structure.js'
import { dateOf, timestamp, type Timestamp } from './Timestamp.js'

/**
 * The type page requires neither member; the action page says that every listed descriptor has both
 * (`response.clientSecretId.present`, `response.clientSecretCreateDate.present`).
 */
export interface ClientSecretListDescriptorType {
  /** When the secret was made, to the millisecond; epoch seconds on the wire. */
  readonly ClientSecretCreateDate?: Timestamp
  /** 1 to 128 code points. */
  readonly ClientSecretId?: ClientSecretId
}

/** On the wire: epoch seconds, possibly fractional. */
export type ClientSecretListDescriptorTypeWire = Wire<ClientSecretListDescriptorType>

const hasBoth = (u: object): boolean => Object.hasOwn(u, 'ClientSecretCreateDate') && Object.hasOwn(u, 'ClientSecretId')

/** Most descriptors have both members and no secret. */
export const acceptComplete = (u: unknown, side: Side): Required<ClientSecretListDescriptorType> | undefined => {
  if (!isObject(u) || !hasBoth(u) || Object.hasOwn(u, 'ClientSecretValue')) return undefined
  const { ClientSecretCreateDate, ClientSecretId } = u as Record<'ClientSecretCreateDate' | 'ClientSecretId', unknown>
  const date = dateOf(ClientSecretCreateDate, side)
  return date !== undefined && clientSecretId.is(ClientSecretId)
    ? { ClientSecretCreateDate: date, ClientSecretId }
    : undefined
}

const members = /* @__PURE__ */ structure<ClientSecretListDescriptorType>('ClientSecretListDescriptorType', {
  ClientSecretCreateDate: /* @__PURE__ */ optional(timestamp),
  ClientSecretId: /* @__PURE__ */ optional(clientSecretId),
  ClientSecretValue: absent
})

export const clientSecretListDescriptorType: Description<ClientSecretListDescriptorType> = {
  .../* @__PURE__ */ withFastPath(members, acceptComplete),
  encode: (descriptor) => {
    const { ClientSecretCreateDate, ClientSecretId } = descriptor
    return hasBoth(descriptor) && ClientSecretCreateDate && ClientSecretId
      ? { ClientSecretCreateDate: timestamp.encode(ClientSecretCreateDate), ClientSecretId }
      : members.encode(descriptor)
  }
}

/** Refuses a non-null `ClientSecretValue` (clause `response.secretValue.absent`) without ever holding it. */
export const ClientSecretListDescriptorType: Codec<ClientSecretListDescriptorType, ClientSecretListDescriptorTypeWire> =
  /* @__PURE__ */ new Codec(clientSecretListDescriptorType)
