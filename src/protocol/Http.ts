/**
 * HTTP messages as plain values, the same for every server and client library.
 */

/** Names in any case; of several values the first counts. Node's own `headers` objects fit. */
export type Headers = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

/** The `Headers` of the Fetch standard. */
export interface FetchHeaders {
  /** `null` where there is no such header. */
  readonly get: (name: string) => string | null
}

/** The bytes as received, or text that somebody has already decoded. */
export type Body = Uint8Array | string

/** A request as a plain value. Node's `IncomingMessage` fits, once its body has been read. */
export interface HttpRequest {
  /** Such as `POST`. */
  readonly method: string
  /** With the query string. */
  readonly path: string
  /** Names in any case. */
  readonly headers: Headers
  /** Empty where there is none. */
  readonly body: Body
}

/** A response as a plain value. */
export interface HttpResponse {
  /** Such as 200. */
  readonly status: number
  /** What stands behind the status in HTTP/1.1; it means nothing, but may give something away. */
  readonly statusText?: string
  /** Such as 1.0; absent where it is 1.1 or not known. */
  readonly httpVersion?: string
  /** Names in any case. */
  readonly headers: Headers
  /** Empty where there is none. */
  readonly body: Body
}

/** A message as it was received: its headers may be a fetch `Headers` object. */
export type Received<M extends HttpRequest | HttpResponse> = Omit<M, 'headers'> & {
  /** Names in any case. */
  readonly headers: Headers | FetchHeaders
}

/** What this package encodes: text, and one value for each header. It fits `fetch` and `writeHead`. */
interface Encoded {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or nothing. */
  readonly body: string
}

/** A request of this package, for `fetch` or any HTTP client. It is not signed. */
export interface EncodedRequest extends Encoded {
  /** `POST`. */
  readonly method: string
  /** `/`. */
  readonly path: string
}

/** A response of this package, for any HTTP server. */
export interface EncodedResponse extends Encoded {
  /** 200 for a success. */
  readonly status: number
}

/** A server as one function; it may answer at once or later. */
export type Handler = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>

/** The media type of requests and responses. Clauses `response.contentType`, `error.contentType`. */
export const CONTENT_TYPE = 'application/x-amz-json-1.1'

/** What stands before the operation's name in `X-Amz-Target`. */
export const TARGET_PREFIX = 'AWSCognitoIdentityProviderService.'

/** The operation's name, as it stands behind `TARGET_PREFIX` in `X-Amz-Target`. */
export const OPERATION = 'ListUserPoolClientSecrets'

/**
 * In bytes: the largest body that is read, either way, unless you set another limit. 1 MiB. The longest legal request,
 * with the NextToken of the SDK's model, is an eighth of it.
 */
export const MAX_BODY_BYTES = 1_048_576

const firstOf = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : undefined
}

const find = (headers: Headers | FetchHeaders, name: string): string | undefined => {
  if (typeof headers.get === 'function') return firstOf(headers.get(name))
  const record = headers as Headers // what has no `get` function is not a FetchHeaders
  const exact = Object.hasOwn(record, name) ? firstOf(record[name]) : undefined
  if (exact !== undefined) return exact
  for (const key of Object.keys(record)) {
    if (key.length !== name.length || key.toLowerCase() !== name) continue
    const value = firstOf(record[key])
    if (value !== undefined) return value
  }
  return undefined
}

/** A header's first value, whatever the case of its name; `undefined` where there is none, or none that is text. */
export const header = (headers: Headers | FetchHeaders, name: string): string | undefined => {
  try {
    return find(headers, name.toLowerCase())
  } catch {
    return undefined // these are no headers, or a getter in them threw
  }
}

/** A media type without its parameters, in lower case. */
export const mediaType = (contentType: string | undefined): string | undefined =>
  contentType === CONTENT_TYPE ? CONTENT_TYPE : contentType?.split(';', 1)[0]?.trim().toLowerCase()
