/**
 * What must hold for every value: a public pure function returns, leaves its input as it was, and its refusal holds no
 * planted secret; an adapter answers, and with no trace of what its handler threw; what is encoded is decoded to the same.
 */
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import {
  ClientId,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  redactSecrets,
  sanitize,
  UserPoolId,
  validateRequest,
  withMessages
} from '../../../src/index.js'
import {
  buildRequest,
  decodeError,
  decodeInput,
  decodeRequest,
  decodeResponse,
  encodeError,
  encodeRequest,
  encodeResponse,
  errorName,
  type HttpRequest
} from '../../../src/protocol/index.js'
import { sdkRequestHandler } from '../../../src/adapters/awsSdk.js'
import { checkOutput } from '../../../src/adapters/checkOutput.js'
import { toFetchHandler } from '../../../src/adapters/fetch.js'
import { toLambdaHandler } from '../../../src/adapters/lambda.js'
import { toNodeListener } from '../../../src/adapters/node.js'
import {
  listUserPoolClientSecretsError,
  listUserPoolClientSecretsRequest,
  listUserPoolClientSecretsResponse
} from '../../../src/generators/index.js'
import { inMemory } from '../../../src/reference/index.js'
import { input, SECRET, value } from './inputs.js'

/** The untyped face of a function. */
type Any = (u: unknown) => unknown

/** Each takes any value; its parameter's type is what it is made for. */
const functions: Readonly<Record<string, Any>> = {
  validateRequest,
  decodeInput,
  buildRequest,
  checkOutput,
  errorName,
  sanitize: (u) => sanitize(u, { secrets: [SECRET] }),
  redactSecrets: redactSecrets as Any,
  decodeRequest: decodeRequest as Any,
  decodeResponse: decodeResponse as Any,
  decodeError: decodeError as Any,
  encodeError: encodeError as Any,
  encodeResponse: encodeResponse as Any,
  ...Object.fromEntries(
    Object.entries({
      ClientId,
      UserPoolId,
      ListUserPoolClientSecretsRequest,
      ListUserPoolClientSecretsResponse,
      'withMessages(ListUserPoolClientSecretsRequest)': withMessages(ListUserPoolClientSecretsRequest, {
        required: 'x'
      })
    }).flatMap(([name, codec]): ReadonlyArray<readonly [string, Any]> => [
      [`${name}.decode`, (u) => codec.decode(u)],
      [`${name}.is`, (u) => codec.is(u)],
      [`${name}['~standard']`, (u) => codec['~standard'].validate(u)]
    ])
  )
}

/** A server's own words may pass `decodeError` and what is built on it; an error's own message leaves by `encodeError`. */
const PASSES_WORDS = ['decodeError', 'decodeResponse', 'encodeError', 'encodeResponse']

const holdsSecret = (u: unknown): boolean => {
  const isRefusal = typeof u === 'object' && u !== null && ('issues' in u || Reflect.get(u, '_tag') === 'Left')
  return (
    isRefusal && JSON.stringify(u, (name, member: unknown) => (name === 'type' ? undefined : member)).includes(SECRET)
  )
}

/** A clone has Object.prototype where fast-check makes an object without one. */
export const isSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(structuredClone(one), structuredClone(other))

/** Calls a function. Throws where it throws or its output gives the planted secret away. */
export const callOnce = (name: string, u: unknown): unknown => {
  const output = functions[name]?.(u)
  const leaks =
    name === 'sanitize' ? fc.stringify(output).includes(SECRET) : !PASSES_WORDS.includes(name) && holdsSecret(output)
  if (leaks) throw new Error('the output holds the planted secret')
  return output
}

/** What is wrong with a call, if something is. */
export const faultOf = (name: string, u: unknown): unknown => {
  const before = structuredClone(u)
  try {
    callOnce(name, u)
  } catch (error) {
    return error
  }
  return isSame(u, before) ? undefined : new Error('the input was changed')
}

const pure = (name: string): fc.IPropertyWithHooks<[unknown]> =>
  fc.property(input, (u) => {
    const fault = faultOf(name, u)
    if (fault !== undefined) throw fault
  })

const textOf = (u: unknown): string => (typeof u === 'string' ? u : (JSON.stringify(u) ?? ''))

const POST = { 'content-type': 'application/json' }

