/**
 * HTTP messages close to good ones, and far from them.
 */
import * as fc from 'fast-check'
import {
  CONTENT_TYPE,
  type Headers,
  type HttpRequest,
  type HttpResponse,
  OPERATION,
  TARGET_PREFIX
} from '../../src/protocol/index.js'

export const HEADERS = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` } as const

export const IDS = { ClientId: '1h57kf5cpq17m0eml12example', UserPoolId: 'us-east-1_Example12' } as const

/** A good request with some of it in another way. */
export const post = (body: HttpRequest['body'], headers: Headers = HEADERS, method = 'POST'): HttpRequest => ({
  method,
  path: '/',
  headers,
  body
})

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Text or bytes of a body: JSON of the right shape, the same damaged, anything. */
export const body = (texts: ReadonlyArray<string>): fc.Arbitrary<Uint8Array | string> => {
  const text = fc.oneof(fc.constantFrom(...texts), fc.json({ maxDepth: 3 }))
  const damaged = fc
    .tuple(text, fc.nat(), fc.nat({ max: 255 }), fc.constantFrom('replace', 'insert', 'cut'))
    .map(([s, at, byte, how]) => {
      const bytes = Array.from(utf8(s))
      const i = at % (bytes.length + 1)
      if (how === 'cut') bytes.length = i
      else bytes.splice(i, how === 'replace' ? 1 : 0, byte)
      return Uint8Array.from(bytes)
    })
  return fc.oneof(
    { weight: 4, arbitrary: damaged },
    { weight: 2, arbitrary: text },
    { weight: 1, arbitrary: text.map(utf8) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string() }
  )
}

const names = (all: ReadonlyArray<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...all) }, { weight: 1, arbitrary: fc.string() })

/** Headers in which some of the right ones are. */
const headers = (values: ReadonlyArray<string>): fc.Arbitrary<Headers> =>
  fc.dictionary(
    names([
      'content-type',
      'Content-Type',
      'x-amz-target',
      'X-Amz-Target',
      'x-amzn-errortype',
      'x-amzn-ErrorType',
      '__proto__'
    ]),
    fc.oneof(names(values), fc.array(names(values), { maxLength: 2 }), fc.constant(undefined)),
    { maxKeys: 4 }
  )

export const request = (texts: ReadonlyArray<string>): fc.Arbitrary<HttpRequest> =>
  fc.record({
    method: names(['POST', 'POST', 'post', 'GET']),
    path: fc.constantFrom('/', '/x?y=z', ''),
    headers: fc.oneof(
      fc.constant(HEADERS),
      headers([CONTENT_TYPE, `${CONTENT_TYPE}; charset=utf-8`, HEADERS['x-amz-target'], ''])
    ),
    body: body(texts)
  })

export const response = (texts: ReadonlyArray<string>, types: ReadonlyArray<string>): fc.Arbitrary<HttpResponse> =>
  fc.record({
    status: fc.oneof(
      fc.constantFrom(200, 200, 400, 500, 404, 204, 302),
      fc.integer(),
      fc.constantFrom(NaN, Infinity, -0, 0.5)
    ),
    headers: headers([CONTENT_TYPE, ...types]),
    body: body(texts)
  })
