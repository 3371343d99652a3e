/**
 * The clauses that depend on how messages are transferred.
 */
export const TRANSFER: ReadonlyArray<string> = [
  'request.headers',
  'request.contentType',
  'request.body',
  'request.method',
  'request.operation',
  'response.http',
  'response.status',
  'response.contentType',
  'response.body'
]
