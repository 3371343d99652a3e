/**
 * A request as a command that people can paste into a bug report.
 */
import type { HttpRequest } from '../../protocol/index.js'

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Bytes that are no text go through a pipe; octal escapes are what every `printf` knows. */
const piped = (body: Uint8Array): string =>
  `printf '${[...body].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}' | `

/** Signed by nobody; some emulators find the service by the scope. */
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0'

/** In one line for a POSIX shell, with a signature that emulators accept and AWS does not. */
export const curl = (url: string, { method, headers, body }: HttpRequest): string => {
  const fields = Object.entries({ ...headers, authorization: AUTHORIZATION }).map(
    ([name, value]) => `-H ${quote(`${name}: ${String(value)}`)}`
  )
  const isText = typeof body === 'string' && !body.includes('\0')
  // --data-raw: a body that starts with @ names no file
  const data = body.length === 0 ? '' : isText ? `--data-raw ${quote(body)}` : '--data-binary @-'
  const pipe = isText || body.length === 0 ? '' : piped(Buffer.from(body))
  return `${pipe}${['curl', '-sS', '-i', '-X', method, quote(url), ...fields, data].filter((part) => part !== '').join(' ')}`
}
