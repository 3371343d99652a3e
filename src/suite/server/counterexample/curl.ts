/**
 * A request as a command that people can paste into a bug report.
 */
import type { HttpRequest } from '../../../protocol/index.js'
import { printable } from '../../shared/text.js'

/** Ends every line but the last; the lines may be indented, which they could not be in a here-document. */
export const CONTINUED = ' \\\n'

/** A longer body goes through a pipe, in lines of this length. */
const MAX_IN_LINE = 200
const WIDTH = 90

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A byte as `printf %b` reads it: itself where it is printable ASCII and means nothing to the shell or to `%b`. */
const escapeByte = (byte: number): string => {
  const c = String.fromCharCode(byte)
  if (c === '\\') return '\\\\'
  return byte < 0x20 || byte > 0x7e || c === "'" ? `\\0${byte.toString(8).padStart(3, '0')}` : c
}

/** `printf %b` of the bytes, a quoted argument a line. */
const printing = (bytes: Uint8Array): string => {
  const lines: Array<string> = []
  let last = ''
  for (const byte of bytes) {
    const escaped = escapeByte(byte)
    if (last.length + escaped.length > WIDTH) {
      lines.push(last)
      last = ''
    }
    last += escaped
  }
  return `printf %b ${[...lines, last].map((line) => `'${line}'`).join(`${CONTINUED}  `)}`
}

/** From this length on, the shell makes a run of one character, so that the command can still be read. */
const LONG_RUN = /([ -~])\1{199,}/

/** The first character of a text, as `tr` reads it. */
const octal = (text: string): string => `\\${text.charCodeAt(0).toString(8).padStart(3, '0')}`

/** Commands that print a text one after the other. */
const printingRuns = (text: string): ReadonlyArray<string> => {
  const found = LONG_RUN.exec(text)
  if (found === null) return text === '' ? [] : [printing(Buffer.from(text))]
  const { 0: run, index: at } = found
  return [
    ...printingRuns(text.slice(0, at)),
    `head -c ${run.length} /dev/zero | tr '\\000' '${octal(run)}'`,
    ...printingRuns(text.slice(at + run.length))
  ]
}

/** A command that prints the body, for one that no argument of curl can hold or should. */
const pipeOf = (body: HttpRequest['body']): string | undefined => {
  if (typeof body !== 'string') return printing(body)
  if (body.length <= MAX_IN_LINE && !body.includes('\n') && printable(body) === body) return undefined
  const parts = printingRuns(body)
  return parts.length === 1 ? parts[0] : `{ ${parts.join(`;${CONTINUED}  `)}; }`
}

/** Signed by nobody; some emulators find the service by the scope. */
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0'

/**
 * For a POSIX shell, exact in every byte, with a signature that emulators accept and AWS does not. In one line where the
 * body is short.
 */
export const curl = (url: string, { method, headers, body }: HttpRequest): string => {
  const fields = Object.entries({ ...headers, authorization: AUTHORIZATION }).map(
    ([name, value]) => `-H ${quote(`${name}: ${String(value)}`)}`
  )
  const start = `curl -sS -i -X ${method} ${quote(url)}`
  if (body.length === 0) return [start, ...fields].join(' ')
  const pipe = pipeOf(body)
  // --data-raw: a body that starts with @ names no file
  if (pipe === undefined) return [start, ...fields, `--data-raw ${quote(String(body))}`].join(' ')
  return `${pipe}${CONTINUED}| ${[start, ...fields, '--data-binary @-'].join(`${CONTINUED}  `)}`
}
