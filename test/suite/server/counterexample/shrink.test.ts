/**
 * Making a counterexample smaller: how small it becomes, and how much is sent for that.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClauseId } from '../../../../src/clauses/index.js'
import { list, type Step, type TestCase, listClient } from '../../../../src/generators/TestCase.js'
import { serverLaws } from '../../../../src/laws/server/serverLaws.js'
import { setScene } from '../../../../src/suite/server/scene/scene.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { MAX_TRIES, minimise, tryAgain } from '../../../../src/suite/server/counterexample/shrink.js'
import { shorten, shortening } from '../../../../src/suite/server/counterexample/shorten.js'
import type { Target } from '../../../../src/suite/server/target/Target.js'
import { emptyList, type Handler, isList, serve } from '../../../faults/service.js'
import { altering, operationOf, paging, recording, reference } from '../../../node/support/handlers.js'

/** Lists nothing of a client any more that was given a secret so often. */
const quota = (most: number): Handler => {
  const adds = new Map<unknown, number>()
  return serve(() => (call, next) => {
    const { operation, input } = call
    const response = next()
    const count = adds.get(input['ClientId']) ?? 0
    if (operation === 'AddUserPoolClientSecret' && response.status === 200) adds.set(input['ClientId'], count + 1)
    return isList(call) && count >= most ? emptyList : response
  })()
}

/** A case whose last List breaks the clause. */
const found = async (steps: TestCase, target: Target = paging(), id: ClauseId = 'response.nextToken.absent') => {
  const session = openSession(target, { seed: 1, retries: 0, timeoutMs: 1000 })
  const { world, scene } = await setScene(session, undefined, true)
  const law = serverLaws.find(({ clause }) => clause === id)
  if (law === undefined) throw new Error('there is no such law')
  const failure = await tryAgain(session, world, law, steps, 'found')
  if (failure === undefined) throw new Error('the case shows no failure')
  return { session, world, scene, failure: { ...failure, steps } }
}

describe('minimise', () => {
  test('leaves out every step that the failure does not take', async () => {
    const others: TestCase = Array.from({ length: 60 }, (_, i) => ({
      op: 'addUserPoolClientSecret',
      client: i % 2 === 0 ? 'one' : 'two',
      own: true
    }))
    const { session, world, scene, failure } = await found([...others, listClient('one')])
    const { failure: small, again } = await minimise(session, world, scene, failure, () => undefined)
    expect(small.steps).toEqual([listClient('one')])
    expect(again).toEqual({ runs: 5, failed: 5, kind: 'deterministic' })
  })

  test('leaves out of calls sent together those that the failure does not take', async () => {
    const { session, world, scene, failure } = await found([
      {
        op: 'together',
        lists: [listClient('two'), listClient('one'), listClient('none')],
        changes: [
          { op: 'addUserPoolClientSecret', client: 'one', own: true },
          { op: 'deleteUserPoolClientSecret', client: 'two', position: 0 }
        ]
      }
    ])
    const { failure: small } = await minimise(session, world, scene, failure, () => undefined)
    expect(small.steps).toEqual([{ op: 'together', lists: [expect.objectContaining({ op: 'list' })], changes: [] }])
  })

  test('repeats steps as often as the failure takes, and no step that it does not take', async () => {
    const rotate: Step = {
      op: 'repeat',
      times: 40,
      steps: [
        { op: 'addUserPoolClientSecret', client: 'a', own: true },
        listClient('none'),
        { op: 'deleteUserPoolClientSecret', client: 'a', position: 0 }
      ]
    }
    const [add, , remove] = rotate.steps
    const create: Step = { op: 'createUserPoolClient', pool: 'main', client: 'a', secret: true }
    const steps = [create, listClient('a'), rotate, listClient('a')]
    const { session, world, scene, failure } = await found(steps, quota(7), 'list.complete')
    const { failure: small } = await minimise(session, world, scene, failure, () => undefined)
    expect(small.steps).toEqual([
      create,
      listClient('a'),
      { ...rotate, times: 7, steps: [add, remove] },
      listClient('a')
    ])
  })

  test('sends no more cases than it may, however long the case is', async () => {
    // every List is broken, but none may go: each says something of another member
    const { session, world, scene, failure } = await found([listClient('one')])
    let tries = 0
    const stubborn = {
      ...failure,
      steps: Array.from({ length: 500 }, () => ({ op: 'deleteUserPoolClient', client: 'nobody' }) as const),
      planned: undefined
    }
    const { again } = await minimise(session, world, scene, stubborn, () => tries++)
    expect(again.failed).toBe(0)
    expect(tries).toBe(MAX_TRIES + 5)
  })

  test('spends half of the cases at most on what fast-check proposes', async () => {
    const { session, world, scene, failure } = await found([listClient('one')])
    const numbers = fc.array(fc.nat(), { minLength: 20, maxLength: 20 })
    const sample = { seed: 1, path: '0' }
    const [first] = fc.sample(numbers, { seed: sample.seed, numRuns: 1 })
    // hundreds of proposals, none of which shows the failure
    const arbitrary = (): fc.Arbitrary<TestCase> =>
      numbers.map((some) =>
        JSON.stringify(some) === JSON.stringify(first) ? [listClient('one')] : [listClient('nobody')]
      )
    let tries = 0
    const planned = { probe: { name: 'numbers', arbitrary }, steps: failure.steps, sample, key: 'numbers' }
    const { again } = await minimise(session, world, scene, { ...failure, planned }, () => tries++)
    expect(again.failed).toBe(5)
    expect(tries).toBe(MAX_TRIES / 2 + 5)
  })
})

