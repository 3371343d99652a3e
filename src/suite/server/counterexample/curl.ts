/**
 * A request as a command that people can paste into a bug report.
 */
import type { HttpRequest } from '../../../protocol/index.js'

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const octal = (byte: number): string => `\\${byte.toString(8).padStart(3, '0')}`

/** Bytes that are no text go through a pipe; octal escapes are what every `printf` knows. */
const piped = (body: Uint8Array): string => `printf '${[...body].map(octal).join('')}'`

/** From this length on, the shell makes a run of one character, so that the command can still be read. */
const LONG_RUN = /([ -~])\1{199,}/

/** The same for a text with long runs. */
const pipedRuns = (text: string): string => {
  const run = LONG_RUN.exec(text)
  if (run === null) return text === '' ? '' : `printf %s ${quote(text)}`
  const [characters, character = ''] = run
  const parts = [
    pipedRuns(text.slice(0, run.index)),
    `head -c ${characters.length} /dev/zero | tr '\\000' '${octal(character.charCodeAt(0))}'`,
    pipedRuns(text.slice(run.index + characters.length))
  ]
  return parts.filter((part) => part !== '').join('; ')
}

/** A command that prints the body, for one that no argument of curl can hold or should. */
const printing = (body: string | Uint8Array): string | undefined => {
  if (body.length === 0) return undefined
  if (typeof body !== 'string' || body.includes('\0')) return piped(Buffer.from(body))
  return LONG_RUN.test(body) ? `{ ${pipedRuns(body)}; }` : undefined
}

/** Signed by nobody; some emulators find the service by the scope. */
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0'

/** In one line for a POSIX shell, with a signature that emulators accept and AWS does not. */
export const curl = (url: string, { method, headers, body }: HttpRequest): string => {
  const fields = Object.entries({ ...headers, authorization: AUTHORIZATION }).map(
    ([name, value]) => `-H ${quote(`${name}: ${String(value)}`)}`
  )
  const printed = printing(body)
  // --data-raw: a body that starts with @ names no file
  const data = body.length === 0 ? '' : printed === undefined ? `--data-raw ${quote(String(body))}` : '--data-binary @-'
  const pipe = printed === undefined ? '' : `${printed} | `
  return `${pipe}${['curl', '-sS', '-i', '-X', method, quote(url), ...fields, data].filter((part) => part !== '').join(' ')}`
}
