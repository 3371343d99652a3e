import * as fc from 'fast-check'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { validateRequest } from '../../src/index.js'
import { listUserPoolClientSecretsRequest } from '../../src/generators/index.js'
import { buildRequest, decodeRequest, encodeRequest } from '../../src/protocol/index.js'
import { nearId } from '../contract/arbitraries.js'
import { title } from '../laws/title.js'
import { IDS } from './messages.js'

describe('encodeRequest and buildRequest', () => {
  it(title('client.request.wire'), () => {
    fc.assert(
      fc.property(listUserPoolClientSecretsRequest(), (request) => {
        const sent = encodeRequest(request)
        expect(decodeRequest(sent)).toEqual(right(request))
        expect(sent).toEqual({
          method: 'POST',
          path: '/',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
          },
          body: JSON.stringify({ ClientId: request.ClientId, UserPoolId: request.UserPoolId })
        })
      })
    )
  })

  it(title('client.request.refused'), () => {
    const input = fc.record({ ClientId: nearId(), UserPoolId: nearId() }, { requiredKeys: [] })
    fc.assert(
      fc.property(input, (u) => {
        const validated = validateRequest(u)
        expect(buildRequest(u)).toEqual(isLeft(validated) ? validated : right(encodeRequest(validated.right)))
      }),
      { numRuns: 1000 }
    )
    for (const u of [null, undefined, {}, [], 'x', { ClientId: 'a' }]) expect(isLeft(buildRequest(u))).toBe(true)
  })

  it('sends no member beyond the two', () => {
    const built = buildRequest({ ...IDS, NextToken: 'x', ClientSecret: 'y' })
    expect(!isLeft(built) && built.right.body).toBe(JSON.stringify(IDS))
  })
})
