/**
 * Servers that give a secret away in part, or encoded.
 */
import { Buffer } from 'node:buffer'
import { descriptor, succeeding } from '../changes.js'
import type { Change } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** An undocumented member of each descriptor, made from the secret's value. */
const note = (f: (value: string) => unknown): Change =>
  descriptor((d, { ClientSecretValue }) => ({ ...d, Note: f(ClientSecretValue) }))

const revealed = (name: string, description: string, f: (value: string) => unknown): Fault =>
  fault(name, description, ['response.secret.neverRevealed'], note(f))

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
