/**
 * The operations that set the scene: what is read of an answer of the target, or of fixtures.
 */
import { describe, expect, test } from 'vitest'
import { parseResponse } from '../../../../src/laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../../../src/protocol/index.js'
import type { Outcome } from '../../../../src/suite/server/target/Connection.js'
import { callFixtures, callTarget, type SceneAnswer } from '../../../../src/suite/server/target/sceneCalls.js'
import { json, refusal } from '../../../node/support/handlers.js'

describe('of the target', () => {
  const answered = (outcome: Outcome): Promise<SceneAnswer> =>
    callTarget(() => Promise.resolve({ outcome, throttled: false }), 'CreateUserPool', {})

  const responded = (response: HttpResponse): Promise<SceneAnswer> =>
    answered({ response, answer: parseResponse(response) })

  test('the request is sent with three times the patience', async () => {
    const calls: Array<ReadonlyArray<unknown>> = []
    await callTarget(
      (...call) => {
        calls.push(call)
        return Promise.resolve({ outcome: { failure: 'no' }, throttled: false })
      },
      'CreateUserPool',
      { PoolName: 'p' }
    )
    expect(calls).toEqual([
      [
        {
          method: 'POST',
          path: '/',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'AWSCognitoIdentityProviderService.CreateUserPool'
          },
          body: '{"PoolName":"p"}'
        },
        3,
        expect.any(Function)
      ]
    ])
  })

  test.each([
    ['a server error', refusal('InternalServerException', 'no', 500), true],
    ['throttling', refusal('TooManyRequestsException', 'slow'), undefined]
  ])('an answer after %s says whether the call may have been carried out before', async (_, first, isUnsure) => {
    const answer = await callTarget(
      (_request, _patience, attempted) => {
        attempted?.({ response: first, answer: parseResponse(first) })
        return Promise.resolve({ outcome: { failure: 'no' }, throttled: false })
      },
      'AddUserPoolClientSecret',
      {}
    )
    expect(answer.isUnsure).toBe(isUnsure)
  })

  test.each<readonly [HttpResponse, SceneAnswer]>([
    [json(200, { a: 1 }), { status: 200, body: { a: 1 }, problem: undefined }],
    [
      { status: 204, headers: {}, body: '' },
      { status: 204, body: {}, problem: undefined }
    ],
    [json(299, {}), { status: 299, body: {}, problem: undefined }],
    [json(300, {}), { status: 300, body: {}, problem: 'an unnamed error, HTTP 300' }],
    [json(199, {}), { status: 199, body: {}, problem: 'an unnamed error, HTTP 199' }],
    [
      refusal('LimitExceededException', 'no'),
      {
        status: 400,
        body: { __type: 'LimitExceededException', message: 'no' },
        problem: 'LimitExceededException, HTTP 400'
      }
    ],
    [
      json(200, {}, { date: 'Fri, 27 Nov 2026 12:00:00 GMT' }),
      { status: 200, body: {}, problem: undefined, date: 1_795_780_800 }
    ],
    [json(200, {}, { date: 'today' }), { status: 200, body: {}, problem: undefined }],
    [
      { status: 200, headers: { 'content-encoding': 'br' }, body: '\u001f' },
      { status: 200, body: {}, problem: undefined, isHidden: true }
    ]
  ])('%j', async (response, expected) => {
    expect(await responded(response)).toEqual(expected)
  })

  test('a failure is its problem', async () => {
    expect(await answered({ failure: 'socket hang up' })).toEqual({ status: 0, body: {}, problem: 'socket hang up' })
  })
})

describe('of fixtures', () => {
  const made = (value: unknown, operation = 'AddUserPoolClientSecret'): Promise<SceneAnswer> =>
    callFixtures(() => Promise.resolve(value as object), 1000, operation, {})

  test('the operation and a copy of its input are handed over', async () => {
    const calls: Array<ReadonlyArray<unknown>> = []
    const input = { ClientId: 'c' }
    await callFixtures(
      (...call) => {
        calls.push(call)
        return Promise.resolve({})
      },
      1000,
      'DeleteUserPool',
      input
    )
    expect(calls).toEqual([['DeleteUserPool', { ClientId: 'c' }]])
    expect(calls[0]?.[1]).not.toBe(input)
  })

  test('what they made is read as JSON carries it', async () => {
    const expected = { status: 200, body: { at: '1970-01-01T00:00:00.000Z' }, problem: undefined }
    expect(await made({ at: new Date(0), left: undefined })).toEqual(expected)
  })

  test.each([undefined, null, {}])('%j is enough where nothing is read of it', async (value) => {
    expect(await made(value)).toEqual({ status: 200, body: {}, problem: undefined })
  })

  test.each<readonly [string, unknown, string | undefined]>([
    ['CreateUserPool', { UserPool: { Id: 'p' } }, undefined],
    ['CreateUserPool', undefined, 'the fixture returned undefined; expected { UserPool: { Id } }'],
    ['CreateUserPool', null, 'the fixture returned null; expected { UserPool: { Id } }'],
    ['CreateUserPool', { UserPool: { Id: 7 } }, 'the fixture returned another value; expected { UserPool: { Id } }'],
    ['CreateUserPoolClient', { UserPoolClient: { ClientId: 'c' } }, undefined],
    [
      'CreateUserPoolClient',
      { UserPoolClient: { Id: 'c' } },
      'the fixture returned another value; expected { UserPoolClient: { ClientId } }'
    ]
  ])('%s: what is made of %j has the problem %s', async (operation, value, problem) => {
    expect((await made(value, operation)).problem).toBe(problem)
  })

  test.each<readonly [string, () => Promise<object>, string]>([
    ['an error', () => Promise.reject(new RangeError('no room')), 'RangeError: no room'],
    [
      'at once',
      () => {
        throw new Error('no')
      },
      'Error: no'
    ],
    ['what is no Error', () => Promise.reject('no' as never), 'it threw'],
    ['too late', () => new Promise(() => undefined), 'Error: no complete answer within 15 ms']
  ])('what they throw is the problem: %s', async (_, make, problem) => {
    expect(await callFixtures(make, 5, 'CreateUserPool', {})).toEqual({ status: 0, body: {}, problem })
  })
})
