/**
 * What is kept of an exchange that broke a law, and which of two is the simpler.
 */
import { expect, test } from 'vitest'
import { type ListStep, listClient, type TestCase } from '../../../src/generators/TestCase.js'
import { exchange } from '../../../src/laws/server/Exchange.js'
import { serverLaws } from '../../../src/laws/server/serverLaws.js'
import { emptyWorld } from '../../../src/laws/server/World.js'
import { type Failure, failureOf, simpler } from '../../../src/suite/server/Failure.js'
import { toRequest } from '../../../src/suite/server/scene/toRequest.js'

const listing = (body: string): ListStep => ({ op: 'list', body })

/** The failure that the first step of a case shows. */
const shownBy = (first: ListStep, ...later: TestCase): Failure => {
  const law = serverLaws[0] ?? expect.fail('there are no laws')
  const request = toRequest(first, emptyWorld) ?? expect.fail('the step names something')
  const seen = exchange(emptyWorld, request, { failure: 'no answer' }, { planted: 0, found: [] })
  return failureOf(law, { exchange: seen, at: 0 }, [first, ...later])
}

test('the steps behind the one that shows the failure are no part of it', () => {
  const first = listing('{}')
  expect(shownBy(first, listClient('one'), listClient('two')).steps).toEqual([first])
})

test('a request that breaks one constraint is simpler than a shorter one that breaks two', () => {
  const one = shownBy(listing('{"UserPoolId":"us-east-1_Nobody123"}'))
  const two = shownBy(listing('{}'))
  expect(simpler(two, one)).toBe(one)
  expect(simpler(one, two)).toBe(one)
})

test('of two that break as many constraints the shorter is simpler', () => {
  const long = shownBy(listing('{"UserPoolId":"us-east-1_Nobody123"}'))
  const short = shownBy(listing('{"UserPoolId":"a_b"}'))
  expect(simpler(long, short)).toBe(short)
  expect(simpler(short, long)).toBe(short)
})
