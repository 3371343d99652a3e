/**
 * The examples that every client is asked about: each is what it says, and is judged by the clause that it is there for.
 */
import { describe, expect, test } from 'vitest'
import { independentViolations } from '../../../src/laws/shared/independentCheck.js'
import { decodeResponse } from '../../../src/protocol/index.js'
import { answerExamples, badIdExamples, type ClientCase, plainCase } from '../../../src/suite/client/ClientCase.js'
import { judgeCall, type Judgement } from '../../../src/suite/client/judgeCall.js'
import { remote } from './remote.js'

const judged = async (one: ClientCase): Promise<ReadonlyArray<Judgement>> =>
  judgeCall({ one, result: await remote(decodeResponse)(one.call, one.answer.response) })

const EVERY = ['client.total', 'client.request.wire']

describe('answerExamples', () => {
  test('our own functions read every one of them as it is meant', async () => {
    for (const one of answerExamples) {
      const judgements = await judged(one)
      expect([one, judgements.filter(({ holds }) => !holds)]).toEqual([one, []])
      expect(one.about).toBe('answer')
      expect(judgements.length).toBeGreaterThan(2)
    }
  })

  test('the first are plain, then each is unusual in one way', async () => {
    const clauses: Array<ReadonlyArray<string>> = []
    for (const one of answerExamples.slice(0, 15)) {
      clauses.push((await judged(one)).flatMap(({ clause }) => (EVERY.includes(clause) ? [] : [clause])))
    }
    expect(clauses).toEqual([
      ['response.clientSecrets.present'],
      ['response.clientSecretId.length'],
      ['client.createDate.exact'],
      ['client.createDate.exact'],
      ['response.clientSecrets.atMostTwo'],
      ['client.unknownMembers.ignored'],
      ['client.unknownMembers.ignored'],
      ['client.nullMembers.absent'],
      ['client.nullMembers.absent'],
      ['client.errorType.stripped'],
      ['client.order.free'],
      ['client.createDate.exact'],
      ['client.errorType.precedence'],
      ['client.errorType.precedence'],
      ['client.errorType.precedence']
    ])
  })

  test('they are answers as Cognito sends them', () => {
    for (const { answer, call } of answerExamples) {
      expect(answer.response.headers['content-type']).toBe('application/x-amz-json-1.1')
      expect(independentViolations(call)).toEqual([])
      expect(answer.secrets).toEqual([])
    }
    expect(new Set(answerExamples.map(({ answer }) => answer.response.status))).toEqual(
      new Set([200, 400, 404, 429, 500])
    )
  })

  test('two secrets of one client differ in id and date', () => {
    const [, , , one, two] = answerExamples
    expect(one?.answer.means).toEqual({ _tag: 'Listing', descriptors: [{ id: undefined, time: 1785000000250 }] })
    expect(two?.answer.means).toEqual({
      _tag: 'Listing',
      descriptors: [
        { id: '1h57kf5cpq17m0eml12example--1785000000', time: 1785000000000 },
        { id: '1h57kf5cpq17m0eml12example--17850000001', time: 1785000001000 }
      ]
    })
  })

  test('the plainest lists nothing', () => {
    expect(plainCase).toEqual({
      call: { UserPoolId: 'us-east-1_Example12', ClientId: '1h57kf5cpq17m0eml12example' },
      answer: {
        response: {
          status: 200,
          headers: { 'content-type': 'application/x-amz-json-1.1' },
          body: '{"ClientSecrets":[]}'
        },
        means: { _tag: 'Listing', descriptors: [] },
        traits: [],
        secrets: []
      },
      about: 'answer'
    })
  })
})

test('badIdExamples are wrong in one id each, by everything that can be wrong with it', () => {
  const wrong = (cases: ReadonlyArray<ClientCase>) =>
    cases.map(({ call, about }) => [
      about,
      ...independentViolations(call).map(({ path, constraint }) => `${path.join('.')} ${constraint}`)
    ])
  expect(wrong(badIdExamples.ClientId)).toEqual([
    ['call', 'ClientId pattern', 'ClientId minLength'],
    ['call', 'ClientId pattern'],
    ['call', 'ClientId pattern'],
    ['call', 'ClientId pattern'],
    ['call', 'ClientId maxLength']
  ])
  expect(wrong(badIdExamples.UserPoolId)).toEqual([
    ['call', 'UserPoolId pattern', 'UserPoolId minLength'],
    ['call', 'UserPoolId pattern'],
    ['call', 'UserPoolId pattern'],
    ['call', 'UserPoolId pattern'],
    ['call', 'UserPoolId maxLength']
  ])
  expect([...badIdExamples.ClientId, ...badIdExamples.UserPoolId].map(({ call }) => JSON.stringify(call))).toEqual([
    '{"UserPoolId":"us-east-1_Example12","ClientId":""}',
    '{"UserPoolId":"us-east-1_Example12","ClientId":" 1h57kf5cpq17m0eml12example"}',
    '{"UserPoolId":"us-east-1_Example12","ClientId":"1h57kf5cpq17m0eml12example\\n"}',
    '{"UserPoolId":"us-east-1_Example12","ClientId":"a-b"}',
    `{"UserPoolId":"us-east-1_Example12","ClientId":"${'a'.repeat(129)}"}`,
    '{"UserPoolId":"","ClientId":"1h57kf5cpq17m0eml12example"}',
    '{"UserPoolId":" us-east-1_Example12","ClientId":"1h57kf5cpq17m0eml12example"}',
    '{"UserPoolId":"us-east-1_Example12\\n","ClientId":"1h57kf5cpq17m0eml12example"}',
    '{"UserPoolId":"us-east-1","ClientId":"1h57kf5cpq17m0eml12example"}',
    `{"UserPoolId":"us-east-1_${'a'.repeat(46)}","ClientId":"1h57kf5cpq17m0eml12example"}`
  ])
})
