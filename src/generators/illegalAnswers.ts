/**
 * Answers that the contract rules out, each with the clause that does.
 */
import * as fc from 'fast-check'
import type { ResponseSample, ExpectedOutcome } from '../laws/client/ResponseSample.js'
import type { ClauseId } from '../clauses/index.js'
import { descriptor, renderDescriptor, renderListing } from './listingAnswers.js'
import { clientSecret } from './values.js'
import { answer, httpStyle, jsonStyle, members, way } from './writing.js'

/** Bodies with HTTP status 200 that break a clause, whatever else is in the answer. */
const badBodies: ReadonlyArray<readonly [ClauseId, ReadonlyArray<string | Uint8Array>]> = [
  [
    'response.body.object',
    ['[]', 'null', '"x"', '0', '<html/>', '{}{}', "{'ClientSecrets':[]}", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)]
  ],
  [
    'response.clientSecrets.present',
    ['', '{}', ...['null', '{}', '"x"', '0'].map((json) => `{"ClientSecrets":${json}}`), '{"clientSecrets":[]}']
  ],
  [
    'response.names.unique',
    [
      '{"ClientSecrets":[],"ClientSecrets":[]}',
      '{"ClientSecrets":[{"ClientSecretId":"a","ClientSecretId":"b"}]}',
      '{"ClientSecrets":[],"A":{"a":1,"\\u0061":2}}'
    ]
  ]
]

/** Members that break a clause in any descriptor. */
const badMember = (secret: string): fc.Arbitrary<readonly [ClauseId, name: string, value: unknown]> =>
  fc.oneof(
    fc
      .constantFrom<unknown>(secret, [secret], { S: secret })
      .map((value) => ['response.secretValue.absent', 'ClientSecretValue', value] as const),
    fc
      .constantFrom<unknown>('1785000000', '1785000000.5', '2026-07-25T17:20:00Z', '', true, [1785000000], { N: '1' })
      .map((value) => ['response.clientSecretCreateDate.number', 'ClientSecretCreateDate', value] as const),
    fc
      .constantFrom('', 'a'.repeat(129), '\u{1f600}'.repeat(129), '-'.repeat(1000))
      .map((value) => ['response.clientSecretId.length', 'ClientSecretId', value] as const)
  )

const breaks = (clause: ClauseId): ExpectedOutcome => ({ _tag: 'Violation', breaks: clause })

/** Answers that no conforming server gives, each with the clause that it breaks. */
export const illegalAnswer = (): fc.Arbitrary<ResponseSample> => {
  const listing = { ...httpStyle, way: way(), style: jsonStyle(), all: fc.array(descriptor(), { maxLength: 1 }) }
  const leak = fc.noShrink(clientSecret())
  return fc.oneof(
    ...badBodies.map(([clause, bodies]) =>
      fc
        .record({ ...httpStyle, body: fc.constantFrom(...bodies) })
        .map(({ body, ...http }) => answer(http, 200, body, breaks(clause)))
    ),
    fc
      .record({
        ...listing,
        one: descriptor(),
        bad: leak.chain((secret) => fc.tuple(fc.constant(secret), badMember(secret)))
      })
      .map(({ way, style, all, one, bad: [secret, [clause, name, value]], ...http }) => {
        const listed = [
          ...all.map((d) => renderDescriptor(d, way)),
          renderDescriptor(one, way, secret, members({ [name]: value }))
        ]
        const { json } = renderListing(listed, style, way)
        return answer(http, 200, json, breaks(clause), { secrets: json.includes(secret) ? [secret] : [] })
      }),
    fc
      .record({ ...listing, all: fc.array(descriptor(), { minLength: 3, maxLength: 5 }) })
      .map(({ way, style, all, ...http }) =>
        answer(
          http,
          200,
          renderListing(
            all.map((d) => renderDescriptor(d, way)),
            style,
            way
          ).json,
          breaks('response.clientSecrets.atMostTwo')
        )
      ),
    fc.record({ ...listing, cut: fc.nat() }).map(({ way, style, all, cut, ...http }) => {
      const { json } = renderListing(
        all.map((d) => renderDescriptor(d, way)),
        style,
        way
      )
      return answer(http, 200, json.slice(0, 1 + (cut % (json.length - 1))), breaks('response.body.object'))
    }),
    fc
      .record({ ...listing, status: fc.constantFrom(201, 202, 204, 206, 301, 302, 304, 399) })
      .map(({ way, style, all, status, ...http }) =>
        answer(
          http,
          status,
          renderListing(
            all.map((d) => renderDescriptor(d, way)),
            style,
            way
          ).json,
          breaks('response.status.ok')
        )
      )
  )
}
