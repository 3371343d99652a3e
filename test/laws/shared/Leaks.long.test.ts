import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientSecret } from '../../../src/generators/index.js'
import { emptyLeakIndex, excuseId, plant } from '../../../src/laws/shared/LeakIndex.js'
import { findLeaks, type Leak } from '../../../src/laws/shared/Leaks.js'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { ALPHABETS, inBlocks, inNumerals, shifted, uuencoded } from '../../faults/rareWritings.js'
import { title } from '../title.js'

const SECRET = '0q8xkz3vfp7s1n5wj4tr9ydmbgch2ael6u0q8xkz3vfp7s1n5wj4'

const search = (secret: string, response: Partial<HttpResponse>): ReadonlyArray<Leak> => {
  const index = emptyLeakIndex()
  plant(index, secret)
  return findLeaks(index, { status: 200, headers: {}, body: '', ...response })
}

/** Any run of 12 of its characters tells something. */
const tellingSecret = (): fc.Arbitrary<string> => clientSecret().filter((secret) => !/(.)\1{11}/i.test(secret))

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

const percent = (text: string): string => [...bytesOf(text)].map((b) => `%${b.toString(16).padStart(2, '0')}`).join('')

const escaped = (text: string): string =>
  [...bytesOf(text)].map((b) => `\\u00${b.toString(16).padStart(2, '0')}`).join('')

const forms: Readonly<Record<string, (secret: string) => string>> = {
  plain: (s) => s,
  'upper case': (s) => s.toUpperCase(),
  reversed: (s) => [...s].reverse().join(''),
  'a run of 12 at the start': (s) => s.slice(0, 12),
  'a run of 12 at the end': (s) => s.slice(-12),
  'all but the first and last 4': (s) => s.slice(4, -4),
  'in groups': (s) => s.replace(/.{4}(?!$)/g, '$&-'),
  'in a list of characters': (s) => JSON.stringify([...s]),
  'in an object of characters': (s) => JSON.stringify({ ...[...s] }),
  base64: (s) => bytesOf(s).toString('base64'),
  'base64, one byte on': (s) => bytesOf(`x${s}`).toString('base64'),
  'base64, two bytes on': (s) => bytesOf(`xy${s}`).toString('base64'),
  'base64 of id:secret': (s) => bytesOf(`1h57kf5cpq17m0eml12example:${s}`).toString('base64'),
  base64url: (s) => bytesOf(`x${s}`).toString('base64url'),
  'hex in lower case': (s) => bytesOf(s).toString('hex'),
  'hex in upper case': (s) => bytesOf(s).toString('hex').toUpperCase(),
  'percent-encoded where it must be': (s) => encodeURIComponent(s),
  'percent-encoded altogether': percent,
  'percent-encoded in upper case': (s) => percent(s).toUpperCase(),
  'JSON-escaped': escaped,
  'HTML-escaped': (s) => [...bytesOf(s)].map((b) => `&#x${b.toString(16).padStart(2, '0')};`).join(''),
  'reversed and percent-encoded': (s) => percent([...s].reverse().join(''))
}

const xored = (text: string, key: number): Buffer => Buffer.from(bytesOf(text).map((byte) => byte ^ key))

/** Each character, and another one behind it. */
const zipped = (text: string): string => [...text].map((c, i) => `${c}${i % 10}`).join('')

const rareForms: Readonly<Record<string, (secret: string) => string>> = {
  ASCII85: (s) => inBlocks(s, ALPHABETS.ascii85),
  'ASCII85, two bytes on': (s) => inBlocks(`xy${s}`, ALPHABETS.ascii85),
  Z85: (s) => inBlocks(`x${s}`, ALPHABETS.z85),
  'base85 of RFC 1924': (s) => inBlocks(`xyz${s}`, ALPHABETS.rfc1924),
  base58: (s) => inNumerals(s, ALPHABETS.base58),
  base62: (s) => inNumerals(s, ALPHABETS.base62),
  'a decimal number': (s) => BigInt(`0x${bytesOf(s).toString('hex')}`).toString(),
  "Crockford's base32": (s) => inBlocks(`abcd${s}`, ALPHABETS.crockford, 5),
  uuencode: (s) => uuencoded(s).trim(),
  ROT1: (s) => shifted(s, 1),
  ROT25: (s) => shifted(s, 25),
  'XOR with a byte, in hex': (s) => xored(s, 0xa7).toString('hex'),
  'XOR with a byte, in base64': (s) => xored(`x${s}`, 0x13).toString('base64'),
  'base64 backwards': (s) => [...bytesOf(s).toString('base64url')].reverse().join(''),
  'backwards in Z85': (s) => inBlocks([...s].reverse().join(''), ALPHABETS.z85),
  'Z85 backwards': (s) => [...inBlocks(s, ALPHABETS.z85)].reverse().join(''),
  'every second character': zipped,
  'every second character, one on': (s) => `0${zipped(s)}`
}

