import * as fc from 'fast-check'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { describe, expect, it } from 'vitest'
import {
  ClientId,
  invalidRequest,
  ListUserPoolClientSecretsRequest,
  type Violation,
  validateRequest
} from '../../src/index.js'
import { encodeResponse } from '../../src/protocol/index.js'
import { almostRequest, listUserPoolClientSecretsRequest } from '../../src/generators/index.js'
import { independentViolations } from '../../src/laws/shared/independentCheck.js'
import { title } from '../laws/title.js'
import { nearId, secret } from './arbitraries.js'
import { deepText } from './deepText.js'

const CLIENT_ID = '1h57kf5cpq17m0eml12example'
const POOL_ID = 'us-east-1_Example12'
const POOL_PATTERN = 'Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+'
const CLIENT_PATTERN = 'Member must satisfy regular expression pattern: [\\w+]+'

const messageOf = (u: unknown): string | undefined => {
  const result = validateRequest(u)
  return isLeft(result) ? result.left.message : undefined
}

const violationsOf = (u: unknown): ReadonlyArray<Violation> => {
  const result = validateRequest(u)
  return isLeft(result) ? result.left.violations : []
}

const windows = (text: string, length: number): ReadonlyArray<string> =>
  Array.from({ length: text.length - length + 1 }, (_, i) => text.slice(i, i + length))

const at = (member: string, value: string, constraint: string): string =>
  `Value ${value} at '${member}' failed to satisfy constraint: ${constraint}`

const withheld = (member: string, constraint: string): string =>
  `Value at '${member}' failed to satisfy constraint: ${constraint}`

