import * as fc from 'fast-check'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ListUserPoolClientSecretsError } from '../../src/index.js'
import {
  type Cases,
  decodeResponse,
  fold,
  type HttpResponse,
  type ListUserPoolClientSecretsFailure
} from '../../src/protocol/index.js'
import { title } from '../laws/title.js'
import { utf8 } from './messages.js'

const ok = (body: HttpResponse['body']): HttpResponse => ({ status: 200, headers: {}, body })

const violation = (status: number, message: string): unknown =>
  left({ _tag: 'ContractViolation', status, message, violations: expect.any(Array) })

describe('decodeResponse', () => {
  it(title('client.createDate.exact'), () => {
    const table: ReadonlyArray<readonly [lexeme: string, iso: string]> = [
      ['1785000000', '2026-07-25T17:20:00.000Z'],
      ['1785000000.0', '2026-07-25T17:20:00.000Z'],
      ['1785000000.001', '2026-07-25T17:20:00.001Z'],
      ['1785000000.123', '2026-07-25T17:20:00.123Z'],
      ['1785000000.1234', '2026-07-25T17:20:00.123Z'],
      ['1.785E9', '2026-07-25T17:20:00.000Z'],
      ['1.785000000123e+9', '2026-07-25T17:20:00.123Z'],
      ['1785000000123E-3', '2026-07-25T17:20:00.123Z'],
      ['0', '1970-01-01T00:00:00.000Z'],
      ['-0.001', '1969-12-31T23:59:59.999Z']
    ]
    for (const [lexeme, iso] of table) {
      const expected = right({ ClientSecrets: [{ ClientSecretCreateDate: new Date(iso) }] })
      expect(decodeResponse(ok(`{"ClientSecrets":[{"ClientSecretCreateDate":${lexeme}}]}`))).toEqual(expected)
    }
  })

  it(title('response.status.ok'), () => {
    for (const status of [100, 201, 202, 204, 206, 301, 302, 304, 399, 600, 0, -1, NaN, 200.5]) {
      const decoded = decodeResponse({ status, headers: {}, body: '{"ClientSecrets":[]}' })
      expect(decoded).toEqual(violation(status, `A success has HTTP status 200, not ${status}`))
    }
    for (const status of [400, 404, 429, 500, 599]) {
      const decoded = decodeResponse({ status, headers: {}, body: '{"ClientSecrets":[]}' })
      expect(isLeft(decoded) && decoded.left._tag).toBe('CommonError')
    }
  })

  it('says no more than that it cannot be read, of what is no response', () => {
    const unreadable = left({
      _tag: 'ContractViolation',
      status: 0,
      message: 'The answer cannot be read',
      violations: []
    })
    const throwing = {
      get status(): number {
        throw new Error('secret')
      }
    }
    for (const u of [null, undefined, {}, { ...ok('{}'), status: '200' }, throwing]) {
      expect(decodeResponse(u as HttpResponse)).toEqual(unreadable)
    }
  })

  it('has no violations where the body was not looked at, and says all of them otherwise', () => {
    const other = decodeResponse({ ...ok('{}'), status: 201 })
    expect(isLeft(other) && other.left).toMatchObject({ violations: [] })
    const two = decodeResponse(ok('{"ClientSecrets":[{"ClientSecretId":1},1]}'))
    expect(isLeft(two) && two.left).toMatchObject({
      message:
        "Value at 'clientSecrets.1.member.clientSecretId' failed to satisfy constraint: Member must be of type string; Value at 'clientSecrets.2.member' failed to satisfy constraint: Member must be of type object",
      violations: [{ constraint: 'type' }, { constraint: 'type' }]
    })
  })

  it(title('response.body.object'), () => {
    expect(decodeResponse(ok('<html>'))).toEqual(violation(200, 'The body is not JSON'))
    expect(decodeResponse(ok('{"ClientSecrets":['))).toEqual(violation(200, 'The body is not JSON'))
    expect(decodeResponse(ok('[]'))).toEqual(violation(200, 'The body is not an object'))
    expect(decodeResponse(ok(Uint8Array.of(0x22, 0xff, 0x22)))).toEqual(violation(200, 'The body is not UTF-8'))
    expect(decodeResponse(ok('{"ClientSecrets":[]}'), { maxBodyBytes: 19 })).toEqual(
      violation(200, 'The body is too large')
    )
    expect(decodeResponse(ok('{"ClientSecrets":[]}'), { maxBodyBytes: 20 })).toEqual(right({ ClientSecrets: [] }))
    expect(decodeResponse(ok(utf8('\uFEFF{"ClientSecrets":[]}')))).toEqual(right({ ClientSecrets: [] }))
  })

  it(title('response.names.unique'), () => {
    expect(decodeResponse(ok('{"ClientSecrets":[],"ClientSecrets":[{}]}'))).toEqual(
      violation(200, 'The body is a name twice')
    )
  })

  it(title('response.secretValue.absent'), () => {
    expect(decodeResponse(ok('{"ClientSecrets":[{},{"ClientSecretValue":"x"}]}'))).toEqual(
      left({
        _tag: 'ContractViolation',
        status: 200,
        message:
          "Value at 'clientSecrets.2.member.clientSecretValue' failed to satisfy constraint: Member must be null",
        violations: [{ path: ['ClientSecrets', 1, 'ClientSecretValue'], constraint: 'absent' }]
      })
    )
  })

  it(title('response.clientSecrets.present'), () => {
    for (const body of ['', '{}', '{"ClientSecrets":null}']) {
      expect(decodeResponse(ok(body))).toEqual(
        violation(200, "Value null at 'clientSecrets' failed to satisfy constraint: Member must not be null")
      )
    }
  })

  it('does not ask a success for a content type, nor an error', () => {
    const body = '{"ClientSecrets":[]}'
    for (const type of [undefined, 'text/html', 'application/x-amz-json-1.0']) {
      expect(decodeResponse({ status: 200, headers: { 'content-type': type }, body })).toEqual(
        right({ ClientSecrets: [] })
      )
    }
  })
})

