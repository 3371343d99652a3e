/**
 * What texts may stand for: every encoding with the very texts that are read in it, and none besides.
 */
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodings, differences, type Encoding, latin1 } from '../../../src/laws/shared/decodings.js'

/** 30 characters: no encoding needs padding. */
const SECRET = 'SomeSecretThatNobodyShouldSees'

const bytes = Buffer.from(SECRET)
const hex = bytes.toString('hex')
const base64 = bytes.toString('base64')

const each = (write: (byte: number) => string, between = ''): string => [...bytes].map(write).join(between)

const base32 = (alphabet: string): string =>
  (each((byte) => byte.toString(2).padStart(8, '0')).match(/.{5}/g) ?? [])
    .map((five) => alphabet.charAt(parseInt(five, 2)))
    .join('')

const fullWidth = [...SECRET].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')

/** What a text stands for in one encoding. */
const readAs = (encoding: Encoding, text: string): ReadonlyArray<string> =>
  decodings(text).flatMap(([name, other]) => (name === encoding ? [other] : []))

/** Without `stands` the text stands for the secret. */
type Case = readonly [what: string, encoding: Encoding, text: string, stands?: ReadonlyArray<string>]

const cases: ReadonlyArray<Case> = [
  ['base64', 'base64', base64],
  ['base64 behind one character', 'base64', `/${base64}`],
  ['base64 behind two', 'base64', `//${base64}`],
  ['base64 behind three', 'base64', `///${base64}`],
  ['base64 of 16 characters', 'base64', 'QUJDREVGR0hJSktM', ['ABCDEFGHIJKL']],
  ['base64 of 15', 'base64', 'QUJDREVGR0hJSkt', []],
  [
    'base64 with + and /',
    'base64',
    Buffer.from('SomeSecret?>?>?>~~~That').toString('base64'),
    ['SomeSecret?>?>?>~~~That']
  ],
  ['base64url', 'base64', Buffer.from('SomeSecret?>?>?>~~~That').toString('base64url'), ['SomeSecret?>?>?>~~~That']],
  ['base64 of UTF-16', 'base64', Buffer.from(SECRET, 'utf16le').toString('base64')],
  [
    'base64 of bytes that are no text',
    'base64',
    Buffer.from(Uint8Array.from({ length: 30 }, (_, i) => i % 12)).toString('base64'),
    []
  ],
  ['base64 of eleven characters and a space', 'base64', Buffer.from('SomeSecretT hat').toString('base64'), []],
  ['base32', 'base32', base32('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')],
  ['base32 in lower case', 'base32', base32('abcdefghijklmnopqrstuvwxyz234567')],
  ['base32 behind a character', 'base32', `A${base32('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['base32 behind seven', 'base32', `AAAAAAA${base32('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['base32 of extended hex', 'base32', `00000000${base32('0123456789ABCDEFGHIJKLMNOPQRSTUV')}`],
  ['the same in lower case', 'base32', `00000000${base32('0123456789abcdefghijklmnopqrstuv')}`],
  ['hex', 'hex', hex],
  ['hex in upper case', 'hex', hex.toUpperCase()],
  ['hex behind a digit', 'hex', `0${hex}`, [SECRET.slice(0, 29)]],
  ['hex with colons', 'hex', hex.replace(/../g, '$&:')],
  ['hex with spaces and dashes', 'hex', hex.replace(/../g, '$& - ')],
  ['a list of hex numbers', 'hex', hex.replace(/../g, '0x$&, ')],
  ['twelve bytes of hex', 'hex', hex.slice(0, 24), ['SomeSecretTh']],
  ['eleven bytes of hex', 'hex', hex.slice(0, 22), []],
  ['decimal bytes', 'bytes', JSON.stringify([...bytes])],
  ['decimal bytes with spaces', 'bytes', each(String, ', ')],
  ['octal bytes', 'bytes', each((byte) => byte.toString(8), ' ')],
  ['eleven decimal bytes', 'bytes', JSON.stringify([...bytes.subarray(0, 11)]), []],
  ['twelve decimal bytes', 'bytes', JSON.stringify([...bytes.subarray(0, 12)]), ['SomeSecretTh']],
  ['bits of bytes', 'bytes', each((byte) => byte.toString(2).padStart(8, '0'), ' ')],
  ['bits without zeros in front of them', 'bytes', each((byte) => byte.toString(2), ', ')],
  [
    'bits of twelve digits',
    'bytes',
    [...Buffer.from('012345678901')].map((byte) => byte.toString(2)).join(' '),
    ['012345678901']
  ],
  ['bits of eleven bytes', 'bytes', each((byte) => byte.toString(2).padStart(8, '0')).slice(0, 88), []],
  ['bits one by one', 'bytes', '1 0 '.repeat(50), []],
  ['bits without spaces', 'bytes', each((byte) => byte.toString(2).padStart(8, '0'))],
  ['percent-encoding', 'escaped', each((byte) => `%${byte.toString(16)}`)],
  ['percent-encoding with NULs', 'escaped', each((byte) => `%${byte.toString(16)}%00`)],
  ['a soft line break', 'escaped', 'SomeSecret=\nThatNobody=\r\nShould=53ees'],
  ['a soft line break in JSON', 'escaped', 'SomeSecret=\\nThatNobody=\\r\\nShould=53ees'],
  ['escapes of JSON', 'escaped', each((byte) => `\\u00${byte.toString(16)}`)],
  ['escapes of C', 'escaped', each((byte) => `\\x${byte.toString(16)}`)],
  ['escapes of C in JSON', 'escaped', each((byte) => `\\\\x${byte.toString(16)}`)],
  ['octal escapes', 'escaped', each((byte) => `\\${byte.toString(8).padStart(3, '0')}`)],
  ['octal escapes in JSON', 'escaped', each((byte) => `\\\\${byte.toString(8).padStart(3, '0')}`)],
  ['hexadecimal entities', 'escaped', each((byte) => `&#x${byte.toString(16)};`)],
  ['decimal entities', 'escaped', each((byte) => `&#${byte};`)],
  ['an escaped slash', 'escaped', 'SomeSecret\\/ThatNobody', ['SomeSecret/ThatNobody']],
  ['a text without escapes', 'escaped', SECRET, []],
  ['base64 with escapes', 'base64', base64.replace('V', '%56')],
  ['full-width letters', 'wide', fullWidth],
  ['full-width letters as bytes of UTF-8', 'wide', Buffer.from(fullWidth).toString('latin1')],
  ['full-width letters and a joiner', 'wide', `${fullWidth.slice(0, 5)}\u200b${fullWidth.slice(5)}`],
  ['full-width letters and an accent', 'wide', `${fullWidth.slice(0, 5)}\u0332${fullWidth.slice(5)}`],
  [
    'full-width letters behind a byte that is no UTF-8',
    'wide',
    `\xe9${Buffer.from(fullWidth).toString('latin1')}`,
    [`\ufffd${SECRET}`]
  ],
  ['letters with marks that are none of their own', 'wide', SECRET.replace('b', 'b\u0332'), []],
  ['bytes that are no UTF-8', 'wide', `${SECRET}\xff`, []],
  ['accents', 'wide', 'S\u00e9cr\u00e8tThatNobodyShouldSees', []],
  ['base64 of gzip', 'compressed', gzipSync(SECRET).toString('base64')],
  ['hex of zlib', 'compressed', deflateSync(SECRET).toString('hex')],
  ['base64 of compressed UTF-16', 'compressed', gzipSync(Buffer.from(SECRET, 'utf16le')).toString('base64')],
  [
    'every second character',
    'interleaved',
    [...SECRET].map((c, i) => `${c}${i % 10}`).join(''),
    [SECRET, '0123456789'.repeat(3)]
  ],
  [
    'every second of as many characters as are likely',
    'interleaved',
    'ab'.repeat(1024),
    ['a'.repeat(1024), 'b'.repeat(1024)]
  ],
  ['every second of more', 'interleaved', 'ab'.repeat(1025), []],
  ['every second of few characters', 'interleaved', SECRET.slice(0, 23).replace(/./g, '$&x'), []],
  [
    'the members of an object',
    'in members',
    '{"Some":"SecretThat","Nobody":{"Should":["Sees",1,true,null],"Some":"ShouldSee"}}',
    ['SomeNobodyShouldSome', 'SecretThatSees1ShouldSee', 'SecretThatShouldSee Sees 1']
  ],
  ['the members of a list', 'in members', '["SecretThat","Nobody"]', []],
  ['what is no JSON', 'in members', '{"SecretThat":"Nobody"', []]
]

describe('a text stands for', () => {
  it.each(cases.map(([what, encoding, text, stands = [SECRET]]) => ({ what, encoding, text, stands })))(
    '$what ($encoding)',
    ({ encoding, text, stands }) => {
      expect(readAs(encoding, text)).toEqual(stands)
    }
  )

  it('nothing, where it is one character over and over or plain words', () => {
    expect(decodings('a'.repeat(32))).toEqual([])
    expect(decodings('a'.repeat(60))).toEqual([])
    expect(decodings('User pool client does not exist.')).toEqual([])
    expect(decodings('')).toEqual([])
  })

  it('what is left of it where each byte was XORed with the same one', () => {
    const xored = (key: number): string => Buffer.from(bytes.map((byte) => byte ^ key)).toString('hex')
    expect(readAs('XOR', xored(0xa7))).toContain(differences(SECRET))
    expect(readAs('XOR', xored(0))).toContain(differences(SECRET))
    expect(readAs('XOR', hex.slice(0, 48)).some((one) => one.startsWith(differences(SECRET).slice(0, 23)))).toBe(true)
    expect(readAs('XOR', hex.slice(0, 46)).some((one) => one.startsWith(differences(SECRET).slice(0, 22)))).toBe(false)
    const long = 'ab, '.repeat(1025)
    expect([readAs('XOR', long.slice(0, 4096)).length, readAs('XOR', long).length]).toEqual([2, 1])
  })
})

it('each byte is the character with its number, however many there are', () => {
  const text = (length: number): string => latin1(Uint8Array.from({ length }, (_, i) => i % 251))
  expect(text(3)).toBe('\0\x01\x02')
  for (const length of [8191, 8192, 8193, 300_000]) {
    expect([...text(length)].every((c, i) => c.charCodeAt(0) === i % 251)).toBe(true)
    expect(text(length)).toHaveLength(length)
  }
})

it('the differences of a text are each character XORed with the next one', () => {
  expect(differences('ABCa')).toBe('\x03\x01\x22')
  expect([differences('a'), differences('')]).toEqual(['', ''])
})
