import * as fc from 'fast-check'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { listUserPoolClientSecretsRequest } from '../../src/generators/index.js'
import {
  CONTENT_TYPE,
  decodeInput,
  decodeOperation,
  decodeRequest,
  type HttpRequest,
  MAX_BODY_BYTES,
  TARGET_PREFIX
} from '../../src/protocol/index.js'
import { title } from '../laws/title.js'
import { HEADERS, IDS, post, utf8 } from './messages.js'

const BODY = JSON.stringify(IDS)

const errorOf = (request: HttpRequest): string => {
  const decoded = decodeRequest(request)
  if (!isLeft(decoded)) return 'none'
  return decoded.left._tag === 'CommonError' ? decoded.left.type : decoded.left._tag
}

describe('decodeRequest', () => {
  it('reads every good request, from text and from bytes', () => {
    fc.assert(
      fc.property(listUserPoolClientSecretsRequest(), (request) => {
        const text = JSON.stringify(request)
        expect(decodeRequest(post(text))).toEqual(right(request))
        expect(decodeRequest(post(utf8(text)))).toEqual(right(request))
      })
    )
  })

  it(title('request.headers.caseInsensitive'), () => {
    fc.assert(
      fc.property(
        fc.mixedCase(fc.constant('content-type')),
        fc.mixedCase(fc.constant('x-amz-target')),
        (type, target) => {
          expect(decodeRequest(post(BODY, { [type]: CONTENT_TYPE, [target]: HEADERS['x-amz-target'] }))).toEqual(
            right(IDS)
          )
        }
      )
    )
  })

  it(title('request.contentType.parametersIgnored'), () => {
    for (const rest of ['; charset=utf-8', ';charset=UTF-8', ' ; a="b;c"', ';']) {
      expect(decodeRequest(post(BODY, { ...HEADERS, 'content-type': CONTENT_TYPE + rest }))).toEqual(right(IDS))
    }
    expect(decodeRequest(post(BODY, { ...HEADERS, 'content-type': CONTENT_TYPE.toUpperCase() }))).toEqual(right(IDS))
    for (const type of [
      'application/json',
      'application/x-amz-json-1.0',
      `x${CONTENT_TYPE}`,
      `${CONTENT_TYPE}x`,
      '',
      undefined
    ]) {
      expect(errorOf(post(BODY, { ...HEADERS, 'content-type': type }))).toBe('UnknownOperationException')
    }
  })

  it(title('request.operation.unknown'), () => {
    const wrong = [
      'ListUserPoolClientSecretz',
      'listUserPoolClientSecrets',
      'ListUserPoolClientSecrets ',
      '',
      'CreateUserPool',
      '__proto__'
    ]
    for (const operation of wrong) {
      expect(errorOf(post(BODY, { ...HEADERS, 'x-amz-target': `${TARGET_PREFIX}${operation}` }))).toBe(
        'UnknownOperationException'
      )
    }
    for (const target of [
      undefined,
      '',
      'ListUserPoolClientSecrets',
      `x${HEADERS['x-amz-target']}`,
      [HEADERS['x-amz-target'].toLowerCase()]
    ]) {
      expect(errorOf(post(BODY, { ...HEADERS, 'x-amz-target': target }))).toBe('UnknownOperationException')
    }
  })

  it(title('request.method.post'), () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', '', 'POST ', 'POSTS']) {
      expect(errorOf(post(BODY, HEADERS, method))).toBe('UnknownOperationException')
    }
  })

  it(title('request.body.empty'), () => {
    const expected = decodeRequest(post('{}'))
    expect(isLeft(expected) && expected.left._tag).toBe('InvalidParameterException')
    for (const body of ['', ' \r\n', '\uFEFF', new Uint8Array()]) expect(decodeRequest(post(body))).toEqual(expected)
  })

  it(title('request.body.malformed'), () => {
    for (const body of [
      '{',
      '{"ClientId":"a",}',
      "{'ClientId':'a'}",
      '<x/>',
      'ClientId=a',
      Uint8Array.of(0xff),
      Uint8Array.of(0x7b, 0, 0x7d, 0)
    ]) {
      expect(decodeRequest(post(body))).toEqual(
        left({ _tag: 'CommonError', type: 'SerializationException', status: 400, message: expect.any(String) })
      )
    }
  })

  it(title('request.body.notObject'), () => {
    for (const body of ['null', '[]', `[${BODY}]`, '"ClientId"', '0', 'true'])
      expect(errorOf(post(body))).toBe('SerializationException')
  })

  it(title('request.body.serializationException'), () => {
    for (const ClientId of [0, 1.5, true, [], {}, [IDS.ClientId], { S: IDS.ClientId }]) {
      expect(decodeRequest(post(JSON.stringify({ ...IDS, ClientId })))).toEqual(
        left({
          _tag: 'CommonError',
          type: 'SerializationException',
          status: 400,
          message: "Value at 'clientId' failed to satisfy constraint: Member must be of type string"
        })
      )
    }
    // a wrong type outweighs what else is wrong
    expect(errorOf(post(JSON.stringify({ ClientId: '', UserPoolId: 1 })))).toBe('SerializationException')
    expect(errorOf(post(JSON.stringify({ ClientId: null, UserPoolId: '-' })))).toBe('InvalidParameterException')
  })

  it(title('request.unknownMembers.ignored'), () => {
    const unknown = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(unknown, (rest) => {
        expect(decodeRequest(post(JSON.stringify({ ...rest, ...IDS })))).toEqual(right(IDS))
      })
    )
  })

  it(title('request.nextToken.tolerated'), () => {
    for (const NextToken of ['x', 'x'.repeat(131_072), '', null, 1]) {
      expect(decodeRequest(post(JSON.stringify({ ...IDS, NextToken })))).toEqual(right(IDS))
    }
  })

  it(title('request.body.hostile'), () => {
    const deep = `{${BODY.slice(1, -1)},"Deep":${'['.repeat(300_000)}${']'.repeat(300_000)}}`
    expect(decodeRequest(post(deep))).toEqual(right(IDS))
    expect(decodeRequest(post(`\uFEFF${BODY}`))).toEqual(right(IDS))
    expect(errorOf(post(`{"ClientId":"a","ClientId":"b","UserPoolId":"a_0"}`))).toBe('SerializationException')
    expect(errorOf(post(`{"ClientId":"a","Client\\u0049d":"a","UserPoolId":"a_0"}`))).toBe('SerializationException')
    expect(errorOf(post(`{${'"a":{'.repeat(100_000)}`))).toBe('SerializationException')
    expect(decodeRequest(post(JSON.stringify({ ...IDS, Big: 'x'.repeat(900_000) })))).toEqual(right(IDS))
  })

  it('refuses a body over the limit with HTTP status 413, unread', () => {
    const tooLarge = left(expect.objectContaining({ type: 'RequestEntityTooLargeException', status: 413 }))
    expect(decodeRequest(post('x'.repeat(MAX_BODY_BYTES + 1)))).toEqual(tooLarge)
    expect(decodeRequest(post(BODY), { maxBodyBytes: BODY.length - 1 })).toEqual(tooLarge)
    expect(decodeRequest(post(BODY), { maxBodyBytes: BODY.length })).toEqual(right(IDS))
  })

  it('takes a method in lower case, which is how some clients write it', () => {
    expect(decodeRequest(post(BODY, HEADERS, 'post'))).toEqual(right(IDS))
  })

  it.each<readonly [why: string, request: HttpRequest, message: string]>([
    ['another method', post(BODY, HEADERS, 'GET'), 'Every operation is a POST'],
    [
      'no target',
      post(BODY, { ...HEADERS, 'x-amz-target': undefined }),
      'X-Amz-Target must start with AWSCognitoIdentityProviderService.'
    ],
    [
      'the target of another service',
      post(BODY, { ...HEADERS, 'x-amz-target': 'DynamoDB_20120810.ListTables' }),
      'X-Amz-Target must start with AWSCognitoIdentityProviderService.'
    ],
    [
      'another operation',
      post(BODY, { ...HEADERS, 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools' }),
      'Only ListUserPoolClientSecrets is known here'
    ],
    [
      'another content type',
      post(BODY, { ...HEADERS, 'content-type': 'application/json' }),
      'Content-Type must be application/x-amz-json-1.1'
    ],
    [
      'a body that is parsed already',
      post(IDS as never),
      'The request cannot be read: it needs a method, headers and a body of bytes or text'
    ],
    [
      'a getter that throws',
      Object.defineProperty(post(BODY), 'headers', {
        get: () => {
          throw new Error('hostile')
        }
      }),
      'The request cannot be read: it needs a method, headers and a body of bytes or text'
    ],
    ['no JSON', post('{'), 'The body is not JSON'],
    ['no UTF-8', post(Uint8Array.of(0xff)), 'The body is not UTF-8'],
    ['a list', post('[]'), 'The body is not an object'],
    ['a name twice', post('{"a":1,"a":2}'), 'The body is ambiguous: it holds a name twice']
  ])('says what is wrong with a request: %s', (_, request, message) => {
    expect(decodeRequest(request)).toMatchObject({ left: { _tag: 'CommonError', status: 400, message } })
  })

  it('takes the first of two headers of one name that has a value', () => {
    const later = { 'Content-Type': undefined, ...HEADERS }
    expect(decodeRequest(post(BODY, later))).toEqual(right(IDS))
    expect(decodeRequest(post(BODY, { ...HEADERS, 'content-type': [CONTENT_TYPE, 'text/html'] }))).toEqual(right(IDS))
    expect(errorOf(post(BODY, { ...HEADERS, 'content-type': ['text/html', CONTENT_TYPE] }))).toBe(
      'UnknownOperationException'
    )
  })
})

describe('decodeOperation and decodeInput', () => {
  it('name any operation of the service, and leave its input alone', () => {
    const call = post('{"x":[1]}', { ...HEADERS, 'x-amz-target': `${TARGET_PREFIX}AddUserPoolClientSecret` })
    expect(decodeOperation(call)).toEqual(right({ operation: 'AddUserPoolClientSecret', input: { x: [1] } }))
  })

  it('say of an input what decodeRequest says of its body', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('ClientId', 'UserPoolId', 'x'), fc.jsonValue()), (input) => {
        expect(decodeInput(input)).toEqual(decodeRequest(post(JSON.stringify(input))))
      })
    )
    for (const input of [null, undefined, [], 'x', 1]) expect(isLeft(decodeInput(input))).toBe(true)
  })
})
