/**
 * A client in this process: a function that reads an answer as `decodeResponse` does, and what it makes of one.
 */
import type { Either } from 'fp-ts/lib/Either.js'
import type { ListUserPoolClientSecretsResponse } from '../../../src/index.js'
import { documentedExceptions } from '../../../src/index.js'
import type { ClientOutcome } from '../../../src/laws/client/ClientOutcome.js'
import type { HttpResponse, ListUserPoolClientSecretsFailure } from '../../../src/protocol/index.js'

export type Client = (
  response: HttpResponse
) => Either<ListUserPoolClientSecretsFailure, ListUserPoolClientSecretsResponse>

/** `undefined` where the client throws or returns something else than it declares. */
export const outcomeOf = (client: Client, response: HttpResponse): ClientOutcome | undefined => {
  try {
    const kept = client(response)
    if (kept._tag === 'Right') {
      const secrets = kept.right.ClientSecrets.map(({ ClientSecretId, ClientSecretCreateDate }) => ({
        id: ClientSecretId,
        time: ClientSecretCreateDate?.getTime()
      }))
      return { _tag: 'Listing', secrets, kept }
    }
    const error = kept.left
    if (error._tag === 'ContractViolation') return { _tag: 'Refusal', kept }
    if (error._tag !== 'CommonError' && !(error._tag in documentedExceptions)) return undefined
    return {
      _tag: 'Error',
      type: error._tag === 'CommonError' ? error.type : error._tag,
      message: error.message,
      reasonCode: 'reasonCode' in error ? error.reasonCode : undefined,
      status: error._tag === 'CommonError' ? error.status : undefined,
      kept
    }
  } catch {
    return undefined
  }
}
