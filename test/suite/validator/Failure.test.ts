/**
 * A value that shows a clause broken: weighed, made short, and in words.
 */
import { describe, expect, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import { left, right } from '../../../src/contract/Either.js'
import type { ValidatorAnswer } from '../../../src/laws/validator/Validator.js'
import { describeFailure, type Failure, minimise, weigh } from '../../../src/suite/validator/Failure.js'
import { decodeValidatorReplay } from '../../../src/suite/validator/validatorReplay.js'

const POOL = 'us-east-1_Example12'
const CLIENT = '1h57kf5cpq17m0eml12example'

const refused: ValidatorAnswer = left({})
const accepted: ValidatorAnswer = right(undefined)

const failure = (
  shown: Failure['subject']['shown'],
  value: unknown,
  answer: ValidatorAnswer = accepted,
  clause: ClauseId = 'validator.total'
): Failure => ({
  law: { clause, applies: () => true, holds: () => false },
  subject: { shown, values: () => [], ask: () => Promise.resolve(answer), laws: [] },
  value,
  answer
})

describe('weigh', () => {
  test('counts what is wrong with the ids, and gives the value as text', () => {
    expect(weigh(failure('request', { ClientId: '-', UserPoolId: '' }))).toEqual({
      faults: 3,
      text: '{"ClientId":"-","UserPoolId":""}'
    })
    expect(weigh(failure('request', undefined))).toEqual({ faults: 2, text: 'undefined' })
    expect(weigh(failure('request', 1n))).toEqual({ faults: 2, text: 'a value that JSON cannot hold' })
  })
})

describe('minimise', () => {
  /** The smallest value, and every ClientId that was tried. */
  const smallest = async (value: object, isBroken: (text: string) => boolean, member = 'ClientId') => {
    const tried: Array<unknown> = []
    const found = await minimise(failure('request', value), (other) => {
      const text: unknown = Reflect.get(Object(other), member)
      tried.push(text)
      return Promise.resolve(typeof text === 'string' && isBroken(text) ? left({ message: text }) : 'no')
    })
    return { found, tried }
  }

  test.each([
    ['what does not show it is left out', 'xxx-yyy', (text: string) => text.includes('-'), '-'],
    ['what only has to be there becomes a', 'x-yz', (text: string) => text.includes('-') && text.length > 2, '-aa'],
    ['a pair of surrogates is one character', '😀-', (text: string) => text.length > 1 && text.includes('-'), 'a-'],
    ['nothing may be left', '-', () => true, '']
  ])('%s', async (_, ClientId, isBroken, shortest) => {
    const { found } = await smallest({ ClientId, UserPoolId: POOL, more: 1 }, isBroken)
    expect(found.value).toEqual({ ClientId: shortest, UserPoolId: POOL, more: 1 })
    expect(found.answer).toEqual(left({ message: shortest }))
  })

  test('both ids are made short, each beside the shortest of the other', async () => {
    const { found } = await smallest({ ClientId: 'ab', UserPoolId: 'xyz' }, () => true, 'UserPoolId')
    expect(found.value).toEqual({ ClientId: '', UserPoolId: '' })
  })

  test('an a is as plain as can be, and is not tried again', async () => {
    const { found, tried } = await smallest({ ClientId: 'aba', UserPoolId: POOL }, (text) => text.length > 2)
    expect(found.value).toEqual({ ClientId: 'aaa', UserPoolId: POOL })
    expect(tried.filter((text) => text === 'aba')).toEqual([])
    expect(tried.filter((text) => text === 'aaa')).toHaveLength(1)
  })

  test('a good id as it is in every value, and what is no text, are left as they are', async () => {
    const { found, tried } = await smallest({ ClientId: CLIENT, UserPoolId: 7 }, () => true)
    expect(found.value).toEqual({ ClientId: CLIENT, UserPoolId: 7 })
    expect(tried).toEqual([])
  })

  test('what nothing smaller shows stays as it was found', async () => {
    const first = failure('request', { ClientId: 'b-', UserPoolId: POOL }, refused)
    expect(await minimise(first, () => Promise.resolve('no'))).toBe(first)
  })
})

describe('describeFailure', () => {
  const ids = (ClientId: unknown, UserPoolId: unknown = POOL): object => ({ ClientId, UserPoolId })

  test.each<readonly [string, Failure, string, string, string, string | undefined]>([
    [
      'an id that is wrongly accepted',
      failure('ClientId', ids('a-'), accepted, 'request.clientId.pattern'),
      'ClientId of 2 characters',
      'refused',
      'accepted',
      '"a-"'
    ],
    [
      'an id that is wrongly refused, with a reason',
      failure('UserPoolId', ids('x', 'a'), left({ message: 'not "that"' }), 'request.userPoolId.accepted'),
      'UserPoolId of 1 character',
      'accepted',
      'refused, saying "not \\"that\\""',
      '"a"'
    ],
    [
      'characters beyond the first plane',
      failure('ClientId', ids('😀😀'), refused, 'request.clientId.pattern'),
      'ClientId of 2 characters',
      'refused',
      'refused',
      '"😀😀"'
    ],
    [
      'a good request that is refused for what it has besides',
      failure('request', { ...ids(CLIENT), X: 1 }, refused, 'request.unknownMembers.ignored'),
      'request of 82 characters',
      'accepted',
      'refused',
      `{"ClientId":"${CLIENT}","UserPoolId":"${POOL}","X":1}`
    ],
    [
      'answers that differ',
      failure('request', ids('a'), accepted, 'validator.agrees'),
      'request of 51 characters',
      'the same answer from ClientId, UserPoolId and request',
      'accepted',
      `{"ClientId":"a","UserPoolId":"${POOL}"}`
    ],
    [
      'a refusal in other words',
      failure('request', {}, left({ message: 'no' }), 'error.invalidParameter.wording'),
      'request of 2 characters',
      "a refusal in Cognito's words",
      'refused, saying "no"',
      '{}'
    ],
    [
      'a refusal that names too little',
      failure('request', ids('-', ''), left({ violations: [] }), 'validator.allViolations'),
      'request of 32 characters',
      'a refusal that names 3 violations',
      'refused',
      '{"ClientId":"-","UserPoolId":""}'
    ]
  ])('%s', (_, found, about, expected, received, value) => {
    const { replay, ...rest } = describeFailure(found, 0)
    expect(rest).toEqual({ probe: `examples and generated values (${about})`, expected, received, value })
    expect(decodeValidatorReplay(replay ?? '')).toEqual(
      right({ clause: found.law.clause, shown: found.subject.shown, value: found.value })
    )
  })

  test('silence is told with the time that was waited', () => {
    const { replay: _, ...rest } = describeFailure({ ...failure('ClientId', ids('a-b')), answer: undefined }, 50)
    expect(rest).toEqual({
      probe: 'examples and generated values (ClientId of 3 characters)',
      expected: 'an answer',
      received:
        'did not answer within 50 ms for a value of length 3; the usual cause is a regular expression that backtracks',
      value: '"a-b"'
    })
  })

  test('a value that JSON cannot hold has no replay', () => {
    expect(describeFailure(failure('ClientId', ids(undefined), accepted, 'request.clientId.required'), 0)).toEqual({
      probe: 'examples and generated values (ClientId of 9 characters)',
      expected: 'refused',
      received: 'accepted',
      value: 'undefined'
    })
    expect(Object.keys(describeFailure(failure('request', ids(1n)), 0))).not.toContain('replay')
  })
})
