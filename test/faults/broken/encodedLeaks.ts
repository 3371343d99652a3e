/**
 * Servers that give a secret away in part, or encoded.
 */
import { Buffer } from 'node:buffer'
import { deflateSync, gzipSync } from 'node:zlib'
import { descriptor, succeeding } from '../changes.js'
import type { Change } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** An undocumented member of each descriptor, made from the secret's value. */
const note = (f: (value: string) => unknown): Change =>
  descriptor((d, { ClientSecretValue }) => ({ ...d, Note: f(ClientSecretValue) }))

const revealed = (name: string, description: string, f: (value: string) => unknown): Fault =>
  fault(name, description, ['response.secret.neverRevealed'], note(f))

/** RFC 4648, without padding. */
const base32 = (value: string): string => {
  const bits = each(value, (c) => c.toString(2).padStart(8, '0'))
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

const hex = (value: string): string => Buffer.from(value).toString('hex')

const each = (value: string, f: (code: number) => string): string => [...value].map((c) => f(c.charCodeAt(0))).join('')

export const encodedLeakFaults: ReadonlyArray<Fault> = [
  revealed('a value under another name', 'An undocumented member holds it.', (value) => value),
  revealed('a value deep inside', 'A nested record holds it.', (value) => ({ audit: [{ before: { value } }] })),
  revealed('half a value', 'Enough to guess the rest.', (value) => value.slice(0, value.length / 2)),
  revealed('a value without its ends', 'A mask at the wrong places.', (value) => `***${value.slice(3, -3)}***`),
  revealed('a value in capitals', 'Case is all that is lost.', (value) => value.toUpperCase()),
  revealed('a value reversed', 'It is not gone for that.', (value) => [...value].reverse().join('')),
  revealed('a value in base64', 'Encoding is no encryption.', (value) => Buffer.from(value).toString('base64')),
  revealed('a value in base64url', 'Encoding is no encryption.', (value) => Buffer.from(value).toString('base64url')),
  revealed('a value inside base64', 'As Basic credentials, at another alignment.', (value) =>
    Buffer.from(`id:${value}`).toString('base64')
  ),
  revealed('a value in groups', 'As card numbers are printed.', (value) => value.replace(/.{4}(?!$)/g, '$&-')),
  revealed('a value in characters', 'A text spread into a list.', (value) => [...value]),
  revealed('a value by index', 'A text spread into an object.', (value) => ({ ...[...value] })),
  revealed('a value in hex', 'Encoding is no encryption.', hex),
  revealed('a value in hex capitals', 'Encoding is no encryption.', (value) => hex(value).toUpperCase()),
  revealed('a value percent-encoded', 'Encoding is no encryption.', (value) =>
    each(value, (c) => `%${c.toString(16)}`)
  ),
  revealed('a value in HTML entities', 'Encoding is no encryption.', (value) =>
    each(value, (c) => `&#x${c.toString(16)};`)
  ),
  revealed('a value as a Buffer', 'A Buffer of Node in JSON is a list of bytes.', (value) => Buffer.from(value)),
  revealed('a value in hex pairs', 'Bytes as debuggers print them.', (value) => hex(value).replace(/..(?!$)/g, '$&:')),
  revealed('a value in UTF-16 and base64', 'As Windows encodes text.', (value) =>
    Buffer.from(value, 'utf16le').toString('base64')
  ),
  revealed('a value in base32', 'As authenticator apps take secrets.', (value) => base32(value)),
  revealed('a value in base32 inside', 'At another alignment, in lower case.', (value) =>
    base32(`a:${value}`).toLowerCase()
  ),
  revealed('a value compressed, in base64', 'As kubectl and Helm keep releases.', (value) =>
    gzipSync(JSON.stringify({ id: 1, value })).toString('base64')
  ),
  revealed('a value compressed, in hex', 'As databases print blobs.', (value) => gzipSync(value).toString('hex')),
  revealed('a value deflated, in base64url', 'As SAML sends messages.', (value) =>
    deflateSync(value).toString('base64url')
  ),
  revealed('a value in octal escapes', 'As shells and C print bytes.', (value) =>
    each(value, (c) => `\\${c.toString(8).padStart(3, '0')}`)
  ),
  revealed('a value in octal numbers', 'As od prints bytes.', (value) => each(value, (c) => `${c.toString(8)} `)),
  revealed('a value in binary', 'As nobody needs it.', (value) =>
    each(value, (c) => `${c.toString(2).padStart(8, '0')} `)
  ),
  revealed('a value in quoted-printable', 'As mail is sent.', (value) =>
    each(value, (c) => `=${c.toString(16).toUpperCase()}`)
  ),
  revealed('a value in lines of quoted-printable', 'With soft breaks.', (value) => value.replace(/.{7}/g, '$&=\r\n')),
  revealed('a value in full width', 'As a font has it.', (value) =>
    each(value, (c) => String.fromCharCode(c + 0xfee0))
  ),
  revealed('a value with invisible characters', 'Joiners between the letters.', (value) => [...value].join('\u200d')),
  revealed('a value in ROT13', 'It is no cipher.', (value) =>
    value.replace(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) + (c.toLowerCase() < 'n' ? 13 : -13)))
  ),
  revealed('a value in lines', 'Line feeds are letters once JSON has escaped them.', (value) =>
    value.replace(/.{5}/g, '$&\n')
  ),
  revealed('a value between tabs and backslashes', 'JSON escapes both.', (value) => value.replace(/.{3}/g, '$&\t\\')),
  revealed('a value in members', 'Each has a part of it.', (value) => ({
    first: value.slice(0, 9),
    second: value.slice(9, 18),
    third: value.slice(18)
  })),
  revealed('a value in names', 'Each name is a part of it.', (value) =>
    Object.fromEntries((value.match(/.{1,8}/g) ?? []).map((part) => [part, true]))
  ),
  revealed('a value in records', 'Each has a part of it, and an index.', (value) =>
    (value.match(/.{1,6}/g) ?? []).map((part, index) => ({ index, part }))
  ),
  fault(
    'a value in base64 behind 64 kB',
    'Who reads so far?',
    ['response.secret.neverRevealed'],
    note((value) => ['- '.repeat(40_000), Buffer.from(value).toString('base64')])
  ),
  fault(
    'a value in hex in the middle of 200 kB',
    'Who reads so far?',
    ['response.secret.neverRevealed'],
    note((value) => ['. '.repeat(60_000), hex(value), '. '.repeat(40_000)])
  ),
  fault(
    'a value in JSON escapes',
    'A search for plain text in logs does not find it.',
    ['response.secret.neverRevealed'],
    succeeding((response, { client }) => {
      const escaped = (client?.secrets ?? []).map(
        (s) => `"${each(s.ClientSecretValue, (c) => `\\u00${c.toString(16)}`)}"`
      )
      return { ...response, body: `${String(response.body).slice(0, -1)},"Notes":[${escaped.join()}]}` }
    })
  )
]
