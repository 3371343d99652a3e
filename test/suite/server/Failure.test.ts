/**
 * What is kept of an exchange that broke a law, which of two is the simpler, and how a case is counted.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import { type ListStep, listClient, type TestCase } from '../../../src/generators/TestCase.js'
import { type Exchange, exchange } from '../../../src/laws/server/Exchange.js'
import type { Law } from '../../../src/laws/server/Law.js'
import { emptyWorld } from '../../../src/laws/server/World.js'
import { parseResponse } from '../../../src/laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { exchangeOf, type Failure, failureOf, simpler } from '../../../src/suite/server/Failure.js'
import { emptyTally, enterCase, explained } from '../../../src/suite/server/ServerTally.js'
import { type PlannedCase, planReplay } from '../../../src/suite/server/plan.js'
import { toRequest } from '../../../src/suite/server/scene/toRequest.js'
import { json } from '../../node/support/handlers.js'

const listing = (body: string): ListStep => ({ op: 'list', body })

/** A law that applies or not, and holds or not, whatever is seen. */
const law = (clause: ClauseId, applies: boolean, holds: boolean): Law => ({
  clause,
  applies: () => applies,
  holds: () => holds,
  expected: () => 'something else'
})

const broken = law('list.empty', true, false)

const seenAt = (step: ListStep, response?: HttpResponse): Exchange => {
  const request = toRequest(step, emptyWorld) ?? expect.fail('the step names something')
  const outcome = response === undefined ? { failure: 'no answer' } : { response, answer: parseResponse(response) }
  return exchange(emptyWorld, request, outcome, { planted: 0, found: [] })
}

/** The failure that the first step of a case shows. */
const shownBy = (first: ListStep, ...later: TestCase): Failure =>
  failureOf(broken, { exchange: seenAt(first), at: 0 }, [first, ...later])

describe('of an exchange that broke a law', () => {
  test('the steps behind the one that shows the failure are no part of it', () => {
    const first = listing('{}')
    const second = listing('[]')
    expect(shownBy(first, listClient('one'), listClient('two')).steps).toEqual([first])
    const steps = [first, second, listClient('one')]
    expect(failureOf(broken, { exchange: seenAt(second), at: 1 }, steps).steps).toEqual([first, second])
  })

  test('the law, the exchange without what was parsed, and the plan are kept', () => {
    const step = listing('{}')
    const [planned] = planReplay([step])
    const response = json(200, { ClientSecrets: [] })
    const seen = seenAt(step, response)
    const failure = failureOf(broken, { exchange: seen, at: 0 }, [step], planned)
    expect(failure).toEqual({ law: broken, exchange: { ...seen, answer: undefined }, steps: [step], planned })
    expect(exchangeOf(failure).answer?.descriptors).toEqual([])
    expect(exchangeOf(failure)).toEqual(seen)
  })

  test('in which no response came, there is nothing to parse again', () => {
    expect(exchangeOf(shownBy(listing('{}')))).toMatchObject({ answer: undefined, failure: 'no answer' })
  })
})

describe('of two failures', () => {
  test('a request that breaks one constraint is simpler than a shorter one that breaks two', () => {
    const one = shownBy(listing('{"UserPoolId":"us-east-1_Nobody123"}'))
    const two = shownBy(listing('{}'))
    expect(simpler(two, one)).toBe(one)
    expect(simpler(one, two)).toBe(one)
  })

  test('a request that breaks no constraint is simpler than a shorter one that breaks one', () => {
    const none = shownBy(listing('{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}'))
    const one = shownBy(listing('{"UserPoolId":"us-east-1_Nobody123"}'))
    expect(simpler(one, none)).toBe(none)
    expect(simpler(none, one)).toBe(none)
  })

  test('a request that is usual is simpler than a shorter one that is unusual', () => {
    const usual = shownBy(listing('{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}'))
    const unusual = shownBy(listing('{"ClientId":"a","UserPoolId":"a_b","NextToken":"x"}'))
    expect(simpler(unusual, usual)).toBe(usual)
    expect(simpler(usual, unusual)).toBe(usual)
  })

  test('that break as many constraints the shorter is simpler', () => {
    const long = shownBy(listing('{"UserPoolId":"us-east-1_Nobody123"}'))
    const short = shownBy(listing('{"UserPoolId":"a_b"}'))
    expect(simpler(long, short)).toBe(short)
    expect(simpler(short, long)).toBe(short)
  })

  test('that are the same case, an example is simpler than what was generated, and then the name decides', () => {
    const step = listing('{}')
    const from = (key: string, sample?: PlannedCase['sample']): Failure => ({
      ...shownBy(step),
      planned: { probe: { name: key, arbitrary: () => fc.constant([step]) }, steps: [step], sample, key }
    })
    const inOrder = [from('b'), from('c'), from('a', { seed: 1, path: '0' })]
    inOrder.forEach((one, i) =>
      inOrder.slice(i + 1).forEach((other) => {
        expect(simpler(other, one)).toBe(one)
        expect(simpler(one, other)).toBe(one)
      })
    )
  })
})

test('a case is entered exchange by exchange, for the laws that apply', () => {
  const tally = emptyTally()
  const laws = [
    law('list.only', false, false),
    law('list.complete', true, true),
    law('error.type.present', true, false)
  ]
  const steps = [listing('{}'), listing('[]')]
  const seen = steps.map((step) => seenAt(step, json(400, {})))
  const exchanges = seen.map((one, at) => ({ exchange: one, at }))
  const [planned] = planReplay(steps)
  enterCase(tally, laws, { steps, planned, exchanges, requests: 12 })
  expect(Object.fromEntries(explained(tally))).toEqual({
    'list.complete': {
      exercised: 2,
      failed: 0,
      firstFailure: undefined,
      simplest: undefined,
      symptom: undefined
    },
    'error.type.present': {
      exercised: 2,
      failed: 2,
      firstFailure: 12,
      // a body that is a list breaks no constraint
      simplest: { law: laws[2], exchange: { ...seen[1], answer: undefined }, steps, planned },
      symptom: 'unnamedError'
    }
  })
})
