/**
 * Which clauses are told to fail for one reason: by response, and in real runs against broken targets.
 */
import { describe, expect, test } from 'vitest'
import { type ClauseId, clauseIds, clausesThatBind } from '../../../src/clauses/index.js'
import { type Target, verify } from '../../../src/conformance.js'
import { exchange } from '../../../src/laws/server/Exchange.js'
import { emptyWorld } from '../../../src/laws/server/World.js'
import { parseResponse } from '../../../src/laws/shared/ParsedResponse.js'
import { CONTENT_TYPE, type HttpResponse } from '../../../src/protocol/index.js'
import { findingsOf } from '../../../src/report/findingsOf.js'
import { symptomOf } from '../../../src/suite/server/symptomOf.js'
import { altering, json, textOf } from '../../node/support/handlers.js'
import { clientIdClauses, userPoolIdClauses } from '../idClauses.js'

/** The clauses on servers that a response breaks for a symptom, by symptom. */
const explainedBy = (response: HttpResponse | undefined): Readonly<Record<string, ReadonlyArray<ClauseId>>> => {
  const outcome = response === undefined ? {} : { response, answer: parseResponse(response) }
  const request = { method: 'POST', path: '/', headers: {}, body: '{}' }
  const seen = exchange(emptyWorld, request, outcome, { planted: 0, found: [] })
  const all = new Map<string, ReadonlyArray<ClauseId>>()
  for (const id of clausesThatBind('server')) {
    const symptom = symptomOf(id, seen)
    if (symptom !== undefined) all.set(symptom, [...(all.get(symptom) ?? []), id])
  }
  return Object.fromEntries(all)
}

const idClauses = [...clientIdClauses, ...userPoolIdClauses]
const notFound: ReadonlyArray<ClauseId> = [
  'error.notFound.pool',
  'error.notFound.client',
  'error.notFound.otherPool',
  'error.notFound.deletedClient',
  'error.notFound.deletedPool'
]
/** Clauses that hold by the name or the message of an error. */
const byName: ReadonlyArray<ClauseId> = [
  ...idClauses,
  'request.body.empty',
  'request.body.malformed',
  'request.body.notObject',
  'request.body.serializationException',
  'request.operation.unknown',
  ...notFound,
  'error.body.object',
  'error.type.present',
  'error.type.consistent',
  'error.message.string',
  'error.message.present'
]
const contentType: ReadonlyArray<ClauseId> = ['response.contentType', 'error.contentType']
const noList: ReadonlyArray<ClauseId> = [
  'request.unknownMembers.ignored',
  'request.nextToken.tolerated',
  'request.headers.caseInsensitive',
  'request.contentType.parametersIgnored',
  'response.body.object',
  'response.clientSecrets.present',
  'list.empty'
]

const answer = (status: number, body: HttpResponse['body'], headers: HttpResponse['headers'] = {}): HttpResponse => ({
  status,
  headers: { 'content-type': CONTENT_TYPE, ...headers },
  body
})

