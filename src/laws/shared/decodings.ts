/**
 * What a text may stand for: base64 or base64url at any alignment (of UTF-16 as well), hex with and without separators,
 * a list of bytes, percent-encoding, the escapes of JSON and HTML.
 */

export type Encoding = 'escaped' | 'base64' | 'hex' | 'bytes'

/** The six bits of each character of base64, by its number. */
const SIXES = new Uint8Array(128)
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('').forEach((c, i) => {
  SIXES[c.charCodeAt(0)] = i
})

/** As many arguments as a call may have on any engine. */
const PART = 8192

/** Every byte as the character with its number. */
export const latin1 = (bytes: Uint8Array): string => {
  if (bytes.length <= PART) return String.fromCharCode(...bytes)
  const parts = Array.from({ length: Math.ceil(bytes.length / PART) }, (_, i) =>
    bytes.subarray(i * PART, (i + 1) * PART)
  )
  return parts.map((part) => String.fromCharCode(...part)).join('')
}

/** Bytes as text; NULs, which UTF-16 puts between ASCII characters, are dropped. */
const toText = (bytes: Uint8Array): string => latin1(bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes)

const fromBase64 = (text: string): string => {
  const six = (i: number): number => SIXES[text.charCodeAt(i)] ?? 0
  const bytes = new Uint8Array(Math.floor(text.length / 4) * 3)
  for (let i = 0, at = 0; at < bytes.length; i += 4) {
    const three = (six(i) << 18) | (six(i + 1) << 12) | (six(i + 2) << 6) | six(i + 3)
    bytes[at++] = three >> 16
    bytes[at++] = (three >> 8) & 0xff
    bytes[at++] = three & 0xff
  }
  return toText(bytes)
}

const fromHex = (text: string): string => toText(Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16)))

const all = (text: string, pattern: RegExp): ReadonlyArray<string> => text.match(pattern) ?? []

const unescape = (text: string): string =>
  /[\\%&]/.test(text)
    ? text
        .replaceAll('\\/', '/')
        .replace(/(?:%|\\u00|\\?\\x|&#x)([0-9a-f]{2});?/gi, (_, code: string) =>
          String.fromCharCode(parseInt(code, 16)).replace('\0', '')
        )
        .replace(/&#(\d{2,3});/g, (_, code: string) => String.fromCharCode(Number(code)))
    : text

/** What a text may stand for, by the name of the encoding. */
export const decodings = (text: string): ReadonlyArray<readonly [Encoding, string]> => {
  const plain = unescape(text)
  const base64 = all(plain, /[\w+/-]{16,}/g).map((run) => run.replaceAll('-', '+').replaceAll('_', '/'))
  const hex = all(plain, /(?:(?:0x)?[0-9a-f]{2}[\s:,-]*){12,}/gi).map((run) => run.replace(/0x|[\s:,-]/gi, ''))
  const bytes = all(plain, /\d{1,3}(?:[\s,]+\d{1,3}){11,}/g).map((run) => run.split(/[\s,]+/).map(Number))
  return [
    ...(plain === text ? [] : [['escaped', plain] as const]),
    // an encoded text may stand behind characters that look like a part of it
    ...base64.flatMap((run) => [0, 1, 2, 3].map((skip) => ['base64', fromBase64(run.slice(skip))] as const)),
    ...hex.flatMap((run) => [0, 1].map((skip) => ['hex', fromHex(run.slice(skip))] as const)),
    ...bytes.map((run) => ['bytes', toText(Uint8Array.from(run))] as const)
  ]
}