describe(title('response.secret.neverRevealed'), () => {
  it.each(Object.entries(forms))('is found in a body, text or bytes, and in a header: %s', (_, form) => {
    fc.assert(
      fc.property(tellingSecret(), fc.string({ maxLength: 8 }), (secret, around) => {
        const text = `${around}{"x":"${form(secret)}"}${around}`
        expect(search(secret, { body: `<${text}` }).map(({ where }) => where)).toContain('the body')
        expect(search(secret, { body: bytesOf(text) })).not.toEqual([])
        expect(search(secret, { headers: { 'x-debug': text } }).map(({ where }) => where)).toContain(
          'the header x-debug'
        )
        expect(search(secret, { statusText: text }).map(({ where }) => where)).toContain('the status line')
      }),
      { numRuns: 40 }
    )
  })

  it.each(Object.entries(rareForms))('is found in a body and in a header: %s', (_, form) => {
    const varied = tellingSecret().filter((secret) => new Set(secret.toLowerCase()).size >= 4)
    fc.assert(
      fc.property(varied, (secret) => {
        expect(search(secret, { body: JSON.stringify({ x: form(secret) }) })).not.toEqual([])
        expect(search(secret, { headers: { 'x-debug': form(secret) } })).not.toEqual([])
        expect(search(`${secret.slice(1)}~`, { body: form('NothingOfItIsIn_+0123456789') })).toEqual([])
      }),
      { numRuns: 40 }
    )
  })

  it('in JSON it is named by the path of the innermost value that holds it, whatever stands around', () => {
    const secret = 'SomeSecretThatNobodyShouldSee'
    const names = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '_'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(fc.oneof(names, fc.nat(3)), { minLength: 1, maxLength: 5 }), fc.json(), (path, other) => {
        const body = path.reduceRight<unknown>(
          (inner, key) =>
            typeof key === 'number' ? [...Array.from({ length: key }, () => other), inner] : { other, [key]: inner },
          secret
        )
        const expected = `$${path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`
        expect([...new Set(search(secret, { body: JSON.stringify(body) }).map(({ where }) => where))]).toEqual([
          expected
        ])
      })
    )
  })

  it('does not fire on what has nothing to do with it', () => {
    const unrelated = fc.oneof(
      clientSecret(),
      fc.string({ maxLength: 200 }),
      fc.json(),
      fc.base64String({ maxLength: 400 })
    )
    fc.assert(
      fc.property(tellingSecret(), unrelated, (secret, text) => {
        expect(search(secret, { body: text, headers: { 'x-a': text } })).toEqual([])
      }),
      { numRuns: 500 }
    )
  })

  const CLIENT = '1h57kf5cpq17m0eml12example'

  it('does not fire on an id of the target that a secret is made of, and fires on the rest of that secret', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(forms)), (form) => {
        const index = emptyLeakIndex()
        const secret = `${CLIENT}_secret_0001`
        plant(index, secret)
        excuseId(index, CLIENT)
        const answer = (text: string): HttpResponse => ({ status: 400, headers: { 'x-client': text }, body: text })
        expect(findLeaks(index, answer(`User pool client ${CLIENT} does not exist.`))).toEqual([])
        expect(findLeaks(index, answer(`client-id ${CLIENT.replace(/.{4}/g, '$&-')}`))).toEqual([])
        const shown = forms[form]?.(secret) ?? ''
        // a run at the start is the id, and nothing else
        expect(findLeaks(index, answer(shown)).length > 0).toBe(form !== 'a run of 12 at the start')
      })
    )
  })

  it('does not fire on a secret that was in the request, plain or encoded, and fires where it was in another', () => {
    fc.assert(
      fc.property(tellingSecret(), fc.constantFrom(...Object.values(forms)), (secret, form) => {
        const index = emptyLeakIndex()
        plant(index, secret)
        const body = JSON.stringify({ ClientId: form(secret) })
        const answer: HttpResponse = { status: 400, headers: {}, body: `{"message":"what is ${form(secret)}?"}` }
        expect(findLeaks(index, answer, { headers: {}, body: '{}' })).not.toEqual([])
        expect(findLeaks(index, answer, { headers: {}, body })).toEqual([])
        expect(findLeaks(index, answer, { headers: {}, body: Buffer.from(body) })).toEqual([])
        expect(findLeaks(index, answer, { headers: { 'x-a': form(secret) }, body: '{}' })).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('does not fire on one character over and over, and fires on two of them', () => {
    fc.assert(
      fc.property(fc.constantFrom('x', '0', '_', '+'), fc.integer({ min: 24, max: 64 }), (c, length) => {
        expect(search(c.repeat(length), { body: `before ${c.repeat(40)} after` })).toEqual([])
        expect(search(`${c.repeat(length - 1)}y`, { body: `before ${c.repeat(40)} after` })).toEqual([])
        expect(search(`${c.repeat(length - 1)}y`, { body: `before ${c.repeat(40)}y after` })).not.toEqual([])
      })
    )
  })

  it('finds a secret in a header that was searched before the secret was planted', () => {
    fc.assert(
      fc.property(fc.array(tellingSecret(), { minLength: 2, maxLength: 5 }), (secrets) => {
        const index = emptyLeakIndex()
        for (const secret of secrets) {
          const answer: HttpResponse = { status: 200, headers: { 'x-debug': secret }, body: '' }
          findLeaks(index, answer)
          plant(index, secret)
          expect(findLeaks(index, answer)).not.toEqual([])
        }
      })
    )
  })

  it.each(['base64', 'hex in lower case', 'percent-encoded altogether', 'JSON-escaped'] as const)(
    'finds a secret in a long body: %s',
    (name) => {
      const secret = 'SomeSecretThatNobodyShouldSee'
      const form = forms[name]?.(secret) ?? ''
      const filler = '{"a":"b"},'.repeat(2000)
      expect(search(secret, { body: `${filler}"${form}",${filler}` })).not.toEqual([])
    }
  )

  it('decodes a very long text to its end until it has decoded 2 MiB of such, and then the beginning', () => {
    const secret = 'SomeSecretThatNobodyShouldSee'
    const encoded = `"${bytesOf(secret).toString('hex')}",`
    const filler = (length: number): string => '{"a":"b"},'.repeat(length / 10)
    const index = emptyLeakIndex()
    plant(index, secret)
    const formsIn = (body: string): ReadonlyArray<string> => [
      ...new Set(findLeaks(index, { status: 200, headers: {}, body }).map(({ form }) => form))
    ]
    expect(formsIn(`${filler(100_000)}${encoded}`)).toEqual(['hex'])
    expect(formsIn(filler(2_200_000))).toEqual([])
    expect(formsIn(`${encoded}${filler(100_000)}`)).toEqual(['hex'])
    expect(formsIn(`${filler(100_000)}${encoded}`)).toEqual([])
    expect(formsIn(`${filler(100_000)}"${secret}",`)).toEqual(['plain'])
  })

  it('searches a third of a megabyte for hundreds of secrets', () => {
    const index = emptyLeakIndex()
    for (const secret of fc.sample(clientSecret(), { seed: 1, numRuns: 300 })) plant(index, secret)
    expect(findLeaks(index, { status: 200, headers: {}, body: 'a1-'.repeat(100_000) })).toEqual([])
  })
})

describe('a long body', () => {
  it.each([
    ['a', 12],
    ['YWJjZGVm', 12],
    ['61', 5]
  ])('of %s, in MB %d, and the secret is searched to its end', (pattern, megabytes) => {
    const body = `${pattern.repeat((megabytes * 1_000_000) / pattern.length)} ${SECRET}`
    expect(search(SECRET, { body })).not.toHaveLength(0)
  })
})
