/**
 * Servers that give a secret away in an encoding that hardly anybody decodes.
 */
import { Buffer } from 'node:buffer'
import { descriptor, succeeding } from '../changes.js'
import { type Fault, fault } from '../Variant.js'
import { ALPHABETS, inBlocks, inNumerals, shifted, uuencoded } from '../rareWritings.js'

const revealed = (name: string, description: string, f: (value: string) => unknown): Fault =>
  fault(
    name,
    description,
    ['response.secret.neverRevealed'],
    descriptor((d, { ClientSecretValue }) => ({ ...d, Note: f(ClientSecretValue) }))
  )

const reversed = (text: string): string => [...text].reverse().join('')

const xored = (value: string, key: number): Buffer => Buffer.from(value).map((byte) => byte ^ key) as Buffer

const hex = (value: string): string => Buffer.from(value).toString('hex')

/** Each character of the value, and one of these behind it. */
const zipped = (value: string, others: string): string =>
  [...value].map((c, i) => `${c}${others.charAt(i % others.length)}`).join('')

export const rareEncodingFaults: ReadonlyArray<Fault> = [
  revealed('a value in ASCII85', 'As PDF and PostScript hold data.', (value) => inBlocks(value, ALPHABETS.ascii85)),
  revealed('a value in ASCII85 inside', 'Between the marks of Adobe, at another alignment.', (value) => {
    return `<~${inBlocks(`ab:${value}`, ALPHABETS.ascii85)}~>`
  }),
  revealed('a value in Z85', 'As ZeroMQ prints keys.', (value) => inBlocks(`a${value}`, ALPHABETS.z85)),
  revealed('a value in base85', 'As Git writes binary patches.', (value) => inBlocks(value, ALPHABETS.rfc1924)),
  revealed('a value in base58', 'As addresses of Bitcoin.', (value) => inNumerals(value, ALPHABETS.base58)),
  revealed('a value in base62', 'As short links.', (value) => inNumerals(value, ALPHABETS.base62)),
  revealed('a value in base36', 'A number, as JavaScript prints it.', (value) =>
    BigInt(`0x${hex(value)}`).toString(36)
  ),
  revealed('a value as a number', 'Its bytes are the digits of one.', (value) => BigInt(`0x${hex(value)}`).toString()),
  revealed('a value in the base32 of Crockford', 'As people spell ids.', (value) =>
    inBlocks(`id ${value}`, ALPHABETS.crockford, 5)
  ),
  revealed('a value uuencoded', 'As mail was sent.', uuencoded),
  revealed('a value in ROT3', "Caesar's own.", (value) => shifted(value, 3)),
  revealed('a value in ROT25', 'Each letter is the one before.', (value) => shifted(value, 25)),
  revealed('a value in ROT47', 'Every printable character goes round.', (value) =>
    value.replace(/[!-~]/g, (c) => String.fromCharCode(33 + ((c.charCodeAt(0) - 33 + 47) % 94)))
  ),
  revealed('a value XORed, in hex', 'With one byte.', (value) => xored(value, 0x5a).toString('hex')),
  revealed('a value XORed, in base64', 'With a byte that leaves no text.', (value) =>
    xored(`id ${value}`, 0xff).toString('base64')
  ),
  revealed('a value XORed to text, in base64', 'With a byte that leaves text.', (value) =>
    xored(value, 0x01).toString('base64')
  ),
  revealed('a value in base64, reversed', 'Twice hidden.', (value) => reversed(Buffer.from(value).toString('base64'))),
  revealed('a value in hex, reversed', 'Twice hidden.', (value) => reversed(hex(value))),
  revealed('a value in base58, reversed', 'Twice hidden.', (value) => reversed(inNumerals(value, ALPHABETS.base58))),
  revealed('a value reversed, in ASCII85', 'Twice hidden.', (value) => inBlocks(reversed(value), ALPHABETS.ascii85)),
  revealed('a value in ROT7, reversed', 'Twice hidden.', (value) => reversed(shifted(value, 7))),
  revealed('a value between the letters of another word', 'Every second character.', (value) => zipped(value, 'lorem')),
  revealed(
    'a value behind each letter of another word',
    'Every second character, digits around.',
    (value) => `0${zipped(value, '0123456789')}`
  ),
  fault(
    'a value over several headers',
    'Each is short.',
    ['response.secret.neverRevealed'],
    succeeding((response, { client }) => {
      const parts = client?.secrets[0]?.ClientSecretValue.match(/.{1,8}/g) ?? []
      const more = Object.fromEntries(parts.map((part, i) => [`x-part-${i}`, part]))
      return { ...response, headers: { ...response.headers, ...more } }
    })
  ),
  fault(
    'a value over several cookies',
    'A jar of crumbs.',
    ['response.secret.neverRevealed'],
    succeeding((response, { client }) => {
      const cookies = client?.secrets[0]?.ClientSecretValue.match(/.{1,10}/g) ?? []
      return { ...response, headers: { ...response.headers, 'set-cookie': cookies } }
    })
  ),
  fault(
    'the end of a value over several headers',
    'Each is short, and the start is left out.',
    ['response.secret.neverRevealed'],
    succeeding((response, { client }) => {
      const value = client?.secrets.at(-1)?.ClientSecretValue ?? ''
      return {
        ...response,
        headers: { ...response.headers, 'x-a': value.slice(-16, -8), 'x-b': value.slice(-8) }
      }
    })
  )
]