describe('validateRequest', () => {
  it(title('validator.allViolations'), () => {
    const request = fc.record(
      { ClientId: fc.oneof(nearId(), almostRequest()), UserPoolId: fc.oneof(nearId(), almostRequest()) },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(request, (u) => {
        expect(violationsOf(u)).toEqual(independentViolations(u))
      }),
      { numRuns: 5000 }
    )
  })

  it('returns the documented members of a good request, and nothing else', () => {
    fc.assert(
      fc.property(listUserPoolClientSecretsRequest(), fc.dictionary(fc.string(), fc.jsonValue()), (request, rest) => {
        expect(validateRequest({ ...rest, ...request })).toEqual(right(request))
      })
    )
  })

  describe(title('error.invalidParameter.wording'), () => {
    const missing = (member: string): string => at(member, 'null', 'Member must not be null')
    const table: ReadonlyArray<readonly [input: unknown, message: string]> = [
      [{ UserPoolId: POOL_ID }, `1 validation error detected: ${missing('clientId')}`],
      [{ ClientId: null, UserPoolId: POOL_ID }, `1 validation error detected: ${missing('clientId')}`],
      [{ ClientId: CLIENT_ID, UserPoolId: undefined }, `1 validation error detected: ${missing('userPoolId')}`],
      [{}, `2 validation errors detected: ${missing('clientId')}; ${missing('userPoolId')}`],
      [
        { ClientId: 'a-b', UserPoolId: POOL_ID },
        `1 validation error detected: ${at('clientId', "'a-b'", CLIENT_PATTERN)}`
      ],
      [
        { ClientId: 'a', UserPoolId: 'us-east-1' },
        `1 validation error detected: ${at('userPoolId', "'us-east-1'", POOL_PATTERN)}`
      ],
      [
        { ClientId: '', UserPoolId: POOL_ID },
        `2 validation errors detected: ${at('clientId', "''", CLIENT_PATTERN)}; ${at('clientId', "''", 'Member must have length greater than or equal to 1')}`
      ],
      [
        { ClientId: 'a b', UserPoolId: 'a-'.repeat(28) },
        `3 validation errors detected: ${at('clientId', "'a b'", CLIENT_PATTERN)}; ${withheld('userPoolId', POOL_PATTERN)}; ${withheld('userPoolId', 'Member must have length less than or equal to 55')}`
      ],
      [
        { ClientId: 1, UserPoolId: POOL_ID },
        "1 validation error detected: Value at 'clientId' failed to satisfy constraint: Member must be of type string"
      ],
      [
        null,
        "1 validation error detected: Value null at 'input' failed to satisfy constraint: Member must not be null"
      ],
      [[], "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must be of type object"]
    ]
    it.each(table)('%j', (input, message) => {
      expect(messageOf(input)).toBe(message)
    })
  })

  it('says that an id is too long, and does not show it', () => {
    expect(messageOf({ ClientId: 'a'.repeat(129), UserPoolId: POOL_ID })).toBe(
      "1 validation error detected: Value at 'clientId' failed to satisfy constraint: Member must have length less than or equal to 128"
    )
  })

  it('words the errors of a codec that is not of this package as a wrong type at the member', () => {
    const composed = t.type({ UserPoolId: t.string, Clients: t.array(t.type({ ClientId })) })
    const decoded = composed.decode({ UserPoolId: 7, Clients: [{ ClientId: 'a' }, { ClientId: 'a-b' }] })
    const wrongType = withheld('userPoolId', 'Member must be of type string')
    expect(isLeft(decoded) && invalidRequest(decoded.left)).toEqual({
      _tag: 'InvalidParameterException',
      status: 400,
      message: `2 validation errors detected: ${wrongType}; ${at('clients.2.member.clientId', "'a-b'", CLIENT_PATTERN)}`,
      violations: [
        { path: ['UserPoolId'], constraint: 'type', limit: 'string' },
        { path: ['Clients', 1, 'ClientId'], constraint: 'pattern', limit: '[\\w+]+' }
      ]
    })
  })

  it('says what is wrong as data too, with path, constraint and limit', () => {
    expect(violationsOf({ ClientId: '', UserPoolId: 7 })).toEqual([
      { path: ['ClientId'], constraint: 'pattern', limit: '[\\w+]+' },
      { path: ['ClientId'], constraint: 'minLength', limit: 1 },
      { path: ['UserPoolId'], constraint: 'type', limit: 'string' }
    ])
    expect(violationsOf(undefined)).toEqual([{ path: [], constraint: 'required' }])
    expect(violationsOf({ UserPoolId: 'a'.repeat(56) })).toEqual([
      { path: ['ClientId'], constraint: 'required' },
      { path: ['UserPoolId'], constraint: 'pattern', limit: '[\\w-]+_[0-9a-zA-Z]+' },
      { path: ['UserPoolId'], constraint: 'maxLength', limit: 55 }
    ])
  })

  it('is always an InvalidParameterException with HTTP status 400 where it refuses', () => {
    fc.assert(
      fc.property(almostRequest(), (u) => {
        const result = validateRequest(u)
        return (
          !isLeft(result) ||
          (result.left._tag === 'InvalidParameterException' &&
            result.left.status === 400 &&
            result.left.violations.length > 0)
        )
      }),
      { numRuns: 2000 }
    )
  })

  it('shows a value again that is shorter than 24 characters, and no other', () => {
    const shown = 'a-b-c-d-e-f-g-h-i-j-k-l'
    expect(shown).toHaveLength(23)
    expect(messageOf({ ClientId: shown, UserPoolId: POOL_ID })).toBe(
      `1 validation error detected: ${at('clientId', `'${shown}'`, CLIENT_PATTERN)}`
    )
    expect(messageOf({ ClientId: `${shown}-`, UserPoolId: POOL_ID })).toBe(
      `1 validation error detected: ${withheld('clientId', CLIENT_PATTERN)}`
    )
    // in UTF-16 units: twelve of these could be the bytes of a secret
    expect(messageOf({ ClientId: '😀'.repeat(12), UserPoolId: POOL_ID })).toBe(
      `1 validation error detected: ${withheld('clientId', CLIENT_PATTERN)}`
    )
  })

  it('never repeats a secret, whatever stands around it, in any part of what it returns', () => {
    const around = fc.constantFrom<readonly [string, string]>(
      ['', ''],
      [' ', '\n'],
      ['"', '"'],
      ["'", "';"],
      ['1example23456789:', ''],
      ['ClientSecretValue: ', ''],
      ['{"ClientSecretValue":"', '"}'],
      ['client_secret=', '&a=b'],
      ['', ' and another']
    )
    const encode = fc.constantFrom<(s: string) => string>(
      (s) => s,
      (s) => `Basic ${btoa(`1example23456789:${s}`)}`,
      (s) => [...s].join(' '),
      (s) => s.replaceAll(/(.{12})/g, '$1/'),
      (s) => encodeURIComponent(s)
    )
    fc.assert(
      fc.property(secret(), around, encode, (value, [before, after], encoded) => {
        const pasted = `${before}${encoded(value)}${after}-`
        const request = { ClientId: pasted, UserPoolId: pasted }
        const result = validateRequest(request)
        const decoded: t.Validation<unknown> = ListUserPoolClientSecretsRequest.decode(request)
        const said = [
          result,
          isLeft(decoded) && decoded.left.map((e) => [e.value, e.message]),
          PathReporter.report(decoded),
          ListUserPoolClientSecretsRequest['~standard'].validate(request),
          encodeResponse(isLeft(result) ? result : right({ ClientSecrets: [] })).body
        ]
        const text = deepText(said)
        expect(text.length).toBeGreaterThan(400)
        return isLeft(result) && !windows(pasted, 12).some((window) => text.includes(window))
      })
    )
  })

  it('is no longer for a longer value', () => {
    const long = validateRequest({ ClientId: '-'.repeat(1_000_000), UserPoolId: '-'.repeat(1_000_000) })
    expect(JSON.stringify(long).length).toBeLessThan(1500)
  })

  it(title('request.clientId.type'), () => {
    const wrong = [
      0,
      1,
      true,
      false,
      {},
      [],
      [CLIENT_ID],
      Object(CLIENT_ID),
      { toString: () => CLIENT_ID },
      1n,
      Symbol('a'),
      () => CLIENT_ID
    ]
    for (const ClientId of wrong) {
      expect(validateRequest({ ClientId, UserPoolId: POOL_ID })).toEqual(
        left(expect.objectContaining({ violations: [{ path: ['ClientId'], constraint: 'type', limit: 'string' }] }))
      )
    }
  })
})
