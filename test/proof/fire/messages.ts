/**
 * HTTP requests as bytes, and as much reading of answers as counting them takes, so that the load costs little.
 */

const HOST = 'Host: 127.0.0.1\r\n'

/** The head of a request to the service; `extra` are further header lines, each with its line end. */
export const headOf = (operation: string, extra: string): string =>
  `POST / HTTP/1.1\r\n${HOST}Content-Type: application/x-amz-json-1.1\r\n` +
  `X-Amz-Target: AWSCognitoIdentityProviderService.${operation}\r\n${extra}\r\n`

export const post = (operation: string, body: string): Buffer =>
  Buffer.from(`${headOf(operation, `Content-Length: ${Buffer.byteLength(body)}\r\n`)}${body}`)

export const list = (UserPoolId: string, ClientId: string): Buffer =>
  post('ListUserPoolClientSecrets', JSON.stringify({ UserPoolId, ClientId }))

export interface Answer {
  readonly status: number
  readonly body: string
}

const LENGTH = 'content-length: '

/** Splits what arrives on one connection into answers, each with a Content-Length. */
export class AnswerReader {
  private rest = ''

  read(chunk: Buffer): ReadonlyArray<Answer> {
    const text = this.rest === '' ? chunk.toString('latin1') : this.rest + chunk.toString('latin1')
    const answers: Array<Answer> = []
    let at = 0
    for (;;) {
      const headEnd = text.indexOf('\r\n\r\n', at)
      if (headEnd < 0) break
      const head = text.slice(at, headEnd).toLowerCase()
      const found = head.indexOf(LENGTH)
      const length = found < 0 ? 0 : Number.parseInt(head.slice(found + LENGTH.length), 10)
      const end = headEnd + 4 + length
      if (end > text.length) break
      answers.push({ status: Number(head.slice(9, 12)), body: text.slice(headEnd + 4, end) })
      at = end
    }
    this.rest = text.slice(at)
    return answers
  }
}
