/**
 * From what a server stores to what it may answer.
 */
import { violations } from './Codec.js'
import type { ClientSecretListDescriptorType } from './ClientSecretListDescriptorType.js'
import { type Either, isLeft, left, right } from './Either.js'
import type { InternalServerException } from './DocumentedException.js'
import { ListUserPoolClientSecretsResponse } from './ListUserPoolClientSecretsResponse.js'
import { describeViolation } from './Violation.js'

/**
 * A stored secret: an id, a date, and whatever else you keep. A member that is absent here stays absent.
 *
 * @since 0.1.0
 */
export interface StoredClientSecret {
  readonly ClientSecretId?: string
  readonly ClientSecretCreateDate?: Date
}

/**
 * Redaction by construction: encoding copies the two documented members of each record into a fresh object, in the
 * order given, and nothing else can pass; decoding proves the result. More than two records, or one whose id or date
 * breaks the contract, is a corrupt state: an InternalServerException, never a silent cut. Clauses
 * `response.clientSecrets.atMostTwo`, `response.secretValue.absent`.
 *
 * @since 0.1.0
 */
export const redactSecrets = (
  stored: ReadonlyArray<StoredClientSecret>
): Either<InternalServerException, ListUserPoolClientSecretsResponse> => {
  const ClientSecrets = stored as ReadonlyArray<unknown> as ReadonlyArray<ClientSecretListDescriptorType>
  const redacted = ListUserPoolClientSecretsResponse.decode(ListUserPoolClientSecretsResponse.encode({ ClientSecrets }))
  if (!isLeft(redacted)) return right(redacted.right)
  const reasons = violations(redacted.left).map((violation) => describeViolation(violation))
  return left({
    _tag: 'InternalServerException',
    status: 500,
    message: `The stored client secrets break the contract: ${reasons.join('; ')}`
  })
}
