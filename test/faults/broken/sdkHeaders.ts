/**
 * Servers that heed headers which SDKs send beside those of the protocol.
 */
import { CONTENT_TYPE, header, type HttpResponse } from '../../../src/protocol/index.js'
import { answering, asking, failing, succeeding } from '../changes.js'
import { emptyList, isList } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const INVOCATION = 'amz-sdk-invocation-id'

export const sdkHeaderFaults: ReadonlyArray<Fault> = [
  fault(
    'any type accepted, none acceptable',
    'Types are compared as text, and */* is none of them.',
    ['response.status.ok'],
    asking(({ request }) =>
      [undefined, CONTENT_TYPE].includes(header(request.headers, 'accept'))
        ? undefined
        : { status: 406, headers: {}, body: '' }
    )
  ),
  fault(
    'the first type for who takes any',
    'A framework negotiates, and JSON without a version comes first.',
    ['response.contentType', 'error.contentType'],
    answering((response, { request }) =>
      header(request.headers, 'accept') === '*/*'
        ? { ...response, headers: { ...response.headers, 'content-type': 'application/json' } }
        : response
    )
  ),
  fault(
    'errors as a page for who takes any type',
    'A framework shows errors to browsers.',
    ['error.body.object', 'error.contentType'],
    failing((response, _, { request }) =>
      header(request.headers, 'accept') === '*/*'
        ? { ...response, headers: { 'content-type': 'text/html' }, body: '<h1>Bad Request</h1>' }
        : response
    )
  ),
  fault(
    'a second attempt taken for a duplicate',
    'What is sent again is not carried out again.',
    ['response.status.ok', 'list.complete'],
    asking(({ request }) =>
      /attempt=2/.test(header(request.headers, 'amz-sdk-request') ?? '') ? emptyList : undefined
    )
  ),
  fault('an answer for each invocation', 'The first one is kept by the id of the call.', ['list.complete'], () => {
    const kept = new Map<string, HttpResponse>()
    return (call, next) => {
      const id = header(call.request.headers, INVOCATION)
      if (!isList(call) || id === undefined || call.client === undefined) return next()
      const key = `${id}/${call.client.ClientId}`
      const response = kept.get(key) ?? next()
      kept.set(key, response)
      return response
    }
  }),
  fault(
    'values for a header',
    'A switch for debugging was left in.',
    ['response.secret.neverRevealed'],
    succeeding((response, { request, client }) =>
      header(request.headers, 'x-debug') === undefined
        ? response
        : { ...response, headers: { ...response.headers, 'x-values': JSON.stringify(client?.secrets) } }
    )
  )
]
