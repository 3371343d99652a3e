/**
 * Messages with headers as fetch and as Node give them.
 */
import { describe, expect, it } from 'vitest'
import { decodeError, decodeRequest, decodeResponse, header } from '../../src/protocol/index.js'
import { HEADERS, IDS, post } from './messages.js'

const BODY = JSON.stringify(IDS)

const ERROR = { status: 400, body: '{"message":"m"}' } as const

describe('the headers of a message', () => {
  it('may be a fetch Headers object', () => {
    const headers = new Headers(HEADERS)
    expect(header(headers, 'content-type')).toBe('application/x-amz-json-1.1')
    expect(header(headers, 'x-none')).toBeUndefined()
    expect(decodeRequest({ ...post(BODY), headers })).toEqual({ _tag: 'Right', right: IDS })
    expect(decodeRequest({ ...post(BODY), headers: new Headers() })).toMatchObject({
      left: { type: 'UnknownOperationException' }
    })
    const named = new Headers({ 'X-Amzn-ErrorType': 'LimitExceededException:' })
    expect(decodeError({ ...ERROR, headers: named })._tag).toBe('LimitExceededException')
    expect(decodeResponse({ ...ERROR, headers: named })).toMatchObject({ left: { _tag: 'LimitExceededException' } })
  })

  it('may be what Node gives: lower case, and lists where a header came twice', () => {
    const headers = { ...HEADERS, 'set-cookie': ['a=b', 'c=d'], 'x-absent': undefined }
    expect(decodeRequest(post(BODY, headers))).toEqual({ _tag: 'Right', right: IDS })
  })

  it('may hold a header that is called get', () => {
    expect(header({ get: 'x', 'content-type': 'y' }, 'content-type')).toBe('y')
    expect(header({ get: 'x' }, 'get')).toBe('x')
  })
})

describe('what somebody put on Object.prototype', () => {
  const pollute = (name: string, value: unknown, run: () => void): void => {
    try {
      Reflect.defineProperty(Object.prototype, name, { value, configurable: true, writable: true })
      run()
    } finally {
      Reflect.deleteProperty(Object.prototype, name)
    }
  }

  it.each([
    ['maxBodyBytes', 1],
    ['names', 2],
    ['x-amzn-errortype', 'LimitExceededException'],
    ['__type', 'LimitExceededException'],
    ['code', 'LimitExceededException']
  ])('%s changes nothing', (name, value) => {
    pollute(name, value, () => {
      expect(decodeRequest(post(BODY))).toEqual({ _tag: 'Right', right: IDS })
      expect(decodeRequest(post(BODY), {})).toEqual({ _tag: 'Right', right: IDS })
      expect(decodeError({ ...ERROR, headers: {} })).toEqual({
        _tag: 'CommonError',
        status: 400,
        type: 'UnknownError',
        message: 'm'
      })
    })
  })
})

describe('the limit of a body', () => {
  it('is said in bytes', () => {
    expect(decodeRequest(post(BODY), { maxBodyBytes: BODY.length })).toMatchObject({ _tag: 'Right' })
    expect(decodeRequest(post(BODY), { maxBodyBytes: 7 })).toEqual({
      _tag: 'Left',
      left: {
        _tag: 'CommonError',
        status: 413,
        type: 'RequestEntityTooLargeException',
        message: 'The body is larger than 7 bytes'
      }
    })
  })
})
