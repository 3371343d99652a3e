/**
 * SigV4 for the service `cognito-idp`, in headers.
 */
import { type BinaryLike, createHash, createHmac } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import type { Headers, HttpRequest } from '../protocol/index.js'
import type { Credentials } from './Credentials.js'

const SERVICE = 'cognito-idp'

const HASH = 'x-amz-content-sha256'

/** What has a meaning for the service. Proxies may change or drop the others. */
const isSigned = (name: string): boolean => /^(?:content-type|x-amz-.*)$/i.test(name)

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

const hmac = (key: BinaryLike, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The key for signatures of one day. */
const deriveKey = (secret: string, day: string, region: string): Buffer =>
  [day, region, SERVICE, 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`))

/**
 * A function from a request and the URL it goes to, to its headers with a signature. The key of a day is derived once.
 */
export const signer = (
  region: string,
  credentials: Credentials
): ((request: HttpRequest, url: URL, at?: Date) => Promise<Headers>) => {
  let cached: { readonly day: string; readonly key: Buffer } = { day: '', key: Buffer.alloc(0) }
  const keyOf = (day: string): Buffer => {
    if (cached.day !== day) cached = { day, key: deriveKey(credentials.secretAccessKey, day, region) }
    return cached.key
  }
  return async ({ method, headers, body }, url, at = new Date()) => {
    const bodyHash = sha256(body)
    const given = Object.entries(headers).flatMap(([name, value]): ReadonlyArray<[string, string]> =>
      isSigned(name) && value !== undefined ? [[name, String(value)]] : []
    )
    const canonical = new AwsV4Signer({
      ...credentials,
      service: SERVICE,
      region,
      method,
      url: url.href,
      datetime: at.toISOString().replace(/[:-]|\.\d{3}/g, ''),
      allHeaders: true,
      // with the hash in a header it does not read the body itself
      headers: [...given, [HASH, bodyHash]]
    })
    const { datetime, credentialString: scope, signedHeaders } = canonical
    // aws4fetch's own `sign` waits for Web Crypto four times, as long as a request to this machine takes
    const toSign = ['AWS4-HMAC-SHA256', datetime, scope, sha256(await canonical.canonicalString())].join('\n')
    const signature = hmac(keyOf(datetime.slice(0, 8)), toSign).toString('hex')
    return {
      ...headers,
      host: url.host,
      'x-amz-date': datetime,
      [HASH]: bodyHash,
      ...(credentials.sessionToken === undefined ? {} : { 'x-amz-security-token': credentials.sessionToken }),
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
    }
  }
}
