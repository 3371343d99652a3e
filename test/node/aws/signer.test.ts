/**
 * Signatures, held against the AWS SDK's own signer.
 */
import { Hash } from '@smithy/hash-node'
import { SignatureV4 } from '@smithy/signature-v4'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../anyText.js'
import { signer } from '../../../src/node/aws/signer.js'

/** What may stand in a header, with blanks in odd places. */
const headerValue = fc
  .string({ unit: fc.constantFrom(...'aZ09 \t/;=.,+%é"'), minLength: 1, maxLength: 20 })
  .map((text) => `v${text}`)

const requests = fc.record({
  method: fc.constantFrom('POST', 'GET', 'PUT', 'DELETE'),
  headers: fc.record(
    {
      'Content-Type': headerValue,
      'X-Amz-Target': headerValue,
      'x-amz-something': headerValue,
      'User-Agent': headerValue
    },
    { requiredKeys: [] }
  ),
  body: fc.oneof(anyText(), fc.uint8Array({ maxLength: 200 }))
})

const segment = fc
  .string({ unit: fc.constantFrom(...'aZ09-_.~ %ä+&'), minLength: 1, maxLength: 8 })
  .map(encodeURIComponent)

const urls = fc.record({
  host: fc.constantFrom('http://127.0.0.1:9229', 'https://localhost', 'http://[::1]:80', 'https://a.example.org:444'),
  path: fc.array(segment, { maxLength: 3 }).filter((parts) => !parts.some((part) => /^\.+$/.test(part))),
  query: fc.dictionary(
    fc.stringMatching(/^[a-z]{1,4}$/),
    fc.string({ unit: fc.constantFrom(...'aZ09 -~!*()&=ä'), maxLength: 6 })
  )
})

const key = fc.string({ unit: fc.constantFrom(...'aZ09/+='), minLength: 4, maxLength: 40 })

const credentials = fc.oneof(
  fc.record({ accessKeyId: fc.stringMatching(/^[A-Z0-9]{4,20}$/), secretAccessKey: key }),
  fc.record({ accessKeyId: fc.stringMatching(/^[A-Z0-9]{4,20}$/), secretAccessKey: key, sessionToken: key })
)

const dates = fc.date({ min: new Date('2015-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

test('every request is signed as the AWS SDK signs it', async () => {
  const region = fc.constantFrom('us-east-1', 'eu-west-3', 'us-gov-west-1')
  await fc.assert(
    fc.asyncProperty(
      requests,
      urls,
      credentials,
      region,
      dates,
      async (request, { host, path, query }, keys, where, at) => {
        const url = new URL(`${host}/${path.join('/')}?${new URLSearchParams(query).toString()}`)
        const ours = signer(where, keys)({ path: '/', ...request }, url, at)
        const theirs = await new SignatureV4({
          service: 'cognito-idp',
          region: where,
          credentials: keys,
          sha256: Hash.bind(null, 'sha256')
        }).sign(
          {
            method: request.method,
            protocol: url.protocol,
            hostname: url.hostname,
            path: url.pathname,
            query,
            headers: { ...request.headers, host: url.host },
            body: request.body
          },
          { signingDate: at, unsignableHeaders: new Set(['user-agent']) }
        )
        const { authorization, host: _, ...rest } = theirs.headers
        expect(ours['authorization']).toBe(authorization)
        expect(ours).toMatchObject(rest)
      }
    ),
    { seed: 9, numRuns: 500 }
  )
})

test('the key of a day is not used on the next', async () => {
  const request = { method: 'POST', path: '/', headers: {}, body: '{}' }
  const url = new URL('http://127.0.0.1/')
  const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'dummy' }
  const days = [new Date('2026-01-01T23:59:59Z'), new Date('2026-01-02T00:00:00Z'), new Date('2026-01-01T23:59:59Z')]
  const sign = signer('us-east-1', keys)
  for (const day of days) {
    expect(sign(request, url, day)).toEqual(signer('us-east-1', keys)(request, url, day))
  }
})

test('a header without a value is not signed, nor is a token that there is not', () => {
  const sign = signer('us-east-1', { accessKeyId: 'a', secretAccessKey: 'b' })
  const signed = sign(
    { method: 'POST', path: '/', headers: { 'content-type': undefined }, body: '' },
    new URL('http://h')
  )
  expect(signed['authorization']).toContain('SignedHeaders=host;x-amz-content-sha256;x-amz-date,')
  expect(Object.keys(signed).sort()).toEqual([
    'authorization',
    'content-type',
    'host',
    'x-amz-content-sha256',
    'x-amz-date'
  ])
})
