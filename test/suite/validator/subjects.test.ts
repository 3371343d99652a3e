/**
 * What a validator is asked, and what its answers are judged by.
 */
import { describe, expect, test } from 'vitest'
import { left, right } from '../../../src/contract/Either.js'
import { type IdValidators, type Subject, subjectsOf } from '../../../src/suite/validator/subjects.js'
import type { IdValidator } from '../../../src/suite/validator/IdValidator.js'
import { clientIdClauses } from '../idClauses.js'

const CLIENT = '1h57kf5cpq17m0eml12example'
const POOL = 'us-east-1_Example12'

const check: IdValidator = () => true
const all: IdValidators = { ClientId: check, UserPoolId: check, request: check }

const subject = (validators: IdValidators, seed = 1, runs = 3): Subject => {
  const [first] = subjectsOf(validators, { seed, runs })
  return first ?? expect.fail('there is no subject')
}

const memberOf = (member: string) => (value: unknown) => Reflect.get(Object(value), member) as unknown

const laws = ({ laws: judged }: Subject): ReadonlyArray<string> => judged.map(({ clause }) => clause)

describe('subjectsOf', () => {
  test('has a subject for each part that was exported, the ids first', () => {
    const shown = (validators: IdValidators) => subjectsOf(validators, { seed: 1 }).map((one) => one.shown)
    expect(shown({})).toEqual([])
    expect(shown({ request: check, UserPoolId: check })).toEqual(['UserPoolId', 'request'])
    expect(shown(all)).toEqual(['ClientId', 'UserPoolId', 'request'])
  })

  test('an id is judged by its own clauses, requests by those of both, and by all three whether they agree', () => {
    expect(laws(subject({ ClientId: check }))).toEqual([...clientIdClauses, 'validator.total'])
    expect(laws(subject({ UserPoolId: check }))[0]).toBe('request.userPoolId.required')
    const [, one = expect.fail()] = subjectsOf({ ClientId: check, request: check }, { seed: 1 })
    expect([laws(one).length, laws(one).includes('validator.agrees')]).toEqual([17, false])
    const [, , three = expect.fail()] = subjectsOf(all, { seed: 1 })
    expect([laws(three).length, laws(three).at(-1)]).toEqual([18, 'validator.agrees'])
  })

  const backtracking = ['a'.repeat(55), `${'a_'.repeat(27)}!`, `${'a'.repeat(5000)}!`, '_'.repeat(5000)]

  test.each([
    ['ClientId', { ClientId: CLIENT, UserPoolId: POOL }],
    ['UserPoolId', { ClientId: CLIENT, UserPoolId: POOL }]
  ] as const)('%s is asked about in every form, beside a good id', async (member, good) => {
    const asked = (validator: IdValidator) => subject({ [member]: validator }).values()
    const values = asked(check).map(memberOf(member))
    expect(values).toEqual(expect.arrayContaining(['', ...backtracking, undefined, null, [good[member]]]))
    const objects = values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
    expect(objects.map(String)).toContain(good[member])
    const [first] = asked(check)
    expect(first).toEqual({ ...good, [member]: values[0] })
    const strings = asked(/x/)
    expect(
      new Set(
        subject({ [member]: /x/ }, 1, 50)
          .values()
          .map(memberOf(member))
          .map((value) => typeof value)
      )
    ).toEqual(new Set(['string']))
    // four other forms, and 50 values of other types
    expect(values.length).toBe(strings.length + 54)
    expect(subject({ [member]: check }, 1, 7).values().length).toBe(values.length + 4)
  })

  test('requests are asked about with what is wrong with either id, and with generated values', () => {
    const values = (runs: number) => subject({ request: check }, 1, runs).values()
    const [few, more] = [values(3), values(8)]
    expect(more.length).toBe(few.length + 10)
    for (const member of ['ClientId', 'UserPoolId']) {
      expect(few.map(memberOf(member))).toEqual(expect.arrayContaining([...backtracking, undefined, null]))
    }
    for (const more of ['NextToken', 'Unknown']) {
      expect(few).toContainEqual({ ClientId: CLIENT, UserPoolId: POOL, [more]: 'a' })
    }
    expect(few[0]).toEqual({ ClientId: memberOf('ClientId')(few[0]), UserPoolId: POOL })
  })

  test('the seed decides the values, each member has its own, and by default there are 1000', () => {
    for (const part of [{ ClientId: check }, { UserPoolId: check }, { request: check }]) {
      const texts = (seed: number): string => JSON.stringify(subject(part, seed).values())
      expect(texts(1)).toBe(texts(1))
      expect(texts(1)).not.toBe(texts(2))
    }
    const others = (seed: number): string =>
      JSON.stringify(
        subject({ ClientId: check }, seed)
          .values()
          .filter((one) => typeof memberOf('ClientId')(one) !== 'string')
      )
    expect(others(1)).not.toBe(others(2))
    const [byDefault = expect.fail()] = subjectsOf({ ClientId: /x/ }, { seed: 1 })
    expect(byDefault.values().length).toBe(subject({ ClientId: /x/ }).values().length + 997)
    const [request = expect.fail()] = subjectsOf({ request: check }, { seed: 1 })
    expect(request.values().length).toBe(subject({ request: check }).values().length + 1994)
  })
})

describe('ask', () => {
  test('an id is taken out of the request, and stands in the answer as in one', async () => {
    const asked: Array<unknown> = []
    const validator = (value: unknown) => {
      asked.push(value)
      return value === 'x' ? right('y') : left({ message: 'no' })
    }
    const { ask } = subject({ UserPoolId: validator })
    expect(await ask({ ClientId: 'a', UserPoolId: 'x' })).toEqual(right({ ClientId: CLIENT, UserPoolId: 'y' }))
    expect(await ask({ ClientId: 'a', UserPoolId: 'z' })).toEqual(left({ message: 'no' }))
    expect(asked).toEqual(['x', 'z'])
  })

  test('a request is given as it is', async () => {
    const { ask } = subject({ request: (value) => right([value]) })
    expect(await ask(7)).toEqual(right([7]))
  })
})

describe('validator.agrees', () => {
  const [, , request] = subjectsOf(all, { seed: 1 })
  const agrees = request?.laws.at(-1) ?? expect.fail('there is no such law')

  test.each([
    [{ ClientId: 'a', UserPoolId: 'b' }, true],
    [{ ClientId: 'a' }, false],
    [{ ClientId: 'a', UserPoolId: 7 }, false],
    ['a', false]
  ])('is asked about %j: %j', (value, applies) => {
    expect(agrees.applies(value)).toBe(applies)
  })

  test.each([
    ['accepted by all', right(1), right(1), true],
    ['refused by all', left({}), left({}), true],
    ['accepted by the ids alone', left({}), right(1), false],
    ['refused by an id alone', right(1), left({}), false],
    ['without an answer of the ids', right(1), undefined, false]
  ])('%s', (_, answer, control, holds) => {
    expect(agrees.holds(answer, {}, control)).toBe(holds)
  })
})
