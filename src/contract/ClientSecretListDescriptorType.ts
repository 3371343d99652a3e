/**
 * One element of the response: which secret, and since when. Never the secret.
 */
import { ClientSecretId } from './ClientSecretId.js'
import { Codec } from './Codec.js'
import { isObject, structure } from './Structure.js'
import { Timestamp, timeOf, toDate } from './Timestamp.js'

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

const { description } = structure(
  'ClientSecretListDescriptorType',
  {},
  { optional: { ClientSecretCreateDate: Timestamp, ClientSecretId }, absent: ['ClientSecretValue'] }
)

/** Most descriptors have both members and no secret; engines are fastest with names that are written out. */
const isComplete = (u: unknown): u is { readonly ClientSecretCreateDate: unknown; readonly ClientSecretId: unknown } =>
  isObject(u) &&
  Object.hasOwn(u, 'ClientSecretCreateDate') &&
  Object.hasOwn(u, 'ClientSecretId') &&
  !Object.hasOwn(u, 'ClientSecretValue')

const accepted = (u: unknown): ClientSecretListDescriptorType | undefined => {
  if (!isComplete(u)) return undefined
  const { ClientSecretCreateDate: seconds, ClientSecretId: id } = u
  const date = typeof seconds === 'number' ? toDate(seconds) : undefined
  return date !== undefined && ClientSecretId.description.is(id)
    ? { ClientSecretCreateDate: date, ClientSecretId: id }
    : undefined
}

const isAccepted = (u: unknown): boolean =>
  isComplete(u) && Timestamp.description.is(u.ClientSecretCreateDate) && ClientSecretId.description.is(u.ClientSecretId)

/** Refuses a non-null `ClientSecretValue` (clause `response.secretValue.absent`) without ever holding it. */
export const ClientSecretListDescriptorType: Codec<ClientSecretListDescriptorType, ClientSecretListDescriptorTypeWire> =
  new Codec({
    ...description,
    checkAt: (path) => {
      const check = description.checkAt(path)
      return (u) => accepted(u) ?? check(u)
    },
    is: (u): u is ClientSecretListDescriptorType => isAccepted(u) || description.is(u),
    encode: (descriptor) => {
      const { ClientSecretCreateDate: date, ClientSecretId: id } = descriptor
      return date === undefined || id === undefined
        ? description.encode(descriptor)
        : { ClientSecretCreateDate: timeOf(date) / 1000, ClientSecretId: id }
    }
  })
