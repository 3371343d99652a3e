/**
 * Which clauses one call says something about, and which of them are blamed.
 */
import { describe, expect, test } from 'vitest'
import { buildRequest, decodeResponse, type HttpRequest, type HttpResponse } from '../../../src/protocol/index.js'
import { answerExamples, calling, type ClientCase, plainCase, reading } from '../../../src/suite/client/ClientCase.js'
import { type Called, judgeCall, judgeWithControls, type Judgement } from '../../../src/suite/client/judgeCall.js'
import type { CallResult } from '../../../src/suite/client/RemoteClient.js'
import { remote } from './remote.js'

const SECRET = 'S3cretS3cretS3cret0001abcd'

const shown = (judgements: ReadonlyArray<Judgement>): ReadonlyArray<string> =>
  judgements.map(({ clause, holds }) => `${clause} ${holds ? 'held' : 'broken'}`)

const sent = (one: ClientCase): ReadonlyArray<HttpRequest> => {
  const request = buildRequest(one.call)
  return request._tag === 'Left' ? [] : [request.right]
}

const called = (one: ClientCase, result: Partial<CallResult>): Called => ({
  one,
  result: { requests: sent(one), output: '', ...result }
})

const bodyOf = ({ body }: HttpResponse): string => Buffer.from(body).toString()

describe('judgeCall', () => {
  const problem = 'the command ended (exit code 1)'
  const leaking = reading({ ...plainCase.answer, secrets: [SECRET] })

  test.each<readonly [string, Called, ReadonlyArray<string>]>([
    [
      'an answer that was read, and the request for it',
      called(plainCase, { reported: { secrets: [] } }),
      ['response.clientSecrets.present held', 'client.total held', 'client.request.wire held']
    ],
    [
      'an answer that was misread',
      called(plainCase, { reported: { secrets: [{}] } }),
      ['response.clientSecrets.present broken', 'client.total held', 'client.request.wire held']
    ],
    ['a report that is none', called(plainCase, { reported: 7 }), ['client.total broken', 'client.request.wire held']],
    ['silence', called(plainCase, { problem }), ['client.total broken', 'client.request.wire held']],
    [
      'silence in spite of a report',
      called(plainCase, { problem, reported: { secrets: [] } }),
      ['client.total broken', 'client.request.wire held']
    ],
    ['silence before anything was sent', called(plainCase, { problem, requests: [] }), ['client.total broken']],
    [
      'silence, but for the secret',
      called(leaking, { problem, output: `no: ${SECRET}` }),
      ['client.total broken', 'client.secretValue.contained broken', 'client.request.wire held']
    ],
    [
      'silence without it',
      called(leaking, { problem, output: 'no' }),
      ['client.total broken', 'client.request.wire held']
    ],
    [
      'a report about no answer',
      called(plainCase, { requests: [], reported: { secrets: [] } }),
      ['client.request.wire broken']
    ],
    ['a good call', called(calling({}), { reported: 7 }), ['client.request.wire held']],
    [
      'a bad call that was sent',
      { ...called(calling({}), {}), one: calling({ ClientId: '' }) },
      ['client.request.refused broken']
    ],
    [
      'a bad call that was refused',
      called(calling({ ClientId: '' }), { reported: {} }),
      ['client.request.refused held']
    ],
    ['a bad call at which it ended', called(calling({ ClientId: '' }), { problem }), []]
  ])('%s', (_, call, judgements) => {
    expect(shown(judgeCall(call))).toEqual(judgements)
    expect(judgeCall(call).every((one) => one.called === call)).toBe(true)
  })
})

