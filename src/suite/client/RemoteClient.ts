/**
 * A client somewhere else: what it is asked, what it reports, and how that is read.
 *
 * For each call the client gets `{"UserPoolId": …, "ClientId": …}` and reports one JSON object:
 * `{"secrets": [{"id": …, "createDate": …}]}` with dates as ISO 8601 or in epoch milliseconds, or
 * `{"error": {"type": …, "message": …, "reasonCode": …}}` for an error of the service, or `{"refused": "why"}` where it
 * sent nothing or did not accept the answer.
 */
import { type Either, left, right } from '../../contract/Either.js'
import { toError } from '../../contract/ListUserPoolClientSecretsError.js'
import type { ListUserPoolClientSecretsResponse } from '../../contract/ListUserPoolClientSecretsResponse.js'
import { memberOf } from '../../laws/shared/ParsedResponse.js'
import type { HttpRequest, HttpResponse, ListUserPoolClientSecretsFailure } from '../../protocol/index.js'

export interface RemoteCall {
  readonly UserPoolId: string
  readonly ClientId: string
}

export interface CallResult {
  /** What arrived at the server while the call was under way. */
  readonly requests: ReadonlyArray<HttpRequest>
  /** Everything that the client printed. */
  readonly output: string
  /** Its report, as JSON. */
  readonly reported?: unknown
  /** Why there is no report. */
  readonly problem?: string
}

/** Makes one call, against a server that answers `answer`. Calls come one after another. */
export type RemoteClient = (call: RemoteCall, answer: HttpResponse) => Promise<CallResult>

/** What a report says; `output` goes along, so that a law can search all of it. */
export type Reported = Either<
  ListUserPoolClientSecretsFailure & { readonly output: string },
  ListUserPoolClientSecretsResponse & { readonly output: string }
>

const text = (u: unknown): string | undefined => (typeof u === 'string' ? u : undefined)

const date = (u: unknown): Date | undefined =>
  typeof u === 'string' || typeof u === 'number' ? new Date(u) : undefined

const secret = (u: unknown): object => {
  const id = memberOf(u, 'id')
  const createDate = date(memberOf(u, 'createDate'))
  return {
    ...(id === undefined ? {} : { ClientSecretId: id }),
    ...(createDate === undefined ? {} : { ClientSecretCreateDate: createDate })
  }
}

/** A report as the answer's reading; `undefined` where it is none of the three. */
export const readReport = ({ reported, output }: CallResult, { status }: HttpResponse): Reported | undefined => {
  const secrets = memberOf(reported, 'secrets')
  if (Array.isArray(secrets)) {
    const ClientSecrets = secrets.map(secret) as ListUserPoolClientSecretsResponse['ClientSecrets']
    return right({ ClientSecrets, output })
  }
  const error = memberOf(reported, 'error')
  const refused = memberOf(reported, 'refused')
  // an error made out of an answer that was none is a refusal in other words
  if (refused !== undefined || (error !== undefined && status < 400)) {
    return left({ _tag: 'ContractViolation', status, message: text(refused) ?? 'refused', violations: [], output })
  }
  if (error === undefined) return undefined
  const type = text(memberOf(error, 'type')) ?? 'UnknownError'
  const message = text(memberOf(error, 'message'))
  const reasonCode = text(memberOf(error, 'reasonCode'))
  return left({ ...toError({ type, status, message, reasonCode }), output })
}