/** The smallest case that shows what a case shows, and how many were sent for it. */
const minimised = async (steps: TestCase, target?: Target, id?: ClauseId) => {
  const { session, world, scene, failure } = await found(steps, target, id)
  let tries = 0
  const { failure: small, again } = await minimise(session, world, scene, failure, () => tries++)
  return { steps: small.steps, again, tries }
}

describe('minimise sends no more than it takes:', () => {
  const repeated = (times: number): Step => ({ op: 'repeat', times, steps: [listClient('one')] })

  test.each<readonly [Step, Step, number]>([
    // one without the List, and five that repeat it
    [repeated(1), repeated(1), 6],
    [repeated(2), repeated(1), 7],
    [{ op: 'together', lists: [listClient('one')] }, { op: 'together', lists: [listClient('one')] }, 6],
    [listClient('one'), listClient('one'), 5]
  ])('%j', async (step, smallest, tries) => {
    expect(await minimised([step])).toMatchObject({ steps: [smallest], tries })
  })

  test('none to shorten the ids of a body that has none', async () => {
    const target = altering((response) => ({ ...response, status: 200, body: '{"NextToken":null}' }))
    expect(await minimised([{ op: 'list', body: '[' }], target)).toMatchObject({ tries: 5 })
  })

  test('nothing once the run has ended', async () => {
    let isOver = false
    const session = openSession(paging(), {
      seed: 1,
      retries: 0,
      timeoutMs: 1000,
      stop: () => (isOver ? 'enough' : undefined)
    })
    const { world, scene } = await setScene(session, undefined, true)
    const law = serverLaws.find(({ clause }) => clause === 'response.nextToken.absent') ?? expect.fail('no law')
    const failure = await tryAgain(session, world, law, [repeated(9)], 'found')
    isOver = true
    const before = session.stats().requests
    const tried = () => expect.fail('a case was sent')
    const { again } = await minimise(session, world, scene, failure ?? expect.fail('no failure'), tried)
    expect(again).toEqual({ runs: 0, failed: 0, kind: 'unknown' })
    expect(session.stats().requests).toBe(before)
  })
})

test('each of two repetitions is made as small as it can be beside the other', async () => {
  const rotate: Step = {
    op: 'repeat',
    times: 4,
    steps: [
      { op: 'addUserPoolClientSecret', client: 'a', own: true },
      { op: 'deleteUserPoolClientSecret', client: 'a', position: 0 }
    ]
  }
  const create: Step = { op: 'createUserPoolClient', pool: 'main', client: 'a', secret: true }
  const { steps } = await minimised(
    [create, listClient('a'), rotate, rotate, listClient('a')],
    quota(7),
    'list.complete'
  )
  expect(steps).toEqual([create, listClient('a'), { ...rotate, times: 3 }, rotate, listClient('a')])
})

