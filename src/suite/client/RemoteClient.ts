/**
 * A client somewhere else: what it is asked, and what came of a call.
 *
 * For each call the client gets `{"UserPoolId": …, "ClientId": …}` and reports one JSON object:
 * `{"secrets": [{"id": …, "createDate": …}]}` with dates as ISO 8601 or in epoch milliseconds, or
 * `{"error": {"type": …, "message": …, "reasonCode": …, "status": …}}` for an error of the service, or
 * `{"refused": "why"}` where it sent nothing or did not accept the answer.
 */
import type { HttpRequest, HttpResponse } from '../../protocol/index.js'

/** The call that a client is asked to make. */
export interface RemoteCall {
  /** May be ill-formed. */
  readonly UserPoolId: string
  /** May be ill-formed. */
  readonly ClientId: string
}

/** What was seen of a client's call. */
export interface CallResult {
  /** What arrived at the server while the call was under way. */
  readonly requests: ReadonlyArray<HttpRequest>
  /** Everything that the client printed. */
  readonly output: string
  /** Its report, as JSON. */
  readonly reported?: unknown
  /** Why there is no report. */
  readonly problem?: string
  /** Milliseconds spent on a report that did not come. */
  readonly waited?: number
  /** Whether the client was still running when there was no report in time; one that was not has ended by itself. */
  readonly isLate?: boolean
}

/** Makes one call, against a server that answers `answer`. Calls come one after another. */
export type RemoteClient = (call: RemoteCall, answer: HttpResponse) => Promise<CallResult>
