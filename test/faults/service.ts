/**
 * A service to break: the reference, and layers around it that change what it is asked, what it knows or what it
 * answers.
 */
import { isLeft } from '../../src/contract/Either.js'
import {
  CONTENT_TYPE,
  encodeError,
  errorName,
  header,
  type HttpRequest,
  type HttpResponse,
  OPERATION,
  TARGET_PREFIX
} from '../../src/protocol/index.js'
import { decodeObject } from '../../src/protocol/Json.js'
import {
  type AppClient,
  initialState,
  type State,
  step,
  type StoredSecret,
  type UserPool
} from '../../src/reference/index.js'

export type Handler = (request: HttpRequest) => Promise<HttpResponse>

export type Input = Readonly<Record<string, unknown>>

/** One call, as a layer sees it. */
export interface Call {
  readonly request: HttpRequest
  /** As X-Amz-Target names it; empty where it names none. */
  readonly operation: string
  /** The body where it is a JSON object, otherwise `{}`. */
  readonly input: Input
  /** What the service knows; a fault may make it know something else. */
  readonly service: { state: State }
  /** What the ids of the input stand for. */
  readonly pool: UserPool | undefined
  readonly client: AppClient | undefined
}

/** Passes a call on, as it came or as another. */
export type Next = (request?: HttpRequest) => HttpResponse

export type Layer = (call: Call, next: Next) => HttpResponse

/** Makes a layer for each service, so that what a layer remembers is its own. */
export type Change = () => Layer

export interface Descriptor {
  readonly ClientSecretId: string
  readonly ClientSecretCreateDate: number
}

export interface Listing {
  readonly ClientSecrets: ReadonlyArray<Descriptor>
}

/** A string as it is, nothing for all else: a value from outside may have a `toString` that is no function. */
export const textOf = (u: unknown): string => (typeof u === 'string' ? u : '')

const readCall = (request: HttpRequest, service: { state: State }): Call => {
  const decoded = decodeObject(request.body, Infinity)
  const input = isLeft(decoded) ? {} : (decoded.right as Input)
  const target = header(request.headers, 'x-amz-target') ?? ''
  const pool = service.state.pools.get(textOf(input['UserPoolId']))
  const client = pool?.clients.get(textOf(input['ClientId']))
  return { request, operation: target.slice(TARGET_PREFIX.length), input, service, pool, client }
}

/** The reference with changes around it, the first innermost. Its clock moves 37 ms with every call. */
export const serve =
  (...changes: ReadonlyArray<Change>): (() => Handler) =>
  () => {
    const service = { state: initialState(7) }
    let time = 1_785_000_000_123
    const reference = (request: HttpRequest): HttpResponse => {
      const [state, response] = step(service.state, request, new Date((time += 37)))
      service.state = state
      return response
    }
    const layered = changes
      .map((change) => change())
      .reduce(
        (inner, layer) => (request) => layer(readCall(request, service), (other) => inner(other ?? request)),
        reference
      )
    return (request) => Promise.resolve(layered(request))
  }

export const refusal = (type: string, message: string, status = 400): HttpResponse =>
  encodeError({ _tag: 'CommonError', status, type, message })

export const isList = ({ operation }: Call): boolean => operation === OPERATION

/** A crash, as web frameworks answer it. */
export const crash: HttpResponse = {
  status: 500,
  headers: { 'content-type': 'text/html' },
  body: '<pre>TypeError<br>at handler</pre>'
}

export const emptyList: HttpResponse = {
  status: 200,
  headers: { 'content-type': CONTENT_TYPE },
  body: '{"ClientSecrets":[]}'
}

/** Whatever was asked for: the pool is what does not exist. */
export const noSuchPool = ({ input }: Call): HttpResponse =>
  refusal('ResourceNotFoundException', `User pool ${textOf(input['UserPoolId'])} does not exist.`)

export const parsed = ({ body }: HttpResponse): Input => (body === '' ? {} : (JSON.parse(String(body)) as Input))

export const withBody = (response: HttpResponse, body: unknown): HttpResponse => ({
  ...response,
  body: JSON.stringify(body)
})

export const withInput = (call: Call, input: unknown): HttpRequest => ({
  ...call.request,
  body: JSON.stringify(input)
})

/** The name of an error as the reference writes it. */
export const errorType = (response: HttpResponse): string | undefined =>
  errorName(header(response.headers, 'x-amzn-errortype'))

export const describe = ({ ClientSecretId, ClientSecretCreateDate }: StoredSecret): Descriptor => ({
  ClientSecretId,
  ClientSecretCreateDate: ClientSecretCreateDate.getTime() / 1000
})

/** The pool that has the client asked for, whichever was asked for. */
export const homeOf = ({ service, input }: Call): UserPool | undefined =>
  [...service.state.pools.values()].find(({ clients }) => clients.has(textOf(input['ClientId'])))

export const has = (u: unknown): boolean => u !== undefined && u !== null

/** Both ids of the call are there. */
export const isComplete = ({ input }: Call): boolean => has(input['ClientId']) && has(input['UserPoolId'])

export const originOf = (secret: StoredSecret, client: AppClient | undefined): 'caller' | 'creation' | 'generated' => {
  // the suite's own secrets have 40 characters, the service's 52
  if (secret.ClientSecretValue.length !== 52) return 'caller'
  return secret.ClientSecretCreateDate.getTime() === client?.CreationDate.getTime() ? 'creation' : 'generated'
}

export const allClients = ({ pools }: State): ReadonlyArray<AppClient> =>
  [...pools.values()].flatMap(({ clients }) => [...clients.values()])
