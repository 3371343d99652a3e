import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK, sanitize } from '../../src/index.js'
import { PLANTED, withPlanted } from './arbitraries.js'
import { deepText } from './deepText.js'

const NAMES = [
  'ClientSecret',
  'clientSecret',
  'client_secret',
  'client-secret',
  'CLIENT_SECRET',
  'ClientSecretValue',
  'clientSecretValue',
  'client_secret_value',
  'SecretHash',
  'SECRET_HASH',
  'secret-hash',
  'COGNITO_CLIENT_SECRET',
  'appClientSecret',
  'clientSecretHash',
  'ClientSecrets'
]

/** A secret under one of its names, in all that a program may have in hand. */
const named = (): fc.Arbitrary<unknown> =>
  fc.constantFrom(...NAMES).chain((name) =>
    fc.constantFrom<unknown>(
      { [name]: PLANTED },
      new Map([[name, PLANTED]]),
      Object.assign(Object.create(null) as object, { [name]: PLANTED }),
      Object.assign(new Error('refused'), { [name]: PLANTED }),
      Object.assign(() => undefined, { [name]: PLANTED }),
      JSON.stringify({ ClientId: 'a', [name]: PLANTED, b: 1 }),
      JSON.stringify({ [name]: PLANTED }, undefined, 2),
      `grant_type=client_credentials&${name}=${PLANTED}&client_id=a`,
      `${name}: ${PLANTED}`,
      { ClientSecrets: [PLANTED, PLANTED] },
      { [name]: [[PLANTED]] },
      { [name]: { a: { b: PLANTED } } },
      { Name: name, Value: PLANTED },
      [[name, PLANTED]],
      ['curl', `--${name}`, PLANTED],
      JSON.stringify({ name, value: PLANTED }),
      JSON.stringify({ [name]: [{ a: 1 }, { S: PLANTED }] }),
      `${name} => '${PLANTED}'`,
      `<${name}>${PLANTED}</${name}>`,
      `${name}%3D${PLANTED}`,
      { ClientSecrets: [{ [name]: PLANTED }] },
      `{"ClientSecrets":["${PLANTED}"]}`
    )
  )

/** The same, wrapped in anything, several times. */
const hidden = (): fc.Arbitrary<unknown> =>
  fc.tuple(named(), fc.array(fc.nat({ max: 10 }), { maxLength: 6 })).map(([value, wrappers]) =>
    wrappers.reduce<unknown>((u, wrapper) => {
      switch (wrapper) {
        case 0:
          return [1, u]
        case 1:
          return { a: u }
        case 2:
          return new Map([['k', u]])
        case 3:
          return new Map([[u, 'v']])
        case 4:
          return new Set([u])
        case 5:
          return new Error('failed', { cause: u })
        case 6:
          return new AggregateError([u, new Error('other')])
        case 7:
          return Object(u)
        case 8:
          return { __proto__: null, body: u }
        case 9:
          return new Error(typeof u === 'string' ? u : 'x', { cause: u })
        default:
          return JSON.stringify({ body: u }) // text inside text: escaped once more each time
      }
    }, value)
  )

describe('sanitize', () => {
  it('masks what is named like a secret, however deep and in whatever it sits', () => {
    fc.assert(
      fc.property(hidden(), (value) => !deepText(sanitize(value)).includes(PLANTED)),
      { numRuns: 3000 }
    )
  })

  it('masks a secret that it is told of in every string and every key, whatever the name', () => {
    const secrets = [PLANTED]
    const value = fc.oneof(
      withPlanted(),
      fc.string().map((s) => `${s}${PLANTED}${s}`),
      fc.constant(Symbol(PLANTED)),
      hidden()
    )
    fc.assert(
      fc.property(value, (u) => !deepText(sanitize(u, { secrets })).includes(PLANTED)),
      { numRuns: 3000 }
    )
  })

  it('knows the longer of two secrets that share a beginning', () => {
    expect(sanitize(`${PLANTED}Longer`, { secrets: [PLANTED, `${PLANTED}Longer`] })).toBe(MASK)
    expect(sanitize('text', { secrets: [''] })).toBe('text')
    expect(sanitize('\ud800 text', { secrets: ['\ud800'] })).toBe(`${MASK} text`)
  })

  it('leaves alone what is no secret', () => {
    const harmless = {
      ClientId: 'a',
      ClientSecretId: 'a--1',
      ClientSecretCreateDate: new Date(0),
      ClientSecrets: [{ ClientSecretId: 'a--1' }],
      ClientSecret: null,
      text: 'ClientSecretId: a--1, "ClientSecrets": []',
      n: [1, -0, true, undefined, null],
      path: ['ClientSecrets', 0, 'ClientSecretValue'],
      auth: 'client_secret_basic',
      hasClientSecret: true
    }
    expect(sanitize(harmless)).toStrictEqual(harmless)
  })

  it('is idempotent', () => {
    const secrets = [PLANTED]
    fc.assert(
      fc.property(fc.oneof(withPlanted(), hidden()), (u) => {
        const once = sanitize(u, { secrets })
        expect(sanitize(once, { secrets })).toStrictEqual(once)
      }),
      { numRuns: 2000 }
    )
  })

  it('changes nothing that it is given', () => {
    fc.assert(
      fc.property(withPlanted(), (u) => {
        const before = fc.stringify(u)
        sanitize(u, { secrets: [PLANTED] })
        expect(fc.stringify(u)).toBe(before)
      }),
      { numRuns: 1000 }
    )
  })
})
