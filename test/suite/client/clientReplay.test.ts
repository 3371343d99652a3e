/**
 * Replay tokens of clients: they give the same case back, and never hold a planted secret.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { responseSample } from '../../../src/generators/index.js'
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

describe('decodeClientReplay', () => {
  const token = encodeClientReplay({ clause: 'client.request.wire', one: calling({ ClientId: 'a' }) })
  const changed = (change: object): string =>
    `client.1.${Buffer.from(JSON.stringify({ ...(JSON.parse(plain(token)) as object), ...change })).toString('base64url')}`

  test.each([
    ['a token of a server', '1.e30', 'a replay token of a client starts with "client.1."'],
    ['a damaged token', 'client.1.e3', 'the token is damaged'],
    ['a clause that does not bind clients', changed({ clause: 'request.method' }), 'not known here'],
    ['an unknown trait', changed({ traits: ['odd'] }), 'not known here'],
    ['no call', changed({ call: {} }), 'not known here']
  ])('%s is refused with a reason', (_, text, why) => {
    expect(decodeClientReplay(text)).toEqual({ _tag: 'Left', left: expect.stringContaining(why) as string })
  })
})
