import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listUserPoolClientSecretsError } from '../../src/generators/index.js'
import { decodeError, decodeResponse, encodeError } from '../../src/protocol/index.js'
import { response } from './messages.js'

const STATUSES = {
  InternalServerException: 500,
  InvalidParameterException: 400,
  LimitExceededException: 400,
  ResourceNotFoundException: 400,
  TooManyRequestsException: 400
} as const

/** Whether node:http can send it. */
const canBeSent = ({ status, headers }: ReturnType<typeof encodeError>): boolean => {
  const server = new ServerResponse(new IncomingMessage(new Socket()))
  server.writeHead(status, headers)
  return true
}

const settings = { seed: 8, numRuns: 2000 } as const

const anyStatus = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      0,
      -0,
      200,
      204,
      399,
      400,
      599,
      600,
      NaN,
      Infinity,
      400.5,
      '400',
      [400],
      1n
    ),
    fc.integer({ min: 300, max: 700 }),
    fc.anything()
  )

const anyError = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.record(
      {
        _tag: fc.oneof(
          fc.constantFrom<unknown>('CommonError', ...Object.keys(STATUSES), '__proto__', 'toString'),
          fc.anything()
        ),
        status: anyStatus(),
        type: fc.oneof(fc.constantFrom<unknown>('AccessDeniedException', 'a#B:c', 'X\r\nY', ''), fc.anything()),
        message: fc.oneof(fc.string(), fc.anything()),
        reasonCode: fc.oneof(fc.string(), fc.anything())
      },
      { requiredKeys: [] }
    ),
    fc.anything()
  )

describe('encodeError', () => {
  it('answers for what is no error that the answer would have broken the contract', () => {
    // a list of one name is no name, though it looks like one as a key
    for (const u of [null, {}, { _tag: 'X' }, { _tag: ['LimitExceededException'], message: 'x' }]) {
      expect(encodeError(u as never)).toEqual({
        status: 500,
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': 'InternalServerException' },
        body: '{"__type":"InternalServerException","message":"The answer would have broken the contract of ListUserPoolClientSecrets"}'
      })
    }
  })

  it('returns, for every value, an answer that can be sent and that a client reads as an error', () => {
    fc.assert(
      fc.property(anyError(), (error) => {
        const answer = encodeError(error as never)
        expect(canBeSent(answer)).toBe(true)
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.status).toBeLessThanOrEqual(599)
        expect(decodeResponse(answer)).toMatchObject({
          _tag: 'Left',
          left: { _tag: expect.not.stringMatching('ContractViolation') }
        })
      }),
      settings
    )
  })

  it.each(Object.entries(STATUSES))('%s leaves with HTTP status %i, whatever status it carries', (_tag, status) => {
    fc.assert(
      fc.property(anyStatus(), (carried) => {
        expect(encodeError({ _tag, status: carried } as never).status).toBe(status)
      }),
      { ...settings, numRuns: 200 }
    )
  })

  it.each([
    [400, 400],
    [404, 404],
    [413, 413],
    [599, 599],
    [399, 500],
    [600, 500],
    [0, 500],
    [200, 500],
    [NaN, 500],
    [400.5, 500],
    ['404', 500],
    [undefined, 500]
  ])('a common error with status %j leaves with %i', (status, expected) => {
    const answer = encodeError({ _tag: 'CommonError', type: 'AccessDeniedException', status } as never)
    expect(answer.status).toBe(expected)
    expect(answer.headers['x-amzn-errortype']).toBe('AccessDeniedException')
  })

  it('passes on what decodeError read from any answer, successes included', () => {
    const messages = response(
      ['{"__type":"TooManyRequestsException","message":"Rate exceeded"}', '{"ClientSecrets":[]}', '<html>', ''],
      ['InternalServerException', 'a b', 'X\r\n']
    )
    fc.assert(
      fc.property(messages, (message) => {
        const error = decodeError(message)
        const answer = encodeError(error)
        expect(canBeSent(answer)).toBe(true)
        expect(decodeError(answer)).toEqual({ ...error, status: answer.status })
      }),
      settings
    )
  })

  it('is read back as the same error', () => {
    fc.assert(
      fc.property(listUserPoolClientSecretsError(), (error) => {
        expect(decodeError(encodeError(error))).toEqual(error)
      }),
      settings
    )
  })
})
