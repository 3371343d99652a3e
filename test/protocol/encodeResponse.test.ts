import * as fc from 'fast-check'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ListUserPoolClientSecretsError } from '../../src/index.js'
import { listUserPoolClientSecretsError, listUserPoolClientSecretsResponse } from '../../src/generators/index.js'
import { decodeResponse, encodeError, encodeResponse } from '../../src/protocol/index.js'
import { PLANTED } from '../contract/arbitraries.js'
import { givesAway } from '../contract/deepText.js'
import { title } from '../laws/title.js'

const headers = { 'content-type': 'application/x-amz-json-1.1' }

describe('encodeResponse', () => {
  it('is read back as what it was made of', () => {
    fc.assert(
      fc.property(listUserPoolClientSecretsResponse(), (value) => {
        expect(decodeResponse(encodeResponse(right(value)))).toEqual(right(value))
      })
    )
    fc.assert(
      fc.property(listUserPoolClientSecretsError(), (error) => {
        expect(decodeResponse(encodeResponse(left(error)))).toEqual(left(error))
      })
    )
  })

  it(title('response.status.ok'), () => {
    expect(encodeResponse(right({ ClientSecrets: [] }))).toEqual({ status: 200, headers, body: '{"ClientSecrets":[]}' })
  })

  it(title('response.clientSecretCreateDate.noExponent'), () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (ClientSecretCreateDate) => {
        const { body } = encodeResponse(right({ ClientSecrets: [{ ClientSecretCreateDate }] }))
        expect(body).toMatch(/^\{"ClientSecrets":\[\{"ClientSecretCreateDate":-?\d+(?:\.\d{1,3})?\}\]\}$/)
      })
    )
  })

  it(title('response.members.documented'), () => {
    const stored = { ClientSecretId: 'a--1', Other: PLANTED }
    const more = { ClientSecrets: [stored], NextToken: null, Debug: PLANTED }
    const answer = encodeResponse(right(more as never))
    expect(answer.body).toBe('{"ClientSecrets":[{"ClientSecretId":"a--1"}]}')
  })

  it('a success that breaks the contract leaves as an InternalServerException that gives nothing away', () => {
    const broken: ReadonlyArray<unknown> = [
      { ClientSecrets: [{}, {}, {}] },
      { ClientSecrets: [{ ClientSecretValue: PLANTED }] },
      { ClientSecrets: [{ ClientSecretCreateDate: new Date(NaN) }] },
      { ClientSecrets: [{ ClientSecretCreateDate: 1785000000 }] },
      { ClientSecrets: [{ ClientSecretId: '' }] },
      { ClientSecrets: [PLANTED] },
      { ClientSecrets: PLANTED },
      {},
      null,
      undefined,
      PLANTED
    ]
    for (const u of broken) {
      const answer = encodeResponse(right(u as never))
      expect(answer).toMatchObject({ status: 500, headers: { 'x-amzn-errortype': 'InternalServerException' } })
      expect(givesAway(answer, PLANTED)).toBe(false)
    }
  })
})

describe('encodeResponse, of what changes while it is read', () => {
  /** What each reading in turn is told. */
  const telling = (...values: ReadonlyArray<unknown>): (() => unknown) => {
    let n = 0
    return () => values[Math.min(n++, values.length - 1)]
  }
  const changing: ReadonlyArray<readonly [what: string, member: string, get: () => unknown, leaves: string]> = [
    ['an id that becomes too long', 'ClientSecretId', telling('a', 'a'.repeat(129)), '"a"'],
    ['an id that becomes something else', 'ClientSecretId', telling('a', { toJSON: () => PLANTED }), '"a"'],
    ['a date that becomes none', 'ClientSecretCreateDate', telling(new Date(0), { toJSON: () => PLANTED }), '0'],
    ['a date that becomes invalid', 'ClientSecretCreateDate', telling(new Date(0), new Date(NaN)), '0']
  ]

  it.each(changing)('%s leaves as it was when it was checked', (_, member, get, leaves) => {
    const descriptor = Object.defineProperty({}, member, { get, enumerable: true })
    const answer = encodeResponse(right({ ClientSecrets: [descriptor] }))
    expect(answer).toEqual({ status: 200, headers, body: `{"ClientSecrets":[{"${member}":${leaves}}]}` })
  })

  it.each([
    ['an id', 'ClientSecretId', telling({ toJSON: () => PLANTED }, 'a')],
    ['a date', 'ClientSecretCreateDate', telling({ toJSON: () => PLANTED }, new Date(0))]
  ])('%s that becomes good after it was checked is refused', (_, member, get) => {
    const descriptor = Object.defineProperty({}, member, { get, enumerable: true })
    const answer = encodeResponse(right({ ClientSecrets: [descriptor] }))
    expect(answer.status).toBe(500)
    expect(givesAway(answer, PLANTED)).toBe(false)
  })

  it('a secret that turns up later stays behind', () => {
    const descriptor = Object.defineProperty({ ClientSecretId: 'a' }, 'ClientSecretValue', {
      get: telling(undefined, PLANTED),
      enumerable: true
    })
    const answer = encodeResponse(right({ ClientSecrets: [descriptor as never] }))
    expect(answer).toEqual({ status: 200, headers, body: '{"ClientSecrets":[{"ClientSecretId":"a"}]}' })
  })

  it('a list that grows leaves as it was when it was checked', () => {
    const result = Object.defineProperty({}, 'ClientSecrets', { get: telling([{}], [{}, {}, {}]), enumerable: true })
    expect(encodeResponse(right(result as never)).body).toBe('{"ClientSecrets":[{}]}')
  })
})

