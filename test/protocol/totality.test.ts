import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  decodeError,
  decodeRequest,
  decodeResponse,
  encodeError,
  encodeResponse,
  fold
} from '../../src/protocol/index.js'
import { lexemes } from '../../src/laws/shared/lexemes.js'
import { parseJson } from '../../src/protocol/Json.js'
import { anything } from '../../src/generators/values.js'
import { PLANTED } from '../contract/arbitraries.js'
import { deepText } from '../contract/deepText.js'
import { title } from '../laws/title.js'
import { body, HEADERS, IDS, request, response } from './messages.js'

const requests: ReadonlyArray<string> = [
  JSON.stringify(IDS),
  JSON.stringify({ ...IDS, NextToken: PLANTED, ClientSecret: PLANTED }),
  JSON.stringify({ ClientId: PLANTED, UserPoolId: PLANTED }),
  JSON.stringify({ ClientId: [PLANTED], UserPoolId: ` ${PLANTED} ` }),
  JSON.stringify({ ClientId: IDS.ClientId, [PLANTED]: { [PLANTED]: null } }),
  `{"ClientId":"a","ClientId":"${PLANTED}"}`
]

const responses: ReadonlyArray<string> = [
  '{"ClientSecrets":[{"ClientSecretId":"a--1","ClientSecretCreateDate":1.785E9},{}]}',
  JSON.stringify({
    ClientSecrets: [{ ClientSecretId: 'a--1', ClientSecretCreateDate: 1785000000.5, ClientSecretValue: PLANTED }]
  }),
  JSON.stringify({ ClientSecrets: [PLANTED, [PLANTED], { S: PLANTED }, {}], NextToken: PLANTED }),
  JSON.stringify({ ClientSecrets: [{ ClientSecretCreateDate: PLANTED, ClientSecretId: { S: PLANTED } }] }),
  JSON.stringify({ ClientSecrets: PLANTED, [PLANTED]: 1 }),
  JSON.stringify({
    __type: 'com.amazonaws#InvalidParameterException:',
    Message: 'no',
    reasonCode: 'x',
    Debug: PLANTED
  }),
  JSON.stringify({ __type: PLANTED, code: `a#${PLANTED}`, message: { text: PLANTED } })
]

const types = [
  'InvalidParameterException:http://x/',
  'a#TooManyRequestsException',
  ':',
  '#',
  'X\r\nSet-Cookie: a=b',
  PLANTED,
  ''
]

const cases = [
  'success',
  'InternalServerException',
  'InvalidParameterException',
  'LimitExceededException',
  'ResourceNotFoundException',
  'TooManyRequestsException',
  'CommonError',
  'ContractViolation'
] as const

const constant =
  <A extends string>(tag: A): (() => A) =>
  () =>
    tag

const caseOf = fold<(typeof cases)[number]>({
  success: constant('success'),
  InternalServerException: constant('InternalServerException'),
  InvalidParameterException: constant('InvalidParameterException'),
  LimitExceededException: constant('LimitExceededException'),
  ResourceNotFoundException: constant('ResourceNotFoundException'),
  TooManyRequestsException: constant('TooManyRequestsException'),
  CommonError: constant('CommonError'),
  ContractViolation: constant('ContractViolation')
})

/** 88,000 messages; with contract/totality they make a hundred thousand. */
describe('no function of the protocol throws, and none repeats a secret', () => {
  it('whatever the request', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(request(requests), (message) => {
        const decoded = decodeRequest(message)
        seen.add(
          isLeft(decoded) ? `${decoded.left._tag} ${'type' in decoded.left ? decoded.left.type : ''}`.trim() : 'Right'
        )
        return !isLeft(decoded) || !deepText(decoded).includes(PLANTED)
      }),
      { numRuns: 46_000 }
    )
    expect([...seen].sort()).toEqual([
      'CommonError SerializationException',
      'CommonError UnknownOperationException',
      'InvalidParameterException',
      'Right'
    ])
  })

  it(title('client.total'), () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(response(responses, types), (message) => {
        const decoded = decodeResponse(message)
        const tag = caseOf(decoded)
        seen.add(tag)
        // one of the eight, and nothing of what it said
        return !deepText([decoded, decodeError(message)]).includes(PLANTED)
      }),
      { numRuns: 30_000 }
    )
    expect([...seen].sort()).toEqual([...cases].filter((tag) => !/Internal|Limit|NotFound/.test(tag)).sort())
  })

  it('whatever the text that is JSON, its lexemes can be read', () => {
    fc.assert(
      fc.property(body([...requests, ...responses]), (bytes) => {
        const text = typeof bytes === 'string' ? bytes : String.fromCharCode(...bytes)
        const parsed = parseJson(text)
        return (
          isLeft(parsed) ||
          lexemes(text).numbers.every(({ lexeme }) => Number.isFinite(Number(lexeme)) || /^-?\d/.test(lexeme))
        )
      }),
      { numRuns: 10_000 }
    )
  })

  it('whatever a server has in hand for an answer', () => {
    const success = fc.oneof(fc.anything(), fc.record({ ClientSecrets: fc.anything() }))
    fc.assert(
      fc.property(success, (u) => {
        const answer = encodeResponse({ _tag: 'Right', right: u as never })
        return answer.status === 200 || answer.status === 500
      }),
      { numRuns: 2000 }
    )
  })

  it('whatever is taken for a message', () => {
    const parts = { method: anything(), headers: anything(), body: anything(), status: anything() }
    const almost = fc.oneof(
      anything(),
      fc.record(
        {
          ...parts,
          method: fc.oneof(fc.constant('POST'), parts.method),
          headers: fc.oneof(fc.constant(HEADERS), fc.dictionary(fc.constantFrom(...Object.keys(HEADERS)), anything())),
          status: fc.oneof(fc.constantFrom(200, 400), parts.status)
        },
        { requiredKeys: [] }
      )
    )
    fc.assert(
      fc.property(almost, (u) => {
        const message = u as never
        expect(isLeft(decodeRequest(message))).toBe(true)
        expect(cases).toContain(caseOf(decodeResponse(message)))
        expect(typeof decodeError(message).status).toBe('number')
        expect(encodeError(message).headers['x-amzn-errortype']).toMatch(/^\w+$/)
        expect(encodeResponse(message).status).toBe(500)
      }),
      { numRuns: 5000 }
    )
  })

  it('nor lets anybody else speak for them', () => {
    const thrower = new Proxy(
      {},
      {
        get: () => {
          throw new Error(PLANTED)
        },
        ownKeys: () => {
          throw new Error(PLANTED)
        }
      }
    )
    const messages = [
      thrower,
      { method: 'POST', status: 400, headers: thrower, body: '{}' },
      { method: thrower, status: thrower, headers: HEADERS, body: '{}' },
      { method: 'POST', status: 400, headers: HEADERS, body: thrower },
      { method: 'POST', status: 200, headers: HEADERS, body: thrower },
      { status: PLANTED, headers: {}, body: '{}' }
    ]
    for (const u of messages) {
      const message = u as never
      const said = [decodeRequest(message), decodeResponse(message), decodeError(message), encodeError(message)]
      expect(deepText(said)).not.toContain(PLANTED)
    }
  })
})
