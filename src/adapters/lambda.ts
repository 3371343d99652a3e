/**
 * Serves a handler as an AWS Lambda function behind a function URL, API Gateway (payload 1.0 and 2.0) or a load balancer.
 */
import type { Handler, Headers, HttpRequest, HttpResponse } from '../protocol/index.js'
import { type AdapterOptions, respond } from './respond.js'

type Fields = Readonly<Record<string, string | undefined>>

/** What is read of an event: payload 2.0 has `requestContext.http` and `rawPath`, payload 1.0 and the load balancer `httpMethod` and `path`. */
export interface LambdaEvent {
  readonly requestContext?: { readonly http?: { readonly method?: string }; readonly elb?: unknown } | undefined
  readonly rawPath?: string | undefined
  readonly rawQueryString?: string | undefined
  readonly httpMethod?: string | undefined
  readonly path?: string | undefined
  readonly headers?: Fields | null | undefined
  readonly multiValueHeaders?: Readonly<Record<string, ReadonlyArray<string> | undefined>> | null | undefined
  readonly body?: string | null | undefined
  readonly isBase64Encoded?: boolean | undefined
}

/** A result that function URLs, both payloads of API Gateway and load balancers take. */
export interface LambdaResult {
  readonly statusCode: number
  readonly headers: Record<string, string>
  /** Only where the load balancer sent `multiValueHeaders`: it then reads no other. */
  readonly multiValueHeaders?: Record<string, Array<string>>
  readonly body: string
  readonly isBase64Encoded: boolean
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

const bodyOf = ({ body, isBase64Encoded }: LambdaEvent): HttpRequest['body'] =>
  isBase64Encoded === true ? fromBase64(body ?? '') : (body ?? '')

const headersOf = ({ headers, multiValueHeaders }: LambdaEvent): Headers => ({
  ...Object.fromEntries(Object.entries(multiValueHeaders ?? {})),
  ...Object.fromEntries(Object.entries(headers ?? {}))
})

const resultOf = ({ status, headers, body }: HttpResponse, wantsLists: boolean): LambdaResult => {
  const lists = Object.entries(headers).flatMap(([name, value]): ReadonlyArray<readonly [string, Array<string>]> =>
    value === undefined ? [] : [[name, typeof value === 'string' ? [value] : [...value]]]
  )
  return {
    statusCode: status,
    headers: Object.fromEntries(lists.map(([name, values]) => [name, values.join(', ')])),
    ...(wantsLists ? { multiValueHeaders: Object.fromEntries(lists) } : {}),
    body: typeof body === 'string' ? body : toBase64(body),
    isBase64Encoded: typeof body !== 'string'
  }
}

/**
 * An async Lambda handler. Never rejects: what the handler throws goes to `onError` and is answered with
 * InternalServerException.
 *
 * @example
 * export const handler = toLambdaHandler(inMemory({ now: () => new Date(), seed: 1 }))
 */
export const toLambdaHandler =
  (handler: Handler, options: AdapterOptions = {}) =>
  async (event: LambdaEvent): Promise<LambdaResult> => {
    const query = event.rawQueryString ? `?${event.rawQueryString}` : ''
    const response = await respond(handler, options, {
      method: event.requestContext?.http?.method ?? event.httpMethod ?? 'POST',
      path: (event.rawPath ?? event.path ?? '/') + query,
      headers: headersOf(event),
      readBody: () => Promise.resolve(bodyOf(event))
    })
    const isBalancer = event.requestContext?.elb !== undefined
    return resultOf(response, isBalancer && !event.headers && Boolean(event.multiValueHeaders))
  }

export type { AdapterOptions }