describe('encodeError', () => {
  const errors: ReadonlyArray<readonly [ListUserPoolClientSecretsError, object]> = [
    [{ _tag: 'InternalServerException', status: 500 }, {}],
    [
      { _tag: 'InvalidParameterException', status: 400, message: 'm', reasonCode: 'r' },
      { message: 'm', reasonCode: 'r' }
    ],
    [{ _tag: 'LimitExceededException', status: 400, message: '' }, { message: '' }],
    [{ _tag: 'ResourceNotFoundException', status: 400, message: 'é😀\ud800"\n' }, { message: 'é😀\ud800"\n' }],
    [{ _tag: 'TooManyRequestsException', status: 400, message: 'Rate exceeded' }, { message: 'Rate exceeded' }],
    [{ _tag: 'CommonError', status: 403, type: 'AccessDeniedException', message: 'm' }, { message: 'm' }]
  ]

  it.each(errors)('%j has its name in header and body, and its message', (error, rest) => {
    const name = error._tag === 'CommonError' ? error.type : error._tag
    const answer = encodeError(error)
    expect(answer.status).toBe(error.status)
    expect(answer.headers).toEqual({ ...headers, 'x-amzn-errortype': name })
    expect(JSON.parse(String(answer.body))).toEqual({ __type: name, ...rest })
  })

  it('sends no member that the error does not document', () => {
    const error = {
      _tag: 'InvalidParameterException',
      status: 400,
      message: 'm',
      violations: [{ path: [PLANTED] }]
    } as const
    expect(encodeError(error).body).toBe('{"__type":"InvalidParameterException","message":"m"}')
  })

  it('has for a name what a client reads as one', () => {
    const names: ReadonlyArray<readonly [type: unknown, name: string]> = [
      ['AccessDeniedException', 'AccessDeniedException'],
      ['com.example#Denied:', 'Denied'],
      ['X\r\nSet-Cookie: a=b', 'UnknownError'],
      ['X\r\nSet-Cookie', 'UnknownError'],
      ['two words', 'UnknownError'],
      ['', 'UnknownError'],
      [PLANTED, 'UnknownError'],
      [undefined, 'UnknownError'],
      [{ toString: () => PLANTED }, 'UnknownError']
    ]
    for (const [type, name] of names) {
      const answer = encodeError({ _tag: 'CommonError', status: 400, type: type as never })
      expect(answer.headers['x-amzn-errortype']).toBe(name)
      expect(answer.body).toBe(`{"__type":"${name}"}`)
    }
  })

  it('leaves out a message that is no text', () => {
    for (const message of [1n, 1, null, Symbol(PLANTED), { ClientSecretValue: PLANTED }, { toJSON: () => 1n }]) {
      for (const _tag of ['ResourceNotFoundException', 'CommonError'] as const) {
        const answer = encodeError({ _tag, type: 'X', status: 400, message } as never)
        expect(answer.body).toBe(`{"__type":"${_tag === 'CommonError' ? 'X' : _tag}"}`)
      }
    }
  })

  it('answers what is no error with an InternalServerException', () => {
    const thrower = new Proxy(
      {},
      {
        get: () => {
          throw new Error(PLANTED)
        }
      }
    )
    for (const error of [undefined, null, {}, 7, { _tag: 'Other', status: 400 }, { _tag: '__proto__' }, thrower]) {
      for (const answer of [encodeError(error as never), encodeResponse(left(error as never))]) {
        expect(answer).toMatchObject({ status: 500, headers: { 'x-amzn-errortype': 'InternalServerException' } })
        expect(givesAway(answer, PLANTED)).toBe(false)
      }
    }
    for (const result of [undefined, null, {}, thrower]) expect(encodeResponse(result as never).status).toBe(500)
  })
})
