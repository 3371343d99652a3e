/**
 * Layers around the reference, for faults to be made of.
 */
import { type HttpRequest, type HttpResponse, OPERATION } from '../../src/protocol/index.js'
import type { StoredSecret } from '../../src/reference/index.js'
import {
  type Call,
  type Change,
  describe,
  type Descriptor,
  errorType,
  type Input,
  isList,
  type Listing,
  parsed,
  textOf,
  withBody,
  withInput
} from './service.js'

/** List is asked with another input, or answers at once; `undefined` leaves the call as it is. */
export const asking =
  (f: (call: Call) => { readonly input: unknown } | HttpResponse | undefined): Change =>
  () =>
  (call, next) => {
    const other = isList(call) ? f(call) : undefined
    if (other === undefined) return next()
    return 'input' in other ? next(withInput(call, other.input)) : other
  }

/** Members that are strings are read through `f`. */
export const reading = (f: (id: string) => string): Change =>
  asking(({ input }) => ({
    input: Object.fromEntries(
      Object.entries(input).map(([key, value]) => [key, typeof value === 'string' ? f(value) : value])
    )
  }))

/**
 * Another request in place of the one that came, of whatever operation, or an answer at once: before anything is read.
 */
export const receiving =
  (f: (request: HttpRequest, text: string) => HttpRequest | HttpResponse | undefined): Change =>
  () =>
  ({ request }, next) => {
    const other = f(request, Buffer.from(request.body).toString())
    return other === undefined || 'method' in other ? next(other) : other
  }

/** Every answer, of whatever operation. */
export const always =
  (f: (response: HttpResponse, call: Call) => HttpResponse): Change =>
  () =>
  (call, next) =>
    f(next(), call)

/** The text of every answer that has one, of whatever operation. */
export const bodies = (f: (text: string) => string | Uint8Array): Change =>
  always((response) => (response.body === '' ? response : { ...response, body: f(String(response.body)) }))

/** Every answer of one operation. */
export const answeringOf = (operation: string, f: (response: HttpResponse, call: Call) => HttpResponse): Change =>
  always((response, call) => (call.operation === operation ? f(response, call) : response))

/** Every answer of List. */
export const answering = (f: (response: HttpResponse, call: Call) => HttpResponse): Change => answeringOf(OPERATION, f)

/** Every UnknownOperationException. */
export const failingOther = (f: (response: HttpResponse) => HttpResponse): Change =>
  always((response) => (errorType(response) === 'UnknownOperationException' ? f(response) : response))

/** Every success of List. */
export const succeeding = (f: (response: HttpResponse, call: Call) => HttpResponse): Change =>
  answering((response, call) => (response.status === 200 ? f(response, call) : response))

/** Every error of List. */
export const failing = (f: (response: HttpResponse, body: Input, call: Call) => HttpResponse): Change =>
  answering((response, call) => (response.status === 200 ? response : f(response, parsed(response), call)))

/** Every error of List that has this name. */
export const failingAs = (type: string, f: (response: HttpResponse, call: Call) => HttpResponse): Change =>
  failing((response, _, call) => (errorType(response) === type ? f(response, call) : response))

/** The message of an InvalidParameterException. */
export const wording = (f: (message: string) => string): Change =>
  failing((response, body) =>
    errorType(response) === 'InvalidParameterException'
      ? withBody(response, { ...body, message: f(textOf(body['message'])) })
      : response
  )

/** The text of a success. */
export const written = (f: (text: string) => string | Uint8Array): Change =>
  succeeding((response) => ({ ...response, body: f(String(response.body)) }))

/** The JSON of a success. */
export const body = (f: (listing: Listing, call: Call) => unknown): Change =>
  succeeding((response, call) => withBody(response, f(parsed(response) as unknown as Listing, call)))

/** Each descriptor of a success, made from the secret that is stored. */
export const descriptor = (f: (descriptor: Descriptor, secret: StoredSecret, index: number) => unknown): Change =>
  body((_, { client }) => ({ ClientSecrets: (client?.secrets ?? []).map((s, i) => f(describe(s), s, i)) }))

/** Which of the stored secrets are listed. */
export const listing = (f: (secrets: ReadonlyArray<StoredSecret>, call: Call) => ReadonlyArray<StoredSecret>): Change =>
  body((_, call) => ({ ClientSecrets: f(call.client?.secrets ?? [], call).map(describe) }))

/** One in `n` of the answers that a change would alter. */
export const every =
  (n: number, change: Change): Change =>
  () => {
    const layer = change()
    let altered = 0
    return (call, next) => {
      const plain = next()
      const other = layer(call, () => plain)
      return JSON.stringify(other) !== JSON.stringify(plain) && ++altered % n === 0 ? other : plain
    }
  }
