/**
 * The boundaries around hostile values do not hide faults of this package: data without code of its own is always read.
 */
import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  documentedExceptions,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  redactSecrets,
  validateRequest,
  type Violation,
  violations
} from '../../src/index.js'
import {
  clientSecretId,
  listUserPoolClientSecretsError,
  listUserPoolClientSecretsResponse,
  storedClientSecret
} from '../../src/generators/index.js'
import { CONTENT_TYPE, decodeRequest, decodeResponse, encodeError, encodeResponse } from '../../src/protocol/index.js'
import { PLANTED } from '../contract/arbitraries.js'
import { body, request, response } from './messages.js'

/** What JSON can hold, with the documented members in it more often than not. */
const json = (): fc.Arbitrary<unknown> => {
  const value = fc.oneof(fc.jsonValue(), clientSecretId(), fc.constantFrom(null, 0, 1.5, 1e300, '', [], {}))
  const descriptor = fc.record(
    { ClientSecretId: value, ClientSecretCreateDate: value, ClientSecretValue: value },
    { requiredKeys: [] }
  )
  return fc.oneof(
    value,
    fc.record({ ClientId: value, UserPoolId: value, NextToken: value }, { requiredKeys: [] }),
    fc.record({ ClientSecrets: fc.oneof(value, fc.array(fc.oneof(descriptor, value), { maxLength: 4 })) }),
    fc.record(
      { __type: fc.oneof(fc.constantFrom(...Object.keys(documentedExceptions)), value), message: value, code: value },
      { requiredKeys: [] }
    )
  )
}

const isUnreadable = ({ limit }: Violation): boolean => limit === 'readable value'

const check = (arbitrary: fc.Arbitrary<unknown>, isRead: (u: unknown) => boolean): void => {
  fc.assert(fc.property(arbitrary, isRead), { numRuns: 3000, seed: 1 })
}

describe('plain data is never called unreadable', () => {
  it('by a codec', () => {
    const codecs = [ListUserPoolClientSecretsRequest, ListUserPoolClientSecretsResponse]
    check(json(), (u) =>
      [...codecs, ...Object.values(documentedExceptions)].every((codec) => {
        const decoded = codec.decode(u)
        return !isLeft(decoded) || !violations(decoded.left).some(isUnreadable)
      })
    )
  })

  it('by validateRequest', () => {
    check(json(), (u) => {
      const validated = validateRequest(u)
      return !isLeft(validated) || !validated.left.violations.some(isUnreadable)
    })
  })

  it('by redactSecrets', () => {
    const records = fc.array(fc.oneof(json(), storedClientSecret(PLANTED)), { maxLength: 4 })
    check(fc.oneof(json(), records), (u) => {
      const redacted = redactSecrets(u as never) // any value at all
      return !isLeft(redacted) || redacted.left.message?.includes('readable value') === false
    })
  })

  it('by decodeRequest', () => {
    const texts = ['{"ClientId":"a","UserPoolId":"a_0"}', '{"ClientId":1,"a":{"b":"\\""}}', '{"a":1,"a":2}', '[]', '']
    fc.assert(
      fc.property(request(texts), (message) => {
        const decoded = decodeRequest(message)
        return !isLeft(decoded) || decoded.left.message?.includes('cannot be read') !== true
      }),
      { numRuns: 3000, seed: 1 }
    )
  })

  it('by decodeResponse', () => {
    const texts = ['{"ClientSecrets":[]}', '{"__type":"InternalServerException"}', '{"message":"client secret: "}']
    fc.assert(
      fc.property(response(texts, ['InternalServerException']), (message) => {
        const decoded = decodeResponse(message)
        return !isLeft(decoded) || decoded.left.message?.includes('cannot be read') !== true
      }),
      { numRuns: 3000, seed: 1 }
    )
    fc.assert(
      fc.property(body(texts), json(), (bytes, value) =>
        [bytes, JSON.stringify(value)].every((one) => {
          const decoded = decodeResponse({ status: 200, headers: { 'content-type': CONTENT_TYPE }, body: one })
          return !isLeft(decoded) || decoded.left.message?.includes('cannot be read') !== true
        })
      ),
      { numRuns: 3000, seed: 2 }
    )
  })

  it('by encodeResponse and encodeError, which replace nothing that fits the types', () => {
    fc.assert(
      fc.property(listUserPoolClientSecretsResponse(), (value) => {
        expect(encodeResponse({ _tag: 'Right', right: value }).status).toBe(200)
      }),
      { seed: 1 }
    )
    fc.assert(
      fc.property(listUserPoolClientSecretsError(), (error) => {
        expect(encodeError(error).body).not.toContain('would have broken the contract')
      }),
      { seed: 1 }
    )
  })
})
