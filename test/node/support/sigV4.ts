/**
 * SigV4 as AWS documents it, written without the library that signs: what a server computes from a request that arrived.
 */
import { createHash, createHmac } from 'node:crypto'
import { header, type HttpRequest } from '../../../src/protocol/index.js'

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

const escape = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const canonicalQuery = (query: string): string =>
  [...new URLSearchParams(query)]
    .map(([name, value]) => [escape(name), escape(value)])
    .sort(([a = '', x = ''], [b = '', y = '']) => (a < b || (a === b && x < y) ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&')

/** The signature that a request should bear. */
export const signature = (request: HttpRequest, scope: string, signedHeaders: string, secret: string): string => {
  const [day = '', region = '', service = '', end = ''] = scope.split('/')
  const [path = '', query = ''] = request.path.split('?')
  const canonical = [
    request.method,
    path.split('/').map(escape).join('/'),
    canonicalQuery(query),
    ...signedHeaders.split(';').map((name) => `${name}:${(header(request.headers, name) ?? '').trim()}`),
    '',
    signedHeaders,
    sha256(request.body)
  ]
  const date = header(request.headers, 'x-amz-date') ?? ''
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical.join('\n'))].join('\n')
  const key = [region, service, end].reduce(hmac, hmac(`AWS4${secret}`, day))
  return hmac(key, toSign).toString('hex')
}

/** The parts of an Authorization header; `undefined` if it is none of SigV4. */
export const parseAuthorization = (
  text: string
):
  | { readonly accessKeyId: string; readonly scope: string; readonly signedHeaders: string; readonly signature: string }
  | undefined => {
  const [, accessKeyId = '', scope = '', signedHeaders = '', given = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(text) ?? []
  return given === '' ? undefined : { accessKeyId, scope, signedHeaders, signature: given }
}