describe('the symptom of a response', () => {
  test.each([500, 502])('with status %i is that the server failed', (status) => {
    expect(explainedBy(json(status, { __type: 'InternalServerException' }))).toEqual({
      serverError: [
        ...idClauses,
        'request.unknownMembers.ignored',
        'request.nextToken.tolerated',
        'request.headers.caseInsensitive',
        'request.contentType.parametersIgnored',
        'request.body.chunked',
        'request.body.empty',
        'request.body.malformed',
        'request.body.notObject',
        'request.body.hostile',
        'request.body.serializationException',
        'request.operation.unknown',
        'request.method.post',
        'response.status.ok',
        'list.empty',
        ...notFound,
        'error.body.object',
        'error.contentType',
        'error.type.present',
        'error.type.consistent',
        'error.message.string',
        'error.message.present'
      ],
      contentType: ['response.contentType']
    })
  })

  test.each<readonly [string, HttpResponse]>([
    ['has none', answer(200, '{}')],
    ['has something else in its place', answer(200, '{"ClientSecrets":{}}')],
    ['has no body', answer(200, '')]
  ])('that is a success and %s is that the list is missing', (_, response) => {
    expect(explainedBy(response)).toEqual({ noList, contentType })
  })

  test.each<readonly [string, HttpResponse]>([
    ['not JSON', answer(400, `{'__type':'X'}`)],
    ['no object', answer(400, '[]')],
    ['not JSON, with status 200', answer(200, '<html>')],
    ['not UTF-8', answer(400, Uint8Array.of(0xff, 0xfe))],
    ['not JSON, although a header names the error', answer(400, 'no', { 'x-amzn-errortype': 'A' })]
  ])('whose body is %s is that', (_, response) => {
    const notJson = clauseIds.filter((id) => byName.includes(id) || noList.includes(id))
    expect(explainedBy(response)).toEqual({ notJson, contentType })
  })

  test.each<readonly [string, HttpResponse]>([
    ['an object', answer(400, '{"message":"no"}')],
    ['empty', answer(400, '')],
    ['blank', answer(400, ' \n')]
  ])('that is an error without a name, its body %s, is that', (_, response) => {
    expect(explainedBy(response)).toEqual({ unnamedError: byName, contentType })
  })

  test('that is an error with two names is that', () => {
    const response = answer(400, '{"__type":"B"}', { 'x-amzn-errortype': 'A' })
    expect(explainedBy(response)).toEqual({ twoNames: byName, contentType })
  })

  test.each<readonly [string, HttpResponse]>([
    ['a success', answer(200, '{"ClientSecrets":[]}')],
    ['a success with two names of an error', answer(200, '{"ClientSecrets":[],"code":"A","__type":"B"}')],
    ['an error', answer(499, '{"__type":"A"}', { 'x-amzn-errortype': 'A' })]
  ])('that is %s of the right form can be its Content-Type only', (_, response) => {
    expect(explainedBy(response)).toEqual({ contentType })
  })

  test('is not there where there is no response', () => {
    expect(explainedBy(undefined)).toEqual({})
  })
})

/** The clause that stands for all that share its symptom, and which those are. */
const findings = async (
  target: Target,
  only: ReadonlyArray<string>
): Promise<Readonly<Record<string, ReadonlyArray<string>>>> => {
  const report = await verify(target, { seed: 5, runs: 0, only })
  return Object.fromEntries(findingsOf(report).map(({ result, more }) => [result.id, more.map(({ id }) => id)]))
}

describe('in a run', () => {
  test('errors without a name are one finding', async () => {
    const nameless = altering((response) => (response.status === 200 ? response : json(400, { message: 'no' })))
    expect(await findings(nameless, ['error.type.present', 'request.body.notObject', 'request.body.empty'])).toEqual({
      'error.type.present': ['request.body.empty', 'request.body.notObject']
    })
  })

  test('a fault of the form explains no clause that fails in a response of the right form, too', async () => {
    // empty bodies and null are refused without a name, and lists are not refused
    const target = altering((response, request) => {
      const body = textOf(request.body)
      if (body.startsWith('[')) return json(200, { ClientSecrets: [] })
      return body === '' || body === 'null' ? json(400, { message: 'no' }) : response
    })
    expect(await findings(target, ['error.type.present', 'request.body.empty', 'request.body.notObject'])).toEqual({
      'error.type.present': ['request.body.empty'],
      'request.body.notObject': []
    })
  })

  test('a leak is a finding of its own, whatever the form of the response', async () => {
    let secret = ''
    const target = altering(() => ({ status: 200, headers: {}, body: `<b>${secret}</b>` }))
    const watching: Target = async (request) => {
      const response = await target(request)
      secret = /"ClientSecret":"([^"]+)"/.exec(textOf(response.body))?.[1] ?? secret
      return response
    }
    expect(await findings(watching, ['response.secret.neverRevealed', 'response.body'])).toEqual({
      'response.body.object': [],
      'response.secret.neverRevealed': []
    })
  })
})
