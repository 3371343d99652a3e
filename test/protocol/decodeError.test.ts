import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK } from '../../src/index.js'
import { clientSecret } from '../../src/generators/index.js'
import { decodeError, errorName, type HttpResponse } from '../../src/protocol/index.js'
import { deepText, givesAway } from '../contract/deepText.js'
import { title } from '../laws/title.js'

const respond = (body: unknown, headers: HttpResponse['headers'] = {}, status = 400): HttpResponse => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body)
})

const nameOf = (response: HttpResponse): string => {
  const error = decodeError(response)
  return error._tag === 'CommonError' ? error.type : error._tag
}

describe('decodeError', () => {
  it('knows nothing of what is no response', () => {
    const unknown = { _tag: 'CommonError', type: 'UnknownError', status: 0 }
    for (const u of [null, undefined, 'x']) expect(decodeError(u as unknown as HttpResponse)).toEqual(unknown)
  })

  it('takes a status that is no number for none', () => {
    const u = { status: '400', headers: {}, body: '{"__type":"X"}' }
    expect(decodeError(u as unknown as HttpResponse)).toEqual({ _tag: 'CommonError', type: 'X', status: 0 })
  })
})

describe('errorName', () => {
  it('takes a long name with a digit for a secret, also where Error stands within it', () => {
    expect(errorName('AnErrorThatIsCalled4Something')).toBeUndefined()
    expect(errorName('SomethingThatIsCalled4AnError')).toBe('SomethingThatIsCalled4AnError')
  })

  it(title('client.errorType.stripped'), () => {
    const table: ReadonlyArray<readonly [raw: unknown, name: string | undefined]> = [
      ['InvalidParameterException', 'InvalidParameterException'],
      ['InvalidParameterException:', 'InvalidParameterException'],
      ['InvalidParameterException:http://internal.amazon.com/coral/', 'InvalidParameterException'],
      ['InvalidParameterException:http://x/#Other', 'InvalidParameterException'],
      ['com.amazonaws.cognito#InvalidParameterException', 'InvalidParameterException'],
      ['a#b#InvalidParameterException:c#d:e', 'InvalidParameterException'],
      ['#InvalidParameterException', 'InvalidParameterException'],
      [' InvalidParameterException ', 'InvalidParameterException'],
      ['CognitoLocal#Unsupported', 'Unsupported'],
      ['aws.cognito.Error', 'aws.cognito.Error'],
      ['x'.repeat(128), 'x'.repeat(128)],
      ['__proto__', '__proto__'],
      ['InvalidParameterCombination', 'InvalidParameterCombination'],
      ['EC2ThrottledException', 'EC2ThrottledException'],
      ['SomethingWithADigit4InItException', 'SomethingWithADigit4InItException'],
      ['E4002', 'E4002'],
      ...[
        '',
        ':',
        '#',
        'a#',
        ':a',
        'two words',
        'x'.repeat(129),
        'Bad-Request',
        '404',
        '404Error',
        'a+b',
        '1ab2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z',
        'ab2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z',
        'a_24_characters_long_one',
        'é',
        '<b>',
        'a\nb',
        'a\r\nSet-Cookie: b',
        'a\0',
        null,
        undefined,
        1,
        {},
        ['a']
      ].map((raw) => [raw, undefined] as const)
    ]
    for (const [raw, name] of table) expect([raw, errorName(raw)]).toEqual([raw, name])
  })

  it('reads no secret that has a digit, unless it ends as names do', () => {
    const secret = clientSecret().filter((s) => /\d/.test(s) && !/(?:Exception|Error)$/.test(s))
    fc.assert(
      fc.property(secret, (s) => {
        for (const raw of [s, `a#${s}`, `${s}:`]) expect(errorName(raw)).toBeUndefined()
      })
    )
  })
})

