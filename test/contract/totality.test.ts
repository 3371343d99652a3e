import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  ClientId,
  ClientSecretId,
  ClientSecretListDescriptorType,
  documentedExceptions,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  redactSecrets,
  sanitize,
  Timestamp,
  UserPoolId,
  validateRequest
} from '../../src/index.js'
import { anything } from '../../src/generators/index.js'
import { title } from '../laws/title.js'
import { PLANTED, shapedWithPlanted, untyped } from './arbitraries.js'
import { deepText } from './deepText.js'

const codecs = [
  ClientId,
  UserPoolId,
  ClientSecretId,
  Timestamp,
  ListUserPoolClientSecretsRequest,
  ClientSecretListDescriptorType,
  ListUserPoolClientSecretsResponse,
  ...Object.values(documentedExceptions)
].map(untyped)

/** Calls every function of the contract; what each of them says where it refuses, and the sanitized copy. */
const everythingSaid = (u: unknown): ReadonlyArray<unknown> => [
  ...codecs.map((codec) => {
    const decoded = codec.decode(u)
    // a guard and a decoder of the same value, whatever they answer
    return [codec.is(u) && '', isLeft(decoded) ? decoded.left.map((e) => [e.message, e.value]) : '']
  }),
  ...[validateRequest(u), redactSecrets(u as never), redactSecrets([u] as never)].map((result) =>
    result._tag === 'Left' ? result.left : ''
  ),
  sanitize(u, { secrets: [PLANTED] })
]

/** 12,000 values here and 88,000 messages in protocol/totality make a hundred thousand. */
describe('no function of the contract throws, and none repeats a secret', () => {
  it(title('validator.total'), () => {
    let said = 0
    fc.assert(
      fc.property(shapedWithPlanted(), (u) => {
        const text = deepText(everythingSaid(u))
        said += text.length
        return !text.includes(PLANTED)
      }),
      { numRuns: 6_000 }
    )
    expect(said).toBeGreaterThan(1_000_000)
  })

  it('whatever the value, hostile ones included', () => {
    fc.assert(
      fc.property(anything(), (u) => {
        expect(everythingSaid(u)).toHaveLength(codecs.length + 4)
      }),
      { numRuns: 6_000 }
    )
  })
})
