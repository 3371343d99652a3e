/**
 * Replay tokens of clients: they give the same case back, and never hold a planted secret.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { responseSample } from '../../../src/generators/index.js'
import type { ResponseSample, Trait } from '../../../src/laws/client/ResponseSample.js'
import { calling, reading } from '../../../src/suite/client/ClientCase.js'
import { decodeClientReplay, encodeClientReplay } from '../../../src/suite/client/clientReplay.js'

const plain = (token: string): string => Buffer.from(token.slice('client.1.'.length), 'base64url').toString()

describe('encodeClientReplay', () => {
  test('gives the case back, but for the secret', () => {
    fc.assert(
      fc.property(responseSample(), (answer) => {
        const decoded = decodeClientReplay(encodeClientReplay({ clause: 'client.total', one: reading(answer) }))
        if (decoded._tag === 'Left') throw new Error(decoded.left)
        const { one } = decoded.right
        if (answer.secrets.length === 0) expect(one).toEqual(reading(answer))
        expect([one.answer.means, one.answer.traits, one.answer.secrets.length]).toEqual([
          answer.means,
          answer.traits,
          answer.secrets.length
        ])
      }),
      { seed: 1, numRuns: 1000 }
    )
  })

  test('holds no secret, and decodes with another in its place', () => {
    fc.assert(
      fc.property(
        responseSample().filter(({ secrets }) => secrets.length > 0),
        (answer) => {
          const token = encodeClientReplay({ clause: 'client.total', one: reading(answer) })
          const decoded = decodeClientReplay(token)
          if (decoded._tag === 'Left') throw new Error(decoded.left)
          const [planted = '-'] = decoded.right.one.answer.secrets
          const { body } = decoded.right.one.answer.response
          expect(answer.secrets.some((secret) => plain(token).includes(secret))).toBe(false)
          expect(Buffer.from(body).toString()).toContain(planted)
        }
      ),
      { seed: 1, numRuns: 200 }
    )
  })
})

describe('a token', () => {
  const planted = 'S3cretS3cretS3cret0001abcd'
  const answer: ResponseSample = {
    response: { status: 200, headers: { 'x-a': 'b' }, body: `{"a":"${planted}${planted}"}` },
    means: { _tag: 'Listing', descriptors: [{ id: 'i', time: undefined }] },
    traits: ['unknown members'],
    undisturbed: { status: 201, headers: {}, body: 'u' },
    secrets: [planted]
  }

  test('is all of the case, with a placeholder for a planted secret', () => {
    expect(JSON.parse(plain(encodeClientReplay({ clause: 'client.total', one: reading(answer) })))).toEqual({
      clause: 'client.total',
      call: { UserPoolId: 'us-east-1_Example12', ClientId: '1h57kf5cpq17m0eml12example' },
      about: 'answer',
      status: 200,
      headers: { 'x-a': 'b' },
      body: '{"a":"{{secret}}{{secret}}"}',
      form: 'text',
      traits: ['unknown members'],
      undisturbed: { status: 201, headers: {}, body: 'u' },
      means: { _tag: 'Listing', descriptors: [{ id: 'i' }] }
    })
  })

  test('gives a new secret in every place of the old one', () => {
    const decoded = decodeClientReplay(encodeClientReplay({ clause: 'client.total', one: reading(answer) }))
    if (decoded._tag === 'Left') throw new Error(decoded.left)
    const { response, secrets } = decoded.right.one.answer
    const [secret = ''] = secrets
    expect(secret).toMatch(/^[A-Za-z0-9]{40}$/)
    expect(response.body).toBe(`{"a":"${secret}${secret}"}`)
  })

  test.each<readonly [string, string | Uint8Array, string, string]>([
    ['text', 'é', 'text', 'é'],
    ['bytes of text', Uint8Array.from(Buffer.from('é')), 'bytes', 'é'],
    ['bytes that are no text', Uint8Array.of(0, 0xff), 'base64', 'AP8=']
  ])('%s comes back as it was', (_, body, form, text) => {
    const one = reading({ ...answer, secrets: [], response: { ...answer.response, body } })
    const token = encodeClientReplay({ clause: 'client.total', one })
    expect(JSON.parse(plain(token))).toMatchObject({ form, body: text })
    expect(decodeClientReplay(token)).toEqual({ _tag: 'Right', right: { clause: 'client.total', one } })
  })

  test.each<readonly [string, ResponseSample['means']]>([
    ['an error', { _tag: 'Error', type: 'A', message: undefined, reasonCode: 'b' }],
    ['a violation', { _tag: 'Violation', breaks: 'response.status.ok' }],
    ['a listing', { _tag: 'Listing', descriptors: [{ id: undefined, time: 7 }] }]
  ])('%s keeps its meaning, and has nothing undisturbed where there was nothing', (_, means) => {
    const { response, traits } = answer
    const one = reading({ means, traits, secrets: [], response: { ...response, body: '' } })
    const decoded = decodeClientReplay(encodeClientReplay({ clause: 'client.total', one }))
    expect(decoded).toEqual({ _tag: 'Right', right: { clause: 'client.total', one } })
    expect(decoded._tag === 'Right' && Object.hasOwn(decoded.right.one.answer, 'undisturbed')).toBe(false)
  })

  test.each<Trait>([
    'unknown members',
    'null members',
    'another order',
    'date with an exponent',
    'several types',
    'decorated type',
    'type elsewhere',
    'unreadable body'
  ])('may say %s', (trait) => {
    const one = reading({ ...answer, secrets: [], traits: [trait], response: { ...answer.response, body: '' } })
    expect(decodeClientReplay(encodeClientReplay({ clause: 'client.total', one }))._tag).toBe('Right')
  })
})

describe('decodeClientReplay', () => {
  const token = encodeClientReplay({ clause: 'client.request.wire', one: calling({ ClientId: 'a' }) })
  const changed = (change: object): string =>
    `client.1.${Buffer.from(JSON.stringify({ ...(JSON.parse(plain(token)) as object), ...change })).toString('base64url')}`

  test.each([
    ['a token of a server', '1.e30', 'a replay token of a client starts with "client.1."'],
    ['a damaged token', 'client.1.e3', 'the token is damaged'],
    ['a clause that does not bind clients', changed({ clause: 'request.method' }), 'not known here'],
    ['an unknown trait', changed({ traits: ['odd'] }), 'not known here'],
    ['no call', changed({ call: {} }), 'not known here'],
    ['a form that is none', changed({ form: 'hex' }), 'not known here'],
    ['a subject that is none', changed({ about: 'question' }), 'not known here'],
    ['a status that is no number', changed({ status: '200' }), 'not known here'],
    ['a header that is no text', changed({ headers: { a: 1 } }), 'not known here'],
    ['no body', changed({ body: undefined }), 'not known here'],
    ['a meaning that is none', changed({ means: { _tag: 'Other' } }), 'not known here'],
    ['a listing of texts', changed({ means: { _tag: 'Listing', descriptors: ['a'] } }), 'not known here'],
    ['an id that is no text', changed({ means: { _tag: 'Listing', descriptors: [{ id: 1 }] } }), 'not known here'],
    [
      'a date that is no number',
      changed({ means: { _tag: 'Listing', descriptors: [{ time: '' }] } }),
      'not known here'
    ],
    ['a broken clause that is none', changed({ means: { _tag: 'Violation', breaks: 'a' } }), 'not known here'],
    ['an undisturbed answer without a body', changed({ undisturbed: { status: 1, headers: {} } }), 'not known here']
  ])('%s is refused with a reason', (_, text, why) => {
    expect(decodeClientReplay(text)).toEqual({ _tag: 'Left', left: expect.stringContaining(why) as string })
  })
})