test('ids of the last List are shortened as long as no more is wrong with them', async () => {
  const long = list({ ClientId: 'along!id', UserPoolId: 'ab_cd', Other: 7, Third: '{{client:one}}' })
  const add: Step = { op: 'addUserPoolClientSecret', client: 'one', own: true }
  // shown to a List after that very List after an Add
  let before: ReadonlyArray<unknown> = []
  const target = serve(() => (call, next) => {
    const response = next()
    const { operation, input } = call
    const isShown = before.join() === 'AddUserPoolClientSecret,along!id' && String(input['ClientId']).includes('!')
    before = [before[1], isList(call) ? input['ClientId'] : operation]
    return isShown ? { ...emptyList, body: '{"ClientSecrets":[],"NextToken":null}' } : response
  })()
  const { steps } = await minimised([add, long, long], target)
  expect(steps).toEqual([add, long, list({ ClientId: '!', UserPoolId: 'b_c', Other: 7, Third: '{{client:one}}' })])
})

test('each case that is sent has secrets of its own', async () => {
  let before = ''
  const inner = reference()
  const { handler, diary } = recording(async (request) => {
    const response = await inner(request)
    const isShown = before === 'AddUserPoolClientSecret'
    before = operationOf(request)
    return isShown ? { ...emptyList, body: '{"ClientSecrets":[],"NextToken":null}' } : response
  })
  const add: Step = { op: 'addUserPoolClientSecret', client: 'one', own: true }
  expect((await minimised([add, listClient('one')], handler)).again.failed).toBe(5)
  const secrets = diary.flatMap(({ operation, body }) => (operation === 'AddUserPoolClientSecret' ? [body] : []))
  expect(secrets.length).toBeGreaterThan(6)
  expect(new Set(secrets).size).toBe(secrets.length)
})

test('a generated case is shrunk from where it was found', async () => {
  const { handler, diary } = recording(
    altering((response, { body }) =>
      Number(/"n":(\d+)/.exec(String(body))?.[1]) >= 10
        ? { ...response, status: 200, body: '{"ClientSecrets":[],"NextToken":null}' }
        : response
    )
  )
  const arbitrary = () => fc.integer({ min: 0, max: 1_000_000 }).map((n): TestCase => [list({ n })])
  const sample = { seed: 1, path: '0' }
  const steps = fc.sample(arbitrary(), { seed: 1, numRuns: 1 })[0] ?? expect.fail('there is no sample')
  const { session, world, scene, failure } = await found(steps, handler)
  const before = diary.length
  const planned = { probe: { name: 'numbers', arbitrary }, steps, sample, key: 'numbers' }
  const { failure: small } = await minimise(session, world, scene, { ...failure, planned }, () => undefined)
  expect(diary[before]?.body).toBe(steps[0]?.op === 'list' ? steps[0].body : '')
  expect(small.steps).toEqual([list({ n: 10 })])
})

describe('shortening', () => {
  test('ends with a text of which no character can go', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 3 }), fc.string(), (before, part, after) => {
        let tries = 0
        const shows = (text: string): boolean => (++tries > 1000 ? expect.fail('no end') : text.includes(part))
        expect(shorten(before + part + after, shows)).toBe(part)
      }),
      { seed: 1 }
    )
  })

  test('leaves out halves first, then ever smaller parts', () => {
    const tried: Array<string> = []
    expect(shorten('abcde', (text) => tried.push(text) > 100)).toBe('abcde')
    expect(tried).toEqual(['de', 'abc', 'cde', 'abe', 'abcd', 'bcde', 'acde', 'abde', 'abce', 'abcd'])
    expect(shorten('', () => expect.fail('there is nothing to leave out'))).toBe('')
  })

  test('shortens a list as it shortens a text', () => {
    const search = shortening<ReadonlyArray<number>>([1, 2, 3, 4, 5, 6, 7])
    let next = search.next()
    while (!next.done) next = search.next(next.value.includes(3) && next.value.includes(6))
    expect(next.value).toEqual([3, 6])
  })
})