describe('judgeWithControls', () => {
  /** What is judged of a client, and the bodies of the answers that were sent after the first. */
  const judged = async (one: ClientCase, report: (body: string) => unknown) => {
    const bodies: Array<string> = []
    const ask = (other: ClientCase): Called => called(other, { reported: report(bodyOf(other.answer.response)) })
    const judgements = await judgeWithControls(ask(one), (other) => {
      bodies.push(bodyOf(other.answer.response))
      return Promise.resolve(ask(other))
    })
    return { shown: shown(judgements), bodies }
  }
  const example = (clause: string): ClientCase => {
    const found = answerExamples.find(
      (one) =>
        judgeCall(called(one, { reported: {} })).some((j) => j.clause === clause) ||
        judgeCall(called(one, { reported: { refused: '' } })).some((j) => j.clause === clause)
    )
    return found ?? expect.fail(`there is no example of ${clause}`)
  }
  const readRight = (body: string): object =>
    body.includes('__type')
      ? { error: { type: 'ResourceNotFoundException' } }
      : {
          secrets: (JSON.parse(body) as { ClientSecrets: ReadonlyArray<Record<string, unknown>> }).ClientSecrets.map(
            ({ ClientSecretId: id, ClientSecretCreateDate: date }) => ({ id, createDate: Number(date) * 1000 })
          )
        }

  test('what is read right is asked about once', async () => {
    expect(await judged(plainCase, () => ({ secrets: [] }))).toEqual({
      shown: ['response.clientSecrets.present held', 'client.total held', 'client.request.wire held'],
      bodies: []
    })
  })

  test('what is unusual is blamed where the plain answer is read right', async () => {
    const unusual = example('client.unknownMembers.ignored')
    expect(await judged(unusual, (body) => (body.includes('NextToken') ? { refused: '' } : readRight(body)))).toEqual({
      shown: ['client.total held', 'client.unknownMembers.ignored broken', 'client.request.wire held'],
      bodies: ['{"ClientSecrets":[]}']
    })
  })

  test('where the plain answer is misread too, that is blamed instead', async () => {
    expect(await judged(example('client.unknownMembers.ignored'), () => ({ refused: '' }))).toEqual({
      shown: ['client.total held', 'client.request.wire held', 'response.clientSecrets.present broken'],
      bodies: ['{"ClientSecrets":[]}']
    })
  })

  test('of a plain answer those that mean less are tried, one after the other', async () => {
    const [, , , , two = plainCase] = answerExamples
    const { shown: found, bodies } = await judged(two, (body) =>
      body.split('ClientSecretId').length > 2 ? { refused: '' } : readRight(body)
    )
    expect(found).toEqual(['response.clientSecrets.atMostTwo broken', 'client.total held', 'client.request.wire held'])
    expect(bodies).toHaveLength(2)
  })

  test('a clause that does not depend on the meaning is blamed at once, and stays beside other causes', async () => {
    const [, one = plainCase] = answerExamples
    expect(await judged(plainCase, () => 7)).toEqual({
      shown: ['client.total broken', 'client.request.wire held'],
      bodies: []
    })
    const unsent = called(one, {
      requests: [{ method: 'GET', path: '/', headers: {}, body: '' }],
      reported: { refused: '' }
    })
    const judgements = await judgeWithControls(unsent, (other) =>
      Promise.resolve(called(other, { reported: { refused: '' } }))
    )
    expect(shown(judgements)).toEqual([
      'client.total held',
      'client.request.wire broken',
      'response.clientSecrets.present broken'
    ])
  })

  test('what the client does to a plainer answer as well is not blamed on what is unusual', async () => {
    const nameless = reading({
      response: { ...plainCase.answer.response, status: 400, body: '{"message":null}' },
      means: { _tag: 'Error', type: undefined, message: undefined, reasonCode: undefined },
      traits: ['null members'],
      secrets: []
    })
    expect((await judged(nameless, () => ({ refused: '' }))).shown).toEqual([
      'client.total held',
      'client.request.wire held'
    ])
  })

  test('what held is kept, whatever becomes of a plainer answer', async () => {
    const type = 'InvalidParameterException'
    const one = answerExamples.find(({ answer }) => bodyOf(answer.response).startsWith(`{"__type":"${type}","message"`))
    const report = (body: string): object =>
      body.includes('message')
        ? { error: { type, message: 'wrong', reasonCode: 'why' } }
        : { error: { type, reasonCode: 'junk' } }
    expect((await judged(one ?? plainCase, report)).shown).toEqual([
      'client.total held',
      'client.errorMessage.spelling broken',
      'client.errors.documented held',
      'client.errors.reasonCode held',
      'client.request.wire held'
    ])
  })

  test('our own functions are blamed for nothing', async () => {
    for (const one of answerExamples) {
      const ask = async (other: ClientCase): Promise<Called> => ({
        one: other,
        result: await remote(decodeResponse)(other.call, other.answer.response)
      })
      expect(shown(await judgeWithControls(await ask(one), ask)).filter((text) => text.endsWith('broken'))).toEqual([])
    }
  })
})
