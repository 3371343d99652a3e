/**
 * SigV4 for the service `cognito-idp`, in headers.
 */
import { type BinaryLike, createHmac, hash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import type { Headers, HttpRequest } from '../../protocol/index.js'
import type { Credentials } from './Credentials.js'

const SERVICE = 'cognito-idp'

/** What has a meaning for the service. Proxies may change or drop the others. The name is in lower case. */
const isSigned = (name: string): boolean => name === 'host' || name === 'content-type' || name.startsWith('x-amz-')

const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

const hmac = (key: BinaryLike, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The key for signatures of one day. */
const deriveKey = (secret: string, day: string, region: string): Buffer =>
  [day, region, SERVICE, 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`))

/** A path and a query in the form in which they are signed. */
const canonicalUrl = (url: URL, region: string, credentials: Credentials): string => {
  const { encodedPath, encodedSearch } = new AwsV4Signer({ ...credentials, service: SERVICE, region, url: url.href })
  return `${encodedPath}\n${encodedSearch}`
}

/** A function that returns what `f` did for the same argument, where that is the one of the last call. */
const rememberLast = <A, B>(f: (a: A) => B): ((a: A) => B) => {
  let last: { readonly a: A; readonly b: B } | undefined
  return (a) => (last?.a === a ? last : (last = { a, b: f(a) })).b
}

/**
 * A function from a request and the URL it goes to, to its headers with a signature. What all requests of a day or to
 * one URL have in common is computed once: aws4fetch's own `sign` takes as long as a request to this machine.
 */
export const signer = (
  region: string,
  credentials: Credentials
): ((request: HttpRequest, url: URL, at?: Date) => Headers) => {
  const datetimeOf = rememberLast((second: number) =>
    new Date(second * 1000).toISOString().replace(/[:-]|\.\d{3}/g, '')
  )
  const keyOf = rememberLast((day: string) => deriveKey(credentials.secretAccessKey, day, region))
  const addressOf = rememberLast((href: string) => canonicalUrl(new URL(href), region, credentials))
  return ({ method, headers, body }, url, at = new Date()) => {
    const datetime = datetimeOf(Math.floor(at.getTime() / 1000))
    const added = {
      host: url.host,
      'x-amz-date': datetime,
      'x-amz-content-sha256': sha256(body),
      ...(credentials.sessionToken === undefined ? {} : { 'x-amz-security-token': credentials.sessionToken })
    }
    const lines = new Map<string, string>()
    for (const [given, value] of Object.entries({ ...headers, ...added })) {
      const name = given.toLowerCase()
      if (isSigned(name) && value !== undefined)
        lines.set(name, `${name}:${String(value).trim().replace(/\s+/g, ' ')}\n`)
    }
    const sorted = [...lines.keys()].sort()
    const names = sorted.join(';')
    const signedHeaders = sorted.map((name) => lines.get(name)).join('')
    const canonical = [method, addressOf(url.href), signedHeaders, names, added['x-amz-content-sha256']].join('\n')
    const scope = `${datetime.slice(0, 8)}/${region}/${SERVICE}/aws4_request`
    const toSign = ['AWS4-HMAC-SHA256', datetime, scope, sha256(canonical)].join('\n')
    const signature = hmac(keyOf(datetime.slice(0, 8)), toSign).toString('hex')
    return {
      ...headers,
      ...added,
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`
    }
  }
}