describe('fold', () => {
  const cases: Cases<string> = {
    success: ({ ClientSecrets }) => `success ${ClientSecrets.length}`,
    InternalServerException: ({ _tag }) => _tag,
    InvalidParameterException: ({ _tag }) => _tag,
    LimitExceededException: ({ _tag }) => _tag,
    ResourceNotFoundException: ({ _tag }) => _tag,
    TooManyRequestsException: ({ _tag }) => _tag,
    CommonError: ({ _tag, type }) => `${_tag} ${type}`,
    ContractViolation: ({ _tag, violations }) => `${_tag} ${violations.length}`
  }

  const failures: ReadonlyArray<readonly [ListUserPoolClientSecretsFailure, string]> = [
    ...(
      [
        'InvalidParameterException',
        'LimitExceededException',
        'ResourceNotFoundException',
        'TooManyRequestsException'
      ] as const
    ).map((_tag): readonly [ListUserPoolClientSecretsError, string] => [{ _tag, status: 400 }, _tag]),
    [{ _tag: 'InternalServerException', status: 500 }, 'InternalServerException'],
    [{ _tag: 'CommonError', status: 400, type: 'X' }, 'CommonError X'],
    [{ _tag: 'ContractViolation', status: 200, message: '', violations: [] }, 'ContractViolation 0']
  ]

  it('has one function for each case, and calls no other', () => {
    expect(fold(cases)(right({ ClientSecrets: [{}] }))).toBe('success 1')
    for (const [failure, expected] of failures) expect(fold(cases)(left(failure))).toBe(expected)
    expect(new Set(failures.map(([{ _tag }]) => _tag)).size).toBe(7)
  })

  it('returns what the function returns, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (u) => {
        const constant: Cases<unknown> = { ...cases, success: () => u }
        expect(fold(constant)(right({ ClientSecrets: [] }))).toBe(u)
      })
    )
  })
})
