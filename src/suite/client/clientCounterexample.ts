/**
 * A counterexample of a client in words.
 */
import type { ClauseId } from '../../clauses/index.js'
import type { ResponseSample } from '../../laws/client/ResponseSample.js'
import { header, type HttpRequest } from '../../protocol/index.js'
import { masker, shownMessage } from '../shared/mask.js'
import type { Counterexample } from '../shared/Report.js'
import { encodeClientReplay } from './clientReplay.js'
import type { Called } from './judgeCall.js'
import type { MinimalCall } from './minimiseCall.js'

const describeMeaning = ({ means }: ResponseSample): string => {
  switch (means._tag) {
    case 'Listing':
      return `{"secrets":${JSON.stringify(
        means.descriptors.map(({ id, time }) => ({
          id,
          createDate: time === undefined ? undefined : new Date(time).toISOString()
        }))
      )}}`
    case 'Error':
      return `{"error":${JSON.stringify({
        type: means.type ?? '(any name that is not documented)',
        message: means.message,
        reasonCode: means.reasonCode
      })}}`
    case 'Violation':
      return `{"refused":"any text"}: the answer breaks ${means.breaks}`
  }
}

const expected = (id: ClauseId, { one: { answer, call } }: Called): string => {
  if (id === 'client.secretValue.contained') return 'a report and output without the secret that is in the answer'
  if (id === 'client.request.refused') return `nothing sent for ${JSON.stringify(call)}`
  if (id === 'client.request.wire') {
    return `a POST of ${JSON.stringify(call)} with the operation's X-Amz-Target and Content-Type`
  }
  return describeMeaning(answer)
}

const MAX_PRINTED = 400

const describeRequest = ({ method, path, headers, body }: HttpRequest): string => {
  const told = ['x-amz-target', 'content-type'].map((name) => `${name}: ${header(headers, name) ?? '(none)'}`)
  return `${method} ${path}, ${told.join(', ')} ${typeof body === 'string' ? body : new TextDecoder().decode(body)}`
}

/** The beginning and the end of a long text: Python names an error last, Node first. */
const ends = (text: string): string =>
  text.length <= MAX_PRINTED ? text : `${text.slice(0, MAX_PRINTED / 2)} … ${text.slice(-MAX_PRINTED / 2)}`

/** What was sent, for the clauses on that; otherwise the report, and what else was printed. */
const received = (
  id: ClauseId,
  { result: { problem, reported, output, requests } }: Called,
  mask: (text: string) => string
): string => {
  const [request] = requests
  if (id === 'client.request.refused' || id === 'client.request.wire') {
    return request === undefined
      ? `nothing was sent; it reported ${JSON.stringify(reported)}`
      : describeRequest(request)
  }
  if (id === 'client.secretValue.contained') return `${JSON.stringify(reported) ?? problem}, printing ${output.trim()}`
  const rest = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('{'))
    .join(' ')
  // masked before it is cut, since half a secret would not be found
  const printed = ends(mask(rest))
  if (problem !== undefined) return rest === '' ? problem : `${problem}, printing ${printed}`
  return `${JSON.stringify(reported)}${rest === '' ? '' : `, printing ${printed}`}`
}

/** The status, and the header that names the error where there is one. */
const startOf = ({ status, headers }: ResponseSample['response']): string => {
  const type = header(headers, 'x-amzn-errortype')
  return `HTTP ${status}${type === undefined ? '' : `, x-amzn-errortype: ${type}`}`
}

export const clientCounterexample = (id: ClauseId, { failure, again }: MinimalCall): Counterexample => {
  const { called, planned } = failure
  const { answer } = called.one
  const mask = masker(answer.secrets)
  const [request] = called.result.requests
  return {
    probe: planned.probe.name,
    expected: mask(expected(id, called)),
    received: mask(received(id, called, mask)),
    ...(request === undefined ? {} : { request: shownMessage(`${request.method} ${request.path}`, request, mask) }),
    ...(called.one.about === 'answer'
      ? { response: shownMessage(mask(startOf(answer.response)), answer.response, mask) }
      : {}),
    replay: encodeClientReplay({ clause: id, one: called.one }),
    again
  }
}
