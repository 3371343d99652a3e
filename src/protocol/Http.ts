/**
 * HTTP messages as plain values, the same for every server and client library.
 */

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * Names in any case; of several values the first counts. Node's own `headers` objects fit.
 *
 * @since 0.1.0
 */
export type Headers = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

/**
 * The bytes as received, or text that somebody has already decoded.
 *
 * @since 0.1.0
 */
export type Body = Uint8Array | string

/**
 * @since 0.1.0
 */
export interface HttpRequest {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: Body
}

/**
 * @since 0.1.0
 */
export interface HttpResponse {
  readonly status: number
  /** What stands behind the status in HTTP/1.1; it means nothing, but may give something away. */
  readonly statusText?: string
  readonly headers: Headers
  readonly body: Body
}

/**
 * What this package encodes: text, and one value a header. As such it fits `fetch` and `writeHead`.
 *
 * @since 0.1.0
 */
export interface Encoded {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

// ------------------------------------------------------------------------------------
// constants
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export const CONTENT_TYPE = 'application/x-amz-json-1.1'

/**
 * What stands before the operation's name in `X-Amz-Target`.
 *
 * @since 0.1.0
 */
export const TARGET_PREFIX = 'AWSCognitoIdentityProviderService.'

/**
 * @since 0.1.0
 */
export const OPERATION = 'ListUserPoolClientSecrets'

/**
 * The largest body that is read, either way, unless told otherwise: 1 MiB. The longest legal request, NextToken of the
 * SDK's model included, is an eighth of it.
 *
 * @since 0.1.0
 */
export const MAX_BODY_BYTES = 1_048_576

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/**
 * A header's first value, whatever the case of its name. Names without a value, and values that are no text, are passed
 * over. Total.
 *
 * @since 0.1.0
 */
export const header = (headers: Headers, name: string): string | undefined => {
  const wanted = name.toLowerCase()
  try {
    for (const key of Object.keys(headers)) {
      if (key.toLowerCase() !== wanted) continue
      const value = headers[key]
      const first = typeof value === 'string' ? value : value?.[0]
      if (typeof first === 'string') return first
    }
  } catch {
    // no headers, or code of their own in them
  }
  return undefined
}

/**
 * A media type without its parameters, in lower case.
 *
 * @since 0.1.0
 */
export const mediaType = (contentType: string | undefined): string | undefined =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase()
