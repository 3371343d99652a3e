/**
 * Handlers for the suite to judge: the reference, layers around it, and one that keeps a diary.
 */
import {
  CONTENT_TYPE,
  header,
  type HttpRequest,
  type HttpResponse,
  OPERATION,
  TARGET_PREFIX
} from '../../../src/protocol/index.js'
import { inMemory } from '../../../src/reference/index.js'

export type Handler = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>

export const reference = (seed = 7): ReturnType<typeof inMemory> => inMemory({ now: () => new Date(), seed })

/** As X-Amz-Target names it; empty where it names none. */
export const operationOf = ({ headers }: HttpRequest): string =>
  (header(headers, 'x-amz-target') ?? '').slice(TARGET_PREFIX.length)

export const textOf = (body: string | Uint8Array): string => Buffer.from(body).toString()

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': CONTENT_TYPE, ...headers },
  body: JSON.stringify(body)
})

export const refusal = (type: string, message: string, status = 400): HttpResponse =>
  json(status, { __type: type, message }, { 'x-amzn-errortype': type })

/** The reference, but List answers pass through `f`; `n` counts them from 1. */
export const altering = (
  f: (response: HttpResponse, request: HttpRequest, n: number) => HttpResponse | Promise<HttpResponse>
): Handler => {
  const inner = reference()
  let n = 0
  return async (request) => {
    const response = await inner(request)
    return operationOf(request) === OPERATION ? f(response, request, ++n) : response
  }
}

/** The reference, but every call of an operation is answered with `response`. */
export const answering = (operation: string, response: HttpResponse): Handler => {
  const inner = reference()
  return (request) => (operationOf(request) === operation ? response : inner(request))
}

/** Breaks `response.nextToken.absent` and nothing else that is a MUST. */
export const paging = (): Handler =>
  altering((response) =>
    response.status === 200
      ? { ...response, body: textOf(response.body).replace(/\}$/, ',"NextToken":null}') }
      : response
  )

export interface Entry {
  readonly operation: string
  readonly body: string
  readonly response: string
  readonly at: number
}

/** Writes down what is asked and what was answered. */
export const recording = (inner: Handler): { readonly handler: Handler; readonly diary: Array<Entry> } => {
  const diary: Array<Entry> = []
  const handler: Handler = async (request) => {
    const at = performance.now()
    const response = await inner(request)
    diary.push({
      operation: operationOf(request),
      body: textOf(request.body),
      response: textOf(response.body),
      at
    })
    return response
  }
  return { handler, diary }
}

export const slow =
  (inner: Handler, ms: number): Handler =>
  async (request) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    return inner(request)
  }

/** The ids of the pools that are there after what the diary tells. */
export const poolsLeft = (diary: ReadonlyArray<Entry>): ReadonlyArray<string> => {
  const named = (operation: string, read: (entry: Entry) => string): ReadonlyArray<string> =>
    diary.filter((entry) => entry.operation === operation).map(read)
  const made = named('CreateUserPool', ({ response }) => /"Id":"([^"]+)"/.exec(response)?.[1] ?? '')
  const gone = named('DeleteUserPool', ({ body }) => /"UserPoolId":"([^"]+)"/.exec(body)?.[1] ?? '')
  return made.filter((id) => !gone.includes(id))
}
