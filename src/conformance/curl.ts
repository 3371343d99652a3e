/**
 * A request as a command that people can paste into a bug report.
 */
import type { HttpRequest } from '../protocol/index.js'

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/**
 * Unsigned, in one line for a POSIX shell. Bytes that are no text, or too long for a line, are described instead.
 *
 * @since 0.1.0
 */
export const curl = (url: string, { method, headers, body }: HttpRequest): string => {
  const fields = Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${String(value)}`)}`)
  const bytes = typeof body !== 'string' || body.includes('\0')
  const data =
    body.length === 0
      ? ''
      : bytes
        ? `--data-binary @<(echo ${Buffer.from(body).toString('base64')} | base64 -d)`
        : `--data-binary ${quote(body)}`
  return ['curl', '-sS', '-i', '-X', method, quote(url), ...fields, data].filter((part) => part !== '').join(' ')
}
