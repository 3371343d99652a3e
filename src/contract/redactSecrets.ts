/**
 * From what a server stores to what it may answer.
 */
import type * as t from 'io-ts'
import { ClientSecretId } from './ClientSecretId.js'
import { Codec, refuse, violations } from './Codec.js'
import type { InternalServerException } from './DocumentedException.js'
import { type Either, isLeft, left, right } from './Either.js'
import { atMostTwo, type ListUserPoolClientSecretsResponse } from './ListUserPoolClientSecretsResponse.js'
import { isRecord, property, structure } from './Structure.js'
import { Timestamp, timeOf } from './Timestamp.js'
import { describeViolation } from './Violation.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * A stored secret: its id, when it was made, and whatever else you keep. Both may be accessors of a class.
 *
 * @since 0.1.0
 */
export interface StoredClientSecret {
  readonly ClientSecretId: string
  readonly ClientSecretCreateDate: Date
}

// ------------------------------------------------------------------------------------
// codec: decodes what is stored to what is answered
// ------------------------------------------------------------------------------------

const StoredDate = new Codec<Timestamp, Timestamp>(
  'Date',
  Timestamp.is,
  (u, context) => {
    if (u === undefined || u === null) return refuse(context, 'required')
    return Timestamp.is(u) ? right(new Date(timeOf(u))) : refuse(context, 'type', 'Date (a valid one)')
  },
  (date) => date
)

const documented = structure('StoredClientSecret', { ClientSecretId, ClientSecretCreateDate: StoredDate })

const validate = (u: unknown, context: t.Context): t.Validation<t.TypeOf<typeof documented>> => {
  if (!isRecord(u)) return documented.validate(u, context)
  // each is read once: what was checked is what is answered
  const ClientSecretId = property(u, 'ClientSecretId')
  return documented.validate({ ClientSecretId, ClientSecretCreateDate: property(u, 'ClientSecretCreateDate') }, context)
}

const StoredClientSecrets = structure('StoredClientSecrets', {
  ClientSecrets: atMostTwo(new Codec('StoredClientSecret', documented.is, validate, documented.encode))
})

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * Redaction by construction: the two documented members of each record are read and put into a fresh object, in the
 * order given, and nothing else can pass. A corrupt state is an InternalServerException that says what is wrong and
 * holds nothing of the records, never a silent cut: more than two records, one that is no object, an id that is absent,
 * no string or not 1 to 128 code points, a date that is absent or no valid Date. Clauses
 * `response.clientSecrets.atMostTwo`, `response.secretValue.absent`, `response.clientSecretId.present`,
 * `response.clientSecretCreateDate.present`.
 *
 * @since 0.1.0
 */
export const redactSecrets = (
  stored: ReadonlyArray<StoredClientSecret>
): Either<InternalServerException, ListUserPoolClientSecretsResponse> => {
  const redacted = StoredClientSecrets.decode({ ClientSecrets: stored })
  if (!isLeft(redacted)) return redacted
  const reasons = violations(redacted.left).map((violation) => describeViolation(violation))
  return left({
    _tag: 'InternalServerException',
    status: 500,
    message: `The stored client secrets break the contract: ${reasons.join('; ')}`
  })
}
