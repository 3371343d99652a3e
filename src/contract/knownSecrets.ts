/**
 * Secrets that are known, masked in text in the forms that programs write them in.
 */
import { MASK } from './secretNames.js'

/** Below it an encoded form is so short that it stands in any text. */
const SHORTEST_ENCODED = 8

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

// ------------------------------------------------------------------------------------
// forms
// ------------------------------------------------------------------------------------

/** The bytes of a percent-encoded text. */
const bytesOf = (percent: string): ReadonlyArray<number> =>
  (percent.match(/%..|[^]/g) ?? []).map((c) => (c.length === 3 ? parseInt(c.slice(1), 16) : c.charCodeAt(0)))

/**
 * Base64 of a text that holds these bytes, `before` (0 to 2) bytes after a multiple of three: the characters that
 * depend on no other byte.
 */
const base64Of = (bytes: ReadonlyArray<number>, before: number): string => {
  let text = ''
  let bits = 0
  // those that share a character with the byte before are left out
  let count = -((before * 4) % 6)
  for (const byte of bytes) {
    bits = ((bits & 0x3f) << 8) | byte
    for (count += 8; count >= 6; count -= 6) text += ALPHABET.charAt((bits >> (count - 6)) & 0x3f)
  }
  return text
}

type Forms = ReadonlyArray<string>

const escaped = (secret: string): string =>
  secret.replace(/\W/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const encoded = (secret: string): Forms => {
  const percent = encodeURIComponent(secret)
  const bytes = bytesOf(percent)
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const base64 = [0, 1, 2].map((before) => base64Of(bytes, before))
  return [
    percent,
    percent.replace(/%../g, (code) => code.toLowerCase()),
    escaped(secret),
    escaped(secret).replace(/\\u..../g, (code) => `\\u${code.slice(2).toUpperCase()}`),
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  ]
}

const formsOf = (secret: string): Forms => {
  try {
    return secret.length < SHORTEST_ENCODED ? [secret] : [secret, ...encoded(secret)]
  } catch {
    return [secret] // a lone surrogate has no encoding
  }
}

/** Of the same list again, as long as somebody holds it: a run of the suite masks thousands of texts with one list. */
const remembered = new WeakMap<ReadonlyArray<string>, { readonly of: ReadonlyArray<string>; readonly forms: Forms }>()

const formsOfAll = (secrets: ReadonlyArray<string>): Forms => {
  const known = remembered.get(secrets)
  if (known?.of.length === secrets.length && known.of.every((secret, i) => secret === secrets[i])) return known.forms
  const forms = [...new Set(secrets.flatMap(formsOf))].filter((form) => form !== '')
  // the longest first, so that a secret inside another leaves no rest
  forms.sort((a, b) => b.length - a.length)
  remembered.set(secrets, { of: [...secrets], forms })
  return forms
}

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * Masks every occurrence of these secrets: as they are; and from 8 characters on also percent-encoded, with the escapes
 * of JSON, in hexadecimal, in base64 and base64url at any offset. Linear in the text.
 */
export const knownSecrets = (secrets: ReadonlyArray<string>): ((text: string) => string) => {
  const forms = formsOfAll(secrets)
  return (text) => forms.reduce((s, form) => s.replaceAll(form, MASK), text)
}
