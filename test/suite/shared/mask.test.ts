/**
 * `masker`: no secret that it is told of survives it, in any of the encodings that the oracle of leaks knows.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excuseId, plant } from '../../../src/laws/shared/LeakIndex.js'
import { leakIndexOf, masker, shownMessage } from '../../../src/suite/shared/mask.js'

const secret = (): fc.Arbitrary<string> => fc.stringMatching(/^[A-Za-z0-9_+]{24,64}$/)

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const encodings: ReadonlyArray<(text: string) => string> = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => [...text].reverse().join(''),
  (text) => Buffer.from(text).toString('hex'),
  (text) => Buffer.from(text).toString('hex').toUpperCase(),
  base64,
  (text) => Buffer.from(text).toString('base64url'),
  (text) => base64(`client:${text}`),
  (text) => base64(`{"a":"${text}"}`),
  encodeURIComponent,
  (text) => [...text].map((c) => `%${Buffer.from(c).toString('hex')}`).join(''),
  (text) => [...text].map((c) => `\\u00${Buffer.from(c).toString('hex')}`).join(''),
  (text) => [...text].map((c) => `&#x${Buffer.from(c).toString('hex')};`).join(''),
  (text) => text.slice(0, 13),
  (text) => text.slice(-13),
  (text) => `${text}${text}`,
  (text) => JSON.stringify(JSON.stringify(text))
]

/** Whether any 13 characters of a text, in any case, stand in another. */
const isPartOf = (part: string, text: string): boolean =>
  Array.from({ length: part.length - 12 }, (_, i) => part.slice(i, i + 13).toLowerCase()).some((w) =>
    text.toLowerCase().includes(w)
  )

describe('masker', () => {
  test('no secret survives, however it is encoded and whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(secret(), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...encodings),
        fc.string(),
        fc.string(),
        (secrets, encode, before, after) => {
          const mask = masker(secrets)
          for (const one of secrets) {
            const hidden = encode(one)
            expect(isPartOf(hidden, mask(`${before}${hidden}${after}`))).toBe(false)
            expect(isPartOf(hidden, mask(`${JSON.stringify({ [before]: hidden, after })}`))).toBe(false)
          }
        }
      ),
      { numRuns: 300 }
    )
  })

  test('what holds no secret stays as it is', () => {
    const mask = masker(['S3cretS3cretS3cretS3cret0001'])
    fc.assert(fc.property(fc.stringMatching(/^[a-z {}:,.]{0,100}$/), (text) => mask(text) === text))
  })

  test('without any secret, members that are named like one are masked all the same', () => {
    expect(masker([])('{"ClientSecretId":"a--1","ClientSecretValue":"whoever"}')).toBe(
      '{"ClientSecretId":"a--1","ClientSecretValue":"[secret]"}'
    )
  })

  test('nor does a secret that nobody knows show behind its name in the words of a server', () => {
    expect(masker([])('no: client_secret = S3cretS3cretS3cretS3cret0001 is taken')).toBe(
      'no: client_secret = [secret] is taken'
    )
  })

  test('long text is cut after it was masked', () => {
    const one = 'S3cretS3cretS3cretS3cret0001'
    const masked = masker([one])(`${'a'.repeat(3990)}${one}${'b'.repeat(3000)}`)
    expect(masked.length).toBeLessThan(4100)
    expect(isPartOf(one, masked)).toBe(false)
    expect(masked).toMatch(/… \([\d,]+ characters in all\)$/)
  })
})

describe('masker: words and sizes', () => {
  const one = 'S3cretS3cretS3cret0001abcd'
  const reversed = [...one].reverse().join('')
  const WITHHELD = '[withheld: it gives a secret away]'

  test.each([
    ['"client_secret":"v"', '"client_secret":"[secret]"'],
    ['"CLIENT-SECRET" \n: \t"v"', '"CLIENT-SECRET" \n: \t"[secret]"'],
    ['"my-own_clientSecretValue":"v"', '"my-own_clientSecretValue":"[secret]"'],
    ['"client-secret_value":"v","a":"b"', '"client-secret_value":"[secret]","a":"b"'],
    ['"secretHash":"v"', '"secretHash":"[secret]"'],
    ['"secret_hash":"a\\"b\\\\","c":"d"', '"secret_hash":"[secret]","c":"d"'],
    ['"SECRET-HASH":"cut of', '"SECRET-HASH":"[secret]"'],
    ['"client.Secret":"v","ClientSecretId":"v"', '"client.Secret":"v","ClientSecretId":"v"'],
    ['a Signature=0123456789abcdefA, b', 'a Signature=[signature], b'],
    ['signature=0123456789ABCDEF', 'signature=[signature]'],
    ['Signature=0123456789abcde', 'Signature=0123456789abcde']
  ])('%s is shown as %s', (text, shown) => {
    expect(masker([])(text)).toBe(shown)
  })

  test('a text that still gives a secret away is withheld, unless an id has the same characters', () => {
    expect(masker([one])(`no ${reversed}`)).toBe(WITHHELD)
    expect(masker([one])('no S3cretS3cret0')).toBe(WITHHELD)
    const withId = leakIndexOf([one])
    excuseId(withId, 'S3cretS3cretS3')
    const mask = masker([one], undefined, () => [withId])
    expect(mask('no S3cretS3cretS3')).toBe('no S3cretS3cretS3')
    expect(mask(`no ${reversed}`)).toBe(WITHHELD)
  })

  test('a text is withheld whichever index finds a secret in it, also one that was planted since', () => {
    const two = 'Oth3rOth3rOth3rOth3r0002'
    const growing = leakIndexOf([])
    const mask = masker([one], undefined, () => [growing, leakIndexOf([one])])
    expect(mask('no S3cretS3cret0')).toBe(WITHHELD)
    expect(mask('no Oth3rOth3rOth')).toBe('no Oth3rOth3rOth')
    plant(growing, two)
    expect(mask('no Oth3rOth3rOth')).toBe(WITHHELD)
  })

  test('only what is shown is searched, and a little more', () => {
    expect(masker([], 3)('abc')).toBe('abc')
    expect(masker([], 3)('abcdef')).toBe('abc… (6 characters in all)')
    expect(masker([one], 10)(`${'x'.repeat(2000)}${reversed}`)).toBe('xxxxxxxxxx… (2,026 characters in all)')
    expect(masker([one], 10)(`${'x'.repeat(900)}${reversed}`)).toBe(WITHHELD)
    expect(masker([one], 2000)(`${'x'.repeat(990)}${one}`)).toBe(`${'x'.repeat(990)}[secret]`)
    expect(masker([])('x'.repeat(4001))).toBe(`${'x'.repeat(4000)}… (4,001 characters in all)`)
  })
})

describe('shownMessage', () => {
  test('leaves out what requests are signed with, and masks names and values', () => {
    const one = 'S3cretS3cretS3cretS3cret0001'
    const headers = {
      Authorization: 'AWS4',
      'x-amz-security-token': 't',
      'x-authorization': 'b',
      'authorization-x': 'c',
      [`x-${one}`]: 'a',
      'x-a': one,
      'x-b': undefined
    }
    const shown = shownMessage('POST /', { headers, body: Buffer.from(`{"a":"${one}"}`) }, masker([one]))
    expect(shown).toEqual({
      start: 'POST /',
      headers: { 'x-authorization': 'b', 'authorization-x': 'c', 'x-[secret]': 'a', 'x-a': '[secret]' },
      body: '{"a":"[secret]"}'
    })
  })
})
