/**
 * From a failure of a client to the smallest call that shows it.
 */
import { describe, expect, test } from 'vitest'
import { decodeResponse, type HttpResponse } from '../../../src/protocol/index.js'
import { answerExamples, calling, plainCase, reading } from '../../../src/suite/client/ClientCase.js'
import { connectClient } from '../../../src/suite/client/ClientConnection.js'
import { judgeCall } from '../../../src/suite/client/judgeCall.js'
import { type ClientFailure, minimiseCall, weigh } from '../../../src/suite/client/minimiseCall.js'
import { planCalls, planReplay } from '../../../src/suite/client/plan.js'
import { remote } from './remote.js'

/** Throws where a date has a fraction. */
const noFractions = remote((response: HttpResponse) => {
  if (/Date":\d+\.\d*[1-9]/.test(Buffer.from(response.body).toString())) throw new Error('no fractions')
  return decodeResponse(response)
})

const failures = async (runs: number): Promise<ReadonlyArray<ClientFailure>> => {
  const found: Array<ClientFailure> = []
  for (const planned of planCalls(1, runs)) {
    const called = { one: planned.one, result: await noFractions(planned.one.call, planned.one.answer.response) }
    if (judgeCall(called).some(({ clause, holds }) => clause === 'client.total' && !holds))
      found.push({ called, planned })
  }
  return found
}

const never = (): boolean => false

describe('minimiseCall', () => {
  test('shrinks a generated answer to one that has only what shows the fault, and sends it again', async () => {
    const long = (await failures(40)).find(
      ({ planned: { sample, one } }) => sample !== undefined && one.answer.means._tag === 'Listing'
    )
    if (long === undefined) throw new Error('no generated answer has a fraction')
    const connection = connectClient(noFractions)
    const { failure, again } = await minimiseCall(connection, 'client.total', long, 1, never)
    expect(again).toEqual({ runs: 5, failed: 5, kind: 'deterministic' })
    const { response } = failure.called.one.answer
    const body = Buffer.from(response.body).toString()
    expect(body).toMatch(
      /^\{"ClientSecrets":\[\{(?:"ClientSecretId":"[^"]?",)?"ClientSecretCreateDate":\d+\.\d+\}\]\}$/
    )
    expect(weigh(failure).faults).toBeLessThanOrEqual(weigh(long).faults)
    // a hundred tries at most, and the five of the confirmation
    expect(connection.stats().calls).toBeLessThanOrEqual(400)
  })

  test('begins with the answer that was found, and tries a hundred smaller ones at most', async () => {
    const bodies: Array<string> = []
    const short = remote((response: HttpResponse) => {
      const body = Buffer.from(response.body).toString()
      bodies.push(body)
      if (body.length > 60) throw new Error('too long')
      return decodeResponse(response)
    })
    const planned = planCalls(1, 2).find(({ probe, sample }) => probe.name === 'answers' && sample === 2)
    if (planned === undefined) throw new Error('there is no such call')
    const { one } = planned
    const called = { one, result: await short(one.call, one.answer.response) }
    const connection = connectClient(short)
    const { failure } = await minimiseCall(connection, 'client.total', { called, planned }, 1, never)
    expect(bodies[1]).toBe(bodies[0])
    expect(connection.stats().calls).toBe(105)
    expect(Buffer.from(failure.called.one.answer.response.body).toString().length).toBeLessThan(80)
  })

  test('only the clause that was broken counts when it is sent again', async () => {
    const [planned] = planReplay(plainCase)
    if (planned === undefined) throw new Error('nothing is planned')
    const found = { called: { one: plainCase, result: { requests: [], output: '' } }, planned }
    const deaf = connectClient(async (call, answer) => ({
      ...(await remote(decodeResponse)(call, answer)),
      reported: 7
    }))
    expect((await minimiseCall(deaf, 'client.request.wire', found, 1, never)).again.failed).toBe(0)
    expect((await minimiseCall(deaf, 'client.total', found, 1, never)).again.failed).toBe(5)
  })

  test('an example is sent again as it is', async () => {
    const found = (await failures(0)).find(({ planned }) => planned.sample === undefined)
    if (found === undefined) throw new Error('no example has a fraction')
    const connection = connectClient(noFractions)
    const { failure, again } = await minimiseCall(connection, 'client.total', found, 1, never)
    expect([failure, again.failed, connection.stats().calls]).toEqual([found, 5, 5])
  })

  test('nothing is sent where there is no time', async () => {
    for (const found of (await failures(40)).slice(0, 3)) {
      const connection = connectClient(noFractions)
      const { failure, again } = await minimiseCall(connection, 'client.total', found, 1, () => true)
      expect([failure, again, connection.stats().calls]).toEqual([found, { runs: 0, failed: 0, kind: 'unknown' }, 0])
    }
  })

  test('a failure that does not come again is flaky', async () => {
    const [found] = await failures(0)
    if (found === undefined) throw new Error('no example has a fraction')
    const { failure, again } = await minimiseCall(
      connectClient(remote(decodeResponse)),
      'client.total',
      found,
      1,
      never
    )
    expect([failure, again]).toEqual([found, { runs: 5, failed: 0, kind: 'flaky' }])
  })
})

describe('weigh', () => {
  const failure = (one: typeof plainCase): ClientFailure => {
    const [planned] = planReplay(one)
    if (planned === undefined) throw new Error('nothing is planned')
    return { called: { one, result: { requests: [], output: '' } }, planned }
  }

  test('counts what is unusual about the answer and wrong with the ids, and gives all of it as text', () => {
    expect(weigh(failure(plainCase))).toEqual({
      faults: 0,
      text: '{"UserPoolId":"us-east-1_Example12","ClientId":"1h57kf5cpq17m0eml12example"}{"ClientSecrets":[]}'
    })
    expect(weigh(failure(calling({ ClientId: '', UserPoolId: '-' }))).faults).toBe(3)
    const [, , , , , unusual = plainCase] = answerExamples
    expect(weigh(failure(unusual)).faults).toBe(1)
    const bytes = reading({ ...plainCase.answer, response: { status: 200, headers: {}, body: Uint8Array.of(0xe9) } })
    expect(weigh(failure({ ...bytes, call: { UserPoolId: 'a_0', ClientId: 'a' } })).text).toBe(
      '{"UserPoolId":"a_0","ClientId":"a"}é'
    )
  })
})
