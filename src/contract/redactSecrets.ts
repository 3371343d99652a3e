/**
 * From what a server stores to what it may answer.
 */
import { boundedList } from './BoundedList.js'
import { Refusal, refusalAt } from './Check.js'
import { ClientSecretId } from './ClientSecretId.js'
import type { ClientSecretListDescriptorType } from './ClientSecretListDescriptorType.js'
import { Codec } from './Codec.js'
import type { InternalServerException } from './DocumentedException.js'
import { type Either, left, right } from './Either.js'
import { type ListUserPoolClientSecretsResponse, MAX_CLIENT_SECRETS } from './ListUserPoolClientSecretsResponse.js'
import { anyMember, isObject, structure } from './Structure.js'
import { Timestamp, timeOf } from './Timestamp.js'

/** A stored secret: its id, when it was made, and whatever else you keep. Both may be accessors of a class. */
export interface StoredClientSecret {
  readonly ClientSecretId: string
  readonly ClientSecretCreateDate: Date
}

/** A Date, copied: nobody can change the answer through the record. */
export const MemoryDate: Codec<Timestamp, number> = new Codec({
  ...Timestamp.description,
  name: 'Date',
  checkAt: (path) => {
    const required = refusalAt(path, 'required')
    const invalid = refusalAt(path, 'type', 'Date (a valid one)')
    return (u) => {
      if (u === undefined || u === null) return required
      const time = timeOf(u)
      return Number.isNaN(time) ? invalid : new Date(time)
    }
  }
})

const { description } = structure(
  'StoredClientSecret',
  { ClientSecretId, ClientSecretCreateDate: MemoryDate },
  { read: anyMember }
)

type Redacted = Required<ClientSecretListDescriptorType>

/** The good case, with names that are written out. */
const accepted = (u: unknown): Redacted | undefined => {
  if (!isObject(u)) return undefined
  const { ClientSecretId: id, ClientSecretCreateDate: date } = u as Readonly<Record<string, unknown>>
  const time = timeOf(date)
  return ClientSecretId.description.is(id) && !Number.isNaN(time)
    ? { ClientSecretId: id, ClientSecretCreateDate: new Date(time) }
    : undefined
}

const record = new Codec({
  ...description,
  checkAt: (path) => {
    const check = description.checkAt(path)
    return (u) => accepted(u) ?? check(u)
  }
})

const stored = structure('StoredClientSecrets', {
  ClientSecrets: boundedList('ClientSecrets', record, MAX_CLIENT_SECRETS)
})

/**
 * Redaction by construction: the two documented members of each record are read and put into a fresh object, in the order
 * given, and nothing else can pass. A corrupt state is an InternalServerException that says what is wrong and holds
 * nothing of the records: more than two, one that is not an object, an id that is absent, not a string or not 1 to 128
 * code points, a date that is absent or not a valid Date. Returns for every value. Clauses
 * `response.clientSecrets.atMostTwo`, `response.secretValue.absent`, `response.clientSecretId.present`,
 * `response.clientSecretCreateDate.present`.
 */
export const redactSecrets = (
  secrets: ReadonlyArray<StoredClientSecret>
): Either<InternalServerException, ListUserPoolClientSecretsResponse> => {
  const checked = stored.check({ ClientSecrets: secrets })
  if (!(checked instanceof Refusal)) return right(checked)
  const reasons = checked.issues.map(({ message }) => message).join('; ')
  return left({
    _tag: 'InternalServerException',
    status: 500,
    message: `The stored client secrets break the contract: ${reasons}`
  })
}
