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
