import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK, sanitize } from '../../src/index.js'
import { clientSecret } from '../../src/generators/index.js'

const SECRET = 'Abc+def/Ghi_jkl?Mno=pqr+S'

const utf8 = (text: string): Buffer => Buffer.from(text)

/** Each of the whole text, secret and what is around it. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (s) => s,
  percent: encodeURIComponent,
  'percent in lower case': (s) => encodeURIComponent(s).replaceAll(/%../g, (code) => code.toLowerCase()),
  'escapes of JSON': (s) => s.replaceAll(/\W/g, (c) => `\\u00${utf8(c).toString('hex')}`),
  'escapes in capitals': (s) => s.replaceAll(/\W/g, (c) => `\\u00${utf8(c).toString('hex').toUpperCase()}`),
  base64: (s) => utf8(s).toString('base64'),
  base64url: (s) => utf8(s).toString('base64url'),
  hex: (s) => utf8(s).toString('hex'),
  'hex in capitals': (s) => utf8(s).toString('hex').toUpperCase()
}

/** The characters of an encoded text that depend on the secret alone are at most so many fewer than all of them. */
const EDGE = 8

describe('a secret that is known', () => {
  it.each(Object.entries(encodings))('%s, wherever it stands', (_, encode) => {
    const around = fc.string({ unit: fc.constantFrom('a', 'Z', '9', ':', '-'), maxLength: 5 })
    fc.assert(
      fc.property(fc.oneof(fc.constant(SECRET), clientSecret()), around, around, (secret, before, after) => {
        const text = String(sanitize(encode(`${before}${secret}${after}`), { secrets: [secret] }))
        expect(text).toContain(MASK)
        const kept = text.replace(MASK, '').length
        expect(kept).toBeLessThanOrEqual(encode(before).length + encode(after).length + EDGE)
      })
    )
  })

  it.each(['é+ü_äöåé', '😀😀😀😀+/?>>>~'])('of any characters: %s', (secret) => {
    for (const encode of [encodings['base64'], encodings['base64url'], encodings['hex'], encodings['percent']]) {
      for (const before of ['', '1', '12']) {
        expect(sanitize(encode?.(`${before}${secret}x`), { secrets: [secret] })).toContain(MASK)
      }
    }
  })

  it('that is short is masked as it is only: its encodings stand in any text', () => {
    expect(sanitize('a 61 YQ ab', { secrets: ['a'] })).toBe(`${MASK} 61 YQ ${MASK}b`)
  })

  it('is told of anew at each call', () => {
    const secrets = ['first-secret']
    expect(sanitize('first-secret second-secret', { secrets })).toBe(`${MASK} second-secret`)
    secrets[0] = 'second-secret'
    expect(sanitize('first-secret second-secret', { secrets })).toBe(`first-secret ${MASK}`)
    secrets.push('first-secret')
    expect(sanitize('first-secret second-secret', { secrets })).toBe(`${MASK} ${MASK}`)
  })
})