describe('decodeError', () => {
  const secret = '1ab2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z'

  it('masks a secret that the server shows in its own words', () => {
    const json = JSON.stringify({ ClientSecretValue: secret })
    for (const said of [
      json,
      `{"ClientSecrets":[${json}]}`,
      `echo: ${JSON.stringify(json)}`,
      `ClientSecret=${secret}`
    ]) {
      for (const name of ['message', 'Message', 'reasonCode']) {
        const error = decodeError(respond({ __type: 'InvalidParameterException', [name]: said }))
        expect(deepText(error)).toContain(MASK)
        expect(givesAway(error, secret)).toBe(false)
      }
    }
  })

  it('takes no secret for a name', () => {
    const body = { __type: secret, code: secret, message: 'm' }
    expect(decodeError(respond(body, { 'x-amzn-errortype': secret }))).toStrictEqual({
      _tag: 'CommonError',
      status: 400,
      type: 'UnknownError',
      message: 'm'
    })
  })

  it('leaves a message alone that shows none', () => {
    const messages = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'A client can have 2 secrets: delete one',
        `1 validation error detected: Value '-' at 'clientSecretId' failed to satisfy constraint: Member must have length`,
        'User pool client 1h57kf5cpq17m0eml12example does not exist.'
      )
    )
    fc.assert(
      fc.property(messages, (message) => {
        expect(decodeError(respond({ message }))).toMatchObject({ message })
      })
    )
  })

  it(title('client.errorType.precedence'), () => {
    const body = { __type: 'InTypeException', code: 'InCodeException' }
    expect(nameOf(respond(body, { 'X-Amzn-ErrorType': 'InHeaderException:' }))).toBe('InHeaderException')
    expect(nameOf(respond(body))).toBe('InCodeException')
    expect(nameOf(respond({ __type: 'InTypeException' }))).toBe('InTypeException')
    // a place that holds no name is passed over
    for (const bad of ['', ':', 'two words', 'a\r\nX: y', undefined]) {
      expect(nameOf(respond(body, { 'x-amzn-errortype': bad }))).toBe('InCodeException')
    }
    for (const code of [null, 400, '', '#', {}]) expect(nameOf(respond({ ...body, code }))).toBe('InTypeException')
    expect(nameOf(respond({ Type: 'x', error: 'y' }))).toBe('UnknownError')
  })

  it(title('client.errorMessage.spelling'), () => {
    const __type = 'LimitExceededException'
    const table: ReadonlyArray<readonly [body: object, message: string | undefined]> = [
      [{ message: 'a' }, 'a'],
      [{ Message: 'a' }, 'a'],
      [{ Message: 'b', message: 'a' }, 'a'],
      [{ message: null, Message: 'b' }, 'b'],
      [{ message: 1, Message: 'b' }, 'b'],
      [{ message: '' }, ''],
      [{ MESSAGE: 'a', errorMessage: 'b' }, undefined],
      [{ message: { text: 'a' } }, undefined],
      [{}, undefined]
    ]
    for (const [body, message] of table) {
      expect(decodeError(respond({ __type, ...body }))).toStrictEqual({
        _tag: __type,
        status: 400,
        ...(message === undefined ? {} : { message })
      })
    }
  })

  it(title('client.errors.documented'), () => {
    for (const status of [400, 404, 429, 500, 599]) {
      expect(decodeError(respond({ __type: 'a#ResourceNotFoundException' }, {}, status))).toStrictEqual({
        _tag: 'ResourceNotFoundException',
        status: 400
      })
    }
    expect(decodeError(respond({ __type: 'InternalServerException' }, {}, 400))).toMatchObject({ status: 500 })
    expect(
      decodeError(respond({ __type: 'InvalidParameterException', reasonCode: 'why', message: 'm' }))
    ).toStrictEqual({
      _tag: 'InvalidParameterException',
      status: 400,
      message: 'm',
      reasonCode: 'why'
    })
  })

  it(title('client.errors.open'), () => {
    expect(
      decodeError(respond({ Message: 'm' }, { 'x-amzn-ErrorType': 'MissingAuthenticationTokenException:' }, 403))
    ).toStrictEqual({
      _tag: 'CommonError',
      status: 403,
      type: 'MissingAuthenticationTokenException',
      message: 'm'
    })
    for (const type of [
      '__proto__',
      'constructor',
      'toString',
      'invalidParameterException',
      'InvalidParameterExceptionX'
    ]) {
      expect(decodeError(respond({ __type: type }))).toStrictEqual({ _tag: 'CommonError', status: 400, type })
    }
  })

  it(title('client.total'), () => {
    const bodies = ['', '<html>502</html>', '[]', 'null', '"x"', '{', '\0', '{"__type":"A","__type":"B"}']
    for (const body of bodies) {
      expect(decodeError(respond(body, {}, 502))).toStrictEqual({
        _tag: 'CommonError',
        status: 502,
        type: 'UnknownError'
      })
      expect(nameOf(respond(body, { 'x-amzn-errortype': 'TooManyRequestsException' }))).toBe('TooManyRequestsException')
    }
    expect(decodeError({ status: 500, headers: {}, body: Uint8Array.of(0xff, 0xfe) })).toMatchObject({
      type: 'UnknownError'
    })
  })

  it('reads no body over the limit, and no member that is inherited', () => {
    const body = JSON.stringify({ __type: 'LimitExceededException', message: 'x'.repeat(100) })
    expect(decodeError(respond(body), { maxBodyBytes: 50 })).toMatchObject({ type: 'UnknownError' })
    expect(nameOf(respond('{"__proto__":{"__type":"LimitExceededException"}}'))).toBe('UnknownError')
  })
})