/** How each adapter is called with a body and headers, and all that it answers, as text. */
const adapters: Readonly<
  Record<
    string,
    (handler: (request: HttpRequest) => never, body: unknown, headers: Record<string, string>) => Promise<string>
  >
> = {
  toFetchHandler: async (handler, body, headers) => {
    const sent = new Request('http://localhost/?a', { method: 'POST', headers, body: textOf(body) })
    const answered = await toFetchHandler(handler)(sent)
    return `${answered.status} ${JSON.stringify([...answered.headers])} ${await answered.text()}`
  },
  toNodeListener: (handler, body, headers) =>
    new Promise((resolve) => {
      const sent: Array<unknown> = []
      async function* chunks() {
        yield textOf(body)
      }
      const incoming = { method: 'POST', url: '/', headers, readableEnded: false, resume: () => undefined, body }
      toNodeListener(handler)(Object.assign(chunks(), incoming), {
        writeHead: (...head) => sent.push(head),
        end: (text) => resolve(JSON.stringify([sent, String(text)]))
      })
    }),
  toLambdaHandler: async (handler, body, headers) =>
    JSON.stringify(
      await toLambdaHandler(handler)({ headers, body: textOf(body), isBase64Encoded: typeof body !== 'string' })
    ),
  sdkRequestHandler: async (handler, body, headers) => {
    const { response: answered } = await sdkRequestHandler(handler).handle({ method: 'POST', path: '/', headers, body })
    return `${answered.statusCode} ${JSON.stringify(answered.headers)} ${Buffer.from(answered.body).toString()}`
  }
}

const headerName = fc.constantFrom('content-type', 'x-amz-target', 'content-length', 'authorization', '__proto__')

/** The handler throws whatever came, or answers as the reference does. */
const adapter = (name: string): fc.IAsyncPropertyWithHooks<[unknown, Record<string, string>, boolean]> =>
  fc.asyncProperty(
    value,
    fc.dictionary(
      headerName,
      fc.string({ unit: 'grapheme-ascii', maxLength: 9 }).map((s) => s.trim()),
      { maxKeys: 3 }
    ),
    fc.boolean(),
    async (body, headers, throws) => {
      const serve = inMemory({ now: () => new Date(0), seed: 1 })
      const handler = (received: HttpRequest): never => {
        if (throws) throw new Error(SECRET, { cause: received })
        return serve(received) as never // a handler may answer later; the type above is that of one that throws
      }
      const answered = await adapters[name]?.(handler, body, { ...POST, ...headers })
      if (answered === undefined || !/\b[45]\d\d\b/.test(answered)) throw new Error('the answer is no refusal')
      if (answered.includes(SECRET)) throw new Error('the answer holds the planted secret')
    }
  )

const decodedRight = (decoded: unknown, value: unknown): boolean => isSame(decoded, { _tag: 'Right', right: value })

/** What one side encodes, the other decodes to the same. */
const roundTrips: Readonly<Record<string, () => fc.IRawProperty<unknown>>> = {
  'encodeRequest, decodeRequest': () =>
    fc.property(listUserPoolClientSecretsRequest(), (one) => {
      if (!decodedRight(decodeRequest(encodeRequest(one)), one)) throw new Error('another request')
    }),
  'encodeResponse, decodeResponse': () =>
    fc.property(listUserPoolClientSecretsResponse(), (one) => {
      if (!decodedRight(decodeResponse(encodeResponse({ _tag: 'Right', right: one })), one))
        throw new Error('another response')
    }),
  'encodeError, decodeError': () =>
    fc.property(listUserPoolClientSecretsError(), (one) => {
      const decoded = decodeError(encodeError(one))
      // a common error that means the same as a documented one is read as that, and stays that
      const before = one._tag === 'CommonError' ? decoded : one
      if (!isSame(decodeError(encodeError(decoded)), before)) throw new Error('another error')
    })
}

export const pureNames = Object.keys(functions)
export const otherNames = [...Object.keys(adapters), ...Object.keys(roundTrips)]

/** One batch for one function. What was found, with a minimal input, or nothing. */
export const fuzz = async (name: string, numRuns: number, seed: number): Promise<string | undefined> => {
  const property = functions[name] === undefined ? (roundTrips[name]?.() ?? adapter(name)) : pure(name)
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns, seed })
  return failed ? `${name}: ${String(errorInstance)}, for ${fc.stringify(counterexample)}` : undefined
}
