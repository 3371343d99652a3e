/**
 * From what a server stores to what it may answer.
 */
import { boundedList } from './BoundedList.js'
import { guarded, Refusal } from './Check.js'
import { clientSecretId } from './ClientSecretId.js'
import { acceptComplete } from './ClientSecretListDescriptorType.js'
import { withFastPath } from './Description.js'
import type { InternalServerException } from './DocumentedException.js'
import { type Either, left, right } from './Either.js'
import { type ListUserPoolClientSecretsResponse, MAX_CLIENT_SECRETS } from './ListUserPoolClientSecretsResponse.js'
import { isObject, structure } from './Structure.js'
import { timestamp } from './Timestamp.js'

/** A stored secret: its id, when it was made, and whatever else you keep. Both may be accessors of a class. */
export interface StoredClientSecret {
  /** 1 to 128 code points. */
  readonly ClientSecretId: string
  /** A valid Date. */
  readonly ClientSecretCreateDate: Date
}

const record = /* @__PURE__ */ structure('StoredClientSecret', {
  ClientSecretId: clientSecretId,
  ClientSecretCreateDate: timestamp
})
const records = /* @__PURE__ */ boundedList(/* @__PURE__ */ withFastPath(record, acceptComplete), MAX_CLIENT_SECRETS)
const check = /* @__PURE__ */ records.checkAt(['ClientSecrets'], 'memory')

/** The two documented members and nothing else; a record may inherit them. */
const pick = (u: unknown): unknown => {
  if (!isObject(u)) return u
  const { ClientSecretId, ClientSecretCreateDate } = u as Record<keyof StoredClientSecret, unknown> // or undefined
  return { ClientSecretId, ClientSecretCreateDate }
}

const checkStored = /* @__PURE__ */ guarded((u, issues) =>
  check(Array.isArray(u) ? u.slice(0, MAX_CLIENT_SECRETS + 1).map(pick) : u, issues)
)

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
  const checked = checkStored(secrets)
  if (!(checked instanceof Refusal)) return right({ ClientSecrets: checked })
  const reasons = checked.issues.map(({ message }) => message).join('; ')
  return left({
    _tag: 'InternalServerException',
    status: 500,
    message: `The stored client secrets break the contract: ${reasons}`
  })
}
