/**
 * The AWS SDK for JavaScript v3: a handler in place of the network, and a guard around the operation.
 *
 * @module adapters/aws-sdk
 */
import { type Either, isLeft } from '../contract/Either.js'
import { validateRequest } from '../contract/validateRequest.js'
import type { Violation } from '../contract/Violation.js'
import type { Handler, HttpRequest } from '../protocol/index.js'
import { NetworkFailure } from '../protocol/NetworkFailure.js'
import { checkOutput, type OutputViolation } from './checkOutput.js'
import { type AdapterOptions, respond } from './respond.js'
import { readChunks } from './readChunks.js'

/** The members of the SDK's HttpRequest that are read. */
export interface SdkHttpRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A response as the SDK reads it. */
export interface SdkHttpResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}

/** The SDK's interface for what sends its requests. */
export interface SdkRequestHandler {
  readonly metadata: { readonly handlerProtocol: string }
  /** Rejects with a `NetworkFailure` of the handler, and with an `AbortError` where the signal is aborted. */
  readonly handle: (
    request: SdkHttpRequest,
    options?: { readonly abortSignal?: { readonly aborted: boolean } | undefined }
  ) => Promise<{ readonly response: SdkHttpResponse }>
  readonly destroy: () => void
  readonly updateHttpClientConfig: () => void
  readonly httpHandlerConfigs: () => object
}

const isChunks = (u: unknown): u is AsyncIterable<Uint8Array | string> =>
  typeof u === 'object' && u !== null && Symbol.asyncIterator in u

const readBody = async (body: unknown, maxBytes: number): Promise<HttpRequest['body'] | undefined> => {
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  return isChunks(body) ? readChunks(body, maxBytes) : ''
}

const aborted = (): Error => Object.assign(new Error('Request aborted'), { name: 'AbortError' })

/**
 * A `requestHandler` for `CognitoIdentityProviderClient`: the SDK serialises, signs, retries and throws as it does on the
 * wire, and no socket is opened. A handler that throws a `NetworkFailure` fails like a lost connection.
 *
 * @example
 * const client = new CognitoIdentityProviderClient({ requestHandler: sdkRequestHandler(handler), region: 'us-east-1', … })
 */
export const sdkRequestHandler = (handler: Handler, options: AdapterOptions = {}): SdkRequestHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: async (request, { abortSignal } = {}) => {
    if (abortSignal?.aborted) throw aborted()
    let lost: NetworkFailure | undefined
    const guarded: Handler = async (message) => {
      try {
        return await handler(message)
      } catch (error) {
        if (error instanceof NetworkFailure) lost = error
        throw error
      }
    }
    const { status, headers, body } = await respond(
      guarded,
      { ...options, onError: (error) => (error === lost ? undefined : options.onError?.(error)) },
      {
        method: request.method,
        path: request.path,
        headers: request.headers,
        readBody: (maxBytes) => readBody(request.body, maxBytes)
      }
    )
    if (lost !== undefined) throw lost
    if (abortSignal?.aborted) throw aborted()
    return {
      response: {
        statusCode: status,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value = '']) => [
            name.toLowerCase(),
            typeof value === 'string' ? value : value.join(', ')
          ])
        ),
        body: typeof body === 'string' ? new TextEncoder().encode(body) : body
      }
    }
  },
  destroy: () => undefined,
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({})
})

/** Says what breaks the contract, and holds nothing of the value that does. */
class ViolationsError extends Error {
  /** Every violation; never empty. */
  readonly violations: ReadonlyArray<Violation>
  constructor({ message, violations }: Pick<OutputViolation, 'message' | 'violations'>) {
    super(message)
    this.violations = violations
  }
}

/** Thrown before the call: the request breaks the contract. Named as the service would name it. */
export class InvalidParameterError extends ViolationsError {
  /** As the SDK names the service's own error. */
  override readonly name = 'InvalidParameterException'
  /** As on the SDK's errors: the caller is at fault. */
  readonly $fault = 'client'
}

/** Thrown after the call: the answer breaks the contract. */
export class ContractViolationError extends ViolationsError {
  /** No error of the service has this name. */
  override readonly name = 'ContractViolation'
  /** As on the SDK's errors: the service is at fault. */
  readonly $fault = 'server'
}

/** Generic, so that the SDK's own types of inputs and outputs pass through. */
type Middleware = <A extends { readonly input: object }, B extends { readonly output: object }>(
  next: (args: A) => Promise<B>,
  context: { readonly commandName?: string }
) => (args: A) => Promise<B>

/** The part of the SDK's middleware stack that is used. */
export interface SdkStack {
  /** As in the SDK. */
  readonly add: (
    middleware: Middleware,
    options: { readonly step: 'initialize'; readonly name: string; readonly override: true }
  ) => void
}

const orThrow = <E, A>(checked: Either<E, A>, toError: (left: E) => Error): void => {
  if (isLeft(checked)) throw toError(checked.left)
}

/**
 * `client.middlewareStack.use(contractPlugin())`: ListUserPoolClientSecrets is checked on both sides. Ill-formed ids
 * reject with every violation and nothing is sent; an answer with a leaked value or a third secret rejects, and
 * the error holds nothing of it. Other operations pass untouched.
 */
export const contractPlugin = (): { readonly applyToStack: (stack: SdkStack) => void } => ({
  applyToStack: (stack) =>
    stack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== 'ListUserPoolClientSecretsCommand') return next(args)
          orThrow(validateRequest(args.input), (invalid) => new InvalidParameterError(invalid))
          const result = await next(args)
          orThrow(checkOutput(result.output), (violation) => new ContractViolationError(violation))
          return result
        },
      { step: 'initialize', name: 'cognitoSecretsContract', override: true }
    )
})

export { type AdapterOptions, checkOutput, NetworkFailure, type OutputViolation }
