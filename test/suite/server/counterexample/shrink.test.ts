/**
 * Making a counterexample smaller: how small it becomes, and how much is sent for that.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClauseId } from '../../../../src/clauses/index.js'
import { type Step, type TestCase, listClient } from '../../../../src/generators/TestCase.js'
import { serverLaws } from '../../../../src/laws/server/serverLaws.js'
import { setScene } from '../../../../src/suite/server/scene/scene.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { MAX_TRIES, minimise, tryAgain } from '../../../../src/suite/server/counterexample/shrink.js'
import { shorten, shortening } from '../../../../src/suite/server/counterexample/shorten.js'
import type { Target } from '../../../../src/suite/server/target/Target.js'
import { emptyList, type Handler, isList, serve } from '../../../faults/service.js'
import { paging } from '../../../node/support/handlers.js'

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
