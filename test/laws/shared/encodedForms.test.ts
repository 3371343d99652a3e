import { expect, it } from 'vitest'
import { encodedForms, type EncodedForm } from '../../../src/laws/shared/encodedForms.js'
import { ALPHABETS, inBlocks, inNumerals, shifted, uuencoded } from '../../faults/rareWritings.js'

const reversed = (text: string): string => [...text].reverse().join('')

/** Base32 of whole blocks. */
const base32 = (text: string): string =>
  (
    [...Buffer.from(text)]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .match(/.{5}/g) ?? []
  )
    .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(parseInt(five, 2)))
    .join('')

/** The whole blocks of 17 characters, from each place in a block. */
const aligned = (text: string, size: number, encode: (part: string) => string): ReadonlyArray<string> =>
  Array.from({ length: size }, (_, skip) => {
    const rest = text.slice(skip)
    return encode(rest.slice(0, rest.length - (rest.length % size)))
  })

const blocks = (text: string): Readonly<Partial<Record<EncodedForm, ReadonlyArray<string>>>> => ({
  base85: [ALPHABETS.ascii85, ALPHABETS.z85, ALPHABETS.rfc1924].flatMap((alphabet) =>
    aligned(text, 4, (part) => inBlocks(part, alphabet))
  ),
  base32: aligned(text, 5, (part) => inBlocks(part, ALPHABETS.crockford, 5)),
  // without the length of the line and its end
  uuencode: aligned(text, 3, (part) => uuencoded(part).slice(1, -1))
})

const numbers = (text: string): ReadonlyArray<string> => [
  BigInt(`0x${Buffer.from(text).toString('hex')}`).toString(),
  inNumerals(text, '0123456789abcdefghijklmnopqrstuvwxyz'),
  inNumerals(text, ALPHABETS.base58),
  inNumerals(text, ALPHABETS.base62)
]

const ciphers = (text: string): ReadonlyArray<string> => [
  ...Array.from({ length: 25 }, (_, i) => i + 1)
    .filter((by) => by !== 13)
    .map((by) => shifted(text, by)),
  shifted(text, 13).replace(/\d/g, (digit) => String((Number(digit) + 5) % 10)),
  text.toLowerCase().replace(/[a-z]/g, (c) => 'zyxwvutsrqponmlkjihgfedcba'.charAt(c.charCodeAt(0) - 97)),
  // ROT47: the printable characters but the space, in a ring
  [...text].map((c) => String.fromCharCode(33 + ((c.charCodeAt(0) - 33 + 47) % 94))).join('')
]

/** By its form, everything that a secret or what it begins with is written as. */
const written = (text: string): Readonly<Partial<Record<EncodedForm, ReadonlyArray<string>>>> => ({
  ...blocks(text.slice(0, 17)),
  'a cipher': ciphers(text.slice(0, 17)),
  'a number': numbers(text)
})

it.each(['SomeSecret_0123That9NobodyShouldSee+', '{:Some~Secret]That[Nobody@Sho`uld/See:{'])(
  '%s is written forwards, from its end to its start, and each of them backwards',
  (secret) => {
    const end = secret.slice(-17)
    const backwards = [
      ...Object.values(blocks(end)).flat(),
      ...aligned(end, 3, (part) => Buffer.from(part).toString('base64')),
      ...aligned(end, 5, base32),
      Buffer.from(end).toString('hex'),
      ...numbers(secret)
    ].map(reversed)
    const all = [written(secret), written(reversed(secret)), { reversed: backwards }].flatMap((forms) =>
      Object.entries(forms).flatMap(([form, texts]) => texts.map((text) => `${form} ${text.toLowerCase()}`))
    )
    expect(
      encodedForms(secret)
        .map(([form, text]) => `${form} ${text}`)
        .sort()
    ).toEqual([...all].sort())
  }
)

it('a secret that is not ASCII is written in no form', () => {
  expect(encodedForms(`${'a'.repeat(24)}é`)).toEqual([])
  expect(encodedForms(`é${'a'.repeat(24)}`)).toEqual([])
  expect(encodedForms(`${'a'.repeat(12)} ${'a'.repeat(12)}`)).toEqual([])
  expect(encodedForms('')).toEqual([])
})
